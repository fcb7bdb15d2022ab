import { describe, expect, test } from "vitest";
import { pieces, slicer } from "../../src/model/spans";

const range = (start: number, end: number, id: string) => ({ start, end, id });

describe("a text is cut where ranges begin and end", () => {
  test.each([
    ["no range", "plain", [], [["plain", ""]]],
    ["one in the middle", "a bc d", [range(2, 4, "x")], [["a ", ""], ["bc", "x"], [" d", ""]]],
    ["one of it all", "abc", [range(0, 3, "x")], [["abc", "x"]]],
    ["two that overlap", "abcdef", [range(0, 4, "x"), range(2, 6, "y")], [["ab", "x"], ["cd", "xy"], ["ef", "y"]]],
    ["one within another", "abcdef", [range(0, 6, "x"), range(2, 3, "y")], [["ab", "x"], ["c", "xy"], ["def", "x"]]],
    ["two alike", "abc", [range(1, 2, "x"), range(1, 2, "y")], [["a", ""], ["b", "xy"], ["c", ""]]],
    ["one right after the other", "abcd", [range(0, 2, "x"), range(2, 4, "y")], [["ab", "x"], ["cd", "y"]]],
    ["an empty one marks nothing", "abc", [range(1, 1, "x")], [["abc", ""]]],
    ["emoji count as one", "🗳️ab👩‍👧c", [range(2, 4, "x")], [["🗳️", ""], ["ab", "x"], ["👩‍👧c", ""]]],
    ["CRLF counts as two", "🙂\r\nab\r\n", [range(3, 5, "x")], [["🙂\r\n", ""], ["ab", "x"], ["\r\n", ""]]],
    ["beyond the end", "ab🙂", [range(1, 99, "x")], [["a", ""], ["b🙂", "x"]]],
  ])("%s", (_what, text, ranges, expected) => {
    const found = pieces(text, ranges);
    expect(found.map((piece) => [piece.text, piece.ids.join("")])).toEqual(expected);
    expect(found.map((piece) => piece.text).join("")).toBe(text);
  });
});

test("a part by code points", () => {
  expect(slicer("🗳️ ab\r\nc")(3, 5)).toBe("ab");
});
