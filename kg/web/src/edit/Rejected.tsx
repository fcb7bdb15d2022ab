import { useSignal } from "@preact/signals";
import { useEffect, useId, useRef } from "preact/hooks";
import { sentence } from "../data/server";
import { dateWords } from "../model/words";
import type { Decisions, Rejection } from "./decisions";

/** All that was set aside, with who, why and when, to be restored. */
export function Rejected({ decisions, close }: { readonly decisions: Decisions; close(): void }) {
  const all = useSignal<readonly Rejection[] | null>(null);
  const error = useSignal<string | null>(null);
  const box = useRef<HTMLDialogElement>(null);
  const fetch = async (): Promise<void> => {
    try {
      all.value = await decisions.rejections();
    } catch (problem) {
      error.value = sentence(problem);
    }
  };
  useEffect(() => {
    box.current?.showModal();
    void fetch();
  }, []);
  const restore = async (one: Rejection, why: string): Promise<void> => {
    error.value = await decisions.restore(one.statement, why);
    await fetch();
  };
  return (
    <dialog class="reading" ref={box} aria-labelledby="rejected-title" onClose={close}>
      <h2 id="rejected-title">Rejected statements</h2>
      {error.value !== null && (
        <p class="wrong" role="alert">
          {error.value}
        </p>
      )}
      {all.value === null ? error.value === null && <p role="status">They are being fetched.</p> : all.value.length === 0 && <p>None is rejected.</p>}
      <ul class="rejected">
        {(all.value ?? []).map((one) => (
          <li key={one.statement}>
            <p>
              <bdi>{one.subject ?? "someone (not stated)"}</bdi> <span class="relation">{one.relation}</span> <bdi>{one.object}</bdi>
            </p>
            {one.quote && <blockquote dir="auto">{one.quote}</blockquote>}
            <p class="quiet">
              <bdi>{one.why ?? "without a reason"}</bdi> (<bdi>{one.who ?? "somebody"}</bdi>
              {one.when && `, ${dateWords(one.when)}`})
            </p>
            <Restore restore={(why) => restore(one, why)} />
          </li>
        ))}
      </ul>
      <p class="actions">
        <button type="button" onClick={() => box.current?.close()}>
          Close
        </button>
      </p>
    </dialog>
  );
}

function Restore({ restore }: { restore(why: string): Promise<void> }) {
  const id = useId();
  const why = useSignal("");
  const busy = useSignal(false);
  const send = async (event: Event): Promise<void> => {
    event.preventDefault();
    busy.value = true;
    await restore(why.value.trim());
    busy.value = false;
  };
  return (
    <form class="actions" onSubmit={(event) => void send(event)}>
      <label for={id}>Why it holds after all (optional)</label>
      <input id={id} type="text" dir="auto" value={why.value} onInput={(event) => (why.value = event.currentTarget.value)} />
      <button type="submit" disabled={busy.value}>
        Restore
      </button>
    </form>
  );
}
