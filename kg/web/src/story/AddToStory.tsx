import type { Explorer } from "../explorer/state";
import { holds, withItems } from "./draft";
import { change, itemOf } from "./storyboard";

/** The button that puts what is chosen into the story's current step. */
export function AddToStory({ state }: { readonly state: Explorer }) {
  const { draft, at } = state.story;
  const item = itemOf(state.choice.value);
  if (!item) return null;
  const isThere = holds(draft.value.steps[at.value], item);
  const step = `step ${at.value + 1}`;
  return (
    <button type="button" class="add" title="The story’s current step" disabled={isThere} onClick={() => change(state.story, withItems(draft.value, at.value, [item]))}>
      {isThere ? `In ${step}` : draft.value.steps.length > 1 ? `Add to ${step}` : "Add to story"}
    </button>
  );
}
