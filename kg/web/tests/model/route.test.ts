import { describe, expect, test } from "vitest";
import { choiceOf, fragment } from "../../src/explorer/route";
import type { Choice } from "../../src/explorer/state";
import { arrow, lineOf, small, statement } from "./small";

const known = small([arrow("urn:a#x paid b", "affirmed", [statement("s&1"), statement("s=2")])], {
  derived: [{ subject: "urn:a#x", relation: "linked", label: "linked", object: "b", premises: ["s&1"], cautions: [] }],
});

describe("a fragment names what was chosen, and chooses it again", () => {
  test.each<Choice>([
    { kind: "entity", id: "urn:a#x" },
    { kind: "entity", id: "urn:a#x", to: "b" },
    { kind: "line", key: lineOf(known, "paid").key },
    { kind: "line", key: lineOf(known, "paid").key, statement: "s=2" },
    { kind: "line", key: lineOf(known, "linked").key },
    { kind: "article", id: "first" },
    { kind: "article", id: "first", statement: "s&1" },
    { kind: "article", id: "first", words: { start: 12, end: 40 } },
  ])("%j", (choice) => {
    expect(choiceOf(known, `#${fragment(known, choice)}`)).toEqual(choice);
  });
  test("nothing is nothing", () => expect(fragment(known, null)).toBe(""));
  test.each(["", "#", "#entity=nobody", "#statement=none", "#article=none", "#subject=b&relation=paid&object=b", "#<script>", "#%"])("%s chooses nothing", (wrong) => {
    expect(choiceOf(known, wrong)).toBeNull();
  });
});
