import type { Entity, Statement } from "../data/graph";
import { type Model, nameOf } from "./model";
import { apart, type Apart } from "./namesakes";
import type { Passage, Passages } from "./passages";
import { quotations } from "./quotations";
import { begins, excerpt, type Fits, fold, hasAll, holds, placeOf } from "./text";
import { evidenceOf } from "./voices";

/** A stretch of an article, in code points. */
type Stretch = Pick<Passage, "article" | "start" | "end">;

/**
 * What a search may find: an entity by one of its names (with what tells it from others found that are called so), a relation, the sentence
 * of a statement (with where it is in its article, if it has one), or words of an article that are no claim's.
 */
export type Found =
  | ({ readonly kind: "entity"; readonly id: string; readonly name: string; readonly lines: number } & Apart)
  | { readonly kind: "relation"; readonly id: string; readonly name: string; readonly lines: number }
  | { readonly kind: "sentence"; readonly id: string; readonly name: string; readonly passage: Stretch | null }
  | { readonly kind: "passage"; readonly id: string; readonly name: string; readonly passage: Stretch };

/** Names made ready for searching; sentences are, when first asked for, as they take longer. */
export interface Index {
  readonly known: Model;
  readonly names: readonly Name[];
  readonly relations: readonly Relation[];
  readonly quotation: (statement: Statement) => string;
  sentences(): readonly Sentence[];
}

interface Name {
  readonly entity: Entity;
  readonly best: boolean;
  readonly text: string;
  readonly folded: string;
  readonly initials: string;
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
  readonly passage: Stretch | null;
  readonly text: string;
  readonly folded: string;
  /** What its claim says, in the words that the drawing has for it: "Procom paid the state", where the sentence has "pays". */
  readonly claim: string;
}

const LONGEST = 200;
const SENTENCES_FROM = 3;
/** So many initials stand for a name, fewer for too many. */
const SHORTEST = 3;
/** Of a sentence longer than this only the words around what was typed are shown. */
const SHORT = 130;

export function index(known: Model): Index {
  const names: Name[] = [];
  for (const entity of known.graph.nodes) {
    const lines = known.linesOf.get(entity.id)?.length ?? 0;
    const add = (text: string, best: boolean): number => {
      const cut = text.slice(0, LONGEST);
      return names.push({ entity, best, text, folded: fold(cut), initials: initials(cut), lines });
    };
    add(entity.label, true);
    for (const label of entity.labels) add(label, false);
  }
  let sentences: readonly Sentence[] | null = null;
  const quotation = quotations(known);
  return { known, names, relations: relations(known), quotation, sentences: () => (sentences ??= sentencesOf(known, quotation)) };
}

/**
 * What a few letters may mean: a relation that is called just so, then names, best names before others, the most connected first, then other
 * relations, sentences, and words of the articles that no claim's sentence holds.
 */
export function suggestions(all: Index, typed: string, texts: Passages | null = null): readonly Found[] {
  return meant(typed, (wanted, fits) => {
    const relations = relationsLike(all, wanted, fits);
    const just = relations.filter((one) => fold(one.name) === wanted);
    const others = relations.filter((one) => !just.includes(one));
    return [...just, ...entities(all, wanted, fits), ...others, ...sentencesWith(all, wanted, fits, 4), ...passagesWith(texts, wanted, fits, 5)];
  });
}

/** The names alone that a few letters may mean. */
export function names(all: Index, typed: string): readonly Found[] {
  return meant(typed, (wanted, fits) => entities(all, wanted, fits));
}

/** What Enter takes where nothing was picked: the first, of a sentence the sentence itself in its article, as its claim may be about other words of it. */
export function first([one]: readonly Found[]): Found | null {
  return one?.kind === "sentence" && one.passage ? { ...one, kind: "passage", passage: one.passage } : (one ?? null);
}

/**
 * What has words that begin as was typed, then what has them in another order or apart, each kind of thing in its place; letters within a word
 * are meant only where no word begins with them.
 */
function meant(typed: string, find: (wanted: string, fits: Fits) => readonly Found[]): readonly Found[] {
  const wanted = fold(typed.trim()).replace(/\s+/g, " ");
  if (!wanted) return [];
  const together = find(wanted, begins);
  const found = wanted.includes(" ") ? joined(together, find(wanted, hasAll(wanted))) : together;
  return found.length ? found : find(wanted, holds);
}

