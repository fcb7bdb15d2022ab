import { toggled } from "../../scene/pointer";
import type { Explorer } from "../state";

/** What can be done with an entity in the drawing. */
export function EntityActions({ state, id }: { readonly state: Explorer; readonly id: string }) {
  const { pinned, folded } = state;
  const isFolded = folded.value.has(id);
  return (
    <p class="bar">
      <button type="button" onClick={() => goTo(state, id)}>
        Go to it
      </button>
      <button type="button" aria-pressed={pinned.value.has(id)} onClick={() => (pinned.value = toggled(pinned.value, id))}>
        Pin it
      </button>
      <button type="button" aria-pressed={isFolded} onClick={() => (folded.value = toggled(folded.value, id))}>
        {isFolded ? "Show what hangs on it alone" : "Hide what hangs on it alone"}
      </button>
    </p>
  );
}

/** What can be done with a line in the drawing. */
export function LineActions({ state, id }: { readonly state: Explorer; readonly id: string }) {
  return (
    <p class="bar">
      <button type="button" onClick={() => goTo(state, id)}>
        Go to it in the drawing
      </button>
    </p>
  );
}

function goTo(state: Explorer, id: string): void {
  state.view.value = "drawing";
  state.stage.value?.show(id);
}
