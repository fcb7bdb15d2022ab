import type { Model } from "./model";
import { slicer } from "./spans";
import { fold } from "./text";

/** What a search may find: an entity by one of its names, a relation, or the sentence of a statement. */
export type Found =
  | { readonly kind: "entity"; readonly id: string; readonly name: string; readonly also: string | null }
  | { readonly kind: "relation"; readonly id: string; readonly name: string; readonly lines: number }
  | { readonly kind: "sentence"; readonly id: string; readonly name: string };

/** Names made ready for searching; sentences are, when first asked for, as they take longer. */
export interface Index {
  readonly known: Model;
  readonly names: readonly Name[];
  readonly relations: readonly Relation[];
  sentences(): readonly Sentence[];
}

interface Name {
  readonly id: string;
  readonly text: string;
  readonly folded: string;
  readonly lines: number;
}

interface Relation {
  readonly id: string;
  readonly label: string;
  readonly folded: string;
  readonly lines: number;
}

interface Sentence {
  readonly id: string;
  readonly text: string;
  readonly folded: string;
}

const LONGEST = 200;
const SENTENCES_FROM = 3;

export function index(known: Model): Index {
  const names: Name[] = [];
  for (const entity of known.graph.nodes) {
    const lines = known.linesOf.get(entity.id)?.length ?? 0;
    for (const text of [entity.label, ...entity.labels]) names.push({ id: entity.id, text, folded: fold(text.slice(0, LONGEST)), lines });
  }
  let sentences: readonly Sentence[] | null = null;
  return { known, names, relations: relations(known), sentences: () => (sentences ??= sentencesOf(known)) };
}

/** What a few letters may mean, the best of each kind first: names that begin with them, names with a word that does, names that hold them. */
export function suggestions(all: Index, typed: string, most = 8): readonly Found[] {
  const wanted = fold(typed.trim()).replace(/\s+/g, " ");
  if (!wanted) return [];
  return [...entities(all, wanted, most), ...relationsLike(all, wanted), ...sentencesWith(all, wanted, 4)];
}

function entities(all: Index, wanted: string, most: number): readonly Found[] {
  const best = new Map<string, { readonly name: Name; readonly rank: number }>();
  for (const name of all.names) {
    const rank = rankOf(name.folded, wanted);
    if (rank === null) continue;
    const known = best.get(name.id);
    if (!known || rank < known.rank) best.set(name.id, { name, rank });
  }
  return [...best.values()]
    .sort((a, b) => a.rank - b.rank || b.name.lines - a.name.lines || a.name.folded.length - b.name.folded.length)
    .slice(0, most)
    .map(({ name }) => {
      const label = all.known.entities.get(name.id)?.label ?? name.text;
      return { kind: "entity", id: name.id, name: label, also: name.text === label ? null : name.text };
    });
}

function rankOf(folded: string, wanted: string): number | null {
  const place = folded.indexOf(wanted);
  if (place < 0) return null;
  if (place === 0) return folded.length === wanted.length ? 0 : 1;
  return /[\p{L}\p{N}]/u.test(folded[place - 1] ?? "") && !folded.includes(` ${wanted}`) ? 3 : 2;
}

function relationsLike(all: Index, wanted: string): readonly Found[] {
  return all.relations
    .filter((one) => rankOf(one.folded, wanted) !== null)
    .sort((a, b) => (rankOf(a.folded, wanted) ?? 9) - (rankOf(b.folded, wanted) ?? 9) || b.lines - a.lines)
    .slice(0, 3)
    .map(({ id, label, lines }) => ({ kind: "relation", id, name: label, lines }));
}

function sentencesWith(all: Index, wanted: string, most: number): readonly Found[] {
  if (wanted.length < SENTENCES_FROM) return [];
  const found: Found[] = [];
  const seen = new Set<string>();
  for (const { id, text, folded } of all.sentences()) {
    if (!folded.includes(wanted) || seen.has(text)) continue;
    seen.add(text);
    found.push({ kind: "sentence", id, name: text });
    if (found.length === most) break;
  }
  return found;
}

function relations(known: Model): readonly Relation[] {
  const found = new Map<string, Relation>();
  for (const { arrow } of known.lines.values()) {
    const { relation: id, label } = arrow;
    found.set(id, { id, label, folded: fold(label), lines: (found.get(id)?.lines ?? 0) + 1 });
  }
  return [...found.values()];
}

function sentencesOf(known: Model): readonly Sentence[] {
  const found: Sentence[] = [];
  const add = (id: string, text: string): number => found.push({ id, text, folded: fold(text) });
  for (const [id, statements] of known.statementsIn) {
    const text = known.articles.get(id)?.text ?? null;
    const part = text === null ? null : slicer(text);
    for (const one of statements) add(one.id, part ? part(one.sentence_start, one.sentence_end) : (one.quote ?? ""));
  }
  return found;
}
