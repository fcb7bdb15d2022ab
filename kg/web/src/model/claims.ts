import type { Statement } from "../data/graph";
import { isoDay, type Dated } from "./dates";
import { type Line, type Model, nameOf } from "./model";
import { fold } from "./text";
import { evidenceOf, statusOf, voicesOf } from "./voices";
import { whenWords } from "./words";

/** A line as a row of the list: everything in words. */
export interface Claim {
  readonly line: Line;
  readonly subject: string;
  readonly relation: string;
  readonly object: string;
  readonly status: string;
  readonly speakers: readonly string[];
  readonly when: string;
  readonly day: number;
  readonly amount: string;
  readonly size: number;
  readonly text: string;
}

export type Column = "subject" | "relation" | "object" | "status" | "speakers" | "day" | "amount";
export type Grouping = "" | "subject" | "relation" | "object" | "status" | "speakers";

/** The row of a line. */
export function claim(known: Model, line: Line): Claim {
  const statements = evidenceOf(known, line);
  const dates = line.kind === "stated" ? line.dates : [];
  const own = line.kind === "stated" ? statements : [];
  const shown = {
    subject: nameOf(known, line.arrow.subject),
    relation: line.arrow.label,
    object: nameOf(known, line.arrow.object),
    status: statusOf(line),
    speakers: voicesOf(known, statements).map((voice) => (voice.speaker === null ? `the article itself (${voice.name})` : voice.name)),
    when: firstWhen(own, dates),
    amount: [...new Set(own.flatMap((one) => one.amount?.words ?? []))].join("; "),
  };
  return {
    line,
    ...shown,
    day: dates.reduce((least, date) => Math.min(least, date?.from ?? Infinity), Infinity),
    size: own.reduce((most, { amount }) => Math.max(most, Number(amount?.high ?? amount?.low ?? -Infinity)), -Infinity),
    text: fold([...Object.values(shown).flat()].join("\n")),
  };
}

/** The date that stands in a row: what a statement says itself, else when its article appeared, marked as such. */
function firstWhen(statements: readonly Statement[], dates: readonly (Dated | null)[]): string {
  const own = statements.map(whenWords).find(Boolean);
  if (own) return own;
  const published = dates.find((date) => date !== null);
  return published && Number.isFinite(published.from) ? `published ${isoDay(published.from)}` : "";
}

/** The claims that hold all the words, in whatever column, in the order of a column; what has nothing there comes last. */
export function arranged(claims: readonly Claim[], words: string, by: Column, down: boolean): readonly Claim[] {
  const wanted = fold(words).split(/\s+/).filter(Boolean);
  const found = claims.filter((one) => wanted.every((word) => one.text.includes(word)));
  const keyed = found.map((one) => ({ one, key: keyOf(one, by), rest: one.text }));
  keyed.sort((a, b) => order(a.key, b.key, down) || (a.rest < b.rest ? -1 : 1));
  return keyed.map(({ one }) => one);
}

/** The claims of one value of a column each, in the claims' order; those of several speakers stand with each. */
export function grouped(claims: readonly Claim[], by: Grouping): readonly (readonly [string, readonly Claim[]])[] {
  const groups = new Map<string, Claim[]>();
  for (const one of claims) {
    for (const key of by === "" ? [""] : by === "speakers" ? one.speakers : [one[by]]) {
      const known = groups.get(key);
      if (known) known.push(one);
      else groups.set(key, [one]);
    }
  }
  return [...groups];
}

function keyOf(one: Claim, by: Column): string | number | null {
  if (by === "day" || by === "amount") {
    const value = by === "day" ? one.day : one.size;
    return Number.isNaN(value) || value === (by === "day" ? Infinity : -Infinity) ? null : value;
  }
  return fold(by === "speakers" ? (one.speakers[0] ?? "") : one[by]) || null;
}

function order(a: string | number | null, b: string | number | null, down: boolean): number {
  if (a === b) return 0;
  if (a === null || b === null) return a === null ? 1 : -1;
  return a < b === down ? 1 : -1;
}
