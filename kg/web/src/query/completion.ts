import { isInside, variables } from "./text";
import type { Vocabulary } from "./vocabulary";

/** Something that may stand where the cursor is. */
export interface Offer {
  readonly text: string;
  readonly kind: "keyword" | "prefix" | "relation" | "class" | "variable";
  readonly label?: string;
  readonly help?: string;
}

export interface Offers {
  readonly from: number;
  readonly offers: readonly Offer[];
}

const KEYWORDS = (
  "SELECT DISTINCT REDUCED CONSTRUCT DESCRIBE ASK PREFIX BASE FROM NAMED WHERE FILTER OPTIONAL UNION MINUS GRAPH VALUES UNDEF BIND AS " +
  "GROUP BY HAVING ORDER ASC DESC LIMIT OFFSET EXISTS NOT IN COUNT SUM MIN MAX AVG GROUP_CONCAT SAMPLE SEPARATOR " +
  "BOUND IF COALESCE STR LANG LANGMATCHES DATATYPE IRI ISIRI ISLITERAL ISNUMERIC ISTRIPLE TRIPLE SUBJECT PREDICATE OBJECT REGEX REPLACE SUBSTR STRLEN UCASE LCASE " +
  "CONTAINS STRSTARTS STRENDS STRBEFORE STRAFTER CONCAT ENCODE_FOR_URI ABS ROUND CEIL FLOOR YEAR MONTH DAY NOW"
).split(" ");
const MOST = 60;

/** What fits the word before `place`: by its beginning, or by a word of a relation's or class's label. `asked` also without a word. */
export function offers(text: string, place: number, known: Vocabulary, asked: boolean): Offers | null {
  const before = text.slice(0, place);
  const word = /(?:[?$][\p{L}\p{N}_]*|[\p{L}_][\p{L}\p{N}_-]*:?[\p{L}\p{N}_-]*)$/u.exec(before)?.[0] ?? "";
  const from = place - word.length;
  if (isInside(text, from) || (word === "" && !asked)) return null;
  const found = sought(text, word, before.slice(0, from), known);
  return found.length > 0 ? { from, offers: found.slice(0, MOST) } : null;
}

function sought(text: string, word: string, before: string, known: Vocabulary): Offer[] {
  if (/\bPREFIX\s+$/i.test(before)) return prefixLines(word, known);
  if (/^[?$]/.test(word)) return variableNames(text, word);
  const names = terms(word, known);
  if (word.includes(":")) return names;
  return [...words(word), ...names, ...prefixNames(word, known), ...(word === "" ? variableNames(text, "") : [])];
}

function prefixLines(word: string, known: Vocabulary): Offer[] {
  return Object.entries(known.prefixes)
    .filter(([name]) => `${name}:`.startsWith(word))
    .map(([name, iri]) => ({ text: `${name}: <${iri}>`, kind: "prefix" }));
}

function prefixNames(word: string, known: Vocabulary): Offer[] {
  return Object.entries(known.prefixes)
    .filter(([name]) => name.startsWith(word.toLowerCase()))
    .map(([name, iri]) => ({ text: `${name}:`, kind: "prefix", help: iri }));
}

function variableNames(text: string, word: string): Offer[] {
  const start = word.slice(1);
  return variables(text)
    .filter((name) => name.startsWith(start) && name !== start)
    .map((name) => ({ text: `?${name}`, kind: "variable" }));
}

function words(word: string): Offer[] {
  const start = word.toUpperCase();
  return start === "" ? [] : KEYWORDS.filter((one) => one.startsWith(start) && one !== start).map((text) => ({ text, kind: "keyword" }));
}

function terms(word: string, known: Vocabulary): Offer[] {
  const start = word.toLowerCase();
  const local = start.includes(":") ? start.slice(start.indexOf(":") + 1) : start;
  const prefix = start.includes(":") ? start.slice(0, start.indexOf(":") + 1) : "";
  return known.terms
    .filter(({ name }) => name.toLowerCase().startsWith(prefix))
    .map((one) => ({ one, rank: rank(one.name, one.label, local) }))
    .filter(({ rank: found }) => found < 3)
    .sort((one, other) => one.rank - other.rank)
    .map(({ one }) => ({ text: one.name, kind: one.kind, label: one.label, ...(one.comment ? { help: one.comment } : {}) }));
}

/** 0 where the local name begins so, 1 where the label does, 2 where a later word of either does, else 3. */
function rank(name: string, label: string, start: string): number {
  const local = name.slice(name.indexOf(":") + 1).toLowerCase();
  const called = label.toLowerCase();
  if (local.startsWith(start)) return 0;
  if (called.startsWith(start)) return 1;
  return [...local.split(/[_-]/), ...called.split(/\s+/)].some((one) => one.startsWith(start)) ? 2 : 3;
}
