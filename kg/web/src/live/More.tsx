import { useSignal } from "@preact/signals";
import type { Explorer } from "../explorer/state";

/** Fetches the arrows of an entity that aren't drawn yet, where a server can be asked. */
export function More({ state, id }: { readonly state: Explorer; readonly id: string }) {
  const busy = useSignal(false);
  const store = state.live?.store;
  if (!store) return null;
  const fetch = async (): Promise<void> => {
    busy.value = true;
    await store.expand(id);
    busy.value = false;
  };
  return (
    <button type="button" disabled={busy.value} onClick={() => void fetch()}>
      Show them
    </button>
  );
}
