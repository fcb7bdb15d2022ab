import { withItems } from "../story/draft";
import { change, itemOf } from "../story/storyboard";
import { SEARCH } from "./Search";
import type { Choice, Explorer } from "./state";

/** The keys of the whole page. Gives what takes them away again. */
export function listen(state: Explorer, page: Document): () => void {
  const act: Readonly<Record<string, () => void>> = {
    "/": () => page.getElementById(SEARCH)?.focus(),
    "?": () => (state.keys.value = true),
    d: () => (state.view.value = "drawing"),
    c: () => (state.view.value = "claims"),
    f: () => (state.filtering.value = !state.filtering.value),
    s: () => (state.story.isOpen.value = !state.story.isOpen.value),
    a: () => {
      const item = itemOf(state.choice.value);
      if (item) change(state.story, withItems(state.story.draft.value, state.story.at.value, [item]));
    },
    Escape: () => (state.choice.value = before(state, state.choice.value)),
  };
  const pressed = (event: KeyboardEvent): void => {
    const writes = event.target instanceof HTMLElement && event.target.matches("input:not([type=checkbox], [type=range]), textarea, select, [contenteditable]");
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || page.querySelector("dialog[open]")) return;
    const done = act[event.key];
    if (!done || (writes && event.key !== "Escape")) return;
    if (event.key !== "Escape") event.preventDefault();
    done();
  };
  page.addEventListener("keydown", pressed);
  return () => page.removeEventListener("keydown", pressed);
}

/** From an article back to the claim that it was opened for, from all else to nothing. */
function before(state: Explorer, choice: Choice | null): Choice | null {
  const line = choice?.kind === "article" && choice.statement ? state.model.value.lineOfStatement.get(choice.statement) : undefined;
  return line && choice?.kind === "article" && choice.statement ? { kind: "line", key: line.key, statement: choice.statement } : null;
}
