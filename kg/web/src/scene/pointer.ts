import type Sigma from "sigma";
import type { Explorer } from "../explorer/state";
import type { ArrowAttributes, NodeAttributes } from "./attributes";
import { distanceTo } from "./geometry";
import { communityNumber } from "./picture";
import type { View, ViewArrow } from "./view";

/** How near the pointer has to be to a line, in pixels. */
const NEAR = 6;

/** What the pointer's doings need of the drawing: what is seen, and to move a node (in the graph's coordinates). */
export interface Touched {
  look(): View;
  move(id: string, x: number, y: number): void;
}

/** Pointing shows what belongs together, a click chooses (a community opens), dragging moves a node, which is pinned then. Gives what stops it. */
export function pointer(sigma: Sigma<NodeAttributes, ArrowAttributes>, state: Explorer, { look, move }: Touched): () => void {
  const captor = sigma.getMouseCaptor();
  let dragged: { readonly id: string; readonly x: number; readonly y: number; isMoved: boolean } | null = null;

  sigma.on("enterNode", ({ node }) => (state.hovered.value = node));
  sigma.on("leaveNode", () => (state.hovered.value = null));
  sigma.on("leaveStage", () => (state.hovered.value = null));
  sigma.on("clickNode", ({ node }) => {
    const community = communityNumber(node);
    if (community === null) state.choice.value = { kind: "entity", id: node };
    else {
      state.hovered.value = null;
      state.opened.value = new Set([...state.opened.value, community]);
      state.stage.value?.show(node);
    }
  });
  sigma.on("clickStage", ({ event }) => {
    const line = nearest(look(), event);
    const only = line?.arrow.lines.length === 1 ? line.arrow.lines[0] : undefined;
    state.choice.value = only ? { kind: "line", key: only.key } : null;
  });
  sigma.on("downNode", ({ node, event }) => {
    dragged = { id: node, x: event.x, y: event.y, isMoved: false };
    if (!sigma.getCustomBBox()) sigma.setCustomBBox(sigma.getBBox());
  });
  sigma.on("moveBody", ({ event, preventSigmaDefault }) => {
    if (dragged) {
      preventSigmaDefault();
      event.original.preventDefault();
      if (!dragged.isMoved && Math.hypot(event.x - dragged.x, event.y - dragged.y) < 4) return;
      dragged.isMoved = true;
      const { x, y } = sigma.viewportToGraph(event);
      move(dragged.id, x, y);
      return;
    }
    const isDragging = event.original instanceof MouseEvent ? event.original.buttons !== 0 : true;
    if (isDragging || isNode(state.hovered.value, sigma)) return;
    const line = nearest(look(), event);
    state.hovered.value = line?.arrow.key ?? null;
    sigma.getContainer().style.cursor = line ? "pointer" : "";
  });
  const dropped = (): void => {
    if (dragged?.isMoved) state.pinned.value = new Set([...state.pinned.value, dragged.id]);
    dragged = null;
  };
  captor.on("mouseup", dropped);
  sigma.getTouchCaptor().on("touchup", dropped);
  return () => {
    captor.removeListener("mouseup", dropped);
    sigma.getTouchCaptor().removeListener("touchup", dropped);
  };
}

/** The line that a point is on, the nearest where there are several. */
export function nearest({ arrows }: Pick<View, "arrows">, point: { x: number; y: number }): ViewArrow | null {
  let [best, least]: [ViewArrow | null, number] = [null, NEAR];
  for (const one of arrows) {
    const [a, b, c, d] = one.curve;
    const outside = (...at: number[]): boolean => Math.min(...at) > least || Math.max(...at) < -least;
    if (outside(a.x - point.x, b.x - point.x, c.x - point.x, d.x - point.x)) continue;
    if (outside(a.y - point.y, b.y - point.y, c.y - point.y, d.y - point.y)) continue;
    const far = distanceTo(one.curve, point, one.arrow.bend ? 12 : 1);
    if (far < least) [best, least] = [one, far];
  }
  return best;
}

export function toggled<T>(all: ReadonlySet<T>, one: T): ReadonlySet<T> {
  const next = new Set(all);
  if (!next.delete(one)) next.add(one);
  return next;
}

/** Whether it's a node that is pointed at, which sigma tells of itself. */
function isNode(hovered: string | null, sigma: Sigma<NodeAttributes, ArrowAttributes>): boolean {
  return hovered !== null && sigma.getGraph().hasNode(hovered);
}
