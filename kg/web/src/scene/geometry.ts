/** Where lines run, in pixels: the same rules as in `arrowshaders.ts`, for labels, for what the pointer meets, and for pictures as SVG. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** A cubic Bézier curve; a straight line is one too. */
export type Curve = readonly [Point, Point, Point, Point];

/** How far apart lines that join the same two nodes run at most, of their length and in pixels at scale 1. */
export const BOW = { ofLength: 0.24, most: 36 } as const;
/** How far a line from a node to itself goes out. */
export const LOOP = 46;

/** The curve from one node's centre to another's; `bend` tells it from those beside it, 0 is straight. A node's line to itself is a loop. */
export function curve(source: Point, target: Point, bend: number, scale: number): Curve {
  const dx = target.x - source.x;
  const dy = target.y - source.y;
  const length = Math.hypot(dx, dy);
  if (length === 0) {
    const far = LOOP * scale * Math.max(1, Math.abs(bend));
    return [source, { x: source.x - far * 0.9, y: source.y - far }, { x: source.x + far * 0.9, y: source.y - far }, target];
  }
  const bow = (2 * bend * Math.min(length * BOW.ofLength, BOW.most * scale)) / length;
  const middle = { x: (source.x + target.x) / 2 - dy * bow, y: (source.y + target.y) / 2 + dx * bow };
  return [source, mix(source, middle, 2 / 3), mix(target, middle, 2 / 3), target];
}

/** The part of a curve between the outlines of the nodes that it joins, their radii given. */
export function trimmed(whole: Curve, from: number, to: number): Curve {
  const [a, b, c, d] = whole;
  const start = from / Math.max(3 * Math.hypot(b.x - a.x, b.y - a.y), 1e-6);
  const end = to / Math.max(3 * Math.hypot(d.x - c.x, d.y - c.y), 1e-6);
  const over = Math.max(start + end, 1);
  return part(whole, start / over, 1 - end / over);
}

export function pointAt([a, b, c, d]: Curve, t: number): Point {
  const u = 1 - t;
  const at = (p: number, q: number, r: number, s: number): number => u * u * u * p + 3 * u * u * t * q + 3 * u * t * t * r + t * t * t * s;
  return { x: at(a.x, b.x, c.x, d.x), y: at(a.y, b.y, c.y, d.y) };
}

/** Which way a curve goes, in radians. */
export function angleAt([a, b, c, d]: Curve, t: number): number {
  const u = 1 - t;
  const at = (p: number, q: number, r: number, s: number): number => u * u * (q - p) + 2 * u * t * (r - q) + t * t * (s - r);
  return Math.atan2(at(a.y, b.y, c.y, d.y), at(a.x, b.x, c.x, d.x));
}

/** A curve's length, nearly. */
export function lengthOf(whole: Curve): number {
  let [far, last] = [0, whole[0]];
  for (let n = 1; n <= 8; n += 1) {
    const next = pointAt(whole, n / 8);
    far += Math.hypot(next.x - last.x, next.y - last.y);
    last = next;
  }
  return far;
}

/** How far a point is from a curve, nearly: from the straight pieces that it's made of. */
export function distanceTo(whole: Curve, point: Point, pieces: number): number {
  let [least, last] = [Infinity, whole[0]];
  for (let n = 1; n <= pieces; n += 1) {
    const next = pointAt(whole, n / pieces);
    least = Math.min(least, fromPiece(last, next, point));
    last = next;
  }
  return least;
}

function fromPiece(a: Point, b: Point, point: Point): number {
  const dx = b.x - a.x;
  const dy = b.y - a.y;
  const t = Math.max(0, Math.min(1, ((point.x - a.x) * dx + (point.y - a.y) * dy) / (dx * dx + dy * dy || 1)));
  return Math.hypot(a.x + t * dx - point.x, a.y + t * dy - point.y);
}

function part(whole: Curve, from: number, to: number): Curve {
  const [a, b, c, d] = whole;
  const at = (u: number, v: number, w: number): Point => {
    const [ab, bc, cd] = [mix(a, b, u), mix(b, c, u), mix(c, d, u)];
    return mix(mix(ab, bc, v), mix(bc, cd, v), w);
  };
  return [at(from, from, from), at(from, from, to), at(from, to, to), at(to, to, to)];
}

function mix(a: Point, b: Point, t: number): Point {
  return { x: a.x + (b.x - a.x) * t, y: a.y + (b.y - a.y) * t };
}
