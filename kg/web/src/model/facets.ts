import type { Status } from "../data/graph";
import type { Filters } from "./filters";
import { type Model, nameOf } from "./model";
import { ITSELF } from "./voices";

/** Those filters that leave out things by what they are. */
export type Facet = "relations" | "classes" | "statuses" | "speakers";

/** One thing that a facet can leave out: how it is called, and of how many lines (of a class: names) it is. */
export interface Choosable {
  readonly id: string;
  readonly label: string;
  readonly count: number;
}

export type Facets = Readonly<Record<Facet, readonly Choosable[]>>;

export const NO_CLASS = "class not stated";

/** What there is to filter by, the most frequent first. */
export function facets(known: Model, statusName: (status: Status | "derived") => string): Facets {
  const relations = new Map<string, Choosable>();
  const classes = new Map<string, Choosable>();
  const statuses = new Map<string, Choosable>();
  const speakers = new Map<string, Choosable>();
  const ends = new Set<string>();
  for (const line of known.lines.values()) {
    add(relations, line.arrow.relation, () => line.arrow.label);
    const status = line.kind === "stated" ? line.arrow.status : "derived";
    add(statuses, status, () => statusName(status));
    ends.add(line.arrow.subject).add(line.arrow.object);
    if (line.kind === "stated")
      for (const speaker of new Set(line.arrow.statements.map((one) => one.speaker))) add(speakers, speaker ?? "", () => (speaker === null ? ITSELF : nameOf(known, speaker)));
  }
  for (const id of ends) {
    const type = known.entities.get(id)?.type ?? "";
    add(classes, type, () => known.classes.get(type)?.label ?? (type ? (type.split(/[#/:]/).at(-1) ?? type) : NO_CLASS));
  }
  return { relations: sorted(relations), classes: sorted(classes), statuses: sorted(statuses), speakers: sorted(speakers) };
}

/** The filters with only these of a facet shown. */
export function only(filters: Filters, all: Facets, facet: Facet, ids: readonly string[]): Filters {
  return { ...filters, [facet]: new Set(all[facet].map((one) => one.id).filter((id) => !ids.includes(id))) };
}

function add(into: Map<string, Choosable>, id: string, label: () => string): void {
  const known = into.get(id);
  into.set(id, known ? { ...known, count: known.count + 1 } : { id, label: label(), count: 1 });
}

function sorted(all: Map<string, Choosable>): readonly Choosable[] {
  return [...all.values()].sort((one, other) => other.count - one.count || (one.label < other.label ? -1 : 1));
}
