import { describe, expect, test } from "vitest";
import { isoDay } from "../../src/model/dates";
import { timeline } from "../../src/model/timeline";
import { article, arrow, small, statement } from "./small";

function over(...dates: readonly string[]) {
  const statements = dates.map((edtf, n) => statement(`${n}`, { article: "dateless", when: edtf ? { words: edtf, edtf } : null }));
  return timeline([...small([arrow("a paid b", "affirmed", statements)], { articles: [article("dateless")] }).lines.values()]);
}

describe("statements over time", () => {
  test.each([
    ["a day", ["2019-12-11"], "day", 1],
    ["some weeks", ["2019-12-11", "2020-01-03"], "day", 24],
    ["a year of months", ["2019", "2019-12-11"], "month", 12],
    ["years", ["2000", "2020"], "year", 21],
    ["decades", ["1787", "2020"], "decade", 25],
    ["centuries", ["0044-03-15", "2020"], "century", 21],
    ["what is open adds no time", ["2019/..", "2020-01-03"], "month", 13],
  ])("%s", (_what, dates, unit, bins) => {
    const found = over(...dates);
    expect([found.unit, found.bins.length]).toEqual([unit, bins]);
    expect(found.bins.reduce((sum, bin) => sum + bin.own + bin.published, 0)).toBeCloseTo(dates.length);
    for (const [n, bin] of found.bins.slice(1).entries()) expect(bin.from).toBe((found.bins[n]?.to ?? NaN) + 1);
  });

  test("what is vague is spread over all that it may mean", () => {
    const { bins } = over("2019", "2019-03-05");
    expect(bins[2]).toMatchObject({ label: "2019-03", own: 1 + 1 / 12 });
    expect([isoDay(bins[2]?.from ?? 0), isoDay(bins[2]?.to ?? 0)]).toEqual(["2019-03-01", "2019-03-31"]);
  });

  test("an article's date is told apart, and what has none is counted", () => {
    const arrows = [arrow("a paid b", "affirmed", [statement("1", { when: { words: "2019", edtf: "2019" } }), statement("2"), statement("3", { article: null })])];
    const found = timeline([...small(arrows, { articles: [article("first", { published: "2020-01-03" })] }).lines.values()]);
    expect(found.undated).toBe(1);
    expect(found.bins.at(-1)).toMatchObject({ label: "2020-01", own: 0, published: 1 });
  });

  test("without any date there is no time", () => {
    expect(over("", "some day")).toEqual({ unit: "year", bins: [], dated: 0, undated: 2 });
  });
});
