import { expect, test } from "vitest";
import { passages } from "../../src/model/passages";
import { index, suggestions } from "../../src/model/search";
import { hasAll, holds } from "../../src/model/text";
import { article, arrow, small, statement } from "./small";

const TEXT = "🗳️ Ada paid Bo.\r\n\r\nNobody knows what the Łódź\r\nworks are for. Zoë 🙂 keeps quiet.\r\n\r\nThe end.";
const points = [...TEXT];
const CLAIM = "🗳️ Ada paid Bo.";
const known = small([arrow("ada paid bo", "affirmed", [statement("s1", { sentence_start: 0, sentence_end: [...CLAIM].length })])], {
  articles: [article("first", { text: TEXT }), article("far")],
});
const found = (typed: string) => passages(known, new Map()).find(typed, holds, 5);

test.each([
  ["lodz", "Łódź"],
  ["keeps quiet", "keeps quiet"],
  ["zoe 🙂 k", "Zoë 🙂 k"],
  ["the end", "The end"],
])("%s is found at its very characters", (typed, words) => {
  const [one, ...others] = found(typed);
  expect(points.slice(one?.start, one?.end).join("")).toBe(words);
  expect(one?.excerpt).toContain(words);
  expect(others).toEqual([]);
});

test.each(["ada paid", "zzz", "quiet. the"])("%s is not: a claim's sentence says it, or nothing does", (typed) => expect(found(typed)).toEqual([]));

test("words that stand apart are found within one sentence, from the first to the last", () => {
  const all = (typed: string) => passages(known, new Map()).find(typed, hasAll(typed), 5);
  const [one, ...others] = all("works nobody");
  expect(points.slice(one?.start, one?.end).join("")).toBe("Nobody knows what the Łódź\r\nworks");
  expect(others).toEqual([]);
  expect(all("nobody quiet")).toEqual([]);
});

test("texts that aren't here are counted, until they are asked for", () => {
  expect(passages(known, new Map()).unread).toBe(1);
  const asked = passages(known, new Map([["far", article("far", { text: "Far away." })]]));
  expect(asked.unread).toBe(0);
  expect(suggestions(index(known), " FAR  a", asked)).toMatchObject([{ kind: "passage", name: "Far away.", passage: { article: "far", start: 0, end: 5 } }]);
});

test("of a long text only the words around are shown", () => {
  const words = Array.from({ length: 60 }, (_, n) => `word${n}`).join(" ");
  const [one] = passages(small([], { articles: [article("long", { text: words })] }), new Map()).find("word30", holds, 5);
  expect(one?.excerpt).toMatch(/^… word2\d .* word30 .* word3\d …$/);
});
