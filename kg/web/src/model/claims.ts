import type { Statement } from "../data/graph";
import { isoDay, type Dated } from "./dates";
import { type Line, type Model, nameOf } from "./model";
import { fold, shorten } from "./text";
import { evidenceOf, ITSELF, standingOf, statusOf, voicesOf } from "./voices";
import { amountInWords, UNTAKEN, whenWords } from "./words";

/** A line as a row of the list, everything in words; what takes longer is worked out when it's first asked for, as lists are long. */
export class Claim {
  readonly subject: string;
  readonly relation: string;
  readonly object: string;
  readonly status: string;
  #speakers: readonly string[] | null = null;
  #text: string | null = null;

  constructor(
    private readonly known: Model,
    readonly line: Line,
    private readonly quotation: (statement: Statement) => string,
  ) {
    this.subject = nameOf(known, line.arrow.subject);
    this.relation = line.arrow.label;
    this.object = nameOf(known, line.arrow.object);
    this.status = statusOf(line);
  }

  get speakers(): readonly string[] {
    return (this.#speakers ??= voicesOf(this.known, evidenceOf(this.known, this.line)).map((voice) =>
      voice.speaker === null ? `${ITSELF} (${shorten(voice.name, 48)})` : voice.name,
    ));
  }

  /** The titles of the articles that say it. */
  get articles(): readonly string[] {
    const ids = evidenceOf(this.known, this.line).map((one) => one.article ?? "");
    return [...new Set(ids)].map((id) => this.known.articles.get(id)?.title ?? "an untitled article");
  }

  /** The date of the first statement that has one of its own, else when an article appeared. */
  get when(): string {
    return firstWhen(this.said, this.dates);
  }

  /** The first day that it may have been on; infinite where nobody knows. */
  get day(): number {
    return this.dates.reduce((least, date) => Math.min(least, date?.from ?? Infinity), Infinity);
  }

  get amount(): string {
    return [...new Set(this.said.flatMap(({ amount }) => (amount ? amountInWords(amount) : [])))].join("; ");
  }

  /** The largest amount, as a number; infinitely little where there is none. */
  get size(): number {
    return this.said.reduce((most, { amount }) => Math.max(most, Number(amount?.high ?? amount?.low ?? -Infinity)), -Infinity);
  }

  /** All that stands in the row, folded for searching. */
  get row(): string {
    return fold([this.subject, this.relation, this.object, this.status, standingOf(this.line) === "untaken" ? UNTAKEN : "", ...this.speakers, this.when, this.amount].join("\n"));
  }

  /** The row with the sentences behind it, folded for searching. */
  get text(): string {
    return (this.#text ??= [this.row, ...evidenceOf(this.known, this.line).map((one) => fold(this.quotation(one)))].join("\n"));
  }

  private get said(): readonly Statement[] {
    return this.line.kind === "stated" ? this.line.arrow.statements : [];
  }

  private get dates(): readonly (Dated | null)[] {
    return this.line.kind === "stated" ? this.line.dates : [];
  }
}

export type Column = "subject" | "relation" | "object" | "status" | "speakers" | "day" | "amount";
export type Grouping = "" | "subject" | "relation" | "object" | "status" | "speakers" | "articles";

/** The date that stands in a row: what a statement says itself, else when its article appeared, marked as such. */
function firstWhen(statements: readonly Statement[], dates: readonly (Dated | null)[]): string {
  const own = statements.map(whenWords).find(Boolean);
  if (own) return own;
  const published = dates.find((date) => date !== null);
  return published && Number.isFinite(published.from) ? `published ${isoDay(published.from)}` : "";
}

/** The claims that hold all the words, in whatever column or in a sentence, in the order of a column; what has nothing there comes last. */
export function arranged(claims: readonly Claim[], words: string, by: Column, down: boolean): readonly Claim[] {
  const wanted = wordsOf(words);
  const found = wanted.length ? claims.filter((one) => wanted.every((word) => one.text.includes(word))) : claims;
  const keyed = found.map((one) => ({ one, key: keyOf(one, by) }));
  keyed.sort((a, b) => order(a.key, b.key, down) || order(a.one.subject, b.one.subject, false) || order(a.one.relation, b.one.relation, false));
  return keyed.map(({ one }) => one);
}

/** How many of the claims found don't hold all the words in their row: their sentences do. */
export function bySentence(found: readonly Claim[], words: string): number {
  const wanted = wordsOf(words);
  return wanted.length ? found.filter(({ row }) => !wanted.every((word) => row.includes(word))).length : 0;
}

function wordsOf(typed: string): readonly string[] {
  return fold(typed).split(/\s+/).filter(Boolean);
}

/** The claims of one value of a column each, in the claims' order; those of several speakers or articles stand with each. */
export function grouped(claims: readonly Claim[], by: Grouping): readonly (readonly [string, readonly Claim[]])[] {
  const groups = new Map<string, Claim[]>();
  for (const one of claims) {
    for (const key of by === "" ? [""] : by === "speakers" || by === "articles" ? one[by] : [one[by]]) {
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
