import { describe, expect, test } from "vitest";
import { passages } from "../../src/model/passages";
import { first, index, suggestions } from "../../src/model/search";
import { article, arrow, small, statement } from "./small";

const TEXT = "🗳️ Ada paid Łódź Works.\r\nSão Mateus said nothing.";
const NODES = [
  { id: "ada", label: "Ada Halvorsen", labels: ["the governor", "Procom’s rival"], type: null, hidden: 0 },
  { id: "procom", label: "Procom", labels: [], type: null, hidden: 0 },
  { id: "east", label: "East Procom", labels: [], type: null, hidden: 0 },
  { id: "sao", label: "São Mateus", labels: [], type: null, hidden: 0 },
  { id: "door", label: "Association of Door Repair", labels: [], type: null, hidden: 0 },
  { id: "microm", label: "Microprocom", labels: [], type: null, hidden: 0 },
];
const known = small(
  [
    arrow("ada paid procom", "affirmed", [statement("s1", { sentence_start: 0, sentence_end: TEXT.indexOf("\r") - 1 })]),
    arrow("ada hired east", "affirmed", [statement("s2", { sentence_start: TEXT.indexOf("São") - 1, sentence_end: TEXT.length - 1 })]),
    arrow("east hired procom", "affirmed", [statement("s3", { article: null, quote: "Procom was hired by East" })]),
  ],
  { nodes: NODES, articles: [article("first", { text: TEXT })] },
);
const ready = index(known);
const ids = (typed: string, kind: string): readonly string[] => suggestions(ready, typed).flatMap((one) => (one.kind === kind ? [one.id] : []));

describe("names", () => {
  test.each([
    ["a word's beginning, the most connected first, then other names, but nothing that is within a word", "proc", ["procom", "east", "ada"]],
    ["what is within a word where no word begins so", "rocom", ["procom", "east", "microm", "ada"]],
    ["the whole name before all", "east procom", ["east"]],
    ["no case, no diacritics", "SAO mat", ["sao"]],
    ["nor need the typed ones fit", "são", ["sao"]],
    ["another name", "gov", ["ada"]],
    ["nothing for words of two names", "governor rival", []],
    ["the words the other way round", "halvorsen ada", ["ada"]],
    ["the initials of its words", "adr", ["door"]],
    ["inner words", "halv", ["ada"]],
    ["nothing for nothing", "  ", []],
    ["nothing for what isn't there", "zzz", []],
  ])("%s", (_what, typed, expected) => {
    expect(ids(typed, "entity")).toEqual(expected);
  });
  test("which other name it was is told", () => {
    expect(suggestions(ready, "gov")[0]).toMatchObject({ name: "Ada Halvorsen", also: "the governor", lines: 2 });
  });
});

test.each([
  ["by another name that is its own alone, the longest", [["Ada", "Governor of Westmark", "Halvorsen", "she"], ["Ada", "Halvorsen", "bakery", "she"]], [["Governor of Westmark", null], ["bakery", null]]],
  ["by a sentence where it has none", [["Ada"], ["Ada", "bakery"]], [[null, "Ada paid East."], ["bakery", null]]],
  ["by a sentence where others have all its names, though one of them was typed", [["Works", "Ada"], ["works", "Ada"]], [[null, "Ada paid East."], [null, "Works paid East."]]],
  ["not at all where another only has its name besides", [["Ada"], ["Bo", "Ada"]], [[null, null], ["Ada", null]]],
])("namesakes are told apart %s", (_what, [one = [], other = []], expected) => {
  const called = (id: string, [label = "", ...labels]: readonly string[]) => ({ id, label, labels, type: null, hidden: 0 });
  const said = small(
    [
      arrow("one paid east", "affirmed", [statement("1", { article: null, quote: "Ada paid East." })]),
      arrow("one hired east", "affirmed", [statement("2", { article: null, quote: "Ada hired East." })]),
      arrow("other paid east", "affirmed", [statement("3", { article: null, quote: "Works paid East." })]),
    ],
    { nodes: [called("one", one), called("other", other)] },
  );
  const found = suggestions(index(said), "ada").flatMap((each) => (each.kind === "entity" ? [[each.also, each.sentence]] : []));
  expect(found).toEqual(expected);
});

