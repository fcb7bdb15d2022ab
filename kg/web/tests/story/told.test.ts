import { describe, expect, test } from "vitest";
import type { Arrow, Graph } from "../../src/data/graph";
import { nodeLooks } from "../../src/model/looks";
import { BLANK, type Draft, type Earlier } from "../../src/story/draft";
import { footnotes, numberWords } from "../../src/story/footnotes";
import { poster } from "../../src/story/poster";
import { page } from "../../src/story/page/page";
import { type Story, story } from "../../src/story/told";
import { LIGHT } from "../../src/styles/palette";
import { arrow, article, small, statement } from "../model/small";

const measure = (text: string, size: number): number => text.length * size * 0.55;
const TEXT = "🗳️ Ann paid Bo $5 in May, Cy said. Ann denied it.";

const PAID = arrow("ann paid bo", "affirmed", [
  statement("p1", { speaker: "cy", start: 3, end: 17, sentence_start: 0, sentence_end: 35, amount: { words: "$5", low: "5", high: "5", currency: "USD", unit: null }, when: { words: "in May", edtf: "2019-05" } }),
  statement("p2", { quote: "Ann paid Bo", article: null }),
], { disputed: true });
const DENIED = arrow("ann paid bo", "denied", [statement("d", { speaker: "ann", reported_by: ["cy"], start: 36, end: 49, sentence_start: 36, sentence_end: 50 })], { disputed: true });
const HIRED = arrow("bo hired dee", "planned", [statement("h")]);

/** A story of these arrows, one a step, in a row as they come. */
function told(arrows: readonly Arrow[], steps: readonly (readonly string[])[], given: Partial<Graph> & { earlier?: Earlier; title?: string; caption?: string } = {}): Story {
  const { earlier = "dimmed", title = "Who paid?", caption = "", ...graph } = given;
  const known = small(arrows, { articles: [article("first", { title: "All about Bo", publisher: "The Postil", published: "2019-12-24", url: "https://example.org/bo", text: TEXT })], ...graph });
  const keys = [...known.lines.keys()];
  const draft: Draft = { ...BLANK, title, earlier, steps: steps.map((names) => ({ caption, items: names.map((name) => (known.entities.has(name) ? { kind: "entity", id: name } : { kind: "line", key: keys.find((key) => key.split("\n").slice(1).join(" ").includes(name)) ?? name })) })) };
  const ids = [...known.entities.keys()];
  const lying = { place: (id: string) => ({ x: 200 * ids.indexOf(id), y: 30 * ids.indexOf(id) }), isSet: () => false };
  return story(draft, { known, articles: known.articles, looks: nodeLooks(known), lying, measure, palette: LIGHT });
}

test("numbers are told in few characters", () => {
  expect(["", "4", "1, 2", "1–3, 7", "1, 3, 5–7"]).toEqual([[], [4], [2, 1], [7, 3, 2, 1], [1, 3, 5, 6, 7, 7]].map(numberWords));
});

describe("every claim that is shown has a number and a row", () => {
  const made = told([PAID, DENIED, HIRED], [["hired"], ["affirmed"], ["hired"]]);

  test("in the order of the steps, each once, with the steps that show it", () => {
    expect(made.rows.map((row) => [row.number, row.relation, row.status, row.steps])).toEqual([
      [1, "hired", "planned", [1, 3]],
      [2, "paid", "affirmed", [2]],
      [3, "paid", "affirmed", [2]],
      [4, "paid", "denied", []],
    ]);
  });

  test("with its sentence, the exact words marked, whatever characters stand before them", () => {
    const [, paid] = made.rows;
    expect(paid?.sentence).toEqual([{ text: "🗳️ ", marked: false }, { text: "Ann paid Bo $5", marked: true }, { text: " in May, Cy said. ", marked: false }]);
    expect(made.rows[2]?.sentence).toEqual([{ text: "Ann paid Bo", marked: true }]);
  });

  test("with article, speaker, amount and date", () => {
    expect(made.rows[1]).toMatchObject({
      article: { title: "All about Bo", imprint: "The Postil · 24 December 2019", address: "https://example.org/bo" },
      speaker: "cy",
      amount: "$5 (USD 5)",
      date: "in May (May 2019)",
    });
    expect(made.rows[0]?.speaker).toBe("the article itself (The Postil)");
    expect(made.rows[3]?.speaker).toBe("ann, as reported by cy");
  });

  test("its number stands at its arrow and in the list below the picture", () => {
    expect(made.steps[1]?.wide?.markup).toContain(">paid [2, 3]<");
    expect(made.steps[1]?.claims[0]?.numbers).toEqual([2, 3]);
  });
});

