import { at, type Places, type Sizes } from "./plane";

const ROUNDS = 80;

/** Moves nodes that lie over one another apart, in place; those that are `fixed` stay. Gives whether all are apart. */
export function partOverlaps({ x, y }: Places, sizes: Sizes, nodes: ArrayLike<number>, fixed: ReadonlySet<number> = new Set()): boolean {
  const cell = cellSize(sizes, nodes);
  for (let round = 0; round < ROUNDS; round += 1) {
    let moved = false;
    const cells = new Map<number, number[]>();
    for (let k = 0; k < nodes.length; k += 1) {
      const node = nodes[k] as number;
      const [column, row] = [Math.floor(at(x, node) / cell), Math.floor(at(y, node) / cell)];
      for (let i = column - 1; i <= column + 1; i += 1)
        for (let j = row - 1; j <= row + 1; j += 1)
          for (const other of cells.get(i * 100_003 + j) ?? []) moved = part(x, y, sizes, node, other, fixed) || moved;
      const mine = column * 100_003 + row;
      const those = cells.get(mine);
      if (those) those.push(node);
      else cells.set(mine, [node]);
    }
    if (!moved) return true;
  }
  return false;
}

/** Moves two nodes apart the short way, if they overlap. */
function part(x: Float32Array, y: Float32Array, sizes: Sizes, one: number, other: number, fixed: ReadonlySet<number>): boolean {
  const right = at(sizes.side, one) + at(sizes.side, other) - Math.abs(at(x, one) - at(x, other));
  if (right <= 0.01) return false;
  const isBelow = at(y, one) > at(y, other);
  const [upper, lower] = isBelow ? [other, one] : [one, other];
  const down = at(sizes.below, upper) + at(sizes.above, lower) - (at(y, lower) - at(y, upper));
  if (down <= 0.01) return false;
  const [fixedOne, fixedOther] = [fixed.has(one), fixed.has(other)];
  if (fixedOne && fixedOther) return false;
  const share = fixedOne ? 0 : fixedOther ? 1 : 0.5;
  if (right < down) {
    const way = at(x, one) < at(x, other) || (at(x, one) === at(x, other) && one < other) ? -1 : 1;
    x[one] = at(x, one) + way * right * share;
    x[other] = at(x, other) - way * right * (1 - share);
  } else {
    const way = isBelow ? 1 : -1;
    y[one] = at(y, one) + way * down * share;
    y[other] = at(y, other) - way * down * (1 - share);
  }
  return true;
}

function cellSize(sizes: Sizes, nodes: ArrayLike<number>): number {
  let most = 1;
  for (let k = 0; k < nodes.length; k += 1) {
    const node = nodes[k] as number;
    most = Math.max(most, 2 * at(sizes.side, node), at(sizes.above, node) + at(sizes.below, node));
  }
  return most;
}
