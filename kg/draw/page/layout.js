// Where the nodes go: a spring model (ideal distances between all pairs, met as well as can be by stochastic gradient descent, after
// Zheng, Pawar and Goodman 2018), then labels are pushed apart. Seeded, so that the same graph always looks the same.

function randomness(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

// Positions [{x, y, side}] for boxes [{radius, width, height}] and links [{source, target, length, spread, …}] (indices;
// how broad its bundle is; and what routing needs), the whole about `wide` times as wide as high.
function layout(boxes, links, wide) {
  const flat = 2.2; // small parts lie flat, so that they fit beside and below the large one
  const parts = components(boxes.length, links).map((members, index) => layoutComponent(members, boxes, links, index ? flat : wide));
  const places = new Array(boxes.length);
  for (const [offset, part] of packed(parts, wide)) {
    for (const [index, place] of part.places) places[index] = { x: place.x + offset.x, y: place.y + offset.y, side: place.side };
  }
  return places;
}

function components(size, links) {
  const of = Array.from({ length: size }, (_, index) => index);
  const root = (index) => (of[index] === index ? index : (of[index] = root(of[index])));
  for (const link of links) of[root(link.source)] = root(link.target);
  const found = new Map();
  for (let index = 0; index < size; index += 1) found.set(root(index), [...(found.get(root(index)) || []), index]);
  return [...found.values()].sort((a, b) => b.length - a.length || a[0] - b[0]);
}

// One connected part, tried from several beginnings; the one with the fewest crossings and the least strain is kept.
function layoutComponent(members, boxes, links, wide) {
  const own = members.map((index) => boxes[index]);
  const at = new Map(members.map((index, position) => [index, position]));
  const inside = links.filter((link) => at.has(link.source) && link.source !== link.target)
    .map((link) => ({ ...link, source: at.get(link.source), target: at.get(link.target) }));
  const ideal = idealDistances(own.length, inside);
  let best = null;
  const tries = own.length <= 2 ? 1 : own.length <= 60 ? 32 : own.length <= 150 ? 4 : 1;
  for (let seed = 1; seed <= tries; seed += 1) {
    const places = descend(ideal, own.length, randomness(seed));
    turn(places, wide);
    for (let again = 0; again < 2; again += 1) {
      chooseSides(places, inside);
      pushApart(places, own, inside);
    }
    const placed = places.map((place, index) => ({ ...place, ...own[index] }));
    const cost = tries > 1 ? crossings(places, inside) + strain(places, ideal) * own.length + route(inside, placed).cost : 0;
    if (best === null || cost < best.cost) best = { cost, places };
  }
  return { places: members.map((index, position) => [index, best.places[position]]), box: boundsOf(best.places, own) };
}

// Shortest ways between all pairs, as a flat matrix.
function idealDistances(size, links) {
  const far = new Float64Array(size * size).fill(Infinity);
  const neighbours = Array.from({ length: size }, () => new Map());
  for (const { source, target, length } of links) {
    const shorter = Math.min(length, neighbours[source].get(target) || Infinity);
    neighbours[source].set(target, shorter);
    neighbours[target].set(source, shorter);
  }
  for (let from = 0; from < size; from += 1) {
    const row = far.subarray(from * size, (from + 1) * size);
    row[from] = 0;
    const todo = [from];
    for (let next = 0; next < todo.length; next += 1) {
      for (const [to, length] of neighbours[todo[next]]) {
        if (row[todo[next]] + length < row[to] - 1e-9) {
          row[to] = row[todo[next]] + length;
          todo.push(to);
        }
      }
    }
  }
  return far;
}

function descend(ideal, size, random) {
  const places = Array.from({ length: size }, () => ({ x: random() * 100 * Math.sqrt(size), y: random() * 100 * Math.sqrt(size), side: "below" }));
  const pairs = [];
  for (let a = 0; a < size; a += 1) for (let b = a + 1; b < size; b += 1) pairs.push([a, b]);
  if (!pairs.length) return places;
  let shortest = Infinity;
  let longest = 0;
  for (const [a, b] of pairs) {
    shortest = Math.min(shortest, ideal[a * size + b]);
    longest = Math.max(longest, ideal[a * size + b]);
  }
  const rounds = 40;
  const first = longest * longest;
  const decay = Math.log((0.1 * shortest * shortest) / first) / (rounds - 1);
  for (let round = 0; round < rounds; round += 1) {
    const step = first * Math.exp(decay * round);
    for (let index = pairs.length - 1; index > 0; index -= 1) {
      const other = Math.floor(random() * (index + 1));
      [pairs[index], pairs[other]] = [pairs[other], pairs[index]];
    }
    for (const [a, b] of pairs) {
      const wanted = ideal[a * size + b];
      const dx = places[a].x - places[b].x;
      const dy = places[a].y - places[b].y;
      const apart = Math.hypot(dx, dy) || 0.01;
      const pull = (Math.min(step / (wanted * wanted), 1) * (apart - wanted)) / 2 / apart;
      places[a].x -= pull * dx;
      places[a].y -= pull * dy;
      places[b].x += pull * dx;
      places[b].y += pull * dy;
    }
  }
  return places;
}

// Turned so that its longest side lies along the drawing's, and stretched towards the drawing's proportions.
function turn(places, wide) {
  const middle = { x: mean(places, "x"), y: mean(places, "y") };
  let xx = 0;
  let xy = 0;
  let yy = 0;
  for (const place of places) {
    xx += (place.x - middle.x) ** 2;
    xy += (place.x - middle.x) * (place.y - middle.y);
    yy += (place.y - middle.y) ** 2;
  }
  const angle = Math.atan2(2 * xy, xx - yy) / 2 + (wide < 1 ? Math.PI / 2 : 0);
  for (const place of places) {
    const dx = place.x - middle.x;
    const dy = place.y - middle.y;
    place.x = dx * Math.cos(angle) + dy * Math.sin(angle);
    place.y = dy * Math.cos(angle) - dx * Math.sin(angle);
  }
  const extent = (axis) => Math.max(...places.map((place) => place[axis])) - Math.min(...places.map((place) => place[axis])) + 80;
  const stretch = Math.sqrt(Math.max(0.7, Math.min(1.7, (wide * extent("y")) / extent("x"))));
  for (const place of places) {
    place.x *= stretch;
    place.y /= stretch;
  }
}

function mean(places, axis) {
  return places.reduce((sum, place) => sum + place[axis], 0) / places.length;
}

const SIDES = { below: [0, 1], above: [0, -1], right: [1, 0], left: [-1, 0] };

// Each name stands on the side of its node that its arrows leave freest.
function chooseSides(places, links) {
  const crowd = places.map(() => ({ below: -0.35, above: -0.1, right: 0, left: 0 }));
  for (const { source, target } of links) {
    const dx = places[target].x - places[source].x;
    const dy = places[target].y - places[source].y;
    const length = Math.hypot(dx, dy) || 1;
    for (const [side, [x, y]] of Object.entries(SIDES)) {
      const towards = (dx * x + dy * y) / length;
      crowd[source][side] += Math.max(0, towards) ** 3;
      crowd[target][side] += Math.max(0, -towards) ** 3;
    }
  }
  places.forEach((place, index) => {
    place.side = Object.keys(SIDES).reduce((best, side) => (crowd[index][side] < crowd[index][best] ? side : best));
  });
}

// The rectangle of a node with its name.
function rectangle(place, box) {
  const gap = 5;
  const { radius, width, height } = box;
  const half = Math.max(radius, width / 2);
  if (place.side === "below") return { left: place.x - half, right: place.x + half, top: place.y - radius, bottom: place.y + radius + gap + height };
  if (place.side === "above") return { left: place.x - half, right: place.x + half, top: place.y - radius - gap - height, bottom: place.y + radius };
  const tall = Math.max(radius, height / 2);
  const out = radius + gap + width;
  return { left: place.x - (place.side === "left" ? out : radius), right: place.x + (place.side === "right" ? out : radius), top: place.y - tall, bottom: place.y + tall };
}

// Names and nodes off one another, and off arrows that aren't theirs.
function pushApart(places, boxes, links) {
  const margin = 9;
  const rounds = places.length <= 150 ? 80 : 40;
  for (let round = 0; round < rounds; round += 1) {
    let moved = false;
    const shapes = places.map((place, index) => rectangle(place, boxes[index]));
    const order = places.map((_, index) => index).sort((a, b) => shapes[a].left - shapes[b].left || a - b);
    for (let i = 0; i < order.length; i += 1) {
      const a = order[i];
      for (let j = i + 1; j < order.length && shapes[order[j]].left < shapes[a].right + 2 * margin; j += 1) {
        moved = separate(places, shapes, a, order[j], margin) || moved;
      }
    }
    moved = clearLinks(places, boxes, links, 0.4) || moved;
    if (!moved) return;
  }
}

function separate(places, shapes, a, b, margin) {
  const overX = Math.min(shapes[a].right, shapes[b].right) - Math.max(shapes[a].left, shapes[b].left) + margin;
  const overY = Math.min(shapes[a].bottom, shapes[b].bottom) - Math.max(shapes[a].top, shapes[b].top) + margin;
  if (overX <= 0 || overY <= 0) return false;
  const along = overX < overY ? "x" : "y";
  const centre = (shape) => (along === "x" ? shape.left + shape.right : shape.top + shape.bottom);
  const way = (centre(shapes[a]) < centre(shapes[b]) ? -1 : 1) * (Math.min(overX, overY) / 2) * 0.7;
  for (const [index, by] of [[a, way], [b, -way]]) {
    places[index][along] += by;
    shapes[index][along === "x" ? "left" : "top"] += by;
    shapes[index][along === "x" ? "right" : "bottom"] += by;
  }
  return true;
}

// Nodes that lie on an arrow between two others step aside.
function clearLinks(places, boxes, links, force) {
  let moved = false;
  for (const { source, target, spread } of links) {
    for (let index = 0; index < places.length; index += 1) {
      if (index === source || index === target) continue;
      const off = offLine(places[index], places[source], places[target]);
      if (off === null) continue;
      const wanted = boxes[index].radius + 14 + 4 * off.along * (1 - off.along) * spread;
      if (off.distance >= wanted) continue;
      const by = (wanted - off.distance) * force;
      places[index].x += off.x * by;
      places[index].y += off.y * by;
      moved = true;
    }
  }
  return moved;
}

// How far a point is from the line between two others, and in which direction away; null beyond the line's ends.
function offLine(point, from, to) {
  const dx = to.x - from.x;
  const dy = to.y - from.y;
  const square = dx * dx + dy * dy || 1;
  const along = ((point.x - from.x) * dx + (point.y - from.y) * dy) / square;
  if (along <= 0.02 || along >= 0.98) return null;
  const x = point.x - from.x - along * dx;
  const y = point.y - from.y - along * dy;
  const distance = Math.hypot(x, y);
  const length = Math.sqrt(square);
  return distance > 0.01 ? { distance, along, x: x / distance, y: y / distance } : { distance, along, x: -dy / length, y: dx / length };
}

function crossings(places, links) {
  const side = (a, b, c) => Math.sign((b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x));
  let found = 0;
  for (let i = 0; i < links.length; i += 1) {
    const a = places[links[i].source];
    const b = places[links[i].target];
    for (let j = i + 1; j < links.length; j += 1) {
      const c = places[links[j].source];
      const d = places[links[j].target];
      if (a === c || a === d || b === c || b === d) continue;
      if (side(a, b, c) !== side(a, b, d) && side(c, d, a) !== side(c, d, b)) found += 1;
    }
  }
  return found;
}

// How far distances are from what they should be: 0 where all are met.
function strain(places, ideal) {
  const size = places.length;
  let sum = 0;
  for (let a = 0; a < size; a += 1) {
    for (let b = a + 1; b < size; b += 1) {
      const wanted = ideal[a * size + b];
      sum += (Math.hypot(places[a].x - places[b].x, places[a].y - places[b].y) / wanted - 1) ** 2;
    }
  }
  return size > 1 ? (2 * sum) / (size * (size - 1)) : 0;
}

function crossesBox(from, to, shape) {
  let enter = 0;
  let leave = 1;
  for (const [start, way, low, high] of [[from.x, to.x - from.x, shape.left, shape.right], [from.y, to.y - from.y, shape.top, shape.bottom]]) {
    if (way === 0 && (start < low || start > high)) return false;
    if (way === 0) continue;
    enter = Math.max(enter, Math.min((low - start) / way, (high - start) / way));
    leave = Math.min(leave, Math.max((low - start) / way, (high - start) / way));
  }
  return enter < leave;
}

function boundsOf(places, boxes) {
  const shapes = places.map((place, index) => rectangle(place, boxes[index]));
  return {
    left: Math.min(...shapes.map((one) => one.left)), right: Math.max(...shapes.map((one) => one.right)),
    top: Math.min(...shapes.map((one) => one.top)), bottom: Math.max(...shapes.map((one) => one.bottom)),
  };
}

// The parts beside one another, the largest first, each in the corner where the whole stays nearest to the drawing's proportions: pairs of
// the shift of a part and the part.
function packed(parts, wide) {
  const gap = 50;
  const taken = [];
  return parts.map((part) => {
    const { left, right, top, bottom } = part.box;
    const size = { width: right - left + gap, height: bottom - top + gap };
    const corners = [{ x: 0, y: 0 }, ...taken.flatMap((one) => [{ x: one.right, y: one.top }, { x: one.left, y: one.bottom }, { x: 0, y: one.bottom }, { x: one.right, y: 0 }])];
    const spot = best(corners.map(({ x, y }) => ({ left: x, top: y, right: x + size.width, bottom: y + size.height }))
      .filter((box) => taken.every((one) => overlap(box, one) < 1)), (box) => extentWith(taken, box, wide));
    taken.push(spot);
    return [{ x: spot.left - left, y: spot.top - top }, part];
  });
}

// How large a drawing of the wanted proportions must be to hold these boxes; of equals, the one nearer to the beginning is better.
function extentWith(boxes, box, wide) {
  const right = Math.max(box.right, ...boxes.map((one) => one.right));
  const bottom = Math.max(box.bottom, ...boxes.map((one) => one.bottom));
  return Math.max(right / wide, bottom) + (box.left / wide + box.top) / 1000;
}

function best(all, cost) {
  return all.reduce((found, one) => (cost(one) < cost(found) ? one : found));
}
