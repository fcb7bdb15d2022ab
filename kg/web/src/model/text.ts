/** Words for people: cut, counted, folded for comparing, and addresses that may become links. */

const ASCII = /^[\x00-\x7f]*$/;
/** The units that a character may have, before it's no character any more. */
const LONGEST = 40;
const segmenter = new Intl.Segmenter();

/** Letters that Unicode doesn't take apart, as those without them write them. */
const LETTERS: Readonly<Record<string, string>> = { ł: "l", ø: "o", đ: "d", ð: "d", ß: "ss", æ: "ae", œ: "oe", þ: "th", ı: "i", "’": "'" };

/** Without case and without diacritics, so that "sao" finds "São" and "lodz" finds "Łódź". */
export function fold(text: string): string {
  if (ASCII.test(text)) return text.toLowerCase();
  const plain = text.normalize("NFKD").replace(/\p{Mn}/gu, "").toLowerCase();
  return plain.replace(/[łøđðßæœþı’]/g, (letter) => LETTERS[letter] ?? letter);
}

/** At most so many of what a reader takes for characters: no emoji or accent is cut in two. */
export function shorten(text: string, length: number): string {
  if (text.length <= length) return text;
  const kept: string[] = [];
  for (const { segment } of segmenter.segment(text.slice(0, length * LONGEST))) {
    if (kept.length === length) return `${kept.slice(0, -1).join("").trimEnd()}…`;
    kept.push(segment);
  }
  return text.length > length * LONGEST ? `${kept.join("")}…` : text;
}

/** Whether a folded text fits what is sought: it holds it, or a word of it begins so. */
export type Fits = (folded: string, wanted: string) => boolean;

export const holds: Fits = (folded, wanted) => folded.includes(wanted);
export const begins: Fits = (folded, wanted) => wordPlace(folded, wanted) >= 0;

/** Whether a folded text has words that begin as each of those sought does, in whatever order. */
export function hasAll(wanted: string): Fits {
  const words = wanted.split(" ");
  return (folded) => words.every((word) => begins(folded, word));
}

/** Where a word of a folded text first begins so; -1 where none does. */
function wordPlace(folded: string, wanted: string): number {
  let place = folded.indexOf(wanted);
  while (place > 0 && /[\p{L}\p{N}]/u.test(folded[place - 1] ?? "")) place = folded.indexOf(wanted, place + 1);
  return place;
}

/**
 * Where in a text the folded words stand that its folded form holds, at a word's beginning if there they do: first unit, and the one after the
 * last. Words that don't stand side by side are where the first of them begins, up to where the last ends.
 */
export function placeOf(text: string, folded: string, wanted: string): readonly [number, number] {
  const places = (folded.includes(wanted) ? [wanted] : wanted.split(" ")).map((words) => phrasePlace(text, folded, words));
  return [Math.min(...places.map(([from]) => from)), Math.max(...places.map(([, to]) => to))];
}

function phrasePlace(text: string, folded: string, wanted: string): readonly [number, number] {
  const begun = wordPlace(folded, wanted);
  const place = begun < 0 ? folded.indexOf(wanted) : begun;
  if (text.length === folded.length && ASCII.test(text)) return [place, place + wanted.length];
  const [starts, ends]: [number[], number[]] = [[], []];
  let unit = 0;
  for (const character of text) {
    for (const _ of fold(character)) {
      starts.push(unit);
      ends.push(unit + character.length);
    }
    unit += character.length;
  }
  const length = (words: string): number => [...words].length;
  const first = length(folded.slice(0, place));
  return [starts[first] ?? 0, ends[first + length(wanted) - 1] ?? text.length];
}

/** The words around a place of a text, cut between words, with an ellipsis wherever something is left out. */
export function excerpt(text: string, from: number, to: number, around = 60): string {
  const start = from <= around ? 0 : Math.min(from, text.indexOf(" ", from - around) + 1 || from);
  const end = to + around >= text.length ? text.length : Math.max(to, text.lastIndexOf(" ", to + around));
  return `${start > 0 ? "… " : ""}${text.slice(start, end).replace(/\s+/g, " ").trim()}${end < text.length ? " …" : ""}`;
}

/** "1 statement", "1,204 statements". */
export function count(number: number, one: string, many = `${one}s`): string {
  return `${number.toLocaleString("en")} ${number === 1 ? one : many}`;
}

/** "Ann", "Ann and Bo", "Ann, Bo and 3 more". */
export function listed(names: readonly string[], most = 3): string {
  const shown = names.slice(0, names.length > most ? most - 1 : most);
  const rest = names.length - shown.length;
  const all = rest > 0 ? [...shown, `${rest.toLocaleString("en")} more`] : shown;
  return all.length > 1 ? `${all.slice(0, -1).join(", ")} and ${all.at(-1)}` : (all[0] ?? "");
}

/** An address that may become a link: http and https only, nothing that runs; null otherwise. */
export function safeAddress(text: string | null): string | null {
  if (text === null || !URL.canParse(text)) return null;
  const address = new URL(text);
  return address.protocol === "https:" || address.protocol === "http:" ? address.href : null;
}
