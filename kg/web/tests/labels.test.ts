import { describe, expect, test } from "vitest";
import { cut, lineLabel, wrapped } from "../src/model/labels";
import { model } from "../src/model/model";
import { arrow, graph } from "./graphs";
import { statement } from "./model/small";

function labelOf(...speakers: (string | null)[]): string {
  const statements = speakers.map((speaker, n) => statement(`s${n}`, { speaker }));
  const known = model(graph([arrow("a", "b", { statements }), arrow("ledger", "wire")]));
  return lineLabel(known, [...known.lines.values()][0]!);
}

describe("a line says who says it", () => {
  test.each([
    ["an article in its own voice", [null], "hired"],
    ["a speaker", ["ledger"], "hired — LEDGER"],
    ["several", ["ledger", "wire", "ledger"], "hired — LEDGER +1"],
    ["a speaker, and an article in its own voice", ["ledger", null], "hired"],
  ])("%s", (_what, speakers, expected) => {
    expect(labelOf(...speakers)).toBe(expected);
  });
});

describe("long names are cut", () => {
  test.each([
    ["short ones aren't", "Procom", 10, "Procom"],
    ["with an ellipsis", "Tallis Department of Corrections", 10, "Tallis De…"],
    ["no emoji is cut in two", "👨‍👩‍👧‍👦👨‍👩‍👧‍👦👨‍👩‍👧‍👦", 2, "👨‍👩‍👧‍👦…"],
    ["right to left", "מכון העבודה ההוגנת", 8, "מכון הע…"],
    ["blanks are one", "  a \n b ", 10, "a b"],
  ])("%s", (_what, text, most, expected) => {
    expect(cut(text, most)).toBe(expected);
  });

  test("ten thousand characters are few lines, at once", () => {
    const began = performance.now();
    const lines = wrapped("Corvane ".repeat(1_250));
    expect(performance.now() - began).toBeLessThan(100);
    expect(lines).toHaveLength(3);
    expect(lines.at(-1)).toMatch(/…$/u);
    expect(wrapped("x".repeat(10_000)).join("").length).toBeLessThan(40);
  });

  test("between words", () => {
    expect(wrapped("Tallis Department of Corrections")).toEqual(["Tallis Department of", "Corrections"]);
  });
});
