import { effect } from "@preact/signals";
import type { Explorer } from "./state";

export type Theme = "light" | "dark";

/** What the user's system wants. */
export function systemTheme(view: Window): Theme {
  return view.matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light";
}

/** Show the page as was switched to; until then it follows the system. Gives what ends it. */
export function dress(state: Explorer, page: Document): () => void {
  return effect(() => {
    if (state.theme.value === null) delete page.documentElement.dataset["theme"];
    else page.documentElement.dataset["theme"] = state.theme.value;
  });
}
