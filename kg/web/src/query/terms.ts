import type { Row, Term } from "./results";
import type { Prefixes } from "./text";

const XSD = "http://www.w3.org/2001/XMLSchema#";
const NUMBERS = new Set(
  ["integer", "decimal", "double", "float", "int", "long", "short", "byte", "nonNegativeInteger", "positiveInteger"].map((name) => XSD + name),
);

/** An IRI by a known prefix, else null. */
export function prefixed(iri: string, prefixes: Prefixes): string | null {
  for (const [name, start] of Object.entries(prefixes)) {
    const local = iri.slice(start.length);
    if (iri.startsWith(start) && /^[\p{L}_][\p{L}\p{N}_-]*$/u.test(local)) return `${name}:${local}`;
  }
  return null;
}

/** What an IRI ends in, for where nothing else is known of it. */
export function localName(iri: string): string {
  return iri.replace(/[#/:]+$/, "").split(/[#/:]/).at(-1) ?? iri;
}

/** A term as text for CSV and for finding the order: an IRI, a literal's own words. */
export function plainText(term: Term | null): string {
  if (term === null) return "";
  if (term.kind === "triple") return `<<( ${plainText(term.subject)} ${plainText(term.predicate)} ${plainText(term.object)} )>>`;
  return term.kind === "blank" ? `_:${term.value}` : term.value;
}

/** A literal's language or datatype, as its reader wants it: nothing for plain strings. */
export function kindOfLiteral(term: Term, prefixes: Prefixes): string | null {
  if (term.kind !== "literal") return null;
  if (term.language) return `@${term.language}`;
  if (!term.datatype || term.datatype === `${XSD}string`) return null;
  return prefixed(term.datatype, { xsd: XSD, ...prefixes }) ?? localName(term.datatype);
}

export function isNumber(term: Term | null): boolean {
  return term?.kind === "literal" && term.datatype !== null && NUMBERS.has(term.datatype);
}

/** The rows by one column: numbers as numbers, other things by how they are shown; what isn't there comes last either way. */
export function sorted(rows: readonly Row[], column: number, descending: boolean, shown: (term: Term) => string): readonly Row[] {
  const collator = new Intl.Collator(undefined, { numeric: true, sensitivity: "base" });
  const keyed = rows.map((row) => {
    const term = row[column] ?? null;
    return { row, term, number: isNumber(term) ? Number(plainText(term)) : null, text: term ? shown(term) : "" };
  });
  const way = descending ? -1 : 1;
  keyed.sort((one, other) => {
    if (!one.term || !other.term) return Number(!one.term) - Number(!other.term);
    if (one.number !== null && other.number !== null) return way * (one.number - other.number);
    return way * collator.compare(one.text, other.text);
  });
  return keyed.map(({ row }) => row);
}

/** The columns to show: `xLabel` is shown in place of `x` (`label` is its place), and what no row has isn't shown. */
export function columns(variables: readonly string[], rows: readonly Row[]): { name: string; value: number; label: number | null }[] {
  const place = (name: string): number | null => (variables.includes(name) ? variables.indexOf(name) : null);
  return variables.flatMap((name, value) => {
    if (name.endsWith("Label") && variables.includes(name.slice(0, -"Label".length))) return [];
    const label = place(`${name}Label`);
    const has = rows.length === 0 || rows.some((row) => row[value] ?? (label === null ? null : row[label]));
    return has ? [{ name, value, label }] : [];
  });
}

/** Rows as CSV by RFC 4180, with what a spreadsheet would run as a formula made text. */
export function csv(variables: readonly string[], rows: readonly Row[]): string {
  const cell = (term: Term | null): string => {
    const text = plainText(term);
    return quoted(isNumber(term) && !Number.isNaN(Number(text)) ? text : text.replace(/^(?=[=+\-@\t\r\n＝＋－＠])/u, "'"));
  };
  return [variables.map(quoted), ...rows.map((row) => row.map(cell))].map((line) => `${line.join(",")}\r\n`).join("");
}

function quoted(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
