import type { Entity } from "../data/graph";
import type { Model } from "./model";
import { fold } from "./text";
import { evidenceOf } from "./voices";

/** What tells an entity from others of its name: another name that is its own alone, else an article that none of them is in. */
export interface Apart {
  readonly also: string | null;
  readonly article: string | null;
}

/** What tells an entity from those of these that are called alike; null where none is, so that nothing need be told. */
export function apart(known: Model, one: Entity, among: readonly Entity[]): Apart | null {
  const others = among.filter((other) => other.id !== one.id && fold(other.label) === fold(one.label));
  if (others.length === 0) return null;
  const taken = new Set(others.flatMap((other) => [other.label, ...other.labels]).map(fold));
  const own = one.labels.filter((label) => !taken.has(fold(label)));
  // The longest says most.
  const also = own.reduce<string | null>((best, label) => (best === null || label.length > best.length ? label : best), null);
  if (also !== null) return { also, article: null };
  const elsewhere = new Set(others.flatMap((other) => articlesOf(known, other.id)));
  return { also: null, article: articlesOf(known, one.id).find((title) => !elsewhere.has(title)) ?? null };
}

/** The titles of the articles that say something of an entity. */
function articlesOf(known: Model, id: string): readonly string[] {
  const said = (known.linesOf.get(id) ?? []).flatMap((line) => evidenceOf(known, line));
  return [...new Set(said.flatMap((one) => known.articles.get(one.article ?? "")?.title ?? []))];
}
