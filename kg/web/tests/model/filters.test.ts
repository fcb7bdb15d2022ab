import { describe, expect, test } from "vitest";
import { facets, only } from "../../src/model/facets";
import { type Filters, NO_FILTERS, shownLines } from "../../src/model/filters";
import { filterWords } from "../../src/model/filterwords";
import { article, arrow, small, statement } from "./small";

const when = (edtf: string) => ({ when: { words: edtf, edtf } });
const known = small(
  [
    arrow("a paid b", "affirmed", [statement("1", { speaker: "ann", ...when("2012") }), statement("2", { speaker: "bob" })]),
    arrow("a paid b", "denied", [statement("3", when("2014-05"))]),
    arrow("b hired c", "planned", [statement("4", { article: "dateless" })]),
    arrow("c owns d", "affirmed", [statement("5", { speaker: "ann", article: "dateless", ...when("2015/..") })]),
  ],
  {
    articles: [article("first", { published: "2016-03-01" }), article("dateless")],
    classes: [{ id: "Firm", name: "Firm", label: "firm", ancestors: [] }],
    derived: [{ subject: "a", relation: "linked", label: "linked", object: "d", premises: ["1", "4", "5"], cautions: [] }],
  },
);
const labels = facets(known, (status) => status);
const shown = (filters: Partial<Filters>): readonly string[] =>
  shownLines(known, { ...NO_FILTERS, ...filters }).map((line) => `${line.arrow.relation} ${line.kind === "stated" ? line.arrow.status : "derived"}`);

describe("what the filters leave", () => {
  test.each<readonly [string, Partial<Filters>, readonly string[]]>([
    ["all", {}, ["paid affirmed", "paid denied", "hired planned", "owns affirmed", "linked derived"]],
    ["a relation less, but not what follows from it", { relations: new Set(["owns"]) }, ["paid affirmed", "paid denied", "hired planned", "linked derived"]],
    ["only a relation that follows", { relations: new Set(["paid", "hired", "owns"]) }, ["linked derived"]],
    ["only what follows", { statuses: new Set(["affirmed", "denied", "planned", "possible"]) }, ["linked derived"]],
    ["what follows from whom nobody wants to hear less", { speakers: new Set(["ann"]) }, ["paid affirmed", "paid denied", "hired planned"]],
    ["a status less", { statuses: new Set(["denied"]) }, ["paid affirmed", "hired planned", "owns affirmed", "linked derived"]],
    ["what follows less", { statuses: new Set(["derived"]) }, ["paid affirmed", "paid denied", "hired planned", "owns affirmed"]],
    ["a speaker less: others say it still", { speakers: new Set(["bob"]) }, ["paid affirmed", "paid denied", "hired planned", "owns affirmed", "linked derived"]],
    ["all its speakers less", { speakers: new Set(["ann", "bob"]) }, ["paid denied", "hired planned"]],
    ["the article itself less", { speakers: new Set([""]) }, ["paid affirmed", "owns affirmed"]],
    ["before 2013, by its words", { to: "2012-12-31", undated: false }, ["paid affirmed"]],
    ["a vague date counts for every day it may mean", { from: "2012-07-01", to: "2012-07-02", undated: false }, ["paid affirmed"]],
    ["by its article's date where its words have none", { from: "2016-01-01", to: "2016-12-31", undated: false }, ["paid affirmed", "owns affirmed"]],
    ["what is open has no end", { from: "2030-01-01", undated: false }, ["owns affirmed"]],
    ["a span, with what has no date", { from: "2014-01-01", to: "2014-12-31" }, ["paid denied", "hired planned"]],
    ["only what has a date", { undated: false }, ["paid affirmed", "paid denied", "owns affirmed"]],
    ["a class less", { classes: new Set([""]) }, []],
  ])("%s", (_what, filters, expected) => {
    expect(shown(filters)).toEqual(expected);
  });

  test("speaker and date must be one statement's", () => {
    expect(shown({ speakers: new Set(["ann", ""]), to: "2012-12-31", undated: false })).toEqual([]);
  });
});

test("facets count lines, names and statements, the most frequent first", () => {
  expect(labels.relations.map((one) => [one.label, one.count])).toEqual([["paid", 2], ["hired", 1], ["linked", 1], ["owns", 1]]);
  expect(labels.speakers.map((one) => [one.label, one.count])).toEqual([["ann", 2], ["the article itself", 2], ["bob", 1]]);
  expect(labels.classes.map((one) => [one.label, one.count])).toEqual([["class not stated", 4]]);
});

test.each(["relations", "statuses"] as const)("of %s, each alone leaves as many lines as are counted", (facet) => {
  for (const { id, count } of labels[facet]) expect([id, shownLines(known, only(NO_FILTERS, labels, facet, [id])).length]).toEqual([id, count]);
});

describe("the filters in words", () => {
  test.each<readonly [Filters, readonly string[]]>([
    [NO_FILTERS, []],
    [only(NO_FILTERS, labels, "relations", ["paid"]), ["only relation paid"]],
    [{ ...NO_FILTERS, statuses: new Set(["denied"]) }, ["without status denied"]],
    [only(NO_FILTERS, labels, "speakers", []), ["no speaker at all"]],
    [{ ...NO_FILTERS, from: "2012-01-01", to: "2013-12-31", undated: false }, ["from 2012-01-01 to 2013-12-31", "without what has no date"]],
    [{ ...NO_FILTERS, to: "2013-12-31" }, ["until 2013-12-31"]],
    [{ ...NO_FILTERS, from: "2013-12-31" }, ["from 2013-12-31 on"]],
  ])("%#", (filters, expected) => {
    expect(filterWords(labels, filters)).toEqual(expected);
  });
});

test("thirty thousand lines are filtered while a slider moves", () => {
  const many = Array.from({ length: 30_000 }, (_, n) =>
    arrow(`e${n % 9_000} r${n % 40} e${(n * 7) % 9_000}`, n % 9 ? "affirmed" : "denied", [statement(`s${n}`, { speaker: n % 3 ? `e${n % 50}` : null, ...when(`${1990 + (n % 30)}`) })]),
  );
  const large = small(many);
  const filters = { ...NO_FILTERS, from: "2001-01-01", to: "2009-12-31", speakers: new Set(["e7"]), classes: new Set(["Firm"]) };
  shownLines(large, filters);
  const began = performance.now();
  for (let n = 0; n < 9; n += 1) shownLines(large, filters);
  expect((performance.now() - began) / 9).toBeLessThan(60);
});