test("relations tell how many lines they have", () => {
  expect(suggestions(ready, "hire")).toContainEqual({ kind: "relation", id: "hired", name: "hired", lines: 2 });
});

test("a relation that is called just so comes before names", () => {
  const [first, second] = suggestions(index(small([arrow("a paid b", "affirmed", [statement("1")])], { nodes: [{ ...NODES[0]!, id: "a", label: "paid workers" }] })), "Paid");
  expect([first?.kind, second?.kind]).toEqual(["relation", "entity"]);
});

test.each([
  ["a name's word begins so", [{ ...NODES[0]!, id: "a", label: "Department of Works" }, { ...NODES[0]!, id: "b", label: "EPA" }], ["entity b"]],
  ["only an article's word does", [{ ...NODES[0]!, id: "a", label: "Department of Works" }, { ...NODES[0]!, id: "b", label: "Bo" }], ["passage first 13"]],
])("a middle of a word isn't suggested where %s", (_what, nodes, expected) => {
  const text = `A departed ${nodes[1]!.label === "EPA" ? "crowd" : "- EPA"}.`;
  const said = small([arrow("a paid b", "affirmed", [statement("1", { quote: "The department paid.", article: null })])], { nodes, articles: [article("first", { text })] });
  expect(suggestions(index(said), "epa", passages(said, new Map())).map((one) => `${one.kind} ${one.id}`)).toEqual(expected);
});

test("sentences are found by their very words, from the article or the quotation", () => {
  expect(ids("lodz", "sentence")).toEqual(["s1"]);
  expect(ids("paid Ł", "sentence")).toEqual(["s1"]);
  expect(suggestions(ready, "paid")).toContainEqual({ kind: "sentence", id: "s1", name: "🗳️ Ada paid Łódź Works.", passage: { article: "first", start: 0, end: 23 } });
  expect(suggestions(ready, "mateus")).toMatchObject([{ kind: "entity" }, { kind: "sentence", id: "s2", name: "São Mateus said nothing." }]);
  expect(ids("was hired", "sentence")).toEqual(["s3"]);
});

test("several words find the sentence of a claim that says them, after those that have them", () => {
  expect(ids("ada halvorsen paid", "sentence")).toEqual(["s1"]);
  expect(ids("east hired", "sentence")).toEqual(["s3", "s2"]);
  expect(ids("halvorsen", "sentence")).toEqual([]);
  expect(ids("halvorsen sued", "sentence")).toEqual([]);
});

test("words in any order find sentences that have all of them, the very words before", () => {
  expect(ids("works ada", "sentence")).toEqual(["s1"]);
  expect(ids("works zzz", "sentence")).toEqual([]);
  const said = ["Voters who are black left.", "Black voters left Tallis."].map((quote, n) => statement(`${n}`, { quote, article: null }));
  const found = suggestions(index(small([arrow("a left b", "affirmed", said)])), "black voters");
  expect(found.map((one) => one.id)).toEqual(["1", "0"]);
});

test.each([
  ["a name before a sentence", "procom", { kind: "entity", id: "procom" }],
  ["the sentence in its article where only sentences have the words", "paid lodz", { kind: "passage", passage: { article: "first", start: 0, end: 23 } }],
  ["the claim of a sentence that is in no article", "was hired by", { kind: "sentence", id: "s3" }],
  ["nothing where nothing is found", "zzz", null],
])("Enter takes %s", (_what, typed, expected) => {
  const taken = first(suggestions(ready, typed));
  if (expected) expect(taken).toMatchObject(expected);
  else expect(taken).toBeNull();
});

test("a hundred thousand names are searched between two key strokes", () => {
  const nodes = Array.from({ length: 100_000 }, (_, n) => ({ id: `e${n}`, label: `Cördale Wörks ${n}`, labels: [], type: null, hidden: 0 }));
  const large = index(small([], { nodes }));
  suggestions(large, "c");
  const began = performance.now();
  for (let n = 0; n < 9; n += 1) suggestions(large, `works ${n}`);
  expect((performance.now() - began) / 9).toBeLessThan(120);
});
