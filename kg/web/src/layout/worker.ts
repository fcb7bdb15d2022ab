/// <reference lib="webworker" />
import Graph from "graphology";
import forceAtlas2 from "graphology-layout-forceatlas2";
import type { Asked, Told } from "./messages";

/** Moves the nodes, some rounds at a time, and tells where they are, until they hardly move or are to stop. */
const ROUNDS = 20;
const STEADY = 0.002;

self.onmessage = (event: MessageEvent<Asked>) => {
  const { ids, x, y, sources, targets } = event.data;
  const graph = new Graph({ type: "directed", multi: true });
  ids.forEach((id, n) => graph.addNode(id, { x: x[n], y: y[n] }));
  sources.forEach((source, n) => graph.addEdge(ids[source], ids[targets[n] as number]));
  const settings = { ...forceAtlas2.inferSettings(graph), barnesHutOptimize: ids.length > 500, adjustSizes: false };
  let last = Float32Array.from(x);
  const step = (left: number): void => {
    forceAtlas2.assign(graph, { iterations: ROUNDS, settings });
    const now = { x: new Float32Array(ids.length), y: new Float32Array(ids.length) };
    ids.forEach((id, n) => {
      now.x[n] = graph.getNodeAttribute(id, "x") as number;
      now.y[n] = graph.getNodeAttribute(id, "y") as number;
    });
    const moved = now.x.reduce((sum, value, n) => sum + Math.abs(value - (last[n] as number)), 0);
    const breadth = now.x.reduce((most, value) => Math.max(most, Math.abs(value)), 1);
    last = now.x.slice();
    const settled = left <= 1 || moved / ids.length / breadth < STEADY;
    const told: Told = { x: now.x, y: now.y, settled };
    self.postMessage(told);
    if (!settled) setTimeout(step, 0, left - 1);
  };
  step(Math.max(10, Math.round(200_000 / Math.max(ids.length, 1) / ROUNDS)));
};
