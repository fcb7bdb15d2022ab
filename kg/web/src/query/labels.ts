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

/** What the IRIs in the results are called, asked for as they come to be shown. */
export interface Labels {
  readonly known: ReadonlySignal<ReadonlyMap<string, Known>>;
  fetch(rows: readonly Row[]): Promise<void>;
}

const AT_ONCE = 500;
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
  return {
    known,
    async fetch(rows) {
      const wanted = [...new Set(rows.flatMap(irisOf))].filter((iri) => !known.value.has(iri) && iriText(iri) !== null).slice(0, AT_ONCE);
      if (wanted.length === 0) return;
      const answer = await sparql(QUERY.replace("IRIS", () => wanted.map((iri) => `<${iri}>`).join(" ")));
      const found = new Map<string, Known>(wanted.map((iri) => [iri, { label: null, kind: null }]));
      if (answer.kind === "rows")
        for (const [id, label, kind] of answer.rows) {
          if (id?.kind === "iri") found.set(id.value, { label: valueOf(label), kind: valueOf(kind) as Known["kind"] });
        }
      known.value = new Map([...known.value, ...found]);
    },
  };
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
