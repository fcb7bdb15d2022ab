import Graph from "graphology";
import type { Palette } from "../styles/palette";
import { CROSS, DISPUTED } from "./arrows";
import type { ArrowAttributes, NodeAttributes, Rim } from "./attributes";
import { colourOf, lineColour } from "./colours";
import type { Picture, PictureArrow, PictureNode } from "./picture";
import type { Places } from "./places";
import type { Lit } from "./view";

/** Above so many lines bends are drawn in few pieces, nodes as points, and long lines fade. */
export const MANY = 4_000;

/** Of how many pieces lines are, by their course; `angled` are bends of which there are too many to be drawn well. */
export const PIECES = { straight: 1, angled: 3, bent: 14 } as const;
export const EXTRAS = ["plain", "dashed", "marked"] as const;

export interface Marks {
  readonly chosen: string | null;
  readonly pinned: ReadonlySet<string>;
}

export type SceneGraph = Graph<NodeAttributes, ArrowAttributes>;

/** A picture as the graph that sigma draws. */
export function drawing(picture: Picture, places: Places, palette: Palette, marks: Marks, lit: Lit | null): SceneGraph {
  const graph: SceneGraph = new Graph({ type: "directed", multi: true });
  // The least important first, so that the important ones lie on top.
  for (let n = picture.nodes.length - 1; n >= 0; n -= 1) {
    const node = picture.nodes[n] as PictureNode;
    const place = places.get(node.id) ?? { x: 0, y: 0 };
    graph.addNode(node.id, {
      x: place.x,
      y: -place.y,
      size: node.radius,
      color: colourOf(node, palette),
      type: picture.arrows.length > MANY ? "dot" : "node",
      shape: node.shape,
      rim: rimOf(node, marks),
      lit: lit?.nodes.has(node.id) ?? false,
    });
  }
  for (const arrow of picture.arrows) graph.addDirectedEdgeWithKey(arrow.key, arrow.source, arrow.target, attributes(arrow, palette, picture.arrows.length, marks, lit));
  return graph;
}

/** Brings what stands out up to date in place; gives the nodes and arrows that changed. */
export function relight(graph: SceneGraph, picture: Picture, marks: Marks, lit: Lit | null): { nodes: string[]; edges: string[] } {
  const [nodes, edges]: [string[], string[]] = [[], []];
  for (const node of picture.nodes) {
    const now = graph.getNodeAttributes(node.id);
    const [isLit, rim] = [lit?.nodes.has(node.id) ?? false, rimOf(node, marks)];
    if (now.lit === isLit && now.rim === rim) continue;
    Object.assign(now, { lit: isLit, rim });
    nodes.push(node.id);
  }
  for (const arrow of picture.arrows) {
    const now = graph.getEdgeAttributes(arrow.key);
    const [isLit, width] = [lit?.arrows.has(arrow.key) ?? false, widthOf(arrow, marks)];
    if (now.lit === isLit && now.width === width) continue;
    Object.assign(now, { lit: isLit, width });
    edges.push(arrow.key);
  }
  return { nodes, edges };
}

function attributes(arrow: PictureArrow, palette: Palette, count: number, marks: Marks, lit: Lit | null): ArrowAttributes {
  const { look } = arrow;
  const mark = (look.cross ? CROSS : 0) + (look.disputed ? DISPUTED : 0);
  return {
    color: withOpacity(lineColour(look, count, palette)),
    type: programOf(arrow, count > MANY, mark > 0),
    width: widthOf(arrow, marks),
    bend: arrow.bend,
    dash: look.dash,
    gap: look.gap,
    head: look.head,
    mark,
    lit: lit?.arrows.has(arrow.key) ?? false,
  };
}

function programOf({ bend, look }: PictureArrow, many: boolean, isMarked: boolean): string {
  const course: keyof typeof PIECES = bend === 0 ? "straight" : many ? "angled" : "bent";
  const extra: (typeof EXTRAS)[number] = isMarked ? "marked" : look.gap > 0 || look.head === "hollow" ? "dashed" : "plain";
  return `${course} ${extra}`;
}

function withOpacity({ colour, opacity }: { colour: string; opacity: number }): string {
  return opacity === 1 ? colour : `${colour}${Math.round(opacity * 255).toString(16).padStart(2, "0")}`;
}

function widthOf(arrow: PictureArrow, marks: Marks): number {
  return marks.chosen === arrow.key ? arrow.look.width * 1.8 + 0.6 : arrow.look.width;
}

function rimOf(node: PictureNode, { chosen, pinned }: Marks): Rim {
  if (chosen === node.id) return "chosen";
  if (pinned.has(node.id)) return "pinned";
  return node.many > 1 ? "many" : "paper";
}
