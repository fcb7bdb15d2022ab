import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import type { Explorer } from "../explorer/state";
import { posterOf } from "./export";

/** After so many milliseconds without a change the picture is drawn anew. */
const PAUSE = 250;

/** The current step as it will be published, for as long as it's looked at. */
export function Preview({ state }: { readonly state: Explorer }) {
  const { draft, at } = state.story;
  const isOpen = useSignal(false);
  const address = useSignal("");
  const step = draft.value.steps[at.value];
  const isEmpty = !step?.items.length;
  useEffect(() => {
    if (!isOpen.value || isEmpty) return;
    const timer = setTimeout(() => {
      address.value = URL.createObjectURL(new Blob([posterOf(state, at.value, true)], { type: "image/svg+xml" }));
    }, PAUSE);
    return () => {
      clearTimeout(timer);
      URL.revokeObjectURL(address.value);
    };
  }, [state, draft.value, at.value, isOpen.value]);
  return (
    <details onToggle={(event) => (isOpen.value = event.currentTarget.open)}>
      <summary>See step {at.value + 1} as it will be</summary>
      {isEmpty ? <p class="quiet">Nothing is in it yet.</p> : isOpen.value && address.value && <img src={address.value} alt={`Step ${at.value + 1} of the story`} />}
    </details>
  );
}
