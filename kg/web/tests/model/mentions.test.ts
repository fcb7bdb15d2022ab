import { describe, expect, test } from "vitest";
import type { Entity } from "../../src/data/graph";
import { articlesAbout, mentions } from "../../src/model/mentions";
import { namer } from "../../src/model/names";
import { sentencesOf } from "../../src/model/sentences";
import { article, arrow, small, statement } from "./small";

const entity = (label: string, ...labels: readonly string[]): Entity => ({ id: label, label, labels, type: null, hidden: 0 });

describe("sentences", () => {
  test.each([
    ["Ada paid Bo. Bo kept quiet.", ["Ada paid Bo. ", "Bo kept quiet."]],
    ["Gov. Lena T. Ostrander left the U.S. Senate. She won’t say why.", ["Gov. Lena T. Ostrander left the U.S. Senate. ", "She won’t say why."]],
    ["“It is panic. Full panic,” said Ada. “No. Never.” Bo laughed.", ["“It is panic. Full panic,” said Ada. ", "“No. Never.” ", "Bo laughed."]],
    ["“A quotation that nobody ends. And goes on.", ["“A quotation that nobody ends. And goes on."]],
  ])("of %s", (line, expected) => expect(sentencesOf(line)).toEqual(expected));
});

describe("a name is found", () => {
  const others = [entity("Halvorsen Trust"), entity("Bo", "Halvorsen’s rival", "friend of Halvorsen"), entity("Ostrander Halvorsen")];
  const named = (one: Entity, text: string): readonly string[] => {
    const known = small([], { nodes: [one, ...others] });
    return namer(known, one).find(text).map(([from, to]) => text.slice(from, to));
  };
  test.each([
    ["by its parts, as whole words", entity("Ada Halvorsen", "Halvorsen"), "Ada\n Halvorsen came. Halvorsen’s car, Halvorsens, 🙂Halvorsen!", ["Ada\n Halvorsen", "Halvorsen", "Halvorsen"]],
    ["by another form", entity("Westmark", "Westmarkian"), "Westmarkian rule in Westmark", ["Westmarkian", "Westmark"]],
    ["by its acronym", entity("Fair Work Institute", "F.W.I.", "FWI"), "The FWI, F.W.I.", ["FWI", "F.W.I."]],
    ["by what its acronym stands for", entity("FWI", "Fair Work Institute"), "The Fair Work Institute", ["Fair Work Institute"]],
    ["with either apostrophe", entity("Procom’s Board"), "Procom's Board", ["Procom's Board"]],
    ["at a sentence's beginning though it has no capital", entity("women"), "Women and the women: womenfolk", ["Women", "women"]],
    ["but not by what others are too", entity("Ada Halvorsen", "Republican", "nominee", "the governor"), "The Republican nominee, the governor", []],
    ["nor in another case", entity("Bill"), "the bill, BILL", []],
    ["nor in another's longer name", entity("Ada Halvorsen", "Halvorsen"), "Halvorsen Trust, Ostrander Halvorsen", []],
    ["but in a description of another", entity("Ada Halvorsen", "Halvorsen"), "Halvorsen’s rival, a friend of Halvorsen", ["Halvorsen", "Halvorsen"]],
    ["whatever it is made of", entity("A.C. (Works) [x]*"), "A.C. (Works) [x]* and ABC", ["A.C. (Works) [x]*"]],
    ["not without a letter, nor where it is too long", entity("–", "A".repeat(10_000)), `– ${"A".repeat(10_000)}`, []],
  ])("%s", (_what, one, text, expected) => expect(named(one, text)).toEqual(expected));
});

describe("sentences that name an entity", () => {
  const TEXT = "🗳️ Ada wins\r\n\r\nAda paid Bo. She kept $5. Then Ada left. 🙂 Ada wept.\r\n\r\n“I know,” said Cy.";
  const points = [...TEXT];
  const at = (words: string) => {
    const start = [...TEXT.slice(0, TEXT.indexOf(words))].length;
    return { start, end: start + [...words].length };
  };
  const known = small(
    [
      arrow("Ada paid Bo", "affirmed", [statement("1", at("Ada paid Bo")), statement("2", { article: "other" })]),
      arrow("Bo met Cy", "affirmed", [statement("3", { article: "third", speaker: "Ada" }), statement("4", at("Ada left"))]),
    ],
    { articles: [article("first", { text: TEXT }), article("other"), article("third", { text: "Nobody." })] },
  );
  const ada = entity("Ada");
  const found = mentions(known, ada, namer(known, ada).find, known.articles.get("first")!);

  test("are there in the article's order, at their very characters", () => {
    expect(found.map(({ start, end }) => points.slice(start, end).join(""))).toEqual(["🗳️ Ada wins", "Ada paid Bo.", "Then Ada left.", "🙂 Ada wept."]);
    expect(found.map(({ words }) => words.filter((one) => one.ids.length).map((one) => one.text))).toEqual([["Ada"], ["Ada"], ["Ada"], ["Ada"]]);
  });
  test("with the one that follows, unless it is a mention too", () => expect(found.map((one) => one.after)).toEqual(["", "She kept $5.", "", "“I know,” said Cy."]));
  test.each([
    ["a quotation and “She added”", "Ada came. Rain fell. “No,” she said. She added much. Bo left.", "Rain fell. “No,” she said. She added much."],
    ["none where the next names it", "Ada came. “Ada,” said Bo. She slept.", ""],
    ["no more than four", "Ada came. He ate. He ran. He saw. He won. He left.", "He ate. He ran. He saw. He won."],
  ])("and those that go on with it: %s", (_what, text, after) => {
    expect(mentions(known, ada, namer(known, ada).find, article("first", { text }))[0]?.after).toBe(after);
  });
  test("and whether a claim about it rests on them: one about others doesn't count", () => expect(found.map((one) => one.claimed)).toEqual([false, true, false, false]));
  test("are looked for where it is spoken of, or speaks", () => {
    expect(articlesAbout(known, "Ada")).toEqual(["first", "other", "third"]);
    expect(["other", "third"].flatMap((id) => mentions(known, ada, namer(known, ada).find, known.articles.get(id)!))).toEqual([]);
  });
});

test("a name among ten thousand is found in long texts between two clicks", () => {
  const nodes = Array.from({ length: 10_000 }, (_, n) => entity(`Cördale Wörks ${n}`, `Wörks ${n}`));
  const known = small([], { nodes });
  const text = Array.from({ length: 4_000 }, (_, n) => `It is said that Wörks ${n} did well.`).join(" ");
  const began = performance.now();
  expect(mentions(known, nodes[77]!, namer(known, nodes[77]!).find, article("long", { text }))).toHaveLength(1);
  expect(performance.now() - began).toBeLessThan(400);
});

test("a name that is in ten thousand others is looked for", () => {
  const nodes = [entity("Co", ...Array.from({ length: 10_000 }, (_, n) => `Co ${n}`)), ...Array.from({ length: 10_000 }, (_, n) => entity(`Works Co ${n}`))];
  expect(namer(small([], { nodes }), nodes[0]!).find("Co paid Works Co 7.")).toEqual([[0, 2]]);
});
