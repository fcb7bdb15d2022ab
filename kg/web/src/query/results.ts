/** What a query answers: rows, yes or no, or triples; read from SPARQL's JSON results and from N-Triples. */

export type Term =
  | { readonly kind: "iri"; readonly value: string }
  | { readonly kind: "blank"; readonly value: string }
  | { readonly kind: "literal"; readonly value: string; readonly datatype: string | null; readonly language: string | null }
  | { readonly kind: "triple"; readonly subject: Term; readonly predicate: Term; readonly object: Term };

export type Row = readonly (Term | null)[];

export type Answer =
  | { readonly kind: "rows"; readonly variables: readonly string[]; readonly rows: readonly Row[] }
  | { readonly kind: "boolean"; readonly value: boolean }
  | { readonly kind: "triples"; readonly variables: readonly string[]; readonly rows: readonly Row[] };

/** What to accept, in the order of liking. */
export const ACCEPT = "application/sparql-results+json, application/n-triples;q=0.9";

const TRIPLE = ["subject", "predicate", "object"];

interface JsonTerm {
  readonly type: string;
  readonly value: unknown;
  readonly datatype?: string;
  readonly "xml:lang"?: string;
}

interface JsonResults {
  readonly head?: { readonly vars?: readonly string[] };
  readonly boolean?: boolean;
  readonly results?: { readonly bindings: readonly Readonly<Record<string, JsonTerm>>[] };
}

/** Read an answer by its media type. Error where it is neither results nor triples. */
export function answer(mediaType: string, body: string): Answer {
  if (mediaType.startsWith("application/n-triples")) return { kind: "triples", variables: TRIPLE, rows: triples(body) };
  const read = JSON.parse(body) as JsonResults;
  if (typeof read.boolean === "boolean") return { kind: "boolean", value: read.boolean };
  if (!read.results) throw new Error("The server's answer holds no results.");
  const variables = read.head?.vars ?? [];
  const rows = read.results.bindings.map((binding) => variables.map((name) => termOrNull(binding[name])));
  return { kind: "rows", variables, rows };
}

function termOrNull(given: JsonTerm | undefined): Term | null {
  return given ? term(given) : null;
}

function term(given: JsonTerm): Term {
  switch (given.type) {
    case "uri":
      return { kind: "iri", value: String(given.value) };
    case "bnode":
      return { kind: "blank", value: String(given.value) };
    case "triple": {
      const { subject, predicate, object } = given.value as Record<"subject" | "predicate" | "object", JsonTerm>;
      return { kind: "triple", subject: term(subject), predicate: term(predicate), object: term(object) };
    }
    default:
      return { kind: "literal", value: String(given.value), datatype: given.datatype ?? null, language: given["xml:lang"] ?? null };
  }
}

/** The triples of an N-Triples document, whose terms may be triples themselves. */
export function triples(text: string): Row[] {
  return text
    .split("\n")
    .filter((line) => line.trim() !== "" && !line.startsWith("#"))
    .map((line) => {
      const reader = new LineReader(line);
      return [reader.term(), reader.term(), reader.term()];
    });
}

const PART = /\s*(?:<([^>]*)>|_:([^\s<>"]+)|"((?:[^"\\]|\\.)*)"(?:@([\w-]+)|\^\^<([^>]*)>)?|(<<\()|(\)>>))/y;
const XSD_STRING = "http://www.w3.org/2001/XMLSchema#string";

class LineReader {
  private place = 0;

  constructor(private readonly line: string) {}

  term(): Term {
    PART.lastIndex = this.place;
    const nested = /\s*<<\(/y;
    nested.lastIndex = this.place;
    if (nested.test(this.line)) {
      this.place = nested.lastIndex;
      const [subject, predicate, object] = [this.term(), this.term(), this.term()];
      this.place = this.line.indexOf(")>>", this.place) + 3;
      return { kind: "triple", subject, predicate, object };
    }
    const match = PART.exec(this.line);
    if (!match) throw new Error(`The server's answer can't be read: ${this.line.slice(this.place, this.place + 60)}`);
    this.place = PART.lastIndex;
    const [, iri, blank, literal, language, datatype] = match;
    if (iri !== undefined) return { kind: "iri", value: unescaped(iri) };
    if (blank !== undefined) return { kind: "blank", value: blank };
    const type = datatype === undefined || datatype === XSD_STRING ? null : unescaped(datatype);
    return { kind: "literal", value: unescaped(literal ?? ""), datatype: type, language: language ?? null };
  }
}

const ESCAPES: Readonly<Record<string, string>> = { t: "\t", b: "\b", n: "\n", r: "\r", f: "\f" };

function unescaped(text: string): string {
  return text.replace(/\\(?:u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8})|(.))/g, (_all, short?: string, long?: string, one?: string) =>
    short ?? long ? String.fromCodePoint(parseInt((short ?? long) as string, 16)) : (ESCAPES[one as string] ?? (one as string)),
  );
}

/** Rows in SPARQL's JSON results, as they came. */
export function resultsJson(found: Exclude<Answer, { kind: "boolean" }>): string {
  const bindings = found.rows.map((row) =>
    Object.fromEntries(
      row.flatMap((one, n) => {
        const name = found.variables[n];
        return one && name !== undefined ? [[name, jsonTerm(one)]] : [];
      }),
    ),
  );
  return JSON.stringify({ head: { vars: found.variables }, results: { bindings } }, null, 1);
}

function jsonTerm(one: Term): JsonTerm {
  switch (one.kind) {
    case "iri":
      return { type: "uri", value: one.value };
    case "blank":
      return { type: "bnode", value: one.value };
    case "triple":
      return { type: "triple", value: { subject: jsonTerm(one.subject), predicate: jsonTerm(one.predicate), object: jsonTerm(one.object) } };
    case "literal":
      return {
        type: "literal",
        value: one.value,
        ...(one.datatype ? { datatype: one.datatype } : {}),
        ...(one.language ? { "xml:lang": one.language } : {}),
      };
  }
}
