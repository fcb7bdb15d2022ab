// The drawing: SVG made of the nodes and arrows that are shown, and what happens to them. Text only ever goes in as text.

const SVG = "http://www.w3.org/2000/svg";
const COLOURS = 10;

function make(name, attributes, ...children) {
  const element = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes || {})) element.setAttribute(key, value);
  element.append(...children);
  return element;
}

const corners = (count, turn, inner) => (r) => {
  const points = [];
  const steps = inner ? count * 2 : count;
  for (let step = 0; step < steps; step += 1) {
    const reach = inner && step % 2 ? r * inner : r;
    const angle = (turn + (360 / steps) * step) * (Math.PI / 180);
    points.push(`${px(reach * Math.cos(angle))} ${px(reach * Math.sin(angle))}`);
  }
  return `M${points.join("L")}Z`;
};
const circle = (r) => `M${-r} 0A${r} ${r} 0 1 1 ${r} 0A${r} ${r} 0 1 1 ${-r} 0Z`;

// Each takes a radius and gives a path around the origin; sizes differ a little so that all look as large.
const SHAPES = [
  circle,
  (r) => corners(4, 45)(r * 1.22),
  (r) => corners(4, 0)(r * 1.22),
  (r) => corners(3, -90)(r * 1.3),
  (r) => corners(6, 0)(r * 1.1),
  (r) => corners(3, 90)(r * 1.3),
  (r) => corners(5, -90)(r * 1.15),
  (r) => corners(5, -90, 0.5)(r * 1.35),
  (r) => `M${-0.45 * r} ${-1.15 * r}h${0.9 * r}v${0.7 * r}h${0.7 * r}v${0.9 * r}h${-0.7 * r}v${0.7 * r}h${-0.9 * r}v${-0.7 * r}h${-0.7 * r}v${-0.9 * r}h${0.7 * r}Z`,
  (r) => corners(8, 22.5)(r * 1.1),
  (r) => `M${-1.3 * r} ${-0.75 * r}h${2.6 * r}v${1.5 * r}h${-2.6 * r}Z`,
  (r) => corners(8, -90, 0.62)(r * 1.25),
];

const measure = document.createElement("canvas").getContext("2d");
const widths = new Map();

function textWidth(text, font) {
  const key = font + text;
  if (!widths.has(key)) {
    if (measure) measure.font = font;
    widths.set(key, measure ? measure.measureText(text).width : text.length * 7);
  }
  return widths.get(key);
}

const NODE_FONT = "600 13px system-ui, sans-serif";
const ARROW_FONT = "11.5px system-ui, sans-serif";

// What a node looks like, before anyone knows where it goes.
function sketchNode(node, looks) {
  const degree = node.arrows.length;
  const lines = wrap(node.label, 20, 2);
  const radius = px(8 + Math.min(9, 2.2 * Math.sqrt(degree)));
  const width = Math.max(...lines.map((line) => textWidth(line, NODE_FONT)));
  return { node, look: looks.get(node.type) || null, lines, radius, width, height: lines.length * LINE };
}

function nodeElement(sketch) {
  const { node, look, radius } = sketch;
  const shape = make("path", { class: "shape", d: look ? SHAPES[look.shape](radius) : circle(radius) });
  const label = make("text", { class: "name" });
  sketch.lines.forEach((line, index) => label.append(make("tspan", { x: 0, dy: index ? LINE : 0 }, line)));
  const kind = classOf.has(node.type) ? classOf.get(node.type).label : "class not stated";
  const element = make("g", {
    class: `node ${look ? "family-" + look.colour : "unknown"}`, tabindex: 0, role: "button",
    "aria-label": `${shorten(node.label, 80)}, ${kind}, ${count(node.arrows.length, "relation", "relations")}`,
  }, shape, label);
  if (!look) element.append(make("text", { class: "mark", y: 4 }, "?"));
  sketch.element = element;
  sketch.label = label;
  return element;
}

function placeNode(sketch) {
  const { x, y, side, radius, lines, height } = sketch;
  sketch.element.setAttribute("transform", `translate(${px(x)} ${px(y)})`);
  const anchor = { below: "middle", above: "middle", right: "start", left: "end" }[side];
  const at = { below: 0, above: 0, right: radius + 6, left: -radius - 6 }[side];
  const top = { below: radius + 16, above: -radius - 8 - (lines.length - 1) * LINE, right: 15 - height / 2 - 4, left: 15 - height / 2 - 4 }[side];
  sketch.label.setAttribute("text-anchor", anchor);
  sketch.label.setAttribute("y", px(top));
  for (const line of sketch.label.children) line.setAttribute("x", px(at));
}

