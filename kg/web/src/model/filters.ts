import type { Arrow, Status } from "../data/graph";
import { type Dated, dayOf } from "./dates";
import type { Line, Model } from "./model";

/**
 * What is left out of the drawing: relations and classes by IRI ("" is no class), statuses, speakers ("" is the article itself), what was
 * wholly before `from` or after `to` (ISO days), and, where `undated` is false, what has no date.
 */
export interface Filters {
  readonly relations: ReadonlySet<string>;
  readonly classes: ReadonlySet<string>;
  readonly statuses: ReadonlySet<Status | "derived">;
  readonly speakers: ReadonlySet<string>;
  readonly from: string | null;
  readonly to: string | null;
  readonly undated: boolean;
}

export const NO_FILTERS: Filters = {
  relations: new Set(),
  classes: new Set(),
  statuses: new Set(),
  speakers: new Set(),
  from: null,
  to: null,
  undated: true,
};

/**
 * The lines that no filter leaves out. A stated one needs one statement whose speaker and date are wanted, a derived one such a statement
 * behind each that it follows from; those need not be shown themselves, so that a relation that only follows can be looked at alone.
 */
export function shownLines(known: Model, filters: Filters): readonly Line[] {
  const passes = statementTest(filters);
  const ends = endsTest(known, filters);
  const isTold = (line: Line | undefined): boolean =>
    line?.kind === "derived" ? line.arrow.premises.every((premise) => isTold(known.lineOfStatement.get(premise))) : line !== undefined && passes(line.arrow, line.dates);
  return [...known.lines.values()].filter((line) => {
    const { relation, subject, object } = line.arrow;
    const status = line.kind === "derived" ? "derived" : line.arrow.status;
    return !filters.relations.has(relation) && !filters.statuses.has(status) && ends(subject) && ends(object) && isTold(line);
  });
}

/** Whether one of an arrow's statements has a speaker and a date that are wanted. */
function statementTest({ speakers, from, to, undated }: Filters): (arrow: Arrow, dates: readonly (Dated | null)[]) => boolean {
  if (speakers.size === 0 && from === null && to === null && undated) return () => true;
  const [first, last] = [from === null ? -Infinity : dayOf(from), to === null ? Infinity : dayOf(to)];
  const then = (date: Dated | null): boolean => (date === null ? undated : date.to >= first && date.from <= last);
  return (arrow, dates) =>
    arrow.statements.some((statement, n) => !speakers.has(statement.speaker ?? "") && then(dates[n] ?? null));
}

function endsTest(known: Model, { classes }: Filters): (end: string) => boolean {
  return classes.size === 0 ? () => true : (end) => !classes.has(known.entities.get(end)?.type ?? "");
}
