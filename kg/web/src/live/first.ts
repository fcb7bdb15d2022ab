import type { Part } from "../data/source";
import { plainText } from "../query/terms";
import { sparql } from "../query/run";

/** What a page begins with: the whole store, or where that is large those who are named most, and what joins them. */
export interface Beginning {
  readonly part: Part;
  /** How many entities it has at most; null where it has all. */
  readonly most: number | null;
}

/** Above so many statements a store isn't fetched whole. */
const LARGE = 40_000;
const MOST = 300;
const PREFIXES = "PREFIX kg: <https://w3id.org/accordingto#> PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>";
const COUNT = `${PREFIXES} SELECT (COUNT(*) AS ?n) { ?st a kg:Statement }`;
/** By what is said with them as subject alone: one sweep, which a store of 100,000 names does in about a second. */
const NAMED_MOST = `${PREFIXES} SELECT ?id {
  { SELECT ?id (COUNT(*) AS ?n) { ?st rdf:subject ?id } GROUP BY ?id }
} ORDER BY DESC(?n) ?id LIMIT ${MOST}`;

export async function beginning(): Promise<Beginning> {
  const counted = await sparql(COUNT);
  const statements = counted.kind === "rows" ? Number(plainText(counted.rows[0]?.[0] ?? null)) : 0;
  return statements > LARGE ? { part: { kind: "query", query: NAMED_MOST }, most: MOST } : { part: { kind: "all" }, most: null };
}
