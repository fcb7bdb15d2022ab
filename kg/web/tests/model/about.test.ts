import { expect, test } from "vitest";
import { saidBy } from "../../src/model/about";
import { arrow, small, statement } from "./small";

test("who only reports a denial doesn't deny", () => {
  const known = small([
    arrow("a hired b", "denied", [statement("1", { speaker: "b", reported_by: ["wire"] })]),
    arrow("a paid b", "denied", [statement("2", { speaker: "wire" })]),
  ]);
  const relations = (lines: readonly { readonly arrow: { readonly relation: string } }[]) => lines.map((line) => line.arrow.relation);
  const { denies, says } = saidBy(known, "wire");
  expect(relations(denies)).toEqual(["paid"]);
  expect(relations(says)).toEqual(["hired"]);
});
