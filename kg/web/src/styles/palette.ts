/** The colours of drawing and panels: told apart by the colour-blind (red is for what is denied alone), each with its counterpart in the dark. */
export interface Palette {
  readonly paper: string;
  readonly ink: string;
  readonly quiet: string;
  readonly line: string;
  readonly denied: string;
  readonly derived: string;
  readonly unknown: string;
  readonly classes: readonly string[];
}

export const LIGHT: Palette = {
  paper: "#ffffff",
  ink: "#1d232b",
  quiet: "#5c6672",
  line: "#46515f",
  denied: "#c8102e",
  derived: "#7a8694",
  unknown: "#8b949e",
  classes: ["#2f72b8", "#e0861a", "#2c9a73", "#8c68bd", "#3fa7d6", "#8b8b1f", "#cf75a8", "#8a5d3b", "#c2a000", "#4a50aa", "#128a8f", "#737d8a"],
};

export const DARK: Palette = {
  paper: "#14181d",
  ink: "#eef1f4",
  quiet: "#a3adb8",
  line: "#a9b4c0",
  denied: "#ff6b7a",
  derived: "#7f8a96",
  unknown: "#87919c",
  classes: ["#6aa9e9", "#f2a64a", "#4cc39a", "#b597e0", "#7fd0f2", "#c3c35a", "#e79cc6", "#c2906a", "#e6c84a", "#8d93ea", "#45bfc4", "#a0aab6"],
};

/** What the page is to be drawn in: the user's choice of light or dark on it, else the system's. */
export function palette(): Palette {
  const theme = document.documentElement.dataset["theme"];
  const isDark = theme ? theme === "dark" : globalThis.matchMedia("(prefers-color-scheme: dark)").matches;
  return isDark ? DARK : LIGHT;
}

/** Calls when light becomes dark or dark light. Gives what stops it. */
export function onPalette(changed: (now: Palette) => void): () => void {
  const dark = globalThis.matchMedia("(prefers-color-scheme: dark)");
  const tell = (): void => changed(palette());
  dark.addEventListener("change", tell);
  const theme = new MutationObserver(tell);
  theme.observe(document.documentElement, { attributeFilter: ["data-theme"] });
  return () => {
    dark.removeEventListener("change", tell);
    theme.disconnect();
  };
}

/** A colour's red, green and blue, 0 to 255. Takes "#rrggbb". */
export function channels(colour: string): readonly [number, number, number] {
  const value = Number.parseInt(colour.slice(1), 16);
  return [(value >> 16) & 255, (value >> 8) & 255, value & 255];
}
