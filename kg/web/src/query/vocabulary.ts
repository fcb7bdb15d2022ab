import type { Prefixes } from "./text";
import { prefixed } from "./terms";

/** A relation or class that a query may name. */
export interface VocabularyTerm {
  readonly kind: "relation" | "class";
  readonly iri: string;
  /** With its prefix, as queries write it; the whole IRI in angle brackets where no prefix fits. */
  readonly name: string;
  readonly label: string;
  readonly comment: string | null;
}

/** What the ontology offers to whoever writes a query. */
export interface Vocabulary {
  readonly prefixes: Prefixes;
  readonly terms: readonly VocabularyTerm[];
  readonly byIri: ReadonlyMap<string, VocabularyTerm>;
}

/** What `/api/ontology` answers, as far as it matters here. */
export interface OntologyAnswer {
  readonly prefixes: Prefixes;
  readonly classes: readonly OntologyTerm[];
  readonly relations: readonly OntologyTerm[];
}

interface OntologyTerm {
  readonly id: string;
  readonly label?: string | null;
  readonly comment?: string | null;
}

export const NO_VOCABULARY: Vocabulary = { prefixes: {}, terms: [], byIri: new Map() };

export function vocabulary(answer: OntologyAnswer): Vocabulary {
  const { prefixes } = answer;
  const term = (kind: VocabularyTerm["kind"], one: OntologyTerm): VocabularyTerm => {
    const name = prefixed(one.id, prefixes);
    return { kind, iri: one.id, name: name ?? `<${one.id}>`, label: one.label ?? name ?? one.id, comment: one.comment ?? null };
  };
  const terms = [...answer.relations.map((one) => term("relation", one)), ...answer.classes.map((one) => term("class", one))];
  return { prefixes, terms, byIri: new Map(terms.map((one) => [one.iri, one])) };
}
