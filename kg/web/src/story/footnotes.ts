import type { Statement } from "../data/graph";
import type { Line, Model } from "../model/model";
import { opposites } from "../model/voices";

/** A numbered claim: a statement of a line, or (null) a line that no article states, which follows from others. */
export interface Footnote {
  readonly number: number;
  readonly line: Line;
  readonly statement: Statement | null;
}

/** All claims of a story in the order in which they are shown, and each line's numbers; `against` are those who say the opposite of a line. */
export interface Footnotes {
  readonly notes: readonly Footnote[];
  readonly numbers: ReadonlyMap<string, readonly number[]>;
  readonly against: ReadonlyMap<string, readonly Line[]>;
}

/** Number the claims of these lines. What contradicts a line, and what a line follows from, is numbered too: no half of a dispute is left out. */
export function footnotes(known: Model, lines: readonly Line[]): Footnotes {
  const notes: Footnote[] = [];
  const numbers = new Map<string, readonly number[]>();
  const against = new Map<string, readonly Line[]>();
  const add = (line: Line): void => {
    if (numbers.has(line.key)) return;
    const own: readonly (Statement | null)[] = line.kind === "stated" ? line.arrow.statements : [null];
    const first = notes.length + 1;
    numbers.set(line.key, own.map((_, n) => first + n));
    own.forEach((statement, n) => notes.push({ number: first + n, line, statement }));
    premises(known, line).forEach(add);
    against.set(line.key, opposites(known, line));
    against.get(line.key)?.forEach(add);
  };
  lines.forEach(add);
  return { notes, numbers, against };
}

/** The lines that a line follows from; none for what is stated. */
function premises(known: Model, line: Line): readonly Line[] {
  return line.kind === "derived" ? [...new Set(line.arrow.premises.flatMap((id) => known.lineOfStatement.get(id) ?? []))] : [];
}

/** The numbers in few characters: "1–3, 7". */
export function numberWords(numbers: readonly number[]): string {
  const runs: [number, number][] = [];
  for (const number of [...new Set(numbers)].sort((one, other) => one - other)) {
    const last = runs.at(-1);
    if (last && last[1] === number - 1) last[1] = number;
    else runs.push([number, number]);
  }
  return runs.map(([from, to]) => (from === to ? `${from}` : to === from + 1 ? `${from}, ${to}` : `${from}–${to}`)).join(", ");
}