describe("nothing is told as a fact that isn't one", () => {
  test.each([
    ["affirmed", "According to cy"],
    ["denied", "Denied by cy"],
    ["possible", "Possible, according to cy"],
    ["planned", "Planned, according to cy"],
  ] as const)("what is %s", (status, who) => {
    const made = told([arrow("ann paid bo", status, [statement("s", { speaker: "cy" })])], [["paid"]]);
    expect(made.steps[0]?.claims[0]).toMatchObject({ who, remarks: ["one voice alone"] });
    expect(made.steps[0]?.wide?.markup).toContain("— cy<");
  });

  test("the denial of a plan is told as that", () => {
    const made = told([arrow("ann paid bo", "denied", [statement("s", { speaker: "cy", modality: "planned" })])], [["paid"]]);
    expect(made.steps[0]?.claims[0]?.who).toBe("Denied by cy to be planned");
    const apart = told([arrow("ann paid bo", "denied", [statement("s", { speaker: "cy", modality: "planned" }), statement("t", { speaker: "ann" })])], [["paid"]]);
    expect(apart.steps[0]?.claims[0]?.who).toBe("Denied in different ways by cy and ann");
  });

  test("a dispute's other half is in the table though no step shows it", () => {
    const made = told([PAID, DENIED], [["affirmed"]]);
    expect(made.steps[0]?.claims[0]?.remarks).toEqual(["disputed: see 3"]);
    expect(made.rows[2]).toMatchObject({ status: "denied", remarks: ["one voice alone", "disputed: see 1, 2"] });
  });

  test("what follows from others says from which, and these have rows", () => {
    const derived = [{ subject: "ann", relation: "knows", label: "knows", object: "bo", premises: ["p1", "h"], cautions: ["disputed"] }];
    const made = told([PAID, HIRED], [["knows"]], { derived });
    expect(made.steps[0]?.claims[0]?.who).toBe("Nobody says so; it follows from what is said by cy and The Postil");
    expect(made.rows[0]).toMatchObject({ status: "derived", sentence: [], remarks: ["follows from 2, 4", "doubtful: somebody denies what it follows from"] });
    expect(made.rows).toHaveLength(4);
  });

  test("what the ontology doesn't take for a fact says so", () => {
    const made = told([arrow("ann paid bo", "affirmed", [statement("s")], { violates: ["domain"] })], [["paid"]]);
    expect(made.steps[0]?.claims[0]?.remarks[1]).toMatch(/^not taken for a fact/);
  });
});

describe("pictures", () => {
  test("show what a step adds, and paler what was before it, or not at all", () => {
    const [first, second] = told([PAID, HIRED], [["paid"], ["hired"]]).steps;
    expect(first?.wide?.markup).not.toContain("hired");
    expect(second?.wide?.markup).toMatch(/opacity="0.38".*paid \[1, 2\].*hired \[3\]/);
    const [, alone] = told([PAID, HIRED], [["paid"], ["hired"]], { earlier: "hidden" }).steps;
    expect(alone?.wide?.markup).not.toContain("paid");
  });

  test("show an arrow once, though several steps have it", () => {
    const [, second] = told([PAID, HIRED], [["paid"], ["paid", "hired"]]).steps;
    expect(second?.wide?.markup.split(">paid [1, 2]<")).toHaveLength(2);
    expect(second?.wide?.markup).not.toContain("opacity");
  });

  test("leave a line its numbers where there is no room for more", () => {
    const crowd = Array.from({ length: 60 }, (_, n) => arrow(`ann relation-of-a-long-name-${n} bo`, "affirmed", [statement(`s${n}`)]));
    const made = told(crowd, [crowd.map((one) => one.relation)]);
    for (const row of made.rows) expect(made.steps[0]?.wide?.markup).toContain(`[${row.number}]<`);
  });

  test("have every label, however many there are", () => {
    const many = Array.from({ length: 24 }, (_, n) => arrow(`hub relation${n} end${n % 8}`, n % 3 ? "affirmed" : "denied", [statement(`s${n}`, { speaker: "somebody" })]));
    const made = told(many, [many.map((one) => one.relation)]);
    for (const picture of [made.steps[0]?.wide, made.steps[0]?.narrow])
      for (const row of made.rows) expect(picture?.markup).toContain(`>${row.relation} [${row.number}]<`);
  });

  test("an entity alone is drawn with its name; a step of nothing has no picture", () => {
    const made = told([PAID], [["ann"], []], { earlier: "hidden" });
    expect(made.steps[0]?.wide?.markup).toContain(">ann<");
    expect(made.steps[1]).toMatchObject({ wide: null, narrow: null, claims: [] });
    expect(made.rows).toEqual([]);
  });

  test("what the graph doesn't hold is left out", () => {
    expect(told([PAID], [["nothing"]]).rows).toEqual([]);
  });

  test("narrow ones go down the page", () => {
    const { wide, narrow } = told([PAID, HIRED], [["paid", "hired"]]).steps[0] ?? {};
    expect(wide!.width).toBeGreaterThan(wide!.height);
    expect(narrow!.height).toBeGreaterThan(narrow!.width * 0.8);
  });
});

