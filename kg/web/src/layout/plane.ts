/** Nodes as numbers from 0, with the paper that each takes around its place: to both sides, above, and below (its label). Pixels, y down. */
export interface Sizes {
  readonly side: Float32Array;
  readonly above: Float32Array;
  readonly below: Float32Array;
}

/** Arrows between nodes: their ends, and how long each would like to be. */
export interface Links {
  readonly sources: Uint32Array;
  readonly targets: Uint32Array;
  readonly lengths: Float32Array;
}

/** Where nodes are. */
export interface Places {
  readonly x: Float32Array;
  readonly y: Float32Array;
}

export interface Bounds {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** The paper that some nodes take. */
export function bounds({ x, y }: Places, sizes: Sizes, nodes: ArrayLike<number>): Bounds {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let k = 0; k < nodes.length; k += 1) {
    const n = nodes[k] as number;
    left = Math.min(left, at(x, n) - at(sizes.side, n));
    right = Math.max(right, at(x, n) + at(sizes.side, n));
    top = Math.min(top, at(y, n) - at(sizes.above, n));
    bottom = Math.max(bottom, at(y, n) + at(sizes.below, n));
  }
  return { left, top, width: right - left, height: bottom - top };
}

/** An array's value at a place that it has. */
export function at(array: ArrayLike<number>, n: number): number {
  return array[n] as number;
}
