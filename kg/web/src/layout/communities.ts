import Graph from "graphology";
import louvain from "graphology-communities-louvain";
import { at, type Links } from "./plane";
import { random } from "./random";

/** Which community each node is in, by Louvain's method; numbered by their first nodes. */
export function communities(count: number, links: Links): Uint32Array {
  const graph = new Graph({ type: "undirected" });
  for (let n = 0; n < count; n += 1) graph.addNode(n);
  links.sources.forEach((source, k) => {
    const target = at(links.targets, k);
    if (source === target) return;
    graph.updateEdge(source, target, (attributes) => ({ weight: ((attributes["weight"] as number | undefined) ?? 0) + 1 }));
  });
  if (graph.size === 0) return Uint32Array.from({ length: count }, (_, n) => n);
  const found = louvain(graph, { rng: random(), getEdgeWeight: "weight" });
  const numbers = new Map<number, number>();
  return Uint32Array.from({ length: count }, (_, n) => {
    const community = found[n] ?? 0;
    if (!numbers.has(community)) numbers.set(community, numbers.size);
    return numbers.get(community) ?? 0;
  });
}
