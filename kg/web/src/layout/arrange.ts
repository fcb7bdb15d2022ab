import Graph from "graphology";
import forceAtlas2 from "graphology-layout-forceatlas2";
import { components, grouped, linksWithin } from "./components";
import { partOverlaps } from "./overlaps";
import { pack } from "./pack";
import { at, bounds, type Links, type Places, type Sizes } from "./plane";
import { random } from "./random";
import { stress } from "./stress";

/** Above this, all pairs are too many: the graph is laid out by its communities, and each of them by itself. */
const ALL_PAIRS = 700;
/** Up to this, labels are made room for on the page. */
const LABELLED = 200;
/** Up to this, a graph is seen at a glance, whatever its communities. */
const PLAIN = 80;
/** How much longer than high, or higher than long, a layout is made so that it fills the page. */
const STRETCH = 1.6;
const BETWEEN = 26;
const FORCE_ROUNDS = 120;
/** Above this, most of a graph isn't seen at once, and is laid out less carefully. */
const VAST = 20_000;
const VAST_PAIRS = 250;
const VAST_ROUNDS = 40;

/** What is to be laid out; `page` is the paper's breadth and height. */
export interface Task {
  readonly count: number;
  readonly links: Links;
  readonly sizes: Sizes;
  readonly page: readonly [number, number];
}

/**
 * Where nodes go: what hangs together is laid out by itself and lies beside the rest, no node over another. `communitiesOf` is asked where
 * all pairs are too many. The same task gives the same places.
 */
export function arrange(task: Task, communitiesOf: () => Uint32Array): Places {
  const { count, links, sizes } = task;
  const places: Places = { x: new Float32Array(count), y: new Float32Array(count) };
  const parts = components(count, links);
  const within = linksWithin(parts, count, links);
  const aspect = task.page[0] / task.page[1];
  parts.forEach((part, p) => {
    const found = placed(part, within[p] as Links, sizes, communitiesOf);
    if (parts.length === 1 || part.length > 12) turn(found, aspect);
    if (part.length > count / 2) stretch(found, aspect);
    write(places, part, found);
    partOverlaps(places, sizes, part);
  });
  beside(places, sizes, parts, aspect);
  if (count <= LABELLED) fit(places, sizes, parts, task.page);
  return places;
}

function placed(part: Uint32Array, links: Links, sizes: Sizes, communitiesOf: () => Uint32Array): Places {
  if (part.length === 1) return { x: new Float32Array(1), y: new Float32Array(1) };
  if (part.length <= PLAIN) return stress(part.length, links);
  const all = communitiesOf();
  const communityOf = Uint32Array.from(part, (node) => at(all, node));
  if (part.length <= ALL_PAIRS) return stress(part.length, apart(links, communityOf));
  return byCommunities(part.length, links, communityOf, subset(sizes, part));
}

/** Links between communities are longer than those within, so that communities are seen. */
function apart({ sources, targets, lengths }: Links, communityOf: Uint32Array): Links {
  const isWithin = (k: number): boolean => at(communityOf, at(sources, k)) === at(communityOf, at(targets, k));
  return { sources, targets, lengths: lengths.map((length, k) => (isWithin(k) ? length : length * 2.2)) };
}

/** Communities are laid out as if each were one node with room for all its own, which are then laid out in it. */
function byCommunities(count: number, links: Links, communityOf: Uint32Array, sizes: Sizes): Places {
  const groups = grouped(communityOf);
  const groupOf = new Uint32Array(count);
  groups.forEach((group, g) => group.forEach((node) => (groupOf[node] = g)));
  const radii = Float32Array.from(groups, (group) => {
    let paper = 0;
    for (const node of group) paper += (at(sizes.side, node) * 2 + 10) ** 2;
    return 12 + Math.sqrt(paper) * 0.85;
  });
  const centres = spread(groups.length, between(links, groupOf, radii), radii);
  const places: Places = { x: new Float32Array(count), y: new Float32Array(count) };
  linksWithin(groups, count, links).forEach((inner, g) => {
    const group = groups[g] as Uint32Array;
    const isVast = count > VAST;
    const found = group.length <= (isVast ? VAST_PAIRS : ALL_PAIRS) ? joined(group.length, inner) : forced(group.length, inner, isVast ? VAST_ROUNDS : FORCE_ROUNDS);
    into(found, at(centres.x, g), at(centres.y, g), at(radii, g));
    write(places, group, found);
  });
  return places;
}

