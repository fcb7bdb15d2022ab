import { at, type Links, type Places } from "./plane";
import { random } from "./random";

/** Rounds over all pairs; in the last ones nodes hardly move. */
const ROUNDS = 40;

/**
 * Lays out a connected graph so that nodes are as far apart on the plane as they are along its arrows: stress, lessened by moving one pair
 * after another (Zheng, Pawar and Goodman, "Graph Drawing by Stochastic Gradient Descent"). Time and memory grow with the square of the nodes.
 */
export function stress(count: number, links: Links): Places {
  const chance = random(count);
  const spread = 50 * Math.sqrt(count);
  const x = Float32Array.from({ length: count }, () => chance() * spread);
  const y = Float32Array.from({ length: count }, () => chance() * spread);
  const far = distances(count, links);
  const pairs = shuffled((count * (count - 1)) / 2, chance);
  const ends = pairsOf(count);
  let [least, most] = [Infinity, 0];
  far.forEach((length, k) => {
    if (Math.floor(k / count) !== k % count) [least, most] = [Math.min(least, length), Math.max(most, length)];
  });
  const first = most * most;
  const cooling = Math.log((0.02 * least * least) / first) / (ROUNDS - 1);
  for (let round = 0; round < ROUNDS; round += 1) {
    const rate = first * Math.exp(cooling * round);
    for (const pair of pairs) {
      const [one, other] = [at(ends, 2 * pair), at(ends, 2 * pair + 1)];
      const wanted = at(far, one * count + other);
      const [dx, dy] = [at(x, one) - at(x, other), at(y, one) - at(y, other)];
      const length = Math.hypot(dx, dy) || 0.01;
      const move = (Math.min(1, rate / (wanted * wanted)) * (length - wanted)) / (2 * length);
      x[one] = at(x, one) - dx * move;
      y[one] = at(y, one) - dy * move;
      x[other] = at(x, other) + dx * move;
      y[other] = at(y, other) + dy * move;
    }
  }
  return { x, y };
}

/** How far every node is from every other along the links (by Bellman and Ford, with a queue). */
function distances(count: number, links: Links): Float32Array {
  const neighbours: [number, number][][] = Array.from({ length: count }, () => []);
  const degree = new Uint32Array(count);
  links.sources.forEach((source, k) => {
    degree[source] = at(degree, source) + 1;
    degree[at(links.targets, k)] = at(degree, at(links.targets, k)) + 1;
  });
  links.sources.forEach((source, k) => {
    const target = at(links.targets, k);
    if (source === target) return;
    // Around those with many neighbours there has to be room for all of them.
    const room = 1 + 0.12 * Math.sqrt(Math.max(0, Math.max(at(degree, source), at(degree, target)) - 4));
    neighbours[source]?.push([target, at(links.lengths, k) * room]);
    neighbours[target]?.push([source, at(links.lengths, k) * room]);
  });
  const all = new Float32Array(count * count).fill(Infinity);
  for (let from = 0; from < count; from += 1) {
    const row = all.subarray(from * count, (from + 1) * count);
    row[from] = 0;
    const queue = [from];
    const waiting = new Uint8Array(count);
    for (let head = 0; head < queue.length; head += 1) {
      const node = queue[head] as number;
      waiting[node] = 0;
      for (const [next, length] of neighbours[node] ?? []) {
        const through = at(row, node) + length;
        if (through >= at(row, next)) continue;
        row[next] = through;
        if (waiting[next]) continue;
        waiting[next] = 1;
        queue.push(next);
      }
    }
  }
  return all;
}

function pairsOf(count: number): Uint16Array {
  const ends = new Uint16Array(count * (count - 1));
  let k = 0;
  for (let one = 0; one < count; one += 1)
    for (let other = one + 1; other < count; other += 1) {
      ends[k] = one;
      ends[k + 1] = other;
      k += 2;
    }
  return ends;
}

function shuffled(length: number, chance: () => number): Uint32Array {
  const order = Uint32Array.from({ length }, (_, n) => n);
  for (let n = length - 1; n > 0; n -= 1) {
    const other = Math.floor(chance() * (n + 1));
    [order[n], order[other]] = [at(order, other), at(order, n)];
  }
  return order;
}
