// Where arrows run and what they are called: curves between nodes, arrowheads, and places for relations' names that cover little.

const HEAD = 9;
const LINE = 14;

// Arrows between the same two nodes fan out: for each of [{subject, object}] its place in its bundle, as {bundle, size, rank, offset, sign}.
function bundled(shown) {
  const bundles = new Map();
  for (const arrow of shown) {
    const key = JSON.stringify([arrow.subject, arrow.object].sort());
    bundles.set(key, [...(bundles.get(key) || []), arrow]);
  }
  const found = new Map();
  for (const [bundle, members] of bundles) {
    const size = members.length;
    const step = size <= 6 ? 56 : 340 / size;
    members.forEach((arrow, rank) => found.set(arrow, { bundle, size, rank, offset: (rank - (size - 1) / 2) * step, sign: arrow.subject < arrow.object ? 1 : -1 }));
  }
  return shown.map((arrow) => found.get(arrow));
}

// A quadratic curve {from, bend, to} from one node's edge to another's; a loop where both are one node.
function curve(source, target, swing, rank) {
  if (source === target) {
    const out = source.radius + 26 + 16 * rank;
    return {
      from: { x: source.x - source.radius * 0.7, y: source.y - source.radius * 0.7 },
      bend: { x: source.x, y: source.y - 2.4 * out },
      to: { x: source.x + source.radius * 0.7, y: source.y - source.radius * 0.7 - 4 },
    };
  }
  const bend = bendOf(source, target, swing);
  return { from: towards(source, bend, source.radius + 3), bend, to: towards(target, bend, target.radius + 4) };
}

function bendOf(source, target, swing) {
  const dx = target.x - source.x;
  const dy = target.y - source.y;
  const length = Math.hypot(dx, dy) || 1;
  const reach = Math.sign(swing) * Math.min(Math.abs(swing), length * 0.9);
  return { x: (source.x + target.x) / 2 - (dy / length) * reach, y: (source.y + target.y) / 2 + (dx / length) * reach };
}

// The same curve as straight pieces: quick to measure distances to.
function pieces(source, target, swing) {
  if (!swing) return [[source, target]];
  const path = { from: source, bend: bendOf(source, target, swing), to: target };
  const stops = [0.25, 0.5, 0.75].map((t) => pointOn(path, t));
  return [[source, stops[0]], [stops[0], stops[1]], [stops[1], stops[2]], [stops[2], target]];
}

function towards(from, to, distance) {
  const length = Math.hypot(to.x - from.x, to.y - from.y) || 1;
  return { x: from.x + ((to.x - from.x) / length) * distance, y: from.y + ((to.y - from.y) / length) * distance };
}

function pointOn({ from, bend, to }, t) {
  const u = 1 - t;
  return { x: u * u * from.x + 2 * u * t * bend.x + t * t * to.x, y: u * u * from.y + 2 * u * t * bend.y + t * t * to.y };
}

const px = (number) => Math.round(number * 10) / 10;

// The line stops inside the arrowhead, so that its end doesn't show beside the point.
function linePath(path) {
  const end = towards(path.to, path.bend, HEAD - 2);
  return `M${px(path.from.x)} ${px(path.from.y)}Q${px(path.bend.x)} ${px(path.bend.y)} ${px(end.x)} ${px(end.y)}`;
}

function headPath(path, size) {
  const back = towards(path.to, path.bend, size);
  const x = (path.to.x - back.x) * 0.42;
  const y = (path.to.y - back.y) * 0.42;
  return `M${px(path.to.x)} ${px(path.to.y)}L${px(back.x - y)} ${px(back.y + x)}L${px(back.x + y)} ${px(back.y - x)}Z`;
}

function crossPath(path) {
  const { x, y } = pointOn(path, 0.5);
  const arm = 6;
  return `M${px(x - arm)} ${px(y - arm)}L${px(x + arm)} ${px(y + arm)}M${px(x - arm)} ${px(y + arm)}L${px(x + arm)} ${px(y - arm)}`;
}

function overlap(a, b) {
  const x = Math.min(a.right, b.right) - Math.max(a.left, b.left);
  const y = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
  return x > 0 && y > 0 ? x * y : 0;
}

function holds(box, point) {
  return point.x > box.left && point.x < box.right && point.y > box.top && point.y < box.bottom;
}

