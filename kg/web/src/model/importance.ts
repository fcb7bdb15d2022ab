import type { Line, Model } from "./model";
import { voicesOf } from "./voices";

/** What a derived line counts, which nobody says. */
const DERIVED = 0.5;

/** How much is said of each entity: over its lines, how many voices tell them. */
export function importance(known: Model, lines: readonly Line[]): ReadonlyMap<string, number> {
  const weights = new Map<string, number>();
  for (const line of lines) {
    const weight = line.kind === "derived" ? DERIVED : voices(known, line.arrow.statements);
    for (const end of new Set([line.arrow.subject, line.arrow.object])) weights.set(end, (weights.get(end) ?? 0) + weight);
  }
  return weights;
}

function voices(known: Model, statements: Parameters<typeof voicesOf>[1]): number {
  return statements.length === 1 ? 1 : voicesOf(known, statements).length;
}