describe("the page", () => {
  const evil = '</title></script><script>alert("1")</script><img src=x onerror=alert(1)>&\u0007\ud800';

  test("holds no markup but its own, and no address that runs", async () => {
    const made = told([arrow("ann paid bo", "affirmed", [statement("s", { start: 0, end: 4, sentence_end: 40 })], { label: evil })], [["paid"]], {
      title: evil,
      caption: evil,
      nodes: [{ id: "ann", label: evil, labels: [], type: null, hidden: 0 }, { id: "bo", label: "x".repeat(10_000), labels: [], type: null, hidden: 0 }],
      articles: [article("first", { title: evil, publisher: evil, url: "javascript:alert(1)", text: evil })],
    });
    const html = await page(made, LIGHT);
    expect(html.match(/<script>/g)).toHaveLength(1);
    expect(html).not.toMatch(/<img|javascript:|[\u0000-\u0008\ud800-\udfff]/u);
    expect(html.length).toBeLessThan(40_000);
    expect(poster(made, made.steps, true, LIGHT, measure)).not.toMatch(/<script|<img/);
  });

  test("asks for nothing and runs nothing but its own script", async () => {
    const html = await page(told([PAID], [["paid"]]), LIGHT);
    expect(html).toMatch(/default-src &#39;none&#39;; script-src &#39;sha256-[\w+/=]{44}&#39;; style-src &#39;sha256-/);
    expect(html).toMatch(/require-trusted-types-for &#39;script&#39;; trusted-types &#39;none&#39;"/);
    expect(html).not.toMatch(/ style=| on\w+=|<link|url\(|@import/);
  });

  test("is the same each time", async () => {
    expect(await page(told([PAID, DENIED], [["affirmed"]]), LIGHT)).toBe(await page(told([PAID, DENIED], [["affirmed"]]), LIGHT));
  });
});

test("a picture of a story has title, captions where wanted, legend and source", () => {
  const made = told([PAID, HIRED], [["paid"], ["hired"]], { caption: "In the author’s words" });
  const drawn = poster(made, made.steps, true, LIGHT, measure);
  for (const words of ["Who paid?", "1. In the author’s words", "2. In the author’s words", "planned", "disputed", "Source: 1 article, The Postil"]) expect(drawn).toContain(`>${words}<`);
  expect(poster(made, made.steps, false, LIGHT, measure)).not.toContain("author’s");
  expect(poster(made, made.steps.slice(0, 1), true, LIGHT, measure)).not.toContain(">planned<");
});

test("an article without a publisher is called by its title", () => {
  const made = told([HIRED], [["hired"]], { articles: [article("first", { title: "Bo hires." })] });
  expect(made.steps[0]?.claims[0]?.who).toBe("Planned, according to the article “Bo hires”");
  expect(made.rows[0]?.speaker).toBe("the article “Bo hires” itself");
});

test("classes that look alike in the drawing are told apart in a story", () => {
  const kinds = Array.from({ length: 14 }, (_, n) => ({ id: `class${n}`, name: `class${n}`, label: `class${n}`, ancestors: ["firm", "top"] }));
  const classes = [...kinds, { id: "top", name: "top", label: "top", ancestors: [] }, { id: "firm", name: "firm", label: "firm", ancestors: ["top"] }];
  const entity = (id: string, n: number) => ({ id, label: id, labels: [], type: `class${n}`, hidden: 0 });
  const many = kinds.flatMap((_, n) => Array.from({ length: 20 - n }, (_, k) => entity(`${k} of class${n}`, n)));
  const nodes = [...many, entity("ann", 0), entity("bo", 12)];
  const { legend } = told([arrow("ann paid bo", "affirmed", [statement("s")])], [["paid"]], { classes, nodes });
  expect(legend.nodes.map(({ label }) => label).sort()).toEqual(["class0", "class12"]);
  const looks = legend.nodes.map(({ shape, colour }) => `${shape} ${(colour ?? 0) % LIGHT.classes.length}`);
  expect(new Set(looks).size).toBe(2);
});

test("claims are numbered once, whatever contradicts whatever", () => {
  const known = small([PAID, DENIED]);
  const lines = [...known.lines.values()];
  expect(footnotes(known, [...lines, ...lines]).notes).toHaveLength(3);
});