function sketchArrow(arrow) {
  const text = shorten(arrow.label, 32) + (arrow.violates.length ? " (not allowed)" : "");
  return { arrow, text, width: textWidth(text, ARROW_FONT), t: 0.5, denied: arrow.status === "denied" };
}

function arrowElement(sketch) {
  const { arrow } = sketch;
  const strong = arrow.status !== "derived" && voicesOf(arrow).length > 1;
  const parts = {
    reach: make("path", { class: "reach" }), line: make("path", { class: "line" }), head: make("path", { class: "head" }),
    label: make("text", { class: "relation", "text-anchor": "middle" }, sketch.text),
  };
  if (sketch.denied) parts.cross = make("path", { class: "cross" });
  sketch.parts = parts;
  sketch.element = make("g", {
    class: `arrow ${arrow.status}${strong ? " several" : ""}${arrow.violates.length ? " unfit" : ""}`, tabindex: 0, role: "button", "aria-label": spoken(arrow),
  }, parts.reach, parts.line, parts.head, ...(parts.cross ? [parts.cross] : []), parts.label);
  return sketch.element;
}

function routeArrow(sketch, sketches) {
  const { arrow, swing, rank } = sketch;
  sketch.path = curve(sketches.get(arrow.subject), sketches.get(arrow.object), swing, rank);
}

function placeArrow(sketch) {
  const { parts, path, t } = sketch;
  parts.line.setAttribute("d", linePath(path));
  parts.reach.setAttribute("d", linePath(path));
  parts.head.setAttribute("d", headPath(path, HEAD));
  if (parts.cross) parts.cross.setAttribute("d", crossPath(path));
  const at = pointOn(path, t);
  parts.label.setAttribute("x", px(at.x));
  parts.label.setAttribute("y", px(at.y + 4));
}

// The drawing of some nodes and the arrows between them. Gives the sketches by node id and by arrow index, and its bounds.
function draw(svg, nodes, looks, wide) {
  const shown = new Set(nodes.map((node) => node.id));
  const nodeSketches = new Map(nodes.map((node) => [node.id, sketchNode(node, looks)]));
  const between = arrows.filter((arrow) => shown.has(arrow.subject) && shown.has(arrow.object));
  const arrowSketches = new Map(between.map((arrow) => [arrow.index, sketchArrow(arrow)]));
  settle([...nodeSketches.values()], [...arrowSketches.values()], wide);
  const edges = make("g", {}, ...[...arrowSketches.values()].map(arrowElement));
  const points = make("g", {}, ...[...nodeSketches.values()].map(nodeElement));
  const root = make("g", { id: "graph" }, edges, points);
  svg.replaceChildren(root);
  for (const sketch of nodeSketches.values()) placeNode(sketch);
  for (const sketch of arrowSketches.values()) placeArrow(sketch);
  return { root, nodes: nodeSketches, arrows: arrowSketches };
}

// Gives all of them their places and ways.
function settle(nodes, between, wide) {
  const index = new Map(nodes.map((sketch, position) => [sketch.node.id, position]));
  const bundles = bundled(between.map((sketch) => sketch.arrow));
  const links = between.map(({ arrow, width, denied }, position) => {
    const source = index.get(arrow.subject);
    const target = index.get(arrow.object);
    const busy = Math.min(8, Math.sqrt(nodes[source].node.arrows.length * nodes[target].node.arrows.length));
    const more = Math.min(8, bundles[position].size - 1);
    return { ...bundles[position], source, target, width, denied, spread: 14 * more, length: 76 + width * 0.6 + 11 * busy + 16 * more };
  });
  layout(nodes, links, wide).forEach((place, position) => Object.assign(nodes[position], place));
  route(links, nodes).routed.forEach(({ path, swing, rank, t }, position) => Object.assign(between[position], { path, swing, rank, t }));
}

function bounds(drawing, visible) {
  const boxes = [...drawing.nodes.values()].filter(visible).map((sketch) => rectangle(sketch, sketch));
  if (!boxes.length) return { left: 0, top: 0, right: 1, bottom: 1 };
  return boxes.reduce((all, box) => ({
    left: Math.min(all.left, box.left), top: Math.min(all.top, box.top), right: Math.max(all.right, box.right), bottom: Math.max(all.bottom, box.bottom),
  }));
}
