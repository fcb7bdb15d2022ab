import { effect } from "@preact/signals";
import Graph from "graphology";
import Sigma from "sigma";
import type { Explorer } from "../explorer/state";
import { layout } from "../layout/layout";
import type { Line, Model } from "../model/model";

/** The drawing: what the explorer shows, in WebGL, kept up with its state. Gives what takes it down again. */
export function scene(container: HTMLElement, state: Explorer): () => void {
  const graph = new Graph({ type: "directed", multi: true });
  const sigma = new Sigma(graph, container, { renderEdgeLabels: true, defaultEdgeType: "arrow", enableEdgeEvents: true });
  let stop = (): void => undefined;
  sigma.on("clickNode", ({ node }) => (state.choice.value = { kind: "entity", id: node }));
  sigma.on("clickEdge", ({ edge }) => (state.choice.value = { kind: "line", key: edge }));
  sigma.on("clickStage", () => (state.choice.value = null));
  const ended = effect(() => {
    stop();
    draw(graph, state.model.value, state.lines.value);
    stop = layout(graph, () => undefined);
  });
  return () => {
    ended();
    stop();
    sigma.kill();
  };
}

function draw(graph: Graph, known: Model, lines: readonly Line[]): void {
  const shown = new Set(lines.flatMap((line) => [line.arrow.subject, line.arrow.object]));
  graph.clearEdges();
  for (const id of graph.nodes()) if (!shown.has(id)) graph.dropNode(id);
  let n = 0;
  for (const id of shown) {
    n += 1;
    const angle = n * 2.399963;
    if (!graph.hasNode(id)) {
      const far = Math.sqrt(n);
      graph.addNode(id, { x: far * Math.cos(angle), y: far * Math.sin(angle), size: 6, label: known.entities.get(id)?.label ?? id });
    }
  }
  for (const line of lines) graph.addEdgeWithKey(line.key, line.arrow.subject, line.arrow.object, { label: line.arrow.label, size: 2 });
}
