import { unitOffset } from "../data/offsets";

/** A stretch of a text, in code points, and what it belongs to. */
export interface Range {
  readonly start: number;
  readonly end: number;
  readonly id: string;
}

/** A piece of a text, and all whose ranges cover it (none: plain text), the one that began last at the end. */
export interface Piece {
  readonly text: string;
  readonly ids: readonly string[];
}

/** A text cut wherever a range begins or ends, so that ranges may overlap: the pieces joined are the text again. */
export function pieces(text: string, ranges: readonly Range[]): readonly Piece[] {
  const unit = unitOffset(text);
  const cuts = new Map<number, { begin: string[]; end: string[] }>();
  const at = (place: number): { begin: string[]; end: string[] } => {
    const known = cuts.get(place) ?? { begin: [], end: [] };
    cuts.set(place, known);
    return known;
  };
  for (const range of ranges) {
    const [start, end] = [unit(range.start), unit(range.end)];
    if (start >= end) continue;
    at(start).begin.push(range.id);
    at(end).end.push(range.id);
  }
  const found: Piece[] = [];
  const open = new Set<string>();
  let last = 0;
  for (const [place, { begin, end }] of [...cuts].sort(([one], [other]) => one - other)) {
    if (place > last) found.push({ text: text.slice(last, place), ids: [...open] });
    for (const id of end) open.delete(id);
    for (const id of begin) open.add(id);
    last = place;
  }
  if (last < text.length) found.push({ text: text.slice(last), ids: [] });
  return found;
}

/** Gives the parts of a text between two code points. */
export function slicer(text: string): (start: number, end: number) => string {
  const unit = unitOffset(text);
  return (start, end) => text.slice(unit(start), unit(end));
}
