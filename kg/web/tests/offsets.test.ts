import { describe, expect, test } from "vitest";
import { unitOffset } from "../src/data/offsets";

/** Slices of a text by code points, as Python gives them. */
function slice(text: string, start: number, end: number): string {
  const unit = unitOffset(text);
  return text.slice(unit(start), unit(end));
}

describe("code points become UTF-16 units", () => {
  test.each([
    ["plain", "The vendor hired Procom.", 4, 10, "vendor"],
    ["an emoji before", "🙂 The vendor hired Procom.", 6, 12, "vendor"],
    ["a family of joined emoji is seven code points", "👨‍👩‍👧‍👦 paid Procom", 8, 12, "paid"],
    ["CRLF is two", "One.\r\nThe vendor", 10, 16, "vendor"],
    ["an emoji and CRLF", "🙂\r\n🙂vendor🙂", 4, 10, "vendor"],
    ["combining marks are their own", "e\u0301 vendor", 3, 9, "vendor"],
    ["right to left", "שלום vendor", 5, 11, "vendor"],
    ["the whole of it", "🙂🙂", 0, 2, "🙂🙂"],
    ["beyond the end", "🙂ab", 1, 99, "ab"],
    ["before the beginning", "ab🙂", -3, 1, "a"],
  ])("%s", (_what, text, start, end, expected) => {
    expect(slice(text, start, end)).toBe(expected);
  });

  test("a lone surrogate counts as one", () => {
    expect(slice("\ud83d vendor 🙂", 2, 8)).toBe("vendor");
  });
});
