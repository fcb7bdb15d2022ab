/** A story as its author makes it: steps in an order, each with arrows and entities of the graph and words of the author's own. */

/** A line by its key, or an entity by its id. */
export type Item = { readonly kind: "line"; readonly key: string } | { readonly kind: "entity"; readonly id: string };

export interface Step {
  readonly caption: string;
  readonly items: readonly Item[];
}

/** What a step shows of the steps before it. */
export type Earlier = "dimmed" | "hidden";

export interface Draft {
  readonly title: string;
  readonly byline: string;
  readonly intro: string;
  readonly earlier: Earlier;
  /** At least one. */
  readonly steps: readonly Step[];
}

const EMPTY: Step = { caption: "", items: [] };

export const BLANK: Draft = { title: "", byline: "", intro: "", earlier: "dimmed", steps: [EMPTY] };

/** Whether nothing was put into a draft yet. */
export function isBlank({ title, byline, intro, steps }: Draft): boolean {
  return title + byline + intro === "" && steps.every((step) => step.caption === "" && step.items.length === 0);
}

/** The draft without steps that have neither caption nor items: what is published. */
export function filled(draft: Draft): Draft {
  return { ...draft, steps: draft.steps.filter(isFilled) };
}

export function isFilled({ caption, items }: Step): boolean {
  return caption.trim() !== "" || items.length > 0;
}

/** How many items the steps have together. */
export function itemCount(draft: Draft): number {
  return draft.steps.reduce((sum, step) => sum + step.items.length, 0);
}

export function holds(step: Step | undefined, item: Item): boolean {
  return step?.items.some((one) => isSame(one, item)) ?? false;
}

export function withItems(draft: Draft, at: number, items: readonly Item[]): Draft {
  return changed(draft, at, (step) => ({ ...step, items: items.reduce((all, item) => (holds({ ...step, items: all }, item) ? all : [...all, item]), step.items) }));
}

export function withoutItem(draft: Draft, at: number, item: Item): Draft {
  return changed(draft, at, (step) => ({ ...step, items: step.items.filter((one) => !isSame(one, item)) }));
}

export function captioned(draft: Draft, at: number, caption: string): Draft {
  return changed(draft, at, (step) => ({ ...step, caption }));
}

/** The draft with an empty step after this one. */
export function withStepAfter(draft: Draft, at: number): Draft {
  return { ...draft, steps: [...draft.steps.slice(0, at + 1), EMPTY, ...draft.steps.slice(at + 1)] };
}

/** The draft without a step; the last one that's left becomes empty instead. */
export function withoutStep(draft: Draft, at: number): Draft {
  const steps = draft.steps.filter((_, n) => n !== at);
  return { ...draft, steps: steps.length ? steps : [EMPTY] };
}

/** The draft with a step moved towards the end (`by` 1) or the beginning (-1), as far as there is room. */
export function moved(draft: Draft, at: number, by: number): Draft {
  const to = clamped(draft, at + by);
  const steps = draft.steps.filter((_, n) => n !== at);
  const step = draft.steps[at];
  return step ? { ...draft, steps: [...steps.slice(0, to), step, ...steps.slice(to)] } : draft;
}

/** The nearest number of a step that there is. */
export function clamped({ steps }: Draft, at: number): number {
  return Math.max(0, Math.min(at, steps.length - 1));
}

/** The items that a step shows: its own, and those of the steps before it where these are shown too. */
export function shownItems({ steps, earlier }: Draft, at: number): { readonly own: readonly Item[]; readonly before: readonly Item[] } {
  const own = steps[at]?.items ?? [];
  const all = earlier === "dimmed" ? steps.slice(0, at).flatMap((step) => step.items) : [];
  return { own, before: all.filter((item, n) => !own.some((one) => isSame(one, item)) && all.findIndex((one) => isSame(one, item)) === n) };
}

function changed(draft: Draft, at: number, change: (step: Step) => Step): Draft {
  return { ...draft, steps: draft.steps.map((step, n) => (n === at ? change(step) : step)) };
}

function isSame(one: Item, other: Item): boolean {
  return one.kind === "line" ? other.kind === "line" && one.key === other.key : other.kind === "entity" && one.id === other.id;
}