/** Both without what is twice: names and relations, then sentences, then what else the articles say. */
function joined(together: readonly Found[], apart: readonly Found[]): readonly Found[] {
  const key = (one: Found): string => `${one.kind} ${one.id}`;
  const known = new Set(together.map(key));
  const place = ({ kind }: Found): number => (kind === "sentence" ? 1 : kind === "passage" ? 2 : 0);
  return [...together, ...apart.filter((one) => !known.has(key(one)))].sort((a, b) => place(a) - place(b));
}

/** The capitals that a name's words begin with: "nafta" of "North American Free Trade Agreement". */
function initials(name: string): string {
  return (name.match(/(?<![\p{L}\p{N}])\p{Lu}/gu) ?? []).join("").toLowerCase();
}

function entities(all: Index, wanted: string, fits: Fits, most = 8): readonly Found[] {
  const best = new Map<string, { readonly name: Name; readonly rank: number }>();
  for (const name of all.names) {
    if (!fits(name.folded, wanted) && !isShortFor(wanted, name)) continue;
    const rank = name.folded === wanted ? RANK.whole : name.best ? RANK.best : RANK.other;
    const known = best.get(name.entity.id);
    if (!known || rank < known.rank) best.set(name.entity.id, { name, rank });
  }
  const found = [...best.values()]
    .sort((a, b) => a.rank - b.rank || b.name.lines - a.name.lines || a.name.folded.length - b.name.folded.length)
    .slice(0, most);
  const among = found.map(({ name }) => name.entity);
  const sentencesOf = (id: string): readonly string[] => (all.known.linesOf.get(id) ?? []).flatMap((line) => evidenceOf(all.known, line)).map(all.quotation);
  return found.map(({ name: { entity, text, lines } }) => {
    const typed = { also: text === entity.label ? null : text, sentence: null };
    return { kind: "entity", id: entity.id, name: entity.label, lines, ...(apart(entity, among, sentencesOf) ?? typed) };
  });
}

function isShortFor(wanted: string, { initials }: Name): boolean {
  return wanted.length >= SHORTEST && initials === wanted;
}

/** How well a name fits, the best least: it's the very words, it's the best name, or another. */
const RANK = { whole: 0, best: 1, other: 2 } as const;

function relationsLike(all: Index, wanted: string, fits: Fits): readonly Found[] {
  return all.relations
    .filter((one) => fits(one.folded, wanted))
    .sort((a, b) => Number(b.folded === wanted) - Number(a.folded === wanted) || b.lines - a.lines)
    .slice(0, 3)
    .map(({ id, label, lines }) => ({ kind: "relation", id, name: label, lines }));
}

/** The sentences that have what was typed, then those of which a claim says it in its own words, which several words may be. */
function sentencesWith(all: Index, wanted: string, fits: Fits, most: number): readonly Found[] {
  if (wanted.length < SENTENCES_FROM) return [];
  const found = new Map<string, Found>();
  const add = ({ id, passage, text }: Sentence, [from, to]: readonly [number, number]): void => {
    if (!found.has(text)) found.set(text, { kind: "sentence", id, passage, name: text.length > SHORT ? excerpt(text, from, to) : text });
  };
  const sentences = all.sentences();
  for (const one of sentences) {
    if (found.size === most) break;
    if (fits(one.folded, wanted)) add(one, placeOf(one.text, one.folded, wanted));
  }
  for (const one of wanted.includes(" ") ? sentences : []) {
    if (found.size === most) break;
    if (fits(one.claim, wanted)) add(one, [0, 0]);
  }
  return [...found.values()];
}

function passagesWith(texts: Passages | null, wanted: string, fits: Fits, most: number): readonly Found[] {
  if (texts === null || wanted.length < SENTENCES_FROM) return [];
  return texts.find(wanted, fits, most).map((passage) => ({ kind: "passage", id: `${passage.article} ${passage.start}`, name: passage.excerpt, passage }));
}

function relations(known: Model): readonly Relation[] {
  const found = new Map<string, Relation>();
  for (const { arrow } of known.lines.values()) {
    const { relation: id, label } = arrow;
    found.set(id, { id, label, folded: fold(label), lines: (found.get(id)?.lines ?? 0) + 1 });
  }
  return [...found.values()];
}

function sentencesOf(known: Model, quotation: (statement: Statement) => string): readonly Sentence[] {
  return [...known.statements.values()].map((one) => {
    const text = quotation(one);
    const { article, sentence_start: start, sentence_end: end } = one;
    const arrow = known.lineOfStatement.get(one.id)?.arrow;
    const claim = arrow ? fold(`${nameOf(known, arrow.subject)} ${arrow.label} ${nameOf(known, arrow.object)}`) : "";
    return { id: one.id, passage: article === null ? null : { article, start, end }, text, folded: fold(text), claim };
  });
}
