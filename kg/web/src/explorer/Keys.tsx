import { useEffect, useRef } from "preact/hooks";
import { STATUSES } from "../data/graph";
import { STATUS_WORDS, UNTAKEN } from "../model/words";
import { Stroke } from "./Names";
import type { Explorer } from "./state";

const STANDINGS = [...STATUSES, "derived"] as const;
/** What else is said of a claim, and what that means for a reader. */
const TERMS: readonly (readonly [string, string])[] = [
  ["in the article’s own voice", "the article itself says so and names no source"],
  ["one voice", "all that is known rests on one person, outlet or article, however often it is told"],
  ["disputed", "somebody else denies it: both are told of, neither is chosen"],
  ["without a claim", "words that nothing drawn here was read from: see for yourself what they say"],
];

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
  ["?", "this help"],
];

/** What the words for claims mean, and which keys do what. */
export function Keys({ state }: { readonly state: Explorer }) {
  const dialog = useRef<HTMLDialogElement>(null);
  const open = state.keys.value;
  useEffect(() => {
    if (!open) return dialog.current?.close();
    dialog.current?.showModal();
    dialog.current?.querySelector("h2")?.focus(); // the words first, not the button at the end
  }, [open]);
  return (
    <dialog class="keys" aria-labelledby="keys-title" ref={dialog} onClose={() => (state.keys.value = false)}>
      <h2 id="keys-title" tabIndex={-1}>Help</h2>
      <h3>What is said of a claim</h3>
      <dl>
        {STANDINGS.map((status) => (
          <>
            <dt>
              <Stroke status={status} /> {STATUS_WORDS[status].name}
            </dt>
            <dd>{STATUS_WORDS[status].meaning}</dd>
          </>
        ))}
        <dt>
          <Stroke status="untaken" /> {STATUS_WORDS.affirmed.name}, {UNTAKEN}
        </dt>
        <dd>said to be so, but against a rule of the ontology: the claim tells which</dd>
        {TERMS.map(([term, words]) => (
          <>
            <dt>{term}</dt>
            <dd>{words}</dd>
          </>
        ))}
      </dl>
      <h3>Keys</h3>
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
