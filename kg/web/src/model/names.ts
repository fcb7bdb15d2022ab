import type { Entity } from "../data/graph";
import type { Model } from "./model";
import { fold } from "./text";

/** The names that an entity is looked for by, and where a text has them: from which UTF-16 unit to before which. */
export interface Namer {
  readonly names: readonly string[];
  readonly find: Find;
}

export type Find = (text: string) => readonly Place[];
export type Place = readonly [number, number];

/** A longer name is never looked for, nor are more of an entity, or of others. */
const LONGEST = 200;
const MOST = 200;
/** So many letters two words must begin with alike to be forms of one name: "Russia", "Russian". */
const ALIKE = 4;
const CAPITAL = /\p{Lu}/u;

/**
 * Finds an entity by its names, as whole words: by its best one and by those that are a part, form or acronym of that, as a description
 * ("the nominee") may mean others too. Within another's longer name it isn't meant.
 */
export function namer(known: Model, entity: Entity): Namer {
  const own = ownNames(entity);
  if (own.length === 0) return { names: own, find: () => [] };
  const patterns = [...own.map((name) => ({ name, words: `(${pattern(name)})` })), ...longerNames(known, entity, own).map((name) => ({ name, words: pattern(name) }))];
  patterns.sort((one, other) => other.name.length - one.name.length);
  const finder = new RegExp(`(?<![\\p{L}\\p{N}])(?:${patterns.map(({ words }) => words).join("|")})(?![\\p{L}\\p{N}])`, "gu");
  const isOwn = (match: RegExpMatchArray): boolean => match.slice(1).some((words) => words !== undefined);
  return { names: own, find: (text) => [...text.matchAll(finder)].filter(isOwn).map((match) => [match.index, match.index + match[0].length]) };
}

function ownNames({ label, labels }: Entity): readonly string[] {
  const kin = labels.filter((other) => CAPITAL.test(other) && (isPart(other, label) || isAcronym(other, label) || isAcronym(label, other)));
  return [...new Set([label, ...kin])].filter((name) => name.length <= LONGEST && /[\p{L}\p{N}]/u.test(name)).slice(0, MOST);
}

/** Others' proper names that hold one of these as a word, such as a foundation's that is called by its founder's. */
function longerNames(known: Model, entity: Entity, own: readonly string[]): readonly string[] {
  const found = new Set<string>();
  for (const { id, label, labels } of known.graph.nodes)
    for (const name of id === entity.id ? [] : [label, ...labels])
      if (name.length <= LONGEST && isProper(name) && own.some((one) => name.length > one.length && name.includes(one))) found.add(name);
  return [...found].filter((name) => !own.includes(name)).slice(0, MOST);
}

/** Whether it's a name rather than a description that holds one, such as "Procom's rival". */
function isProper(name: string): boolean {
  return CAPITAL.test(name[0] ?? "") && !/['’]s\s/u.test(name);
}

function isPart(other: string, label: string): boolean {
  const own = wordsOf(label);
  return wordsOf(other).some((word) => CAPITAL.test(word[0] ?? "") && own.some((one) => areForms(fold(one), fold(word))));
}

function areForms(one: string, other: string): boolean {
  return one === other || (Math.min(one.length, other.length) >= ALIKE && (one.startsWith(other) || other.startsWith(one)));
}

function isAcronym(short: string, long: string): boolean {
  const letters = short.replaceAll(".", "");
  const words = wordsOf(long);
  const initials = (all: readonly string[]): string => all.map((word) => word[0]?.toUpperCase()).join("");
  return letters.length > 1 && (letters === initials(words) || letters === initials(words.filter((word) => CAPITAL.test(word[0] ?? ""))));
}

function wordsOf(name: string): readonly string[] {
  return name.match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** A name as it may stand in a text: broken into lines anywhere, with either apostrophe, and what has no capital with one at a sentence's beginning. */
function pattern(name: string): string {
  const words = name.trim().replace(/[.*+?^${}()|[\]\\/]/g, "\\$&").replace(/\s+/g, "\\s+").replace(/['’]/g, "['’]");
  const [first = ""] = words;
  return CAPITAL.test(name) || !/\p{Ll}/u.test(first) ? words : `[${first}${first.toUpperCase()}]${words.slice(1)}`;
}
