import { effect, signal, type Signal } from "@preact/signals";
import type { Choice } from "../explorer/state";
import { BLANK, clamped, type Draft, isBlank, type Item, itemCount, shownItems } from "./draft";
import { opened, written } from "./saved";

/** The story that is being made: its draft, which step is worked on, whether the panel shows it, what it was before each change, and which field is typed into. */
export interface Storyboard {
  readonly draft: Signal<Draft>;
  readonly at: Signal<number>;
  readonly isOpen: Signal<boolean>;
  readonly past: Signal<readonly Draft[]>;
  readonly field: Signal<string>;
}

const KEPT = 100;

export function storyboard(): Storyboard {
  return { draft: signal(BLANK), at: signal(0), isOpen: signal(false), past: signal<readonly Draft[]>([]), field: signal("") };
}

/** Change the draft in a way that can be undone, and go to a step. */
export function change({ draft, at, past, field }: Storyboard, next: Draft, to = at.peek()): void {
  field.value = "";
  past.value = [...past.peek().slice(-KEPT), draft.peek()];
  draft.value = next;
  at.value = clamped(next, to);
}

/** Change a text as it's typed: what is typed into one field on end is undone together. */
export function type(story: Storyboard, field: string, next: Draft): void {
  if (story.field.peek() === field) story.draft.value = next;
  else change(story, next);
  story.field.value = field;
}

export function undo({ draft, at, past, field }: Storyboard): void {
  const before = past.peek().at(-1);
  if (!before) return;
  field.value = "";
  past.value = past.peek().slice(0, -1);
  draft.value = before;
  at.value = clamped(before, at.peek());
}

/** What is chosen, as something that a step can show; null for what can't be drawn. */
export function itemOf(choice: Choice | null): Item | null {
  if (choice?.kind === "line") return { kind: "line", key: choice.key };
  return choice?.kind === "entity" ? { kind: "entity", id: choice.id } : null;
}

/** Let what the current step shows stand out in the drawing for as long as the story is open. Gives what ends it. */
export function shine({ draft, at, isOpen }: Storyboard, highlighted: Signal<ReadonlySet<string>>): () => void {
  return effect(() => {
    const ids = isOpen.value ? shownItems(draft.value, at.value).own.map((item) => (item.kind === "line" ? item.key : item.id)) : [];
    if (ids.length || highlighted.peek().size) highlighted.value = new Set(ids);
  });
}

/** Keep the draft where the browser keeps a page's things, under the page's name, as far as it may. Gives what ends it. */
export function keep({ draft }: Storyboard, page: string, view: Window): () => void {
  const key = `accordingto story ${page}`;
  const kept = guarded(() => view.localStorage.getItem(key));
  if (kept) {
    const found = guarded(() => opened(kept));
    if (found) draft.value = found;
  }
  let timer: ReturnType<typeof setTimeout> | undefined;
  const save = (now: Draft): void => {
    guarded(() => (isBlank(now) ? view.localStorage.removeItem(key) : view.localStorage.setItem(key, written(now))));
  };
  const ended = effect(() => {
    const now = draft.value;
    clearTimeout(timer);
    timer = setTimeout(save, 300, now);
  });
  const leave = (): void => save(draft.peek());
  view.addEventListener("pagehide", leave);
  return () => {
    clearTimeout(timer);
    ended();
    view.removeEventListener("pagehide", leave);
  };
}

/** "Story", with how much is in it. */
export function tabName(draft: Draft): string {
  const many = itemCount(draft);
  return many ? `Story (${many})` : "Story";
}

/** What an action gives; null where the browser doesn't allow it, or what it kept is none of ours. */
function guarded<T>(action: () => T): T | null {
  try {
    return action();
  } catch {
    return null;
  }
}
