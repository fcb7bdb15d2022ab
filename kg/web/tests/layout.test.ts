import { describe, expect, test } from "vitest";
import { arrange, type Task } from "../src/layout/arrange";
import { communities } from "../src/layout/communities";
import { pack } from "../src/layout/pack";
import { random } from "../src/layout/random";

function task(count: number, pairs: readonly (readonly [number, number])[], side = 30): Task {
  return {
    count,
    links: {
      sources: Uint32Array.from(pairs, ([one]) => one),
      targets: Uint32Array.from(pairs, ([, other]) => other),
      lengths: new Float32Array(pairs.length).fill(100),
    },
    sizes: { side: new Float32Array(count).fill(side), above: new Float32Array(count).fill(10), below: new Float32Array(count).fill(20) },
    page: [1200, 800],
  };
}

function laid(asked: Task) {
  return arrange(asked, () => communities(asked.count, asked.links));
}

function overlapping({ count, sizes }: Task, { x, y }: ReturnType<typeof laid>): number {
  let many = 0;
  for (let one = 0; one < count; one += 1)
    for (let other = one + 1; other < count; other += 1) {
      const [upper, lower] = y[one]! < y[other]! ? [one, other] : [other, one];
      const beside = sizes.side[one]! + sizes.side[other]! - Math.abs(x[one]! - x[other]!) > 0.5;
      if (beside && sizes.below[upper]! + sizes.above[lower]! - (y[lower]! - y[upper]!) > 0.5) many += 1;
    }
  return many;
}

/** Communities of thirty, each node tied to some others of its own, and to few elsewhere. */
function towns(many: number): (readonly [number, number])[] {
  const chance = random(7);
  const pick = (below: number): number => Math.floor(chance() * below);
  const within = Array.from({ length: many * 30 }, (_, n) => [n, Math.floor(n / 30) * 30 + pick(30)] as const);
  return [...within, ...within.map(([n]) => [n, Math.floor(n / 30) * 30 + pick(30)] as const), ...Array.from({ length: many * 2 }, () => [pick(many * 30), pick(many * 30)] as const)];
}

describe("a layout", () => {
  const star = task(24, Array.from({ length: 23 }, (_, n) => [0, n + 1] as const));
  const strewn = task(40, Array.from({ length: 20 }, (_, n) => [2 * n, 2 * n + 1] as const));

  test.each([
    ["a star", star],
    ["many pairs", strewn],
    ["one alone", task(1, [])],
    ["nothing joined", task(30, [])],
    ["a loop, and several lines between two", task(3, [[0, 0], [0, 1], [1, 0], [0, 1]])],
    ["five communities", task(150, towns(5), 8)],
  ])("has nothing over anything: %s", (_what, asked) => {
    const found = laid(asked);
    expect([...found.x, ...found.y].every(Number.isFinite)).toBe(true);
    expect(overlapping(asked, found)).toBe(0);
  });

  test("is the same each time", () => {
    expect(laid(star)).toEqual(laid(star));
  });

  test("fills the page's shape, pairs beside one another", () => {
    const { x, y } = laid(strewn);
    const [wide, high] = [Math.max(...x) - Math.min(...x), Math.max(...y) - Math.min(...y)];
    expect(wide / high).toBeGreaterThan(1);
    expect(wide / high).toBeLessThan(3);
  });

  test("of a large graph keeps communities together", () => {
    const asked = task(1_500, towns(50), 5);
    const { x, y } = laid(asked);
    const far = (one: number, other: number): number => Math.hypot(x[one]! - x[other]!, y[one]! - y[other]!);
    const mean = (values: number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
    const within = mean(Array.from({ length: 1_400 }, (_, n) => far(n, Math.floor(n / 30) * 30)));
    const across = mean(Array.from({ length: 1_400 }, (_, n) => far(n, (n + 700) % 1_500)));
    expect(within * 3).toBeLessThan(across);
  });
});

test("boxes are packed beside one another", () => {
  const boxes = Array.from({ length: 12 }, (_, n) => ({ width: 50 + 10 * n, height: 120 - 5 * n }));
  const corners = pack(boxes, 1.5);
  const clash = boxes.some((one, n) =>
    boxes.some((other, m) => {
      if (m <= n) return false;
      const [[left, top], [right, bottom]] = [corners[n]!, corners[m]!];
      return left < right + other.width && right < left + one.width && top < bottom + other.height && bottom < top + one.height;
    }),
  );
  expect(clash).toBe(false);
});
