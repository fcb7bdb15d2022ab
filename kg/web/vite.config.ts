import { defineConfig } from "vite";

/** One page is one script and one style sheet, which Python puts inline: `vite build --mode explorer` makes `dist/explorer.js` and `.css`. */
export default defineConfig(({ mode }) => ({
  define: { "process.env.NODE_ENV": JSON.stringify("production") },
  oxc: { jsx: { runtime: "automatic", importSource: "preact" } },
  build: {
    outDir: "dist",
    emptyOutDir: false,
    cssCodeSplit: false,
    target: "es2022",
    lib: {
      entry: `src/${mode}.tsx`,
      formats: ["iife"],
      name: "accordingto",
      fileName: () => `${mode}.js`,
      cssFileName: mode,
    },
  },
  worker: { format: "iife" },
  test: { include: ["tests/**/*.test.ts", "tests/**/*.test.tsx"] },
}));
