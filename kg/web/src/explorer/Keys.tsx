import { useEffect, useRef } from "preact/hooks";
import type { Explorer } from "./state";

const KEYS: readonly (readonly [string, string])[] = [
  ["/", "to the search field"],
  ["Esc", "back: from an article to its claim, from a claim or name to the overview"],
  ["↑ ↓", "through suggestions and lists; Home and End to their ends"],
  ["Enter", "chooses what is marked"],
  ["Tab", "to the next thing; Shift and Tab to the one before"],
  ["d, c", "the drawing; the list of claims"],
  ["f", "opens and closes the filters"],
  ["s", "the story, and back to the evidence"],
  ["a", "adds what is chosen to the story’s current step"],
  ["← ↑ → ↓ + − 0", "in the drawing: move it, make it larger or smaller, show all of it"],
  ["n, p", "in the drawing: the next name and the one before, the most important first"],
  ["Alt ←, Alt →", "back and forward through what was chosen"],
  ["?", "these keys"],
];

/** Which keys do what. */
export function Keys({ state }: { readonly state: Explorer }) {
  const dialog = useRef<HTMLDialogElement>(null);
  const open = state.keys.value;
  useEffect(() => {
    if (open) dialog.current?.showModal();
    else dialog.current?.close();
  }, [open]);
  return (
    <dialog class="keys" aria-labelledby="keys-title" ref={dialog} onClose={() => (state.keys.value = false)}>
      <h2 id="keys-title">Keys</h2>
      <dl>
        {KEYS.map(([key, words]) => (
          <>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{words}</dd>
          </>
        ))}
      </dl>
      <button type="button" onClick={() => (state.keys.value = false)}>
        Close
      </button>
    </dialog>
  );
}
