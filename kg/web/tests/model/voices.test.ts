import { describe, expect, test } from "vitest";
import { counterparts, opposites, shortNames, statusOf, voicesOf } from "../../src/model/voices";
import { article, arrow, lineOf, small, statement } from "./small";

const ARTICLES = [
  article("first", { publisher: "The Daily Postil" }),
  article("second", { publisher: "The Daily Postil" }),
  article("third", { title: "A blog" }),
  article("fourth"),
];

describe("voices", () => {
  test.each([
    ["a speaker whom three articles quote is one", ["first:Ann", "second:Ann", "third:Ann"], ["Ann"]],
    ["two articles of one publisher are one", ["first:", "second:"], ["The Daily Postil"]],
    ["an article without publisher speaks by its title", ["third:"], ["A blog"]],
    ["one without either is an article", ["fourth:"], ["an article"]],
    ["a speaker and the article are two", ["first:Ann", "first:"], ["Ann", "The Daily Postil"]],
    ["two articles without publisher are two", ["third:", "fourth:"], ["A blog", "an article"]],
  ])("%s", (_what, said, names) => {
    const statements = said.map((one, n) => {
      const [where = "", speaker] = one.split(":");
      return statement(`s${n}`, { article: where, speaker: speaker || null });
    });
    const known = small([arrow("a paid b", "affirmed", statements)], { articles: ARTICLES });
    expect(voicesOf(known, statements).map((voice) => voice.name)).toEqual(names);
  });

  test("in a list, articles that speak themselves are counted, and one is the article itself", () => {
    const statements = ["third", "fourth", "first"].map((where, n) => statement(`s${n}`, { article: where, speaker: null }));
    const known = small([arrow("a paid b", "affirmed", statements)], { articles: ARTICLES });
    expect(shortNames(voicesOf(known, statements))).toEqual(["2 articles themselves", "The Daily Postil"]);
    expect(shortNames(voicesOf(known, statements.slice(0, 1)))).toEqual(["the article itself"]);
  });
});

describe("who says something else of the same", () => {
  const known = small(
    [
      arrow("a paid b", "affirmed", [statement("1")]),
      arrow("a paid b", "denied", [statement("2")]),
      arrow("a paid b", "planned", [statement("3")]),
      arrow("b paid a", "denied", [statement("4")]),
      arrow("a hired b", "possible", [statement("5")]),
      arrow("b owns c", "affirmed", [statement("6")]),
    ],
    { derived: [{ subject: "a", relation: "linked", label: "linked", object: "c", premises: ["1", "6"], cautions: [] }] },
  );
  test("a denial is the opposite of what is affirmed, a plan is not", () => {
    const affirmed = lineOf(known, "paid");
    expect(opposites(known, affirmed).map(statusOf)).toEqual(["denied"]);
    expect(counterparts(known, affirmed).map(statusOf)).toEqual(["denied", "planned"]);
  });
  test("what is left open has no opposite", () => {
    expect(opposites(known, lineOf(known, "hired"))).toEqual([]);
  });
  test("what follows is opposed by whoever denies its premises", () => {
    expect(opposites(known, lineOf(known, "linked")).map((line) => line.arrow.relation)).toEqual(["paid"]);
  });
});
