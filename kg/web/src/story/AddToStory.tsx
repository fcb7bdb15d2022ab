import type { Explorer } from "../explorer/state";
import { holds, withItems } from "./draft";
import { change, itemOf } from "./storyboard";

/** The button that puts what is chosen into the story's current step. */
export function AddToStory({ state }: { readonly state: Explorer }) {
  const { draft, at } = state.story;
  const item = itemOf(state.choice.value);
  if (!item) return null;
  const isThere = holds(draft.value.steps[at.value], item);
  return (
    <button type="button" class="add" disabled={isThere} onClick={() => change(state.story, withItems(draft.value, at.value, [item]))}>
      {isThere ? `In step ${at.value + 1} of the story` : draft.value.steps.length > 1 ? `Add to step ${at.value + 1} of the story` : "Add to the story"}
    </button>
  );
}
