import { describe, expect, test } from "vitest";
import { arranged, bySentence, Claim, type Column, grouped } from "../../src/model/claims";
import { quotations } from "../../src/model/quotations";
import { article, arrow, small, statement } from "./small";

const amount = (words: string, low: string | null, high = low) => ({ words, low, high, currency: "USD", unit: null });
const known = small(
  [
    arrow("Zoë paid Bo", "affirmed", [statement("1", { speaker: "Ann", amount: amount("$900", "900") }), statement("2", { speaker: "Cy", quote: "Cy said that she donated it." })]),
    arrow("ann paid Bo", "denied", [statement("3", { amount: amount("$1 million", "1000000"), when: { words: "2012", edtf: "2012" } })]),
    arrow("Bo hired Zoë", "planned", [statement("4", { article: "dateless", amount: amount("that little", null) })]),
  ],
  { articles: [article("first", { publisher: "The Postil", published: "2019-12-24" }), article("dateless")] },
);
const all = [...known.lines.values()].map((line) => new Claim(known, line, quotations(known)));
const subjects = (by: Column, down = false, words = "") => arranged(all, words, by, down).map((one) => one.subject);

describe("claims", () => {
  test("are told in words", () => {
    expect(all[0]).toMatchObject({ speakers: ["Ann", "Cy"], when: "published 2019-12-24", amount: "$900", status: "affirmed" });
    expect(all[1]).toMatchObject({ speakers: ["the article itself (The Postil)"], when: "2012", amount: "$1 million" });
    expect(all[2]).toMatchObject({ when: "", amount: "that little" });
  });
  test.each<readonly [Column, readonly string[]]>([
    ["subject", ["ann", "Bo", "Zoë"]],
    ["day", ["ann", "Zoë", "Bo"]],
    ["amount", ["Zoë", "ann", "Bo"]],
    ["speakers", ["Zoë", "Bo", "ann"]],
    ["status", ["Zoë", "ann", "Bo"]],
  ])("stand in the order of their %s", (by, expected) => expect(subjects(by)).toEqual(expected));
  test("what has no amount is last, in either order", () => expect(subjects("amount", true)).toEqual(["ann", "Zoë", "Bo"]));
  test.each([
    ["zoe", ["Bo", "Zoë"]],
    ["ZOE paid", ["Zoë"]],
    ["postil denied", ["ann"]],
    ["2012", ["ann"]],
    ["DONATED paid", ["Zoë"]],
    ["nobody", []],
  ])("are found by %s", (words, expected) => expect(subjects("subject", false, words)).toEqual(expected));
  test.each([
    ["zoe", 0],
    ["donated paid", 1],
    [" ", 0],
  ])("found by %s: those that only their sentences tell of are counted", (words, many) => expect(bySentence(arranged(all, words, "subject", false), words)).toBe(many));
  test("stand with their articles", () => {
    expect(grouped(all, "articles").map(([name, claims]) => [name, claims.length])).toEqual([["an untitled article", 3]]);
  });
  test("of two speakers stand with each", () => {
    const groups = grouped(arranged(all, "", "subject", false), "speakers").map(([name, claims]) => [name, claims.length]);
    expect(groups).toEqual([["the article itself (The Postil)", 1], ["the article itself (an article)", 1], ["Ann", 1], ["Cy", 1]]);
  });
});
