import { describe, expect, test } from "vitest";
import type { Draft } from "../../src/story/draft";
import { DraftError, MOST, opened, written } from "../../src/story/saved";

const DRAFT: Draft = {
  title: "</script><script>",
  byline: "👩‍👩‍👧‍👦",
  intro: "شركة\n\u2028two",
  earlier: "hidden",
  steps: [
    { caption: "one", items: [{ kind: "line", key: "urn:a\nurn:r\nurn:b\ndenied" }, { kind: "entity", id: "__proto__" }] },
    { caption: "", items: [] },
  ],
};

const file = (change: Record<string, unknown>): string => JSON.stringify({ ...JSON.parse(written(DRAFT)), ...change });

test("a draft comes back from its file as it was", () => {
  expect(opened(written(DRAFT))).toEqual(DRAFT);
});

test("a draft without steps has an empty one", () => {
  expect(opened(file({ steps: [] })).steps).toEqual([{ caption: "", items: [] }]);
});

test("what the file has beside a draft is left out", () => {
  const made = opened(file({ evil: 1, steps: [{ caption: "c", items: [], onclick: "x" }] }));
  expect(Object.keys(made).sort()).toEqual(["byline", "earlier", "intro", "steps", "title"]);
  expect(made.steps[0]).toEqual({ caption: "c", items: [] });
});

describe("what is no draft is refused in a sentence that tells the place", () => {
  test.each([
    ["", "isn’t JSON"],
    ["null", "no story’s draft"],
    ["[]", "no story’s draft"],
    ['{"format": "accordingto story 2"}', "no story’s draft"],
    [file({ title: 1 }), "“title” isn’t a text"],
    [file({ earlier: "<b>" }), "“earlier” must be"],
    [file({ steps: {} }), "“steps” isn’t a list"],
    [file({ steps: [null] }), "“steps[0]” isn’t a step"],
    [file({ steps: [{ caption: "", items: ["x"] }] }), "“steps[0].items[0]” is neither"],
    [file({ steps: [{ caption: "", items: [{ entity: {} }] }] }), "“steps[0].items[0].entity” isn’t a text"],
    [file({ steps: [{ caption: "", items: [{ subject: "a", relation: "r", object: "b", status: "true" }] }] }), "status” must be one of"],
    [file({ steps: [{ caption: "", items: [{ subject: "a\nb", relation: "r", object: "b", status: "denied" }] }] }), "line break"],
    [file({ title: "x".repeat(MOST.text + 1) }), "longer than 20,000"],
    [file({ steps: Array(MOST.steps + 1).fill({ caption: "", items: [] }) }), "more than 200"],
    [" ".repeat(MOST.characters + 1), "too large"],
  ])("%.60s", (text, reason) => {
    expect(() => opened(text)).toThrow(DraftError);
    expect(() => opened(text)).toThrow(reason);
  });
});
