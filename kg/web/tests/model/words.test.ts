import { expect, test } from "vitest";
import { imprint, whenMeaning, whenWords } from "../../src/model/words";
import { article, statement } from "./small";

test.each([
  [{ publisher: "The Postil", published: "2019-12-24" }, "The Postil · 24 December 2019"],
  [{ published: "2019-12" }, "No outlet given · December 2019"],
  [{ publisher: "The Postil" }, "The Postil · no date given"],
  [{}, "No outlet given · no date given"],
])("an article tells where it is from, or that it doesn't: %o", (given, expected) => expect(imprint(article("first", given))).toBe(expected));

const dated = article("first", { published: "2019-12-24" });
test.each([
  ["last month", "2019-11", dated, "November 2019", "(November 2019, by the article’s date)"],
  ["Dec. 11, 2019", "2019-12-11", dated, "11 December 2019", "(11 December 2019)"],
  ["11 December 2019", "2019-12-11", dated, "11 December 2019", ""],
  ["2019-12-11", "2019-12-11", article("first"), "11 December 2019", "(11 December 2019)"],
  ["last month", null, article("first"), "“last month”", "(no date: the article gives none to count from)"],
  ["last month", null, undefined, "“last month”", "(no date: the article gives none to count from)"],
  ["the spring", null, dated, "“the spring”", ""],
])("%s (%s) isn't taken for another time", (words, edtf, where, short, meaning) => {
  expect(whenWords(statement("1", { when: { words, edtf } }))).toBe(short);
  expect(whenMeaning({ words, edtf }, where)).toBe(meaning);
});
