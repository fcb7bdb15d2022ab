import type { Task } from "./arrange";
import type { Places } from "./plane";

/** What the layout's worker is asked: a graph to lay out and part in communities; or, with `kept`, to find room for what is new in it. */
export type Asked = Task & { readonly kept?: Kept };

/** Where all nodes are, and which of them have to stay there. */
export interface Kept {
  readonly places: Places;
  readonly fixed: Uint32Array;
}

/** What it tells: which community each node is in, and where the nodes are. */
export type Told = { readonly kind: "communities"; readonly of: Uint32Array } | ({ readonly kind: "places" } & Places);