/** Stress wants a connected graph; a community of one component's nodes is, but for what Louvain's method leaves behind. */
function joined(count: number, links: Links): Places {
  const parts = components(count, links);
  const [first = new Uint32Array()] = parts;
  if (parts.length === 1) return count === 1 ? { x: new Float32Array(1), y: new Float32Array(1) } : stress(count, links);
  const extra = parts.slice(1).map((part) => at(part, 0));
  return stress(count, {
    sources: Uint32Array.from([...links.sources, ...extra]),
    targets: Uint32Array.from([...links.targets, ...extra.map(() => at(first, 0))]),
    lengths: Float32Array.from([...links.lengths, ...extra.map(() => 120)]),
  });
}

/** One link for each two groups that are joined at all, as long as their radii. */
function between(links: Links, groupOf: Uint32Array, radii: Float32Array): Links {
  const many = new Map<number, number>();
  links.sources.forEach((source, k) => {
    const [one, other] = [at(groupOf, source), at(groupOf, at(links.targets, k))];
    if (one === other) return;
    const pair = Math.min(one, other) * radii.length + Math.max(one, other);
    many.set(pair, (many.get(pair) ?? 0) + 1);
  });
  const pairs = [...many.keys()];
  const sources = Uint32Array.from(pairs, (pair) => Math.floor(pair / radii.length));
  const targets = Uint32Array.from(pairs, (pair) => pair % radii.length);
  const lengths = Float32Array.from(pairs, (pair, k) => {
    const ties = many.get(pair) ?? 1;
    return (at(radii, at(sources, k)) + at(radii, at(targets, k))) * (1.05 + 1.2 / ties);
  });
  return { sources, targets, lengths };
}

/** Discs that don't overlap, those that are joined near one another. */
function spread(count: number, links: Links, radii: Float32Array): Places {
  const found = count <= ALL_PAIRS ? joined(count, links) : forced(count, links, FORCE_ROUNDS);
  const sizes: Sizes = { side: radii, above: radii, below: radii };
  const total = Math.sqrt(radii.reduce((sum, radius) => sum + 4 * radius * radius, 0));
  const nodes = Uint32Array.from(radii, (_, n) => n);
  const page = bounds(found, sizes, nodes);
  const shrink = Math.min(1, (1.3 * total) / Math.max(page.width, page.height, 1));
  for (const n of nodes) {
    found.x[n] = at(found.x, n) * shrink;
    found.y[n] = at(found.y, n) * shrink;
  }
  partOverlaps(found, sizes, nodes);
  return found;
}

/** A large graph by forces (ForceAtlas2, with Barnes and Hut's shortcut). */
function forced(count: number, links: Links, rounds: number): Places {
  const chance = random(count);
  const graph = new Graph({ type: "undirected" });
  for (let n = 0; n < count; n += 1) {
    const far = Math.sqrt(n + 1) * 10;
    graph.addNode(n, { x: far * Math.cos(n * 2.4) + chance(), y: far * Math.sin(n * 2.4) + chance() });
  }
  links.sources.forEach((source, k) => graph.mergeEdge(source, at(links.targets, k)));
  const settings = { ...forceAtlas2.inferSettings(graph), barnesHutOptimize: true, strongGravityMode: true, gravity: 0.05 };
  const found = forceAtlas2(graph, { iterations: rounds, settings });
  return {
    x: Float32Array.from({ length: count }, (_, n) => found[n]?.["x"] ?? 0),
    y: Float32Array.from({ length: count }, (_, n) => found[n]?.["y"] ?? 0),
  };
}

