import { effect, untracked } from "@preact/signals";
import Graph from "graphology";
import Sigma from "sigma";
import type { Explorer } from "../explorer/state";
import { layout } from "../layout/layout";
import type { Asked } from "../layout/messages";
import { onPalette, palette } from "../styles/palette";
import { arrows } from "./arrows";
import { task } from "./ask";
import type { ArrowAttributes, NodeAttributes } from "./attributes";
import { drawing, EXTRAS, MANY, type Marks, PIECES, relight } from "./drawing";
import { around, index, those } from "./focus";
import { keyboard } from "./keyboard";
import { floats, light } from "./light";
import { glide, isCalm } from "./motion";
import { measurer, write } from "./names";
import { nodes } from "./nodes";
import { type Grouping, type Picture, picture } from "./picture";
import { extent, placeCommunities, placeNew, type Places, told } from "./places";
import { pointer } from "./pointer";
import type { Stage } from "./stage";
import { type Lit, type View, view } from "./view";
import { writing } from "./writing";

/** Above so many nodes, places jump rather than glide, and labels wait until the camera rests. */
const GLIDING = 1_500;
const REST = 160;
/** On a page that is so many times too small for the picture, things are drawn smaller; beyond, they'd not be seen. */
const CROWDED = 3;
/** How near the camera comes to what it's to show. */
const NEARER = 0.6;
const PADDING = 32;
const ACROSS = 36;
const DOWN = 16;

