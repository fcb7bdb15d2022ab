import type { Statement } from "../data/graph";
import { keyOf, type Line, type Model, nameOf } from "./model";
import { isContested, statusOf } from "./voices";

/** Lines of one relation and direction between an entity and others. */
export interface Group {
  readonly relation: string;
  readonly label: string;
  readonly outward: boolean;
  readonly lines: readonly Line[];
}

/** What is said of an entity, by relation and direction, what it tells of others first and the largest groups first. */
export function groupsOf(known: Model, id: string): readonly Group[] {
  const groups = new Map<string, Line[]>();
  for (const line of known.linesOf.get(id) ?? []) {
    const key = `${line.arrow.subject === id ? "0" : "1"}\n${line.arrow.relation}`;
    const found = groups.get(key);
    if (found) found.push(line);
    else groups.set(key, [line]);
  }
  const found = [...groups].map(([key, lines]) => {
    const [first] = lines as [Line, ...Line[]];
    return { relation: first.arrow.relation, label: first.arrow.label, outward: key.startsWith("0"), lines: byStatus(lines) };
  });
  return found.sort((one, other) => Number(other.outward) - Number(one.outward) || other.lines.length - one.lines.length || (one.label < other.label ? -1 : 1));
}

/** The lines that an entity speaks for, or reports: those that it denies itself apart, and not those whose denial it only reports. */
export function saidBy(known: Model, id: string): { readonly denies: readonly Line[]; readonly says: readonly Line[] } {
  const said = known.saidBy.get(id) ?? [];
  const denies = linesOf(known, said.filter((one) => one.status === "denied" && one.speaker === id));
  return { denies, says: byStatus(linesOf(known, said).filter((line) => !denies.includes(line))) };
}

/** A name or relation, and how often it is met. */
export interface Counted {
  readonly id: string;
  readonly label: string;
  readonly count: number;
}

export interface Summary {
  readonly names: number;
  readonly statuses: Readonly<Record<string, number>>;
  readonly connected: readonly Counted[];
  readonly denied: readonly Line[];
  readonly contested: readonly Line[];
}

/** What these lines hold: of how many names, how many of each status, the most connected names, what is denied, and what is disputed or told otherwise too, a line each. */
export function summary(known: Model, lines: readonly Line[], most = 8): Summary {
  const ends = new Map<string, number>();
  const statuses: Record<string, number> = {};
  for (const line of lines) {
    for (const end of new Set([line.arrow.subject, line.arrow.object])) ends.set(end, (ends.get(end) ?? 0) + 1);
    statuses[statusOf(line)] = (statuses[statusOf(line)] ?? 0) + 1;
  }
  const contested = new Map<string, Line>();
  for (const line of byStatus(lines)) {
    const told = keyOf(line.arrow, "");
    if (!contested.has(told) && isContested(known, line)) contested.set(told, line);
  }
  const connected = [...ends].sort((one, other) => other[1] - one[1] || (one[0] < other[0] ? -1 : 1)).slice(0, most);
  return {
    names: ends.size,
    statuses,
    connected: connected.map(([id, count]) => ({ id, label: nameOf(known, id), count })),
    denied: lines.filter((line) => line.kind === "stated" && line.arrow.status === "denied"),
    contested: [...contested.values()],
  };
}

function linesOf(known: Model, statements: readonly Statement[]): readonly Line[] {
  return [...new Set(statements.flatMap((one) => known.lineOfStatement.get(one.id) ?? []))];
}

const ORDER = ["affirmed", "denied", "possible", "planned", "derived"];

function byStatus(lines: readonly Line[]): readonly Line[] {
  const place = (line: Line): number => ORDER.indexOf(line.kind === "stated" ? line.arrow.status : "derived");
  return [...lines].sort((one, other) => place(one) - place(other));
}