/** Moves and scales places so that they fill a disc. */
function into({ x, y }: Places, centreX: number, centreY: number, radius: number): void {
  const mean = (values: Float32Array): number => values.reduce((sum, value) => sum + value, 0) / values.length;
  const [middleX, middleY] = [mean(x), mean(y)];
  let square = 0;
  x.forEach((value, n) => (square += (value - middleX) ** 2 + (at(y, n) - middleY) ** 2));
  const scale = (radius * 0.62) / (Math.sqrt(square / x.length) || 1);
  x.forEach((value, n) => {
    let [dx, dy] = [(value - middleX) * scale, (at(y, n) - middleY) * scale];
    const far = Math.hypot(dx, dy);
    if (far > radius) [dx, dy] = [(dx / far) * radius, (dy / far) * radius];
    x[n] = centreX + dx;
    y[n] = centreY + dy;
  });
}

/** Turns places so that what is long lies along the page's longer side. */
function turn({ x, y }: Places, aspect: number): void {
  const mean = (values: Float32Array): number => values.reduce((sum, value) => sum + value, 0) / values.length;
  const [middleX, middleY] = [mean(x), mean(y)];
  let [xx, xy, yy] = [0, 0, 0];
  x.forEach((value, n) => {
    const [dx, dy] = [value - middleX, at(y, n) - middleY];
    xx += dx * dx;
    xy += dx * dy;
    yy += dy * dy;
  });
  const angle = (aspect >= 1 ? 0 : Math.PI / 2) - Math.atan2(2 * xy, xx - yy) / 2;
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  x.forEach((value, n) => {
    const [dx, dy] = [value - middleX, at(y, n) - middleY];
    x[n] = dx * cos - dy * sin;
    y[n] = dx * sin + dy * cos;
  });
}

/** Draws places apart in one direction, so that they fill the page's shape. */
function stretch(places: Places, aspect: number): void {
  const points: Sizes = { side: new Float32Array(places.x.length), above: new Float32Array(places.x.length), below: new Float32Array(places.x.length) };
  const { width, height } = bounds(places, points, Uint32Array.from(places.x, (_, n) => n));
  const more = Math.min(STRETCH, Math.max(1 / STRETCH, aspect / (width / Math.max(height, 1))));
  const across = more > 1 ? more : 1;
  const down = more > 1 ? 1 : 1 / more;
  places.x.forEach((value, n) => (places.x[n] = value * across));
  places.y.forEach((value, n) => (places.y[n] = value * down));
}

/** Puts components side by side. */
function beside(places: Places, sizes: Sizes, parts: readonly Uint32Array[], aspect: number): void {
  const boxes = parts.map((part) => bounds(places, sizes, part));
  const corners = pack(
    boxes.map(({ width, height }) => ({ width: width + BETWEEN, height: height + BETWEEN })),
    aspect,
  );
  parts.forEach((part, p) => {
    const [left, top] = corners[p] ?? [0, 0];
    const box = boxes[p];
    for (const node of part) {
      places.x[node] = at(places.x, node) + left - (box?.left ?? 0);
      places.y[node] = at(places.y, node) + top - (box?.top ?? 0);
    }
  });
}

/** Brings nodes nearer, as far as their labels allow, until all fit the page. */
function fit(places: Places, sizes: Sizes, parts: readonly Uint32Array[], page: readonly [number, number]): void {
  const all = Uint32Array.from(places.x, (_, n) => n);
  for (let round = 0; round < 6; round += 1) {
    const { width, height } = bounds(places, sizes, all);
    const [wide, high] = [page[0] / width, page[1] / height];
    if (Math.min(wide, high) >= 1) return;
    for (const part of parts) {
      for (const node of part) {
        places.x[node] = at(places.x, node) * Math.max(0.7, Math.min(1, wide));
        places.y[node] = at(places.y, node) * Math.max(0.7, Math.min(1, high));
      }
      partOverlaps(places, sizes, part);
    }
    beside(places, sizes, parts, page[0] / page[1]);
  }
}

function subset(sizes: Sizes, part: Uint32Array): Sizes {
  const of = (values: Float32Array): Float32Array => Float32Array.from(part, (node) => at(values, node));
  return { side: of(sizes.side), above: of(sizes.above), below: of(sizes.below) };
}

function write(places: Places, part: Uint32Array, found: Places): void {
  part.forEach((node, n) => {
    places.x[node] = at(found.x, n);
    places.y[node] = at(found.y, n);
  });
}
