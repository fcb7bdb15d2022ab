import { describe, expect, test } from "vitest";
import { BLANK, captioned, type Draft, filled, holds, isBlank, type Item, itemCount, moved, shownItems, withItems, withoutItem, withoutStep, withStepAfter } from "../../src/story/draft";

const line = (key: string): Item => ({ kind: "line", key });
const ann: Item = { kind: "entity", id: "ann" };

/** A draft whose steps are called as given, each with an arrow of its name. */
function draft(...names: string[]): Draft {
  return { ...BLANK, steps: names.map((caption) => ({ caption, items: [line(caption)] })) };
}

const captions = ({ steps }: Draft): string => steps.map((step) => step.caption).join("");

describe("what a step shows", () => {
  test("is put in once, in the order in which it was chosen, and taken out", () => {
    const made = withItems(BLANK, 0, [line("b"), ann, line("b"), line("a")]);
    expect(made.steps[0]?.items).toEqual([line("b"), ann, line("a")]);
    expect(withItems(made, 0, [ann])).toEqual(made);
    expect(holds(withoutItem(made, 0, ann).steps[0], ann)).toBe(false);
    expect(itemCount(made)).toBe(3);
  });

  test("an arrow and an entity of the same name are two things", () => {
    expect(holds({ caption: "", items: [line("ann")] }, ann)).toBe(false);
  });

  test("is its own and, below it, what steps before it showed, nothing twice", () => {
    const made = withItems(withItems(draft("a", "b", "c"), 1, [line("a")]), 2, [line("b")]);
    expect(shownItems(made, 2)).toEqual({ own: [line("c"), line("b")], before: [line("a")] });
    expect(shownItems({ ...made, earlier: "hidden" }, 2).before).toEqual([]);
    expect(shownItems(made, 9)).toEqual({ own: [], before: [line("a"), line("b"), line("c")] });
  });
});

describe("steps in their order", () => {
  test.each([
    [0, 1, "bac"],
    [2, -1, "acb"],
    [0, -1, "abc"],
    [2, 1, "abc"],
    [0, 9, "bca"],
    [7, 1, "abc"],
  ])("step %i moved by %i", (at, by, expected) => {
    expect(captions(moved(draft("a", "b", "c"), at, by))).toBe(expected);
  });

  test("a new one comes after the one it was asked for at, and the last one is never gone", () => {
    expect(withStepAfter(draft("a", "b"), 0).steps.map((step) => step.caption)).toEqual(["a", "", "b"]);
    expect(captions(withoutStep(draft("a", "b"), 0))).toBe("b");
    expect(withoutStep(draft("a"), 0).steps).toEqual(BLANK.steps);
  });

  test("those with neither caption nor items aren't published", () => {
    expect(captions(filled(captioned(withStepAfter(withStepAfter(draft("a", "b"), 0), 2), 3, "c")))).toBe("abc");
  });

  test("a draft is blank until something is in it", () => {
    expect(isBlank(BLANK)).toBe(true);
    expect(isBlank(withStepAfter(BLANK, 0))).toBe(true);
    expect(isBlank(captioned(BLANK, 0, "x"))).toBe(false);
    expect(isBlank(draft("a"))).toBe(false);
  });
});
