import { describe, expect, test } from "vitest";
import { count, fold, listed, safeAddress, shorten } from "../../src/model/text";
import { amountInWords, amountWords, cautionWords, dateWords, statusSentence, violationWords } from "../../src/model/words";

test.each([
  ["São Paulo", "sao paulo"],
  ["Łódź", "lodz"],
  ["Straße", "strasse"],
  ["ÇA", "ca"],
  ["Corvane’s", "corvane's"],
  ["שלום", "שלום"],
  ["ﬁnance", "finance"],
])("%s folds to %s", (text, folded) => expect(fold(text)).toBe(folded));

test.each([
  ["short", 10, "short"],
  ["a longer name", 9, "a longer…"],
  ["👩‍👩‍👧‍👦👩‍👩‍👧‍👦👩‍👩‍👧‍👦", 2, "👩‍👩‍👧‍👦…"],
  ["👩‍👩‍👧‍👦👩‍👩‍👧‍👦", 2, "👩‍👩‍👧‍👦👩‍👩‍👧‍👦"],
  ["a" + "\u0301".repeat(1_000), 3, "a" + "\u0301".repeat(119) + "…"],
  ["Ö".repeat(10_000), 5, "ÖÖÖÖ…"],
])("%s is cut", (text, length, expected) => expect(shorten(text, length)).toBe(expected));

test.each([
  [["Ann"], "Ann"],
  [["Ann", "Bo", "Cy"], "Ann, Bo and Cy"],
  [["Ann", "Bo", "Cy", "Di"], "Ann, Bo and 2 more"],
  [[], ""],
])("%j are listed", (names, expected) => expect(listed(names)).toBe(expected));

test("things are counted", () => expect([count(1, "voice"), count(2, "voice"), count(1204, "more arrow", "more arrows")]).toEqual(["1 voice", "2 voices", "1,204 more arrows"]));

test.each([
  ["https://example.org/a?b=1", "https://example.org/a?b=1"],
  ["javascript:alert(1)", null],
  ["data:text/html,<script>", null],
  ["https://exa mple.org:port/", null],
  ["//example.org", null],
  [null, null],
])("%s as a link is %s", (text, expected) => expect(safeAddress(text)).toBe(expected));

describe("words", () => {
  const amount = { words: "", low: null, high: null, currency: null, unit: null };
  test.each([
    [{ ...amount, low: "7.25", high: "7.25", currency: "USD", unit: "hour" }, "USD 7.25 per hour"],
    [{ ...amount, high: "20", currency: "USD" }, "USD at most 20"],
    [{ ...amount, low: "185000000", currency: "EUR" }, "EUR at least 185,000,000"],
    [{ ...amount, low: "100", high: "200", unit: "people" }, "100 to 200 people"],
    [{ ...amount, low: "<b>", high: "<b>" }, "<b>"],
    [amount, ""],
  ])("%j", (given, expected) => expect(amountWords(given)).toBe(expected));
  test.each([
    [{ ...amount, words: "that little", high: "20", currency: "USD" }, "that little (USD at most 20)"],
    [{ ...amount, words: "that little" }, "that little"],
    [{ ...amount, words: "$20", low: "20", high: "20", currency: "USD" }, "$20"],
  ])("in words: %j", (given, expected) => expect(amountInWords(given)).toBe(expected));
  test.each([
    ["2019-12-11", "11 December 2019"],
    ["2019-12", "December 2019"],
    ["2019", "2019"],
    ["2019-22", "2019-22"],
    ["2019-12-11T08:00:00Z", "11 December 2019"],
    ["2020-13-99<b>", "2020-13-99<b>"],
  ])("%s", (edtf, expected) => expect(dateWords(edtf)).toBe(expected));
  test("a denial says what it denies", () => {
    expect(statusSentence("denied")).toBe("Denied: said not to be so.");
    expect(statusSentence("denied", "planned")).toBe("Denied: said that it will not happen.");
    expect(statusSentence("planned", "planned")).toBe("Planned: said to be coming, not to have happened.");
  });
  test("what isn't known by name is told all the same", () => {
    expect(violationWords(["domain", "sh_odd"])).toBe("its subject isn't of the class that this relation asks for; it doesn't fit the ontology (sh_odd)");
    expect(cautionWords(["disputed", "else"])).toBe("somebody denies what it follows from; else");
  });
});