/** The drawing: what the explorer shows, in WebGL, kept up with its state. Gives what takes it down again. */
export function scene(container: HTMLElement, state: Explorer): () => void {
  let colours = palette();
  let crowding = 1;
  const shine = light(colours);
  const sigma = new Sigma<NodeAttributes, ArrowAttributes>(new Graph({ type: "directed", multi: true }), container, {
    renderLabels: false,
    defaultDrawNodeHover: () => undefined,
    stagePadding: PADDING,
    minCameraRatio: 0.01,
    maxCameraRatio: 4,
    itemSizesReference: "screen",
    zoomToSizeRatioFunction: (ratio) => Math.sqrt(ratio * crowding),
    nodeProgramClasses: { node: nodes(shine, "squares"), dot: nodes(shine, "points") },
    edgeProgramClasses: Object.fromEntries(
      Object.entries(PIECES).flatMap(([course, pieces]) => EXTRAS.map((extra) => [`${course} ${extra}`, arrows(shine, { pieces, extra })])),
    ),
    ...(isCalm() ? { zoomDuration: 1, doubleClickZoomingDuration: 1, inertiaDuration: 1 } : {}),
  });
  // Labels are our own: sigma's layers for them needn't be composed.
  for (const unused of ["labels", "edgeLabels", "hovers", "hoverNodes"]) sigma.getCanvases()[unused]?.style.setProperty("display", "none");
  const canvas = sigma.createCanvas("names", { beforeLayer: "mouse" });
  const context = canvas.getContext("2d") as CanvasRenderingContext2D;
  const measure = measurer(context);
  const stopped: (() => void)[] = [];
  container.style.backgroundColor = colours.paper;

  let places: Places = new Map();
  let drawn: Picture = { nodes: [], arrows: [] };
  let known = index(drawn);
  let lit: Lit | null = null;
  let shown: View | null = null;
  let rested = 0;
  let laid: ReadonlySet<string> = new Set();
  let filters = state.filters.peek();
  let gliding = (): void => undefined;
  let laying = (): void => undefined;

  const grouping = (): Grouping | null =>
    state.isGrouped.value && state.communities.value.size ? { of: state.communities.value, opened: state.opened.value } : null;
  const marks = (): Marks => ({ chosen: chosen(state), pinned: state.pinned.value });

  /** All that is drawn, built anew: when what's drawn changes, not when it only stands out or moves. */
  function redraw(): void {
    placeNew(places, state.model.value);
    const groups = grouping();
    if (groups) placeCommunities(places, groups);
    // As long as communities aren't known, a graph too large to be drawn whole isn't drawn.
    const waits = state.isGrouped.value && !groups;
    const lonely = state.lines.value.length ? [] : state.model.value.graph.nodes.map((node) => node.id);
    drawn = waits
      ? { nodes: [], arrows: [] }
      : picture(state.model.value, state.lines.value, state.looks.value, groups, state.folded.value, lonely);
    known = index(drawn);
    lit = untracked(focus);
    shine.dim = lit ? 1 : 0;
    shine.fade = drawn.arrows.length > MANY ? 1 : 0;
    frame();
    sigma.setGraph(drawing(drawn, places, colours, untracked(marks), lit));
    if (filters !== state.filters.value) reveal();
    filters = state.filters.value;
  }

  /** Goes to what filters leave where not all of it is on the page; what is seen, or no longer filtered, makes nothing jump. */
  function reveal(): void {
    const { width, height } = sigma.getDimensions();
    const onPage = ({ x, y }: { x: number; y: number }): boolean => x >= 0 && y >= 0 && x <= width && y <= height;
    const ids = drawn.nodes.map((node) => node.id);
    const isFiltered = state.lines.value.length < state.model.value.lines.size;
    if (isFiltered && !ids.every((id) => onPage(sigma.graphToViewport(sigma.getGraph().getNodeAttributes(id) as NodeAttributes)))) stage.showAll(ids);
  }

  /** The camera's rest shows all that has a place, drawn or not, so that filters make nothing jump. */
  function frame(): void {
    const { width, height } = sigma.getDimensions();
    const { x, y } = extent(places.values(), { width, height }, ACROSS, DOWN);
    sigma.setCustomBBox({ x, y });
    const times = Math.max((x[1] - x[0]) / width, (y[1] - y[0]) / height);
    crowding = drawn.nodes.length > GLIDING && !grouping() ? 1 : Math.max(1, Math.min(times, CROWDED));
  }

  function focus(): Lit | null {
    const nodesDrawn = new Set(drawn.nodes.map((node) => node.id));
    const now = state.choice.value;
    const isWay = now?.kind === "entity" && now.to !== undefined && state.highlighted.value.size > 0;
    const pointed = state.hovered.value ?? (isWay ? null : chosen(state));
    const found = pointed === null ? null : around(pointed, known, nodesDrawn, state.communities.value);
    return found ?? those(state.highlighted.value, known, nodesDrawn);
  }

  function light_(): void {
    lit = focus();
    shine.dim = lit ? 1 : 0;
    sigma.refresh({ partialGraph: relight(sigma.getGraph(), drawn, marks(), lit), skipIndexation: true, schedule: true });
  }

  function move(next: Places): void {
    places = next;
    const groups = grouping();
    if (groups) placeCommunities(places, groups);
    const graph = sigma.getGraph();
    graph.forEachNode((id, attributes) => {
      const place = places.get(id);
      if (place) Object.assign(attributes, { x: place.x, y: -place.y });
    });
    frame();
    sigma.refresh();
  }

  function arrange(): void {
    ask((asked) => asked);
  }

  /** Finds room for what came to the graph; what was there stays. */
  function makeRoom(before: ReadonlySet<string>): void {
    ask((asked, ids) => ({
      ...asked,
      kept: {
        places: { x: Float32Array.from(ids, (id) => places.get(id)?.x ?? 0), y: Float32Array.from(ids, (id) => places.get(id)?.y ?? 0) },
        fixed: Uint32Array.from(ids.flatMap((id, n) => (before.has(id) ? [n] : []))),
      },
    }));
  }

  function ask(how: (asked: Asked, ids: readonly string[]) => Asked): void {
    laying();
    const { model, pinned } = state;
    const page = sigma.getDimensions();
    // Among many it doesn't matter how large each is.
    const whole = state.isGrouped.value && model.value.entities.size <= GLIDING ? picture(model.value, [...model.value.lines.values()], state.looks.value) : drawn;
    const { ids, asked } = task(model.value, whole, measure, { width: page.width - 40, height: page.height - 40 });
    if (!ids.length) return;
    container.setAttribute("aria-busy", "true");
    laying = layout(how(asked, ids), (answer) => {
      if (answer.kind === "communities") {
        state.communities.value = new Map(ids.map((id, n) => [id, answer.of[n] as number]));
        return;
      }
      const next = told(ids, answer, places, pinned.value);
      gliding();
      if (ids.length > GLIDING || isCalm()) move(next);
      else gliding = glide(places, next, move);
      container.setAttribute("aria-busy", "false");
    });
  }

  /** What is seen, for labels and for what the pointer meets. */
  function look(): View {
    const page = { ...sigma.getDimensions(), scale: sigma.scaleSize(1) };
    const graph = sigma.getGraph();
    return view(drawn, (id) => (graph.hasNode(id) ? sigma.graphToViewport(graph.getNodeAttributes(id)) : null), page, lit);
  }

  function names(): void {
    clean(canvas, context, sigma.getDimensions());
    shown = null;
    if (!shine.isMoving) write(context, writing(look(), measure), colours);
  }

  sigma.getCamera().on("updated", () => {
    if (drawn.nodes.length + drawn.arrows.length <= GLIDING) return;
    shine.isMoving = true;
    clearTimeout(rested);
    rested = setTimeout(() => {
      shine.isMoving = false;
      sigma.scheduleRender();
    }, REST);
  });
  sigma.on("afterRender", names);

  const stage: Stage = {
    show(id) {
      const line = state.model.value.lines.get(id);
      const ids = line ? [line.arrow.subject, line.arrow.object] : [id];
      const inside = ids.flatMap((end) => state.communities.value.get(end) ?? []);
      if (inside.length && grouping()) state.opened.value = new Set([...state.opened.value, ...inside]);
      const ends = ids.map((end) => places.get(end)).filter((end) => end !== undefined);
      if (!ends.length) return;
      const seen = sigma.graphToViewport({ x: mean(ends.map((end) => end.x)), y: -mean(ends.map((end) => end.y)) });
      const camera = sigma.getCamera();
      void camera.animate({ ...sigma.viewportToFramedGraph(seen), ratio: Math.min(camera.ratio, NEARER) }, { duration: isCalm() ? 1 : 300 });
    },
    showAll(ids) {
      const ends = ids.flatMap((id) => {
        const arrow = known.arrowOf.get(id);
        return (arrow ? [arrow.source, arrow.target] : [id]).flatMap((end) => sigma.getNodeDisplayData(end) ?? []);
      });
      if (!ends.length) return;
      const [x, y] = (["x", "y"] as const).map((axis) => ends.map((end) => end[axis])) as [number[], number[]];
      const [across, down] = [x, y].map((all) => Math.max(...all) - Math.min(...all)) as [number, number];
      // Places are told as parts of the frame's longer side.
      const { x: wide, y: high } = sigma.getCustomBBox() ?? sigma.getBBox();
      const longer = Math.max(wide[1] - wide[0], high[1] - high[0]);
      const part = Math.max((across * longer) / (wide[1] - wide[0]), (down * longer) / (high[1] - high[0]));
      const ratio = Math.min(1, Math.max(0.15, 1.6 * part));
      void sigma.getCamera().animate({ x: (Math.max(...x) + Math.min(...x)) / 2, y: (Math.max(...y) + Math.min(...y)) / 2, ratio }, { duration: isCalm() ? 1 : 300 });
    },
    fit: () => void sigma.getCamera().animate({ x: 0.5, y: 0.5, ratio: 1, angle: 0 }, { duration: isCalm() ? 1 : 250 }),
    zoom: (factor) => void sigma.getCamera().animate({ ratio: sigma.getCamera().ratio / factor }, { duration: isCalm() ? 1 : 150 }),
    arrange,
    snapshot: () => snapshot(drawn, places, lit),
    place: (id) => places.get(id) ?? null,
  };
  state.stage.value = stage;
  const resized = new ResizeObserver(() => {
    if (!container.offsetWidth || !container.offsetHeight) return;
    frame();
    sigma.scheduleRefresh();
  });
  resized.observe(container);

  stopped.push(
    effect(redraw),
    effect(light_),
    effect(() => {
      const ids = new Set(state.model.value.graph.nodes.map((node) => node.id));
      const before = laid;
      laid = ids;
      const grown = before.size > 0 && [...before].filter((id) => ids.has(id)).length * 2 > ids.size;
      untracked(() => (grown ? makeRoom(before) : arrange()));
    }),
    pointer(sigma, state, {
      look: () => (shown ??= look()),
      move(id, x, y) {
        places.set(id, { x, y: -y });
        Object.assign(sigma.getGraph().getNodeAttributes(id), { x, y });
        sigma.refresh({ partialGraph: { nodes: [id], edges: sigma.getGraph().edges(id) }, skipIndexation: true, schedule: true });
      },
    }),
    keyboard(container, sigma, state, () => drawn),
    onPalette((now) => {
      colours = now;
      container.style.backgroundColor = now.paper;
      Object.assign(shine, { paper: floats(now.paper), ink: floats(now.ink) });
      redraw();
    }),
  );
  return () => {
    for (const stop of stopped) stop();
    resized.disconnect();
    gliding();
    laying();
    clearTimeout(rested);
    state.stage.value = null;
    sigma.kill();
  };
}

