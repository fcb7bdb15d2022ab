import { arrange } from "../layout/arrange";
import { partOverlaps } from "../layout/overlaps";
import type { Sizes } from "../layout/plane";
import { wrapped } from "../model/labels";
import type { Picture } from "../scene/picture";
import { view, type View } from "../scene/view";
import { LEADING, type Measure, type Name, nameSize, type Relation, relationLines, RELATION_SIZE, writing, type Writing } from "../scene/writing";

/** The paper of a story's pictures: how wide it is, and how high at most before room for the labels is made. */
export interface Paper {
  readonly width: number;
  readonly height: number;
  /** Whether what lies wide is turned, so that it goes down the page. */
  readonly isTall: boolean;
}

export const WIDE: Paper = { width: 560, height: 360, isTall: false };
export const NARROW: Paper = { width: 320, height: 400, isTall: true };

/** Everything that a story's pictures show, each thing in its place. */
export interface Frame {
  readonly view: View;
  readonly writing: Writing;
  readonly measure: Measure;
  /** The part of the plane that these nodes and lines take, at least as wide as the paper, so that letters are as large in all pictures. */
  part(ids: ReadonlySet<string>): Part;
}

export interface Part {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** Where things lie in the drawing; `isSet` where somebody put one of them there by hand. */
export interface Lying {
  place(id: string): Point | null;
  isSet(id: string): boolean;
}

const MARGIN = 10;
/** Far from the plane's ends, so that nothing counts as beyond the page. */
const ORIGIN = 2_000;
const PLANE = { width: 1e6, height: 1e6, scale: 1 };
const TRIES = 16;
/** So many times paper grows before another layout is tried. */
const PATIENCE = 2;

/**
 * Lay a picture's things on paper, which grows until every label has its place: as they lie in the drawing; or, where labels find no place so
 * and nobody put these things where they lie, laid out for this paper. Where nothing helps, a line is left with its numbers alone.
 */
export function framed(drawn: Picture, lying: Lying, paper: Paper, measure: Measure): Frame {
  const best = whole(drawn, attempts(drawn, lying, paper, measure), measure);
  return { ...best, measure, part: (ids) => partOf(ids, best, paper, measure) };
}

type Places = ReadonlyMap<string, Point>;
type Written = Pick<Frame, "view" | "writing">;

/** The first of these ways that has room for all labels; else the one with room for most, labels that found none cut down to their numbers. */
function whole(drawn: Picture, ways: Iterable<Places>, measure: Measure): Written {
  let best: { readonly places: Places; readonly missing: readonly string[] } | null = null;
  for (const places of ways) {
    const found = written(drawn, places, measure);
    const missing = unsaid(drawn, found);
    if (!missing.length) return found;
    if (!best || missing.length < best.missing.length) best = { places, missing };
  }
  const short = new Set(best?.missing);
  const arrows = drawn.arrows.map((arrow) => (short.has(arrow.key) ? { ...arrow, label: /\[[\d–, ]+\]/u.exec(arrow.label)?.[0] ?? arrow.label } : arrow));
  return written({ ...drawn, arrows }, best?.places ?? new Map(), measure);
}

/** Ways to lay things on ever larger paper. */
function* attempts(drawn: Picture, lying: Lying, paper: Paper, measure: Measure): Generator<Places> {
  const asDrawn = turned(drawn, lying, paper.isTall);
  const isSet = drawn.nodes.some(({ id }) => lying.isSet(id));
  const edge = 2 * sizes(drawn, measure).side.reduce((most, one) => Math.max(most, one), 0);
  for (let n = 0; n < TRIES; n += 1) {
    const [across, down] = [paper.width * (paper.isTall ? 1.03 : 1.05) ** n, paper.height * (paper.isTall ? 1.12 : 1.08) ** n];
    yield apart(drawn, fitted(asDrawn, across - edge, down, n), measure);
    if (!isSet && n >= PATIENCE) yield laidOut(drawn, across, down, 1.06 ** n, measure);
  }
}

function written(drawn: Picture, places: Places, measure: Measure): Written {
  const seen = view(drawn, (id) => places.get(id) ?? null, PLANE, null);
  return { view: seen, writing: writing(seen, measure) };
}

/** The nodes and arrows that found no room for their labels. */
function unsaid({ nodes, arrows }: Picture, { writing: { names, relations } }: Written): readonly string[] {
  const said = new Set([...names.map(({ id }) => id), ...relations.map(({ key }) => key)]);
  return [...nodes.map(({ id }) => id), ...arrows.map(({ key }) => key)].filter((one) => !said.has(one));
}

/** The picture's things laid out for paper of this size, lines as long as what they say. */
function laidOut(drawn: Picture, across: number, down: number, longer: number, measure: Measure): Places {
  const numbers = new Map(drawn.nodes.map(({ id }, n) => [id, n]));
  const ends = (end: "source" | "target"): Uint32Array => Uint32Array.from(drawn.arrows, (arrow) => numbers.get(arrow[end]) ?? 0);
  const lengths = Float32Array.from(drawn.arrows, (arrow) => 60 * longer + Math.max(...relationLines({ arrow }).map((line) => measure(line, RELATION_SIZE))));
  const links = { sources: ends("source"), targets: ends("target"), lengths };
  const alone = (): Uint32Array => Uint32Array.from(drawn.nodes, () => 0);
  const { x, y } = arrange({ count: drawn.nodes.length, links, sizes: sizes(drawn, measure), page: [across, down] }, alone);
  return new Map(drawn.nodes.map(({ id }, n) => [id, { x: ORIGIN + (x[n] ?? 0), y: ORIGIN + (y[n] ?? 0) }]));
}

interface Point {
  readonly x: number;
  readonly y: number;
}

function turned({ nodes }: Picture, lying: Lying, isTall: boolean): Places {
  const found = new Map<string, Point>(nodes.map(({ id }, n) => [id, lying.place(id) ?? { x: n * 90, y: 0 }]));
  const { width, height } = extent([...found.values()]);
  return isTall && width > height ? new Map([...found].map(([id, { x, y }]) => [id, { x: y, y: x }])) : found;
}

/** How much more one way than the other things may be stretched. */
const STRETCH = 3;
/** How far apart neighbours need to be at most: what is near enough isn't drawn further apart, unless labels ask for it. */
const LARGEST = 1.4;

function fitted(places: Places, across: number, down: number, tried: number): Places {
  const { left, top, width, height } = extent([...places.values()]);
  const most = LARGEST * 1.2 ** tried;
  const [x, y] = [width ? Math.min(most, across / width) : most, height ? Math.min(most, down / height) : most];
  const [byX, byY] = [Math.min(x, y * STRETCH), Math.min(y, x * STRETCH)];
  return new Map([...places].map(([id, at]) => [id, { x: ORIGIN + (at.x - left) * byX, y: ORIGIN + (at.y - top) * byY }]));
}

/** The places with nodes and their names moved off one another. */
function apart(drawn: Picture, places: Places, measure: Measure): Places {
  const { nodes } = drawn;
  const at = (axis: "x" | "y"): Float32Array => Float32Array.from(nodes, ({ id }) => (places.get(id)?.[axis] ?? 0) - ORIGIN);
  const [x, y] = [at("x"), at("y")];
  partOverlaps({ x, y }, sizes(drawn, measure), nodes.map((_, n) => n));
  return new Map(nodes.map(({ id }, n) => [id, { x: (x[n] ?? 0) + ORIGIN, y: (y[n] ?? 0) + ORIGIN }]));
}

/** The paper that each node takes with its name. */
function sizes({ nodes }: Picture, measure: Measure): Sizes {
  const lines = nodes.map((node) => wrapped(node.label));
  return {
    side: Float32Array.from(nodes, (node, n) => Math.max(node.radius, ...(lines[n] ?? []).map((line) => measure(line, nameSize(node)) / 2)) + 6),
    above: Float32Array.from(nodes, (node) => node.radius + 16),
    below: Float32Array.from(nodes, (node, n) => node.radius * 1.15 + 8 + (lines[n]?.length ?? 0) * nameSize(node) * LEADING),
  };
}

function partOf(ids: ReadonlySet<string>, { view: { nodes, arrows }, writing: { names, relations } }: Written, paper: Paper, measure: Measure): Part {
  const points = [
    ...nodes.filter(({ node }) => ids.has(node.id)).flatMap(({ x, y, radius }) => corners(x, y, radius * 1.3, radius * 1.3)),
    ...arrows.filter(({ arrow }) => ids.has(arrow.key)).flatMap(({ curve }) => [...curve]),
    ...names.filter(({ id }) => ids.has(id)).flatMap((one) => nameCorners(one, measure)),
    ...relations.filter(({ key }) => ids.has(key)).flatMap((one) => relationCorners(one, measure)),
  ];
  const { left, top, width, height } = extent(points);
  const wide = Math.max(width + 2 * MARGIN, paper.width);
  return { left: left + width / 2 - wide / 2, top: top - MARGIN, width: wide, height: height + 2 * MARGIN };
}

function nameCorners({ lines, x, y, size, anchor }: Name, measure: Measure): readonly Point[] {
  const width = Math.max(...lines.map((line) => measure(line, size)));
  const left = anchor === "middle" ? x - width / 2 : anchor === "start" ? x : x - width;
  return [
    { x: left, y: y - size * 0.6 },
    { x: left + width, y: y + size * ((lines.length - 1) * LEADING + 0.6) },
  ];
}

function relationCorners({ lines, x, y, angle }: Relation, measure: Measure): readonly Point[] {
  const wide = Math.max(...lines.map((line) => measure(line, RELATION_SIZE))) / 2;
  const high = (lines.length * RELATION_SIZE * LEADING) / 2;
  const [cos, sin] = [Math.abs(Math.cos(angle)), Math.abs(Math.sin(angle))];
  return corners(x, y, wide * cos + high * sin, wide * sin + high * cos);
}

function corners(x: number, y: number, across: number, down: number): readonly Point[] {
  return [
    { x: x - across, y: y - down },
    { x: x + across, y: y + down },
  ];
}

function extent(points: readonly Point[]): { left: number; top: number; width: number; height: number } {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const { x, y } of points) {
    [left, right] = [Math.min(left, x), Math.max(right, x)];
    [top, bottom] = [Math.min(top, y), Math.max(bottom, y)];
  }
  return points.length ? { left, top, width: right - left, height: bottom - top } : { left: 0, top: 0, width: 0, height: 0 };
}
