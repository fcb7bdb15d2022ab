import { expect, test } from "vitest";
import { leading, terms } from "../../src/query/parameters";
import { fragment, shared } from "../../src/query/share";

const TEXT = `# What one says
#
# A line of help.
# Another one.
#
# ?speaker (entity, needed): who says it
# ?voice (own|told): only what is said so
# ?most (number): how many
PREFIX kg: <https://x/#>
# ?not (entity): a parameter
SELECT * { }`;

test("a leading comment is title, help and parameters", () => {
  const found = leading(TEXT);
  expect(found.title).toBe("What one says");
  expect(found.help).toBe("A line of help. Another one.");
  expect(found.parameters.map(({ name, kind, choices, needed }) => [name, kind, choices.join("|"), needed])).toEqual([
    ["speaker", "entity", "", true],
    ["voice", "choice", "own|told", false],
    ["most", "number", "", false],
  ]);
});

test("a query without a comment has none of it", () => {
  expect(leading("SELECT * { }")).toEqual({ title: "", help: "", parameters: [] });
});

const given = (values: Record<string, string>) => new Map(Object.entries(values).map(([name, value]) => [name, { value }]));

test.each([
  ["all", { speaker: "urn:kg:a#b", voice: "own", most: "3" }, { terms: { speaker: "<urn:kg:a#b>", voice: '"own"', most: "3" } }],
  ["only what is needed", { speaker: "urn:kg:a#b", voice: " " }, { terms: { speaker: "<urn:kg:a#b>" } }],
  ["nothing", {}, { name: "speaker", error: "Say who says it." }],
  ["a name that wasn't chosen", { speaker: "Procom" }, { name: "speaker", error: "Choose one of the names that are suggested, or give an IRI." }],
  ["an IRI that would end itself", { speaker: "urn:x> }" }, { name: "speaker", error: "Choose one of the names that are suggested, or give an IRI." }],
  ["another word", { speaker: "urn:a", voice: "loud" }, { name: "voice", error: "Choose one of the words." }],
  ["no number", { speaker: "urn:a", most: "3 }" }, { name: "most", error: "Give a whole number." }],
])("values become terms: %s", (_what, values, expected) => {
  expect(terms(leading(TEXT).parameters, given(values as Record<string, string>))).toEqual(expected);
});

test("an address holds a query and what was given, and gives it back", () => {
  const one = { text: "SELECT * {\n ?a & ?b # 100% é🙂\n}", given: new Map([["a", { value: "urn:a#b", label: "Procom & Söhne" }]]) };
  expect(shared(fragment(one))).toEqual(one);
  expect(shared("#entity=urn:a")).toBeNull();
});
