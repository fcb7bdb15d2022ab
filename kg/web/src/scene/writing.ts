import { wrapped } from "../model/labels";
import { angleAt, lengthOf, pointAt } from "./geometry";
import type { PictureNode } from "./picture";
import { type Box, Taken, turnedBoxes } from "./placing";
import type { View, ViewArrow, ViewNode } from "./view";

/** A node's name, its first line's middle at (x, y): each next line is `size` × LEADING lower. */
export interface Name {
  readonly lines: readonly string[];
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly anchor: "middle" | "start" | "end";
  readonly id: string;
}

/** What a line says, turned along it; the second text, who says so, stands below the first. */
export interface Relation {
  readonly lines: readonly string[];
  readonly x: number;
  readonly y: number;
  readonly angle: number;
  readonly tone: "line" | "denied" | "derived";
  readonly key: string;
}

export interface Writing {
  readonly names: readonly Name[];
  readonly relations: readonly Relation[];
}

/** How wide a text is in a size, in pixels. */
export type Measure = (text: string, size: number) => number;

export const LEADING = 1.15;
export const RELATION_SIZE = 10.5;
/** Up to this many lines on the page, each may show what it says. */
const RELATIONS = 250;
/** Up to this many nodes on the page, no label lies over one. */
const OBSTACLES = 600;
/** So much of a line has to be seen beside what it says, in pixels: or who could tell how it's drawn? */
const BARE = 30;
/** Paper, in square pixels, for each name that isn't asked for. */
const PAPER_OF_A_NAME = 9_000;
/** So many names are written wherever they can be read, the most important ones'. */
const FIRST = 12;

export function nameSize(node: PictureNode): number {
  return Math.min(16, 10.5 + node.radius * 0.24);
}

/** A line's label as it's written: what it says, and who says so. */
export function relationLines({ arrow }: Pick<ViewArrow, "arrow">): readonly string[] {
  const at = arrow.label.lastIndexOf(" — ");
  return at < 0 ? [arrow.label] : [arrow.label.slice(0, at), arrow.label.slice(at + 1)];
}

/** Where the labels of what is seen go: the important ones first, none over another; of what is dimmed none. */
export function writing(view: View, measure: Measure): Writing {
  const taken = new Taken();
  if (view.nodes.length <= OBSTACLES) for (const one of view.nodes) taken.add(square(one, 0.8));
  for (const one of view.arrows) if (one.isLit && (one.arrow.look.cross || one.arrow.look.disputed)) taken.add(mark(one));
  const names: Name[] = [];
  const relations: Relation[] = [];
  const most = (view.width * view.height) / PAPER_OF_A_NAME;
  const wanted = view.nodes.filter((one) => one.isLit);
  const lines = view.arrows.filter((one) => one.isLit);
  const few = view.isDimmed || lines.length <= RELATIONS;
  const heads = new Taken();
  const written = new Taken();
  if (few) for (const one of lines) heads.add(head(one));
  for (const one of wanted) {
    if (names.length > most) break;
    // Better on the page than beyond it, and better beside a node than over an arrow's head, which tells who does what to whom.
    const cost = ({ box }: { readonly box: Box }): number =>
      (box.left >= 0 && box.top >= 0 && box.right <= view.width && box.bottom <= view.height ? 0 : 2) + (heads.isFree(box) ? 0 : 1);
    const ways = name(one, measure).map((way) => within(way, one, view)).map((way) => ({ ...way, cost: cost(way) }));
    const sorted = ways.sort((way, other) => way.cost - other.cost);
    // The most important have a name even where others crowd around them: over their lesser neighbours, but over no other name.
    const found = sorted.find(({ box }) => taken.isFree(box)) ?? (names.length < FIRST ? sorted.find(({ box }) => written.isFree(box)) : undefined);
    if (!found) continue;
    taken.add(found.box);
    written.add(found.box);
    names.push(found.name);
  }
  if (few)
    for (const one of lines) {
      const found = relation(one, measure).find(({ boxes }) => taken.take(boxes));
      if (found) relations.push(found.relation);
    }
  return { names, relations };
}

