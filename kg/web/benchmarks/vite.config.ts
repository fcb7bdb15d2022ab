import { defineConfig } from "vite";

/** Builds the bare page's script, `bare.js`, into the folder that's asked for by `--outDir`. */
export default defineConfig({
  define: { "process.env.NODE_ENV": JSON.stringify("production") },
  build: {
    target: "es2022",
    lib: { entry: "benchmarks/bare.ts", formats: ["iife"], name: "bare", fileName: () => "bare.js" },
  },
});
