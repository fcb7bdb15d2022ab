import { fold } from "./text";

/** Something with a name and others. */
export interface Named {
  readonly id: string;
  readonly label: string;
  readonly labels: readonly string[];
}

/** What tells an entity from others of its name: another name that is its own alone, else a sentence that none of theirs is. */
export interface Apart {
  readonly also: string | null;
  readonly sentence: string | null;
}

/** What tells an entity from those of these that are called alike, given the sentences about each; null where none is, so that nothing need be told. */
export function apart(one: Named, among: readonly Named[], sentencesOf: (id: string) => readonly string[]): Apart | null {
  const others = namesakes(one, among);
  if (others.length === 0) return null;
  const also = ownName(one, others);
  if (also !== null) return { also, sentence: null };
  const theirs = new Set(others.flatMap((other) => sentencesOf(other.id)));
  return { also: null, sentence: sentencesOf(one.id).find((sentence) => sentence && !theirs.has(sentence)) ?? null };
}

/** Those of these that are called as one is, but for itself. */
export function namesakes(one: Named, among: readonly Named[]): readonly Named[] {
  return among.filter((other) => other.id !== one.id && fold(other.label) === fold(one.label));
}

/** The longest other name, which says most, that none of its namesakes has; null where it has none. */
export function ownName(one: Named, namesakes: readonly Named[]): string | null {
  const taken = new Set(namesakes.flatMap((other) => [other.label, ...other.labels]).map(fold));
  const own = one.labels.filter((label) => !taken.has(fold(label)));
  return own.reduce<string | null>((best, label) => (best === null || label.length > best.length ? label : best), null);
}
