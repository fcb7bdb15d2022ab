import type { Arrow, Status } from "../data/graph";
import type { Line, Model } from "./model";

/** What is left out of the drawing: relations and classes by IRI, statuses, speakers ("" is the article itself), dates outside a span. */
export interface Filters {
  readonly relations: ReadonlySet<string>;
  readonly classes: ReadonlySet<string>;
  readonly statuses: ReadonlySet<Status | "derived">;
  readonly speakers: ReadonlySet<string>;
  readonly from: string | null;
  readonly to: string | null;
}

export const NO_FILTERS: Filters = {
  relations: new Set(),
  classes: new Set(),
  statuses: new Set(),
  speakers: new Set(),
  from: null,
  to: null,
};

/** The lines that no filter leaves out. */
export function shownLines(known: Model, filters: Filters): readonly Line[] {
  const shown = [...known.lines.values()].filter((line) => line.kind === "stated" && isShown(known, line.arrow, filters));
  const stated = new Set(shown.flatMap((line) => (line.kind === "stated" ? line.arrow.statements.map((one) => one.id) : [])));
  const derived = [...known.lines.values()].filter(
    (line) =>
      line.kind === "derived" &&
      !filters.statuses.has("derived") &&
      !filters.relations.has(line.arrow.relation) &&
      line.arrow.premises.every((premise) => stated.has(premise)) &&
      ends(known, line.arrow, filters),
  );
  return [...shown, ...derived];
}

function isShown(known: Model, arrow: Arrow, filters: Filters): boolean {
  return (
    !filters.relations.has(arrow.relation) &&
    !filters.statuses.has(arrow.status) &&
    ends(known, arrow, filters) &&
    arrow.statements.some((statement) => !filters.speakers.has(statement.speaker ?? ""))
  );
}

function ends(known: Model, arrow: { subject: string; object: string }, filters: Filters): boolean {
  return [arrow.subject, arrow.object].every((end) => !filters.classes.has(known.entities.get(end)?.type ?? ""));
}
