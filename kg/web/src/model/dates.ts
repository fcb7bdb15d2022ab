import type { Article, Statement } from "../data/graph";

/** All days that a date can mean, first and last, counted from 1970; a side that is left open is infinite. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** When what a statement tells was: by its own words, or only by when its article appeared. */
export interface Dated extends Span {
  readonly own: boolean;
}

const DAY = 86_400_000;
const PART = /^(-?\d{2}[\dX]{2}|-?\d[\dX]{3})(?:-(\d\d|XX))?(?:-(\d\d|XX))?(?:T.*)?$/;
const SEASONS: readonly (readonly [number, number])[] = [
  [3, 5],
  [6, 8],
  [9, 11],
  [12, 14],
];

/** The days that an EDTF date covers at its own precision ("2019" is a whole year); null for what is none. */
export function span(edtf: string | null | undefined): Span | null {
  if (!edtf) return null;
  const [first = "", last, more] = edtf.trim().replace(/[?~%]/g, "").split("/");
  if (more !== undefined) return null;
  if (last === undefined) return part(first);
  const from = open(first) ? { from: -Infinity, to: -Infinity } : part(first);
  const to = open(last) ? { from: Infinity, to: Infinity } : part(last);
  return from && to && from.from <= to.to ? { from: from.from, to: to.to } : null;
}

/** When a statement's matter was: as it says itself, else when its article was published; null where nobody says. */
export function dated(statement: Statement, article: Article | undefined): Dated | null {
  const own = span(statement.when?.edtf);
  if (own) return { ...own, own: true };
  const published = span(article?.published);
  return published && { ...published, own: false };
}

/** The ISO date of a day. */
export function isoDay(day: number): string {
  return new Date(day * DAY).toISOString().slice(0, 10);
}

/** The day of an ISO date; NaN for what is none. */
export function dayOf(iso: string): number {
  return Math.floor(Date.parse(`${iso}T00:00:00Z`) / DAY);
}

function open(side: string): boolean {
  return side === "" || side === "..";
}

function part(text: string): Span | null {
  const match = PART.exec(text);
  if (!match) return null;
  const [, year = "", month, day] = match;
  const from = Number(year.replace(/X/g, "0"));
  const to = Number(year.replace(/X/g, "9"));
  if (month === undefined || month === "XX") return days(from, 1, 1, to, 12, 31);
  const season = SEASONS[Number(month) - 21];
  if (season) return days(from, season[0], 1, to, season[1] + 1, 0);
  if (Number(month) < 1 || Number(month) > 12) return null;
  if (day === undefined || day === "XX") return days(from, Number(month), 1, to, Number(month) + 1, 0);
  const found = days(from, Number(month), Number(day), to, Number(month), Number(day));
  return new Date(found.from * DAY).getUTCDate() === Number(day) ? found : null;
}

function days(year: number, month: number, day: number, lastYear: number, lastMonth: number, lastDay: number): Span {
  return { from: number(year, month, day), to: number(lastYear, lastMonth, lastDay) };
}

/** `Date.UTC` takes the years 0–99 for those of the last century, so they are set apart. */
function number(year: number, month: number, day: number): number {
  return Math.floor(new Date(0).setUTCFullYear(year, month - 1, day) / DAY);
}
