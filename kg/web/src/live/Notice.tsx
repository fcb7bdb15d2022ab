import { useSignal } from "@preact/signals";
import type { Following } from "./following";

/** What the server has to say: that the store has changed, or that there is no answer. Nothing otherwise. */
export function Notice({ live }: { readonly live: Following }) {
  const busy = useSignal(false);
  const doing = async (action: () => Promise<void>): Promise<void> => {
    busy.value = true;
    await action();
    busy.value = false;
  };
  const trouble = live.trouble.value;
  const said = trouble ?? (live.changed.value ? "The store has changed since this was drawn." : null);
  return (
    <div role="status" class="notice" hidden={said === null}>
      {said}{" "}
      {said !== null && (
        <button type="button" disabled={busy.value} onClick={() => void doing(trouble === null ? live.refresh : live.look)}>
          {trouble === null ? "Show it as it is now" : "Try again"}
        </button>
      )}
    </div>
  );
}
