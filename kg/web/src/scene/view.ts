import { type Curve, curve, trimmed } from "./geometry";
import type { Picture, PictureArrow, PictureNode } from "./picture";

/** A node on the page, in pixels. `isLit` where the rest is dimmed and it isn't. */
export interface ViewNode {
  readonly node: PictureNode;
  readonly x: number;
  readonly y: number;
  readonly radius: number;
  readonly isLit: boolean;
}

/** A line on the page, from one node's outline to the other's. */
export interface ViewArrow {
  readonly arrow: PictureArrow;
  readonly curve: Curve;
  readonly isLit: boolean;
}

/** What is seen of a picture: a page of so many pixels, how much larger things are than at first, and whether anything is dimmed. */
export interface View {
  readonly width: number;
  readonly height: number;
  readonly scale: number;
  readonly isDimmed: boolean;
  readonly nodes: readonly ViewNode[];
  readonly arrows: readonly ViewArrow[];
}

/** What is to stand out from the rest, by the ids of nodes and the keys of arrows; null where nothing is. */
export interface Lit {
  readonly nodes: ReadonlySet<string>;
  readonly arrows: ReadonlySet<string>;
}

const MARGIN = 60;

/** The part of a picture that is on the page; `place` tells where a node's centre is there. */
export function view(
  { nodes, arrows }: Picture,
  place: (id: string) => { x: number; y: number } | null,
  page: { width: number; height: number; scale: number },
  lit: Lit | null,
): View {
  const seen = new Map<string, ViewNode>();
  for (const node of nodes) {
    const found = place(node.id);
    if (found) seen.set(node.id, { node, ...found, radius: node.radius * page.scale, isLit: lit?.nodes.has(node.id) ?? true });
  }
  const onPage = ({ x, y }: { x: number; y: number }): boolean =>
    x > -MARGIN && y > -MARGIN && x < page.width + MARGIN && y < page.height + MARGIN;
  const drawn: ViewArrow[] = [];
  for (const arrow of arrows) {
    const [source, target] = [seen.get(arrow.source), seen.get(arrow.target)];
    if (!source || !target || !(onPage(source) || onPage(target))) continue;
    const whole = curve(source, target, arrow.bend, page.scale);
    drawn.push({ arrow, curve: trimmed(whole, source.radius, target.radius + 1), isLit: lit?.arrows.has(arrow.key) ?? true });
  }
  return { ...page, isDimmed: lit !== null, nodes: [...seen.values()].filter(onPage), arrows: drawn };
}
