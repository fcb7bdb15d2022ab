import { type Dated, isoDay } from "./dates";
import type { Line } from "./model";

export type Unit = "day" | "month" | "year" | "decade" | "century";

/** A stretch of time, first and last day, and how many statements fall into it: by their own words, or by when their article appeared. */
export interface Bin {
  readonly from: number;
  readonly to: number;
  readonly label: string;
  readonly own: number;
  readonly published: number;
}

export interface Timeline {
  readonly unit: Unit;
  readonly bins: readonly Bin[];
  readonly dated: number;
  readonly undated: number;
}

const UNITS: readonly Unit[] = ["day", "month", "year", "decade", "century"];
const MOST_BINS = 72;

/** The statements of these lines over time, in the finest unit that gives few enough bins; one whose date is vague is spread over all its bins. */
export function timeline(lines: readonly Line[]): Timeline {
  const dates = lines.flatMap((line) => (line.kind === "stated" ? line.dates : []));
  const known = dates.filter((date) => date !== null);
  const ends = known.flatMap((date) => [date.from, date.to]).filter(Number.isFinite);
  const undated = dates.length - known.length;
  if (ends.length === 0) return { unit: "year", bins: [], dated: known.length, undated };
  const first = ends.reduce((least, day) => Math.min(least, day));
  const last = ends.reduce((most, day) => Math.max(most, day));
  const unit = UNITS.find((one) => index(last, one) - index(first, one) < MOST_BINS) ?? "century";
  return { unit, bins: filled(known, index(first, unit), index(last, unit), unit), dated: known.length, undated };
}

function filled(dates: readonly Dated[], first: number, last: number, unit: Unit): readonly Bin[] {
  const own = new Float64Array(last - first + 1);
  const published = new Float64Array(last - first + 1);
  for (const date of dates) {
    const from = Number.isFinite(date.from) ? index(date.from, unit) : first;
    const to = Number.isFinite(date.to) ? index(date.to, unit) : last;
    const into = date.own ? own : published;
    for (let n = from; n <= to; n += 1) into[n - first] = (into[n - first] ?? 0) + 1 / (to - from + 1);
  }
  return [...own].map((count, n) => ({ ...bounds(first + n, unit), own: count, published: published[n] ?? 0 }));
}

/** Which of a unit's stretches a day is in: they are numbered through. */
function index(day: number, unit: Unit): number {
  if (unit === "day") return day;
  const date = new Date(day * 86_400_000);
  const year = date.getUTCFullYear();
  if (unit === "month") return year * 12 + date.getUTCMonth();
  return Math.floor(year / YEARS[unit]);
}

const YEARS = { year: 1, decade: 10, century: 100 } as const;

function bounds(n: number, unit: Unit): { from: number; to: number; label: string } {
  if (unit === "day") return { from: n, to: n, label: isoDay(n) };
  if (unit === "month") {
    const from = firstDay(Math.floor(n / 12), n - Math.floor(n / 12) * 12);
    return { from, to: firstDay(Math.floor((n + 1) / 12), (n + 1) % 12) - 1, label: isoDay(from).slice(0, -3) };
  }
  const years = YEARS[unit];
  const label = unit === "year" ? String(n) : `${n * years}–${n * years + years - 1}`;
  return { from: firstDay(n * years, 0), to: firstDay((n + 1) * years, 0) - 1, label };
}

function firstDay(year: number, month: number): number {
  return Math.floor(new Date(0).setUTCFullYear(year, month, 1) / 86_400_000);
}