function around(point, width, height) {
  return { left: point.x - width / 2, right: point.x + width / 2, top: point.y - height / 2, bottom: point.y + height / 2 };
}

// Where on each curve its name goes: [{path, width, denied}] → [{t, cost}], greedily, where it covers least of nodes, names and other curves.
function labelPlaces(items, obstacles, height) {
  const taken = [...obstacles];
  for (const item of items) if (item.denied) taken.push(around(pointOn(item.path, 0.5), 16, 16));
  const points = items.map((item) => [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9].map((t) => pointOn(item.path, t)));
  return items.map((item, own) => {
    let best = null;
    for (const t of [0.5, 0.44, 0.56, 0.38, 0.62, 0.32, 0.68, 0.26, 0.74]) {
      const box = around(pointOn(item.path, t), item.width + 4, height);
      let cost = Math.abs(t - 0.5) * 60;
      for (const other of taken) cost += overlap(box, other);
      points.forEach((line, index) => {
        if (index !== own) for (const point of line) if (holds(box, point)) cost += 25;
      });
      if (best === null || cost < best.cost) best = { cost, t, box };
    }
    taken.push(best.box);
    return best;
  });
}

// The two rectangles of a placed node {x, y, side, radius, width, height}: its shape, and its name.
function obstaclesOf(placed) {
  const whole = rectangle(placed, placed);
  const dot = around(placed, 2 * placed.radius, 2 * placed.radius);
  const name = {
    below: { ...whole, top: dot.bottom }, above: { ...whole, bottom: dot.top }, right: { ...whole, left: dot.right }, left: { ...whole, right: dot.left },
  };
  return [dot, name[placed.side]];
}

// Ways for links between placed nodes: each gets its `swing`, its `path` and the place `t` of its name. Returns them and what they cover.
function route(links, placed) {
  const obstacles = placed.map(obstaclesOf);
  const bundles = new Map();
  const routed = links.map((link) => ({ ...link }));
  for (const link of routed) bundles.set(link.bundle, [...(bundles.get(link.bundle) || []), link]);
  let cost = 0;
  for (const bundle of bundles.values()) cost += stepAside(bundle, placed, obstacles, milestones(links, bundle, placed));
  for (const link of routed) link.path = curve(placed[link.source], placed[link.target], link.swing, link.rank);
  const names = labelPlaces(routed, obstacles.flat(), LINE);
  routed.forEach((link, index) => {
    link.t = names[index].t;
    cost += names[index].cost / 150;
  });
  return { routed, cost };
}

// Points on the other links: a curve that comes near them runs along an arrow that isn't its own.
function milestones(links, bundle, placed) {
  const others = links.filter((link) => link.bundle !== bundle[0].bundle && link.source !== link.target);
  return others.flatMap(({ source, target }) => [0.4, 0.6].map((t) => ({
    x: placed[source].x * (1 - t) + placed[target].x * t, y: placed[source].y * (1 - t) + placed[target].y * t,
  })));
}

// A bundle swings to the side where it runs over the fewest nodes, names and arrows that aren't its own.
function stepAside(bundle, placed, obstacles, others) {
  let best = null;
  for (const shift of [0, 30, -30, 60, -60, 90, -90]) {
    let cost = Math.abs(shift) / 150;
    for (const { source, target, offset, sign } of bundle) {
      if (source === target) continue;
      const parts = pieces(placed[source], placed[target], sign * (offset + shift));
      for (let index = 0; index < placed.length; index += 1) {
        if (index !== source && index !== target) cost += runsOver(parts, placed[index], obstacles[index]);
      }
      for (const point of others) if (parts.some(([from, to]) => (offLine(point, from, to) || { distance: Infinity }).distance < 9)) cost += 0.3;
    }
    if (best === null || cost < best.cost) best = { cost, shift };
    if (best.cost === 0) break;
  }
  for (const link of bundle) link.swing = link.sign * (link.offset + best.shift);
  return best.cost;
}

function runsOver(parts, node, [dot, name]) {
  let cost = 0;
  for (const [from, to] of parts) {
    if (crossesBox(from, to, dot)) cost += 3;
    else if ((offLine(node, from, to) || { distance: Infinity }).distance < node.radius + 9) cost += 0.7;
    if (crossesBox(from, to, name)) cost += 1;
  }
  return cost;
}