/** A name moved as far as it takes to stand on the page, if its node does. */
function within({ name, box }: { readonly name: Name; readonly box: Box }, { x, y }: ViewNode, { width, height }: View): { name: Name; box: Box } {
  const move = (low: number, high: number, end: number): number => (low < 0 ? -low : high > end ? end - high : 0);
  if (x < 0 || y < 0 || x > width || y > height) return { name, box };
  const [across, down] = [move(box.left, box.right, width), move(box.top, box.bottom, height)];
  return {
    name: { ...name, x: name.x + across, y: name.y + down },
    box: { left: box.left + across, top: box.top + down, right: box.right + across, bottom: box.bottom + down },
  };
}

/** A name's places, the best first: below its node, above, to the right, to the left. */
function name({ node, x, y, radius }: ViewNode, measure: Measure): readonly { name: Name; box: Box }[] {
  const lines = wrapped(node.label);
  const size = nameSize(node);
  const width = Math.max(...lines.map((line) => measure(line, size))) + 4;
  const height = lines.length * size * LEADING;
  const at = (left: number, top: number, anchor: Name["anchor"]): { name: Name; box: Box } => ({
    name: {
      lines,
      size,
      anchor,
      id: node.id,
      x: anchor === "middle" ? left + width / 2 : anchor === "start" ? left + 2 : left + width - 2,
      y: top + (size * LEADING) / 2,
    },
    box: { left, top, right: left + width, bottom: top + height },
  });
  const gap = radius * 1.15 + 3;
  return [
    at(x - width / 2, y + gap, "middle"),
    at(x - width / 2, y - gap - height, "middle"),
    at(x + gap, y - height / 2, "start"),
    at(x - gap - width, y - height / 2, "end"),
  ];
}

/** The places of what a line says: along it where there's room, read from the left; else level, in its middle; else beside it. */
function relation(one: ViewArrow, measure: Measure): readonly { relation: Relation; boxes: readonly Box[] }[] {
  const lines = relationLines(one);
  const width = Math.max(...lines.map((line) => measure(line, RELATION_SIZE))) + 4;
  const height = lines.length * RELATION_SIZE * LEADING;
  const at = (t: number, angle: number, beside = 0): { relation: Relation; boxes: readonly Box[] } => {
    const on = pointAt(one.curve, t);
    const [x, y] = [on.x - Math.sin(angle) * beside, on.y + Math.cos(angle) * beside];
    return { relation: { lines, x, y, angle, tone: one.arrow.look.tone, key: one.arrow.key }, boxes: turnedBoxes(x, y, width, height, angle) };
  };
  const upright = (angle: number): number => (Math.abs(angle) > Math.PI / 2 ? angle - Math.sign(angle) * Math.PI : angle);
  const length = lengthOf(one.curve);
  const way = angleAt(one.curve, 0.5);
  const covered = Math.min(width / Math.max(Math.abs(Math.cos(way)), 0.01), height / Math.max(Math.abs(Math.sin(way)), 0.01));
  const along = length - 14 > width ? [0.46, 0.34, 0.6].map((t) => at(t, upright(angleAt(one.curve, t)))) : [];
  const level = length - covered > BARE ? [0.46, 0.3, 0.65].map((t) => at(t, 0)) : [];
  const clear = height / 2 + (one.arrow.look.cross || one.arrow.look.disputed ? 9 : 5);
  const beside = length > width ? [0.5, 0.3, 0.7].flatMap((t) => [at(t, upright(way), -clear), at(t, upright(way), clear)]) : [];
  return [...along, ...level, ...beside];
}

function square({ x, y, radius }: ViewNode, part: number): Box {
  const reach = radius * part;
  return { left: x - reach, top: y - reach, right: x + reach, bottom: y + reach };
}

/** The paper of the mark in a line's middle. */
function mark({ curve }: ViewArrow): Box {
  const { x, y } = pointAt(curve, 0.5);
  return { left: x - 7, top: y - 7, right: x + 7, bottom: y + 7 };
}

/** The paper of an arrow's head. */
function head({ curve }: ViewArrow): Box {
  const { x, y } = pointAt(curve, 0.97);
  return { left: x - 4, top: y - 4, right: x + 4, bottom: y + 4 };
}
