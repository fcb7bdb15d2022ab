import { signal } from "@preact/signals";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { captioned, type Item, withItems, withoutStep, withStepAfter } from "../../src/story/draft";
import { change, keep, shine, type, storyboard, undo } from "../../src/story/storyboard";

const line: Item = { kind: "line", key: "a\nr\nb\ndenied" };

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test("what is typed into a field on end is undone together, and nothing else with it", () => {
  const story = storyboard();
  change(story, withItems(story.draft.value, 0, [line]));
  for (const words of ["W", "Wh", "Who"]) type(story, "title", { ...story.draft.value, title: words });
  type(story, "caption 0", captioned(story.draft.value, 0, "Here"));
  undo(story);
  expect(story.draft.value).toMatchObject({ title: "Who", steps: [{ caption: "", items: [line] }] });
  undo(story);
  expect(story.draft.value).toMatchObject({ title: "", steps: [{ items: [line] }] });
  type(story, "title", { ...story.draft.value, title: "X" });
  undo(story);
  undo(story);
  undo(story);
  expect(story.draft.value.steps[0]?.items).toEqual([]);
});

test("the step that is worked on is always one that there is", () => {
  const story = storyboard();
  change(story, withStepAfter(story.draft.value, 0), 1);
  expect(story.at.value).toBe(1);
  change(story, withoutStep(story.draft.value, 1));
  expect(story.at.value).toBe(0);
});

test("a step stands out in the drawing as long as the story is open", () => {
  const story = storyboard();
  const highlighted = signal<ReadonlySet<string>>(new Set());
  const end = shine(story, highlighted);
  change(story, withItems(story.draft.value, 0, [line, { kind: "entity", id: "ann" }]));
  expect(highlighted.value.size).toBe(0);
  story.isOpen.value = true;
  expect([...highlighted.value]).toEqual(["a\nr\nb\ndenied", "ann"]);
  story.isOpen.value = false;
  expect(highlighted.value.size).toBe(0);
  end();
});

function view(store: Map<string, string>): Window {
  const localStorage = {
    getItem: (key: string) => store.get(key) ?? null,
    setItem: (key: string, value: string) => void store.set(key, value),
    removeItem: (key: string) => void store.delete(key),
  };
  return { localStorage, addEventListener: () => undefined, removeEventListener: () => undefined } as unknown as Window;
}

test("a draft is kept for its page, and for no other", () => {
  const store = new Map<string, string>();
  const [story, again, other] = [storyboard(), storyboard(), storyboard()];
  const end = keep(story, "one", view(store));
  change(story, withItems(story.draft.value, 0, [line]));
  vi.runAllTimers();
  end();
  keep(again, "one", view(store))();
  keep(other, "two", view(store))();
  expect(again.draft.value).toEqual(story.draft.value);
  expect(other.draft.value.steps[0]?.items).toEqual([]);
});

test("where the browser keeps nothing, or something else, the story is made all the same", () => {
  const forbids = { get localStorage(): Storage { throw new DOMException("SecurityError"); }, addEventListener: () => undefined, removeEventListener: () => undefined };
  for (const where of [forbids as unknown as Window, view(new Map([["accordingto story one", "<script>"]]))]) {
    const story = storyboard();
    const end = keep(story, "one", where);
    change(story, withItems(story.draft.value, 0, [line]));
    vi.runAllTimers();
    end();
    expect(story.draft.value.steps[0]?.items).toEqual([line]);
  }
});
