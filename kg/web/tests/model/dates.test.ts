import { describe, expect, test } from "vitest";
import { dated, dayOf, isoDay, span } from "../../src/model/dates";
import { article, statement } from "./small";

describe("an EDTF date covers the days it can mean", () => {
  test.each([
    ["2019-12-11", "2019-12-11", "2019-12-11"],
    ["2019-02", "2019-02-01", "2019-02-28"],
    ["2020-02", "2020-02-01", "2020-02-29"],
    ["2019", "2019-01-01", "2019-12-31"],
    ["201X", "2010-01-01", "2019-12-31"],
    ["19XX", "1900-01-01", "1999-12-31"],
    ["2019-XX-XX", "2019-01-01", "2019-12-31"],
    ["2019-12-XX", "2019-12-01", "2019-12-31"],
    ["2019~", "2019-01-01", "2019-12-31"],
    ["2019-12-11?", "2019-12-11", "2019-12-11"],
    ["2019-12-09/2019-12-15", "2019-12-09", "2019-12-15"],
    ["2012/2014-06", "2012-01-01", "2014-06-30"],
    ["2019-22", "2019-06-01", "2019-08-31"],
    ["2019-24", "2019-12-01", "2020-02-29"],
    ["2019-12-11T10:30:00Z", "2019-12-11", "2019-12-11"],
    ["0044-03-15", "0044-03-15", "0044-03-15"],
  ])("%s", (edtf, from, to) => {
    const found = span(edtf);
    expect(found && [isoDay(found.from), isoDay(found.to)]).toEqual([from, to]);
  });
  test.each([
    ["2019/..", "2019-01-01", true],
    ["../2019-05", "2019-05-31", false],
  ])("%s is open at one side", (edtf, known, later) => {
    const found = span(edtf);
    expect(later ? found?.to : found?.from).toBe(later ? Infinity : -Infinity);
    expect(isoDay((later ? found?.from : found?.to) ?? 0)).toBe(known);
  });
  test.each([null, undefined, "", "last spring", "2019-13", "2019-02-30", "2019-99-99<b>", "2020/2019", "1/2/3", "Y170000002"])("%s is none", (edtf) => {
    expect(span(edtf)).toBeNull();
  });
});

describe("when a statement's matter was", () => {
  const published = article("first", { published: "2020-01-03T08:00:00Z" });
  test("as it says itself", () => {
    const own = statement("1", { when: { words: "in 2019", edtf: "2019" } });
    expect(dated(own, published)).toEqual({ from: dayOf("2019-01-01"), to: dayOf("2019-12-31"), own: true });
  });
  test("else when its article appeared, which is told apart", () => {
    const vague = statement("1", { when: { words: "in the spring", edtf: null } });
    expect(dated(vague, published)).toEqual({ from: dayOf("2020-01-03"), to: dayOf("2020-01-03"), own: false });
  });
  test("else nobody knows", () => {
    expect(dated(statement("1"), article("first"))).toBeNull();
    expect(dated(statement("1"), undefined)).toBeNull();
  });
});
