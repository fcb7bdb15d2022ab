import type { Task } from "./arrange";
import type { Places } from "./plane";

/** What the layout's worker is asked: a graph to lay out and part in communities. */
export type Asked = Task;

/** What it tells: the communities first, where they're wanted, then where the nodes are. */
export type Told = { readonly kind: "communities"; readonly of: Uint32Array } | ({ readonly kind: "places" } & Places);
