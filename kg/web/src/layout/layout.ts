import type Graph from "graphology";
import type { Asked, Told } from "./messages";
import LayoutWorker from "./worker?worker&inline";

/** Lay the graph out in a worker, writing positions as they come; gives what stops it. */
export function layout(graph: Graph, settled: () => void): () => void {
  const ids = graph.nodes();
  const place = new Map(ids.map((id, n) => [id, n]));
  const asked: Asked = {
    ids,
    x: Float32Array.from(ids, (id) => graph.getNodeAttribute(id, "x") as number),
    y: Float32Array.from(ids, (id) => graph.getNodeAttribute(id, "y") as number),
    sources: Uint32Array.from(graph.mapEdges((_edge, _attributes, source) => place.get(source) ?? 0)),
    targets: Uint32Array.from(graph.mapEdges((_edge, _attributes, _source, target) => place.get(target) ?? 0)),
  };
  const worker = new LayoutWorker();
  worker.onmessage = (event: MessageEvent<Told>) => {
    const { x, y, settled: done } = event.data;
    graph.updateEachNodeAttributes(
      (id, attributes) => {
        const n = place.get(id);
        return n === undefined || attributes["fixed"] === true ? attributes : { ...attributes, x: x[n], y: y[n] };
      },
      { attributes: ["x", "y"] },
    );
    if (done) {
      worker.terminate();
      settled();
    }
  };
  worker.postMessage(asked);
  return () => worker.terminate();
}
