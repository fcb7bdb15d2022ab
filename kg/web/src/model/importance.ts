import type { Line } from "./model";

/** How much is said of each entity: over its lines, how many voices (speakers, or articles in their own) tell them. */
export function importance(lines: readonly Line[]): ReadonlyMap<string, number> {
  const weights = new Map<string, number>();
  for (const line of lines) {
    const weight = voices(line);
    for (const end of new Set([line.arrow.subject, line.arrow.object])) weights.set(end, (weights.get(end) ?? 0) + weight);
  }
  return weights;
}

/** How many speak for a line; what is derived nobody says. */
function voices(line: Line): number {
  if (line.kind === "derived") return 0.5;
  const { statements } = line.arrow;
  return statements.length === 1 ? 1 : new Set(statements.map((one) => one.speaker ?? one.article)).size;
}
