import { signal, type ReadonlySignal } from "@preact/signals";
import { explorerAddress } from "../data/address";
import { sparql } from "./run";
import type { Row, Term } from "./results";
import { iriText } from "./text";
import { localName, prefixed } from "./terms";
import type { Vocabulary } from "./vocabulary";

/** What is known of an IRI: how it is called, and what it is, where the explorer can show it. */
export interface Known {
  readonly label: string | null;
  readonly kind: "entity" | "statement" | "article" | null;
}

/** What the IRIs in the results are called, asked for as they come to be shown; those that nothing is known of are known to be so. */
export interface Labels {
  readonly known: ReadonlySignal<ReadonlyMap<string, Known>>;
  areKnown(rows: readonly Row[]): boolean;
  fetch(rows: readonly Row[]): Promise<void>;
}

const AT_ONCE = 500;
const NOTHING: Known = { label: null, kind: null };
const QUERY = `
PREFIX kg: <https://w3id.org/accordingto#>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
PREFIX schema: <https://schema.org/>
SELECT ?id ?label ?kind WHERE {
  VALUES ?id { IRIS }
  { ?id kg:named ?any ; rdfs:label ?label BIND("entity" AS ?kind) }
  UNION { ?id a schema:NewsArticle OPTIONAL { ?id schema:headline ?label } BIND("article" AS ?kind) }
  UNION { ?id a kg:Statement BIND("statement" AS ?kind) }
}`;

export function labels(): Labels {
  const known = signal<ReadonlyMap<string, Known>>(new Map());
  const unknown = (rows: readonly Row[]): string[] =>
    [...new Set(rows.flatMap(irisOf))].filter((iri) => !known.value.has(iri) && iriText(iri) !== null);
  return {
    known,
    areKnown: (rows) => unknown(rows).length === 0,
    async fetch(rows) {
      const wanted = unknown(rows);
      for (let first = 0; first < wanted.length; first += AT_ONCE) {
        const some = wanted.slice(first, first + AT_ONCE);
        const nothing = some.map((iri) => [iri, NOTHING] as const);
        const found = await knownOf(some).catch(() => []); // without labels, IRIs are shown by their ends
        known.value = new Map([...known.value, ...nothing, ...found]);
      }
    },
  };
}

async function knownOf(iris: readonly string[]): Promise<(readonly [string, Known])[]> {
  const answer = await sparql(QUERY.replace("IRIS", () => iris.map((iri) => `<${iri}>`).join(" ")));
  if (answer.kind !== "rows") return [];
  return answer.rows.flatMap(([id, label, kind]) =>
    id?.kind === "iri" ? [[id.value, { label: valueOf(label), kind: valueOf(kind) as Known["kind"] }] as const] : [],
  );
}

/** How an IRI is shown: by its label, else by a prefix, else by its end. */
export function nameOf(iri: string, known: Known | undefined, vocabulary: Vocabulary): string {
  return known?.label ?? vocabulary.byIri.get(iri)?.label ?? prefixed(iri, vocabulary.prefixes) ?? localName(iri);
}

/** Where the served pages show what an IRI stands for; null where they don't. */
export function linkOf(iri: string, known: Known | undefined, vocabulary: Vocabulary): string | null {
  if (known?.kind) return explorerAddress({ kind: known.kind, id: iri });
  const term = vocabulary.byIri.get(iri);
  return term ? `/ontology#${term.kind}-${encodeURIComponent(localName(iri))}` : null;
}

function irisOf(row: Row): string[] {
  return row.flatMap((term) => (term?.kind === "iri" ? [term.value] : []));
}

function valueOf(term: Term | null | undefined): string | null {
  return term?.kind === "literal" ? term.value : null;
}
