import { useSignal } from "@preact/signals";
import type { ComponentChildren } from "preact";
import { useEffect, useId, useRef } from "preact/hooks";
import { count } from "../model/text";
import { handedText } from "./article";
import { facts } from "./preview";
import { Found } from "./Found";
import type { Reading, Step } from "./reading";

interface Props {
  readonly reading: Reading;
  readonly edit: boolean;
}

/** Where an article is handed in, and its facts are looked at before it is kept. */
export function Read({ reading, edit }: Props) {
  const step = reading.step.value;
  const box = useRef<HTMLDialogElement>(null);
  const open = step.kind !== "closed";
  useEffect(() => {
    if (open && !box.current?.open) box.current?.showModal();
    if (!open) box.current?.close();
  }, [open]);
  return (
    <dialog class="reading" ref={box} aria-labelledby="reading-title" onClose={() => reading.close()}>
      <h2 id="reading-title">{title(step)}</h2>
      <Body reading={reading} edit={edit} step={step} />
    </dialog>
  );
}

function title(step: Step): string {
  switch (step.kind) {
    case "closed":
    case "asking":
      return "Read an article";
    case "reading":
      return "The article is being read";
    case "read":
      return edited(step) ? "Read as far as it went: nothing of this is kept yet" : "Read: nothing of this is kept yet";
    case "keeping":
      return "The article is being kept";
  }
}

function edited(step: Step): boolean {
  return step.kind === "read" && step.error !== null;
}

function Body({ reading, edit, step }: Props & { readonly step: Step }) {
  if (step.kind === "closed") return null;
  if (step.kind === "asking") return <Form reading={reading} error={step.error} />;
  const { preview } = step;
  return (
    <>
      <p role="status">{progress(step)}</p>
      {step.kind === "reading" && (
        <progress aria-label="Read so far" {...(preview.of === null ? {} : { max: preview.of, value: preview.done })} />
      )}
      {step.kind === "read" && step.error !== null && <Wrong>{step.error}</Wrong>}
      {preview.problems.map((problem) => (
        <p key={problem} class="note" dir="auto">
          {problem}
        </p>
      ))}
      <Found preview={preview} />
      <p class="actions">
        {step.kind === "read" && edit && step.error === null && (
          <button type="button" class="main" onClick={() => void reading.keep()}>
            Keep
          </button>
        )}
        {step.kind !== "keeping" && (
          <button type="button" onClick={() => reading.close()}>
            {step.kind === "reading" ? "Cancel" : "Discard"}
          </button>
        )}
        {!edit && <small class="quiet">To keep articles, start the server with kg serve --edit.</small>}
      </p>
    </>
  );
}

function progress(step: Exclude<Step, { kind: "closed" | "asking" }>): string {
  const { preview } = step;
  const found = count(facts(preview).length, "fact");
  if (step.kind !== "reading") return `${found} found.`;
  return preview.of === null ? "It is being taken in." : `${found} so far.`;
}

function Form({ reading, error }: { readonly reading: Reading; readonly error: string | null }) {
  const id = useId();
  const named = useSignal("");
  const text = useSignal("");
  const chosen = (files: FileList | null): void => {
    const file = files?.item(0);
    if (file) void reading.file(file);
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void reading.read(handedText(named.value, text.value));
      }}
    >
      {error !== null && <Wrong>{error}</Wrong>}
      <p>Its facts are shown sentence by sentence. Nothing is kept until you say so.</p>
      <label for={`${id}-file`}>A text, Markdown or HTML file; it can be dropped onto the page too</label>
      <input id={`${id}-file`} type="file" accept=".txt,.md,.markdown,.html,.htm,text/plain,text/markdown,text/html" onChange={(event) => chosen(event.currentTarget.files)} />
      <label for={`${id}-title`}>Or a headline</label>
      <input id={`${id}-title`} type="text" dir="auto" value={named.value} onInput={(event) => (named.value = event.currentTarget.value)} />
      <label for={`${id}-text`}>and the article’s text</label>
      <textarea id={`${id}-text`} rows={10} dir="auto" value={text.value} onInput={(event) => (text.value = event.currentTarget.value)} />
      <p class="actions">
        <button type="submit" class="main" disabled={text.value.trim() === ""}>
          Read
        </button>
        <button type="button" onClick={() => reading.close()}>
          Cancel
        </button>
      </p>
    </form>
  );
}

function Wrong({ children }: { readonly children: ComponentChildren }) {
  return (
    <p class="wrong" role="alert" dir="auto">
      {children}
    </p>
  );
}
