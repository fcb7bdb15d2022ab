import { useSignal } from "@preact/signals";
import { useRef } from "preact/hooks";
import { download } from "../data/download";
import { sentence } from "../data/server";
import type { Explorer } from "../explorer/state";
import { dots, fileName } from "../scene/export";
import { itemCount } from "./draft";
import { pageOf, posterOf, titleOf } from "./export";
import { embedding } from "./page/page";
import { Preview } from "./Preview";
import { opened, written } from "./saved";
import { change } from "./storyboard";

/** What comes of a story: a page, pictures, the draft as a file. */
export function ExportStory({ state }: { readonly state: Explorer }) {
  const { story } = state;
  const { draft, at } = story;
  const trouble = useSignal("");
  const captions = useSignal(true);
  const copied = useSignal(false);
  const file = useRef<HTMLInputElement>(null);
  const name = fileName(titleOf(state));
  const isEmpty = itemCount(draft.value) === 0;
  const guarded = (action: () => Promise<void>) => async (): Promise<void> => {
    trouble.value = "";
    await action().catch((error: unknown) => (trouble.value = sentence(error)));
  };
  const svg = (step: number | null) => guarded(async () => download(`${name}${suffix(step)}.svg`, new Blob([posterOf(state, step, captions.value)], { type: "image/svg+xml" })));
  const png = (step: number | null) => guarded(async () => download(`${name}${suffix(step)}.png`, await dots(posterOf(state, step, captions.value))));
  const save = guarded(async () => download(`${name}.html`, new Blob([await pageOf(state)], { type: "text/html" })));
  const open = async (chosen: File | undefined): Promise<void> => {
    if (chosen) await guarded(async () => change(story, opened(await chosen.text()), 0))();
    if (file.current) file.current.value = "";
  };
  const snippet = embedding(`${name}.html`, titleOf(state));
  return (
    <section class="publish" aria-label="What comes of the story">
      <h3>Publish</h3>
      <p class="actions">
        <button type="button" class="main" disabled={isEmpty} onClick={() => void save()}>
          Save the page
        </button>
        <span class="quiet">One HTML file with every claim’s sentence, for your site and your lawyers.</span>
      </p>
      <Preview state={state} />
      <div class="pictures">
        <Pictures isOff={isEmpty} name="The story" what="the story" svg={svg(null)} png={png(null)} />
        <Pictures isOff={!draft.value.steps[at.value]?.items.length} name={`Step ${at.value + 1}`} what={`step ${at.value + 1}`} svg={svg(at.value)} png={png(at.value)} />
        <label>
          <input type="checkbox" checked={captions.value} onChange={(event) => (captions.value = event.currentTarget.checked)} /> with captions
        </label>
      </div>
      <details>
        <summary>Put it into another page</summary>
        <label>
          <span class="hidden-text">What to put into the other page</span>
          <textarea readOnly rows={4} value={snippet} onFocus={(event) => event.currentTarget.select()} />
        </label>
        <button type="button" onClick={() => void guarded(async () => copy(snippet))().then(() => (copied.value = trouble.value === ""))}>
          {copied.value ? "Copied" : "Copy"}
        </button>
      </details>
      <p class="actions">
        <button type="button" onClick={() => download(`${name}.story.json`, new Blob([written(draft.value)], { type: "application/json" }))}>
          Save the draft
        </button>
        <button type="button" onClick={() => file.current?.click()}>
          Open a draft …
        </button>
        <input hidden type="file" ref={file} aria-label="A story’s draft" accept=".json,application/json" onChange={(event) => void open(event.currentTarget.files?.[0])} />
      </p>
      {trouble.value && (
        <p class="wrong" role="alert">
          {trouble.value}
        </p>
      )}
    </section>
  );
}

interface Picturing {
  readonly isOff: boolean;
  readonly name: string;
  readonly what: string;
  readonly svg: () => Promise<void>;
  readonly png: () => Promise<void>;
}

function Pictures({ isOff, name, what, svg, png }: Picturing) {
  return (
    <>
      <span>{name} as a picture</span>
      <button type="button" disabled={isOff} aria-label={`Save ${what} as SVG`} onClick={() => void svg()}>
        SVG
      </button>
      <button type="button" disabled={isOff} aria-label={`Save ${what} as PNG`} onClick={() => void png()}>
        PNG
      </button>
    </>
  );
}

function suffix(step: number | null): string {
  return step === null ? "" : `-step-${step + 1}`;
}

async function copy(words: string): Promise<void> {
  if (!navigator.clipboard) throw new Error("The browser doesn’t let this page copy: choose the text and copy it yourself.");
  await navigator.clipboard.writeText(words);
}
