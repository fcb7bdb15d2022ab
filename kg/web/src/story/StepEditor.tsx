import { EntityLink, Stroke, Triple } from "../explorer/Names";
import type { Explorer } from "../explorer/state";
import { standingOf } from "../model/voices";
import { captioned, type Item, moved, type Step, withoutItem, withoutStep } from "./draft";
import { change, type } from "./storyboard";

interface Editing {
  readonly state: Explorer;
  readonly step: Step;
  readonly at: number;
}

/** A step: its place in the order, its caption, and what it shows. */
export function StepEditor({ state, step, at }: Editing) {
  const { story } = state;
  const { draft } = story;
  const now = draft.value;
  const isCurrent = story.at.value === at;
  const name = `Step ${at + 1}`;
  const select = (): void => {
    story.at.value = at;
    state.choice.value = null;
    state.stage.value?.showAll(step.items.map((item) => (item.kind === "line" ? item.key : item.id)));
  };
  const move = (by: number): void => {
    change(story, moved(now, at, by), at + by);
    document.getElementById(idOf(by, at + by))?.focus(); // the keyboard's focus goes along
  };
  return (
    <li class={isCurrent ? "current" : ""}>
      <p class="bar">
        <button type="button" class="select" aria-pressed={isCurrent} onClick={select}>
          {name}
        </button>
        <Move by={-1} at={at} isOff={at === 0} act={move} />
        <Move by={1} at={at} isOff={at === now.steps.length - 1} act={move} />
        <button type="button" aria-label={`Remove ${name}`} onClick={() => change(story, withoutStep(now, at))}>
          Remove
        </button>
      </p>
      <label>
        <span class="hidden-text">Caption of step {at + 1}</span>
        <textarea
          dir="auto"
          rows={isCurrent ? 3 : 1}
          maxLength={10_000}
          placeholder="What this step tells, in your own words"
          value={step.caption}
          onFocus={() => (story.at.value = at)}
          onInput={(event) => type(story, `caption ${at}`, captioned(draft.value, at, event.currentTarget.value))}
        />
      </label>
      <ul class="items">
        {step.items.map((item) => (
          <li key={item.kind === "line" ? item.key : item.id}>
            <Shown state={state} item={item} />
            <button type="button" class="round" aria-label={`Take it out of ${name}`} title="Take out" onClick={() => change(story, withoutItem(now, at, item), at)}>
              ×
            </button>
          </li>
        ))}
      </ul>
      {step.items.length === 0 && <p class="quiet">Nothing is in it yet.</p>}
    </li>
  );
}

interface Moving {
  readonly by: 1 | -1;
  readonly at: number;
  readonly isOff: boolean;
  readonly act: (by: number) => void;
}

function Move({ by, at, isOff, act }: Moving) {
  const name = by < 0 ? "Earlier" : "Later";
  return (
    <button type="button" id={idOf(by, at)} aria-label={`Step ${at + 1}: ${name.toLowerCase()}`} title={name} aria-disabled={isOff} onClick={() => !isOff && act(by)}>
      {by < 0 ? "↑" : "↓"}
    </button>
  );
}

function idOf(by: number, at: number): string {
  return `story-${by < 0 ? "earlier" : "later"}-${at}`;
}

function Shown({ state, item }: { readonly state: Explorer; readonly item: Item }) {
  const known = state.model.value;
  const choose = (): void => void (state.choice.value = item);
  if (item.kind === "entity") return known.entities.has(item.id) ? <EntityLink state={state} id={item.id} /> : <Missing />;
  const line = known.lines.get(item.key);
  if (!line) return <Missing />;
  return (
    <button type="button" class={`row ${standingOf(line)}`} onClick={choose}>
      <Stroke status={standingOf(line)} />
      <span>
        <Triple state={state} line={line} />
      </span>
    </button>
  );
}

function Missing() {
  return <span class="wrong">This page doesn’t hold it: it won’t be in the story.</span>;
}
