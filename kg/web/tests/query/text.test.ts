import { describe, expect, test } from "vitest";
import { bind, declaredPrefixes, iriText, isInside, missingPrefixes, prologue, stringText, undeclaredPrefixes, variables } from "../../src/query/text";

describe("prefixes", () => {
  test.each([
    ["used and not declared", "SELECT * { ?a kg:hired ?b }", ["kg"]],
    ["declared", "PREFIX kg: <https://x/#> SELECT * { ?a kg:hired ?b }", []],
    ["in a string or comment", 'SELECT * { ?a ?b "kg:hired" } # rdf:type', []],
    ["in an IRI", "SELECT * { <urn:kg:x> ?b ?c }", []],
    ["a blank node's", "SELECT * { _:one ?b ?c }", []],
    ["as a datatype", 'SELECT * { ?a ?b "1"^^xsd:integer }', ["xsd"]],
    ["inside a triple term", "SELECT * { ?r rdf:reifies <<( ?s kg:paid ?o )>> }", ["rdf", "kg"]],
    ["once each", "SELECT * { ?a kg:hired ?b ; kg:paid ?c . ?b a org:Unit }", ["kg", "org"]],
  ])("%s", (_what, text, expected) => {
    expect(undeclaredPrefixes(text)).toEqual(expected);
  });

  test("only known ones are added, after the leading comment", () => {
    const text = "# Hirings\nSELECT * { ?a kg:hired ?b ; what:ever ?c }";
    expect(missingPrefixes(text, { kg: "https://x/#" })).toBe("PREFIX kg: <https://x/#>\n");
    expect(text.slice(prologue(text))).toMatch(/^SELECT/);
  });

  test("no prefix is known by chance", () => {
    expect(missingPrefixes("SELECT * { ?a constructor:x ?b ; toString:x ?c }", { kg: "https://x/#" })).toBe("");
  });

  test("what a query declares", () => {
    expect(declaredPrefixes("prefix a: <x:> PREFIX : <y:>\nASK {}")).toEqual({ a: "x:", "": "y:" });
  });
});

describe("values stand at the start of the outermost pattern", () => {
  test.each([
    ["WHERE is left out", "SELECT * { ?a ?b ?c }", "SELECT * { VALUES (?a) { (<urn:x>) } ?a ?b ?c }"],
    ["a brace in a comment", "# {\nASK { ?a ?b ?c }", "# {\nASK { VALUES (?a) { (<urn:x>) } ?a ?b ?c }"],
    ["a template comes first", "CONSTRUCT { ?a ?b 1 } WHERE { ?a ?b ?c }", "CONSTRUCT { ?a ?b 1 } WHERE { VALUES (?a) { (<urn:x>) } ?a ?b ?c }"],
    ["no template", "CONSTRUCT WHERE { ?a ?b ?c }", "CONSTRUCT WHERE { VALUES (?a) { (<urn:x>) } ?a ?b ?c }"],
    ["no pattern", "DESCRIBE <urn:y>", "DESCRIBE <urn:y>"],
  ])("%s", (_what, text, expected) => {
    expect(bind(text, { a: "<urn:x>" })).toBe(expected);
  });

  test("several", () => {
    expect(bind("ASK {}", { a: "<urn:x>", b: '"own"' })).toBe('ASK { VALUES (?a ?b) { (<urn:x> "own") }}');
  });
});

test("variables by name, in their order", () => {
  expect(variables('SELECT ?b { ?a ?b "?c" . # ?d\n $e ?Größe 1 }')).toEqual(["b", "a", "e", "Größe"]);
});

test.each([
  ["urn:kg:a#b", "<urn:kg:a#b>"],
  ["urn:x> } DROP ALL #", null],
  ["urn:a b", null],
])("an IRI can't end itself: %s", (iri, expected) => {
  expect(iriText(iri)).toBe(expected);
});

test("a string can't end itself", () => {
  expect(stringText('a"b\\c\nd')).toBe('"a\\"b\\\\c\\nd"');
});

test.each([
  ["# comment", 5, true],
  ["# comment", 9, true],
  ["SELECT", 3, false],
  ['"a b" x', 3, true],
  ['"a b" x', 5, false],
  ["<urn:a> ?x", 4, true],
])("whether a place is inside of something: %s at %i", (text, place, expected) => {
  expect(isInside(text, place)).toBe(expected);
});
