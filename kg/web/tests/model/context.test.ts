import { describe, expect, test } from "vitest";
import { context } from "../../src/model/context";

const TEXT = "🗳️ Headline\r\n\r\nIt is unclear how much the women get. The firm paid “that little”. It was said by Mr. Oduya in June. 🙂 More.\r\n\r\nThe next block begins here. And goes on.";
const around = (words: string) => {
  const start = [...TEXT.slice(0, TEXT.indexOf(words))].length;
  return context(TEXT, start, start + [...words].length);
};

describe("the sentences around", () => {
  test.each([
    ["within a block", "The firm paid “that little”.", "It is unclear how much the women get.", "It was said by Mr. Oduya in June."],
    ["at a block's beginning", "It is unclear how much the women get.", "🗳️ Headline", "The firm paid “that little”."],
    ["at a block's beginning, of the one before a sentence", "The next block begins here.", "It was said by Mr. Oduya in June. 🙂 More.", "And goes on."],
    ["at the end", "And goes on.", "The next block begins here.", ""],
  ])("%s", (_what, words, before, after) => {
    expect(around(words)).toEqual({ before, after });
  });
  test("are cut where they are too long", () => {
    const text = `${"word ".repeat(200)}end. Here. ${"word ".repeat(200)}`;
    const { before, after } = context(text, 1005, 1010);
    expect([before.startsWith("… word"), after.endsWith("word …")]).toEqual([true, true]);
    expect(Math.max(before.length, after.length)).toBeLessThan(310);
  });
  test("stay in a text, wherever they are said to be", () => expect(context("Short.", 90, 99)).toEqual({ before: "Short.", after: "" }));
});
