import { unitOffset } from "../data/offsets";
import { sentencesOf } from "./sentences";

/** The sentences around some words of a text; "" where there are none. */
export interface Context {
  readonly before: string;
  readonly after: string;
}

/** What is shorter than this isn't taken for a whole sentence. */
const SHORTEST = 25;
const LONGEST = 300;
/** So much of a text is looked at on either side. */
const REACH = 2_000;

/** The sentence before and the one after what stands between two code points, out of the same line or, where it begins or ends one, the next. */
export function context(text: string, start: number, end: number): Context {
  const unit = unitOffset(text);
  const [from, to] = [unit(start), unit(end)];
  const above = lines(text.slice(Math.max(0, from - REACH), from)).at(-1) ?? "";
  const below = lines(text.slice(to, to + REACH))[0] ?? "";
  return { before: last(sentencesOf(above)), after: first(sentencesOf(below)) };
}

function lines(text: string): readonly string[] {
  return text.split(/[\r\n]+/).map((line) => line.trim()).filter(Boolean);
}

function first(all: readonly string[]): string {
  let found = "";
  for (const one of all) if (found.length < SHORTEST) found += one;
  return found.length > LONGEST ? `${found.slice(0, found.lastIndexOf(" ", LONGEST))} …` : found.trim();
}

function last(all: readonly string[]): string {
  let found = "";
  for (const one of [...all].reverse()) if (found.length < SHORTEST) found = one + found;
  return found.length > LONGEST ? `… ${found.slice(found.indexOf(" ", found.length - LONGEST) + 1).trim()}` : found.trim();
}
