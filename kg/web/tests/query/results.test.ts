import { describe, expect, test } from "vitest";
import { answer, triples } from "../../src/query/results";
import { columns, csv, kindOfLiteral, prefixed, sorted } from "../../src/query/terms";
import type { Row, Term } from "../../src/query/results";

const XSD = "http://www.w3.org/2001/XMLSchema#";
const iri = (value: string): Term => ({ kind: "iri", value });
const literal = (value: string, datatype: string | null = null, language: string | null = null): Term => ({ kind: "literal", value, datatype, language });

describe("SPARQL's JSON results", () => {
  test("rows, with what is unbound", () => {
    const body = JSON.stringify({
      head: { vars: ["a", "b", "c"] },
      results: {
        bindings: [
          { a: { type: "uri", value: "urn:a" }, c: { type: "literal", value: "x", "xml:lang": "en" } },
          { b: { type: "bnode", value: "b0" }, c: { type: "literal", value: "1", datatype: `${XSD}integer` } },
        ],
      },
    });
    expect(answer("application/sparql-results+json", body)).toEqual({
      kind: "rows",
      variables: ["a", "b", "c"],
      rows: [
        [iri("urn:a"), null, literal("x", null, "en")],
        [null, { kind: "blank", value: "b0" }, literal("1", `${XSD}integer`)],
      ],
    });
  });

  test("yes or no", () => {
    expect(answer("application/sparql-results+json", '{"head":{},"boolean":false}')).toEqual({ kind: "boolean", value: false });
  });

  test("a triple term", () => {
    const part = (value: string) => ({ type: "uri", value });
    const value = { subject: part("urn:s"), predicate: part("urn:p"), object: { type: "literal", value: "o" } };
    const body = JSON.stringify({ head: { vars: ["t"] }, results: { bindings: [{ t: { type: "triple", value } }] } });
    const expected = { kind: "triple", subject: iri("urn:s"), predicate: iri("urn:p"), object: literal("o") };
    expect(answer("application/sparql-results+json", body)).toMatchObject({ rows: [[expected]] });
  });
});

test.each([
  ["IRIs", "<urn:s> <urn:p> <urn:o> .", iri("urn:o")],
  ["escapes", String.raw`<urn:s> <urn:p> "a \"b\"\n\u00e9\U0001F642\\" .`, literal('a "b"\né🙂\\')],
  ["a language", '<urn:s> <urn:p> "x"@en-GB .', literal("x", null, "en-GB")],
  ["a datatype", `<urn:s> <urn:p> "1"^^<${XSD}integer> .`, literal("1", `${XSD}integer`)],
  ["a blank node", "<urn:s> <urn:p> _:b1 .", { kind: "blank", value: "b1" }],
  ["a triple term", '<urn:s> <urn:p> <<( <urn:a> <urn:b> "c" )>> .', { kind: "triple", subject: iri("urn:a"), predicate: iri("urn:b"), object: literal("c") }],
])("N-Triples: %s", (_what, line, object) => {
  expect(triples(`${line}\n`)).toEqual([[iri("urn:s"), iri("urn:p"), object]]);
});

describe("the table", () => {
  const number = (value: string) => literal(value, `${XSD}integer`);
  const column = (rows: readonly Row[]) => rows.map(([term]) => (term?.kind === "literal" ? term.value : null));

  test("numbers are in the order of numbers, what is missing comes last", () => {
    const rows: Row[] = [[number("10")], [null], [number("9")], [number("-1")]];
    expect(column(sorted(rows, 0, false, () => ""))).toEqual(["-1", "9", "10", null]);
    expect(column(sorted(rows, 0, true, () => ""))).toEqual(["10", "9", "-1", null]);
  });

  test("other things go by what is shown", () => {
    const rows: Row[] = [[iri("urn:1")], [iri("urn:2")]];
    const shown = (term: Term) => (term.kind === "iri" && term.value === "urn:1" ? "Zeta" : "alpha");
    expect(sorted(rows, 0, false, shown)).toEqual([[iri("urn:2")], [iri("urn:1")]]);
  });

  test("a label is shown in place of what it labels; empty columns aren't shown", () => {
    const rows: Row[] = [[iri("urn:a"), literal("A"), null, literal("free")]];
    expect(columns(["a", "aLabel", "b", "otherLabel"], rows)).toEqual([
      { name: "a", value: 0, label: 1 },
      { name: "otherLabel", value: 3, label: null },
    ]);
  });

  test("CSV quotes, and no cell is a formula", () => {
    const rows: Row[] = [[literal('say "no", twice\n'), number("-5")], [literal("=1+1"), null]];
    expect(csv(["words", "n"], rows)).toBe('words,n\r\n"say ""no"", twice\n",-5\r\n\'=1+1,\r\n');
    const formulas = ["=1", "+1", "-1", "@a", "\t=1", "＝1"].map((text): Row => [literal(text), number("=1+1")]);
    for (const line of csv([], formulas).split("\r\n").slice(1, -1)) expect(line).toMatch(/^'.*,'=1\+1$/s);
  });
});

test("names: by prefix where one fits; a literal's kind where it says something", () => {
  const prefixes = { kg: "https://x/#", xsd: XSD };
  expect(prefixed("https://x/#hired", prefixes)).toBe("kg:hired");
  expect(prefixed("https://x/#a/b", prefixes)).toBeNull();
  expect(kindOfLiteral(literal("1", `${XSD}integer`), prefixes)).toBe("xsd:integer");
  expect(kindOfLiteral(literal("a", `${XSD}string`), prefixes)).toBeNull();
  expect(kindOfLiteral(literal("a", null, "en"), prefixes)).toBe("@en");
});
