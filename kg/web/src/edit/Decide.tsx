import { useSignal } from "@preact/signals";
import { useEffect, useId, useRef } from "preact/hooks";
import type { Decisions } from "./decisions";

/** Sets a statement aside, with the reason. */
export function Reject({ decisions, statement }: { readonly decisions: Decisions; readonly statement: string }) {
  const open = useSignal(false);
  const why = useSignal("");
  const busy = useSignal(false);
  const error = useSignal<string | null>(null);
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.focus(), [open.value]);
  const send = async (): Promise<void> => {
    busy.value = true;
    error.value = await decisions.reject(statement, why.value.trim());
    busy.value = false;
  };
  if (!open.value)
    return (
      <button type="button" onClick={() => (open.value = true)}>
        Reject …
      </button>
    );
  return (
    <form
      class="decide"
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <label for={id}>Why is this statement wrong?</label>
      <input id={id} type="text" required dir="auto" value={why.value} onInput={(event) => (why.value = event.currentTarget.value)} ref={field} />
      <p class="actions">
        <button type="submit" disabled={busy.value || why.value.trim() === ""}>
          Reject
        </button>
        <button type="button" onClick={() => (open.value = false)}>
          Cancel
        </button>
      </p>
      {error.value !== null && (
        <p class="wrong" role="alert">
          {error.value}
        </p>
      )}
    </form>
  );
}

/** Takes an article out, once that is confirmed. */
export function Remove({ decisions, article }: { readonly decisions: Decisions; readonly article: string }) {
  const sure = useSignal(false);
  const error = useSignal<string | null>(null);
  const send = async (): Promise<void> => {
    error.value = await decisions.remove(article);
  };
  return (
    <p class="actions">
      {sure.value ? (
        <>
          <span>What rests on this article alone goes with it.</span>
          <button type="button" onClick={() => void send()}>
            Remove
          </button>
          <button type="button" onClick={() => (sure.value = false)}>
            Cancel
          </button>
        </>
      ) : (
        <button type="button" onClick={() => (sure.value = true)}>
          Remove this article …
        </button>
      )}
      {error.value !== null && (
        <span class="wrong" role="alert">
          {error.value}
        </span>
      )}
    </p>
  );
}

/** What was decided last, and taking it back. */
export function Decided({ decisions }: { readonly decisions: Decisions }) {
  const error = useSignal<string | null>(null);
  const last = decisions.last.value;
  const undo = async (): Promise<void> => {
    error.value = (await last?.undo?.()) ?? null;
  };
  return (
    <div role="status" class="notice" hidden={last === null}>
      {error.value ?? last?.words}{" "}
      {last?.undo && (
        <button type="button" onClick={() => void undo()}>
          Undo
        </button>
      )}
      {last && (
        <button type="button" onClick={decisions.forget}>
          Close
        </button>
      )}
    </div>
  );
}
