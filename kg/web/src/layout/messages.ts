/** What the layout's worker is asked: nodes with where they begin, and arrows by the nodes' places in `ids`. */
export interface Asked {
  readonly ids: readonly string[];
  readonly x: Float32Array;
  readonly y: Float32Array;
  readonly sources: Uint32Array;
  readonly targets: Uint32Array;
}

/** Where the nodes are now, in the order of `ids`. */
export interface Told {
  readonly x: Float32Array;
  readonly y: Float32Array;
  readonly settled: boolean;
}
