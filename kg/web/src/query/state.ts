import { computed, signal, type ReadonlySignal, type Signal } from "@preact/signals";
import type { Settings } from "../data/source";
import { leading, type Given, type Leading } from "./parameters";
import type { Answer } from "./results";
import type { Shared } from "./share";
import { NO_VOCABULARY, type Vocabulary } from "./vocabulary";

/** A query that comes with the server, as `/api/queries` gives it. */
export interface NamedQuery {
  readonly name: string;
  readonly title: string;
  readonly help: string;
  readonly text: string;
}

/** What is wrong with a query, with its place (from 1) in the editor's text, or the parameter that lacks a value. */
export interface Trouble {
  readonly error: string;
  readonly line: number | null;
  readonly column: number | null;
  readonly parameter: string | null;
}

export type Run =
  | { readonly kind: "none" }
  | { readonly kind: "running"; readonly cancel: () => void }
  | { readonly kind: "cancelled" }
  | ({ readonly kind: "failed" } & Trouble)
  | { readonly kind: "done"; readonly answer: Answer; readonly seconds: number; readonly asked: string };

/** What the SPARQL page's parts share. */
export interface QueryPage {
  readonly settings: Settings;
  readonly text: Signal<string>;
  readonly given: Signal<ReadonlyMap<string, Given>>;
  readonly leading: ReadonlySignal<Leading>;
  readonly queries: Signal<readonly NamedQuery[]>;
  readonly vocabulary: Signal<Vocabulary>;
  readonly run: Signal<Run>;
  /** What couldn't be fetched when the page opened. */
  readonly missing: Signal<string | null>;
}

export const FIRST = `# What is said, and how
PREFIX kg: <https://w3id.org/accordingto#>
PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>

SELECT ?subject ?relation ?object ?status ?statement WHERE {
  ?statement a kg:Statement ; kg:status ?status ;
             rdf:subject ?subject ; rdf:predicate ?relation ; rdf:object ?object .
}
LIMIT 100
`;

export function queryPage(settings: Settings, start: Shared | null): QueryPage {
  const text = signal(start?.text ?? FIRST);
  return {
    settings,
    text,
    given: signal(start?.given ?? new Map<string, Given>()),
    leading: computed(() => leading(text.value)),
    queries: signal<readonly NamedQuery[]>([]),
    vocabulary: signal(NO_VOCABULARY),
    run: signal<Run>({ kind: "none" }),
    missing: signal<string | null>(null),
  };
}
