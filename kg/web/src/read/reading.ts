import { signal, type ReadonlySignal } from "@preact/signals";
import { values } from "../data/ndjson";
import { isAbort, request, sentence, tell } from "../data/server";
import { handedFile, type Handed } from "./article";
import { heard, NOTHING, type Preview, type Told } from "./preview";

export type Step =
  | { readonly kind: "closed" }
  | { readonly kind: "asking"; readonly error: string | null }
  | { readonly kind: "reading"; readonly handed: Handed; readonly preview: Preview }
  | { readonly kind: "read"; readonly handed: Handed; readonly preview: Preview; readonly error: string | null }
  | { readonly kind: "keeping"; readonly handed: Handed; readonly preview: Preview };

/** An article from being handed in to being kept or dropped. */
export interface Reading {
  readonly step: ReadonlySignal<Step>;
  open(): void;
  file(file: File): Promise<void>;
  read(handed: Handed): Promise<void>;
  keep(): Promise<void>;
  close(): void;
}

/** `kept` is called with the article's IRI when the store has taken it. */
export function reading(kept: (article: string) => Promise<void>): Reading {
  const step = signal<Step>({ kind: "closed" });
  let stopper = new AbortController();

  const read = async (handed: Handed): Promise<void> => {
    stopper.abort();
    const mine = (stopper = new AbortController());
    let preview = NOTHING;
    step.value = { kind: "reading", handed, preview };
    try {
      for await (const told of values<Told>(await posted(handed, mine.signal))) {
        if (mine.signal.aborted) return;
        step.value = { kind: "reading", handed, preview: (preview = heard(preview, told)) };
      }
      step.value = { kind: "read", handed, preview, error: null };
    } catch (error) {
      if (isAbort(error) || mine.signal.aborted) return;
      step.value = preview.article ? { kind: "read", handed, preview, error: sentence(error) } : { kind: "asking", error: sentence(error) };
    }
  };
  const close = (): void => {
    stopper.abort();
    step.value = { kind: "closed" };
  };
  return {
    step,
    read,
    close,
    open: () => (step.value = { kind: "asking", error: null }),
    async file(file) {
      try {
        await read(await handedFile(file));
      } catch (error) {
        step.value = { kind: "asking", error: sentence(error) };
      }
    },
    async keep() {
      const now = step.value;
      if (now.kind !== "read") return;
      const { handed, preview } = now;
      step.value = { kind: "keeping", handed, preview };
      let article: string;
      try {
        article = (await tell<{ article: string }>("/api/keep", handed)).article;
      } catch (error) {
        step.value = { kind: "read", handed, preview, error: sentence(error) };
        return;
      }
      close();
      await kept(article);
    },
  };
}

async function posted(handed: Handed, signal: AbortSignal): Promise<ReadableStream<Uint8Array>> {
  const headers = { Accept: "application/x-ndjson", "Content-Type": "application/json" };
  const response = await request("/api/read", { method: "POST", headers, body: JSON.stringify(handed), signal });
  if (!response.body) throw new Error("The server's answer is empty: try again.");
  return response.body;
}
