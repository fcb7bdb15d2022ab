import { EntityLink, Triple } from "../explorer/Names";
import type { Explorer } from "../explorer/state";
import { type Earlier, holds, withItems, withStepAfter } from "./draft";
import { ExportStory } from "./ExportStory";
import { StepEditor } from "./StepEditor";
import { change, itemOf, type, undo } from "./storyboard";

const EARLIER: readonly (readonly [Earlier, string])[] = [
  ["dimmed", "what it adds, and paler all before it"],
  ["hidden", "only its own"],
];

/** Where a story is made: its words, its steps in their order, and what comes of it. */
export function StoryPanel({ state }: { readonly state: Explorer }) {
  const { story } = state;
  const { draft, past } = story;
  const now = draft.value;
  const write = (field: "title" | "byline" | "intro", words: string): void => type(story, field, { ...draft.value, [field]: words });
  return (
    <div class="story">
      <Chosen state={state} />
      <label>
        Title
        <input type="text" dir="auto" maxLength={300} value={now.title} placeholder={state.settings.title} onInput={(event) => write("title", event.currentTarget.value)} />
      </label>
      <label>
        Byline
        <input type="text" dir="auto" maxLength={300} value={now.byline} onInput={(event) => write("byline", event.currentTarget.value)} />
      </label>
      <label>
        Introduction
        <textarea dir="auto" rows={2} maxLength={10_000} value={now.intro} onInput={(event) => write("intro", event.currentTarget.value)} />
      </label>
      <fieldset>
        <legend>Each step shows</legend>
        {EARLIER.map(([value, words]) => (
          <label key={value}>
            <input type="radio" name="earlier" checked={now.earlier === value} onChange={() => change(story, { ...now, earlier: value })} /> {words}
          </label>
        ))}
      </fieldset>
      <ol class="plot">
        {now.steps.map((step, n) => (
          <StepEditor key={n} state={state} step={step} at={n} />
        ))}
      </ol>
      <p class="actions">
        <button type="button" onClick={() => change(story, withStepAfter(now, now.steps.length - 1), now.steps.length)}>
          Add a step
        </button>
        <button type="button" disabled={past.value.length === 0} onClick={() => undo(story)}>
          Undo
        </button>
      </p>
      <ExportStory state={state} />
    </div>
  );
}

/** What is chosen in the drawing, which a click puts into the current step. */
function Chosen({ state }: { readonly state: Explorer }) {
  const { story, model, choice } = state;
  const { draft, at } = story;
  const item = itemOf(choice.value);
  const line = item?.kind === "line" ? model.value.lines.get(item.key) : undefined;
  if (!item || (item.kind === "line" && !line)) return <p class="quiet">Choose an arrow or a name in the drawing, then add it to a step here.</p>;
  const lines = item.kind === "entity" ? (model.value.linesOf.get(item.id) ?? []) : [];
  const add = (items: Parameters<typeof withItems>[2]): void => change(story, withItems(draft.value, at.value, items));
  return (
    <div class="note pick">
      <p>{item.kind === "entity" ? <EntityLink state={state} id={item.id} /> : line && <Triple state={state} line={line} />}</p>
      <p class="actions">
        <button type="button" class="main" disabled={holds(draft.value.steps[at.value], item)} onClick={() => add([item])}>
          Add to step {at.value + 1}
        </button>
        {lines.length > 0 && lines.length <= 40 && (
          <button type="button" onClick={() => add(lines.map(({ key }) => ({ kind: "line", key })))}>
            Add its {lines.length === 1 ? "claim" : `${lines.length} claims`}
          </button>
        )}
        <button type="button" onClick={() => (story.isOpen.value = false)}>
          Evidence
        </button>
      </p>
    </div>
  );
}