/** An empty canvas of the page's size, in the screen's own pixels. */
function clean(canvas: HTMLCanvasElement, context: CanvasRenderingContext2D, page: { width: number; height: number }): void {
  const ratio = globalThis.devicePixelRatio || 1;
  const [width, height] = [Math.round(page.width * ratio), Math.round(page.height * ratio)];
  if (canvas.width !== width || canvas.height !== height) Object.assign(canvas, { width, height });
  context.setTransform(ratio, 0, 0, ratio, 0, 0);
  context.clearRect(0, 0, page.width, page.height);
}

/** The node or line that was chosen, if one was. */
function chosen({ choice }: Explorer): string | null {
  const now = choice.value;
  if (now?.kind === "entity") return now.id;
  return now?.kind === "line" ? now.key : null;
}

/** A picture at its own size, whatever the camera shows. */
function snapshot(drawn: Picture, places: Places, lit: Lit | null): View {
  const seen = drawn.nodes.map((node) => places.get(node.id)).filter((place) => place !== undefined);
  const { x, y } = extent(seen, { width: 300, height: 200 }, 90, 44);
  const page = { width: x[1] - x[0], height: y[1] - y[0], scale: 1 };
  const place = (id: string): { x: number; y: number } | null => {
    const found = places.get(id);
    return found ? { x: found.x - x[0], y: found.y + y[1] } : null;
  };
  return view(drawn, place, page, lit);
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

