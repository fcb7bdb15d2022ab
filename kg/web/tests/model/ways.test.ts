import { describe, expect, test } from "vitest";
import { ways, wayWords } from "../../src/model/ways";
import { arrow, small, statement } from "./small";

const known = small([
  arrow("campaign contracted vendor", "affirmed", [statement("1")]),
  arrow("campaign paid vendor", "affirmed", [statement("2", { speaker: "ann" }), statement("3", { speaker: "bob" })]),
  arrow("vendor hired procom", "affirmed", [statement("4")]),
  arrow("procom used prisons", "affirmed", [statement("5")]),
  arrow("lobby met campaign", "affirmed", [statement("6")]),
  arrow("lobby met procom", "denied", [statement("7")]),
  arrow("procom sued procom", "affirmed", [statement("8")]),
]);
const all = [...known.lines.values()];
const told = (from: string, to: string, lines = all) =>
  ways(known, lines, from, to).map((way) => way.map(({ arrow: one }) => `${one.subject} ${one.relation} ${one.object}`));

describe("how two are connected", () => {
  test("the shortest way first, whichever way its arrows point, by what most voices say; then one through others", () => {
    expect(told("campaign", "procom")).toEqual([
      ["campaign paid vendor", "vendor hired procom"],
      ["lobby met campaign", "lobby met procom"],
    ]);
  });
  test("only over the lines that are given", () => {
    expect(told("campaign", "prisons", all.filter((line) => line.kind === "stated" && line.arrow.status === "affirmed"))).toEqual([
      ["campaign paid vendor", "vendor hired procom", "procom used prisons"],
    ]);
  });
  test("next to each other, and then another way round", () => {
    expect(told("vendor", "procom").map((way) => way.length)).toEqual([1, 3]);
  });
  test.each([
    ["campaign", "campaign"],
    ["campaign", "nobody"],
    ["nobody", "campaign"],
  ])("no way from %s to %s", (from, to) => {
    expect(told(from, to)).toEqual([]);
  });
});

test("a way tells its length and whom it goes through", () => {
  const all = small(["a paid b", "c paid b", "c paid d"].map((words, n) => arrow(words, "affirmed", [statement(`${n}`)])));
  const [way = []] = ways(all, [...all.lines.values()], "a", "d");
  const [direct = []] = ways(all, [...all.lines.values()], "b", "a");
  expect([wayWords(all, way, "a", 3), wayWords(all, way, "a", 2), wayWords(all, direct, "b", 1)]).toEqual([
    "3 steps, by way of b and c",
    "3 steps, longer, by way of b and c",
    "1 step",
  ]);
});
