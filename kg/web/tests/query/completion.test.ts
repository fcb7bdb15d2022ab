import { describe, expect, test } from "vitest";
import { offers } from "../../src/query/completion";
import { vocabulary } from "../../src/query/vocabulary";

const known = vocabulary({
  prefixes: { kg: "https://x/#", rdf: "urn:rdf#" },
  relations: [
    { id: "https://x/#hired", label: "hired", comment: "took into service" },
    { id: "https://x/#ended_ties_with", label: "ended ties with" },
    { id: "urn:other", label: "odd one" },
  ],
  classes: [{ id: "https://x/#Company", label: "firm" }],
});

const texts = (before: string, after = "", asked = false) => offers(before + after, before.length, known, asked)?.offers.map((one) => one.text);

describe("what fits where the cursor is", () => {
  test.each([
    ["a relation by its name", "SELECT * { ?a hir", ["kg:hired"]],
    ["with its prefix", "SELECT * { ?a kg:hi", ["kg:hired"]],
    ["right after a prefix, all of it", "SELECT * { ?a kg:", ["kg:hired", "kg:ended_ties_with", "kg:Company"]],
    ["a class by its label", "SELECT * { ?a a fir", ["kg:Company"]],
    ["by a later word", "SELECT * { ?a ties", ["kg:ended_ties_with"]],
    ["without a prefix that fits", "SELECT * { ?a od", ["<urn:other>"]],
    ["a keyword, whatever its case", "SELECT * { opt", ["OPTIONAL"]],
    ["a prefix to declare", "PREFIX k", ["kg: <https://x/#>"]],
    ["a variable", "SELECT ?who { ?w", ["?who"]],
  ])("%s", (_what, before, expected) => {
    expect(texts(before)).toEqual(expected);
  });

  test("nothing inside strings, comments and IRIs", () => {
    expect(texts('SELECT * { ?a "hir', '"')).toBeUndefined();
    expect(texts("# hir")).toBeUndefined();
    expect(texts("SELECT * { <kg:hir", ">")).toBeUndefined();
  });

  test("nothing unasked after a space; all when asked", () => {
    expect(texts("SELECT ?a { ")).toBeUndefined();
    expect(texts("SELECT ?a { ", "", true)).toEqual(expect.arrayContaining(["kg:hired", "?a"]));
  });

  test("the word is replaced from its beginning", () => {
    expect(offers("SELECT * { ?a kg:hi", 19, known, false)?.from).toBe(14);
  });
});
