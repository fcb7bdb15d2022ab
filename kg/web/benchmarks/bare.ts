/** A bare sigma.js page to compare the explorer's frame rate with: the same graph at the same places, arrows and all else as sigma.js has them. */
import Graph from "graphology";
import Sigma from "sigma";
import { embedded } from "../src/data/source";
import { arrange } from "../src/layout/arrange";
import { communities } from "../src/layout/communities";
import { model } from "../src/model/model";
import { nodeLooks } from "../src/model/looks";
import { task } from "../src/scene/ask";
import { colourOf } from "../src/scene/colours";
import { picture } from "../src/scene/picture";
import { LIGHT } from "../src/styles/palette";

async function start(container: HTMLElement): Promise<void> {
  const source = await embedded(document);
  const known = model(await source.graph({ kind: "all" }));
  const drawn = picture(known, [...known.lines.values()], nodeLooks(known));
  const { ids, asked } = task(known, drawn, (text, size) => text.length * size * 0.5, { width: container.offsetWidth, height: container.offsetHeight });
  const { x, y } = arrange(asked, () => communities(asked.count, asked.links));
  const place = new Map(ids.map((id, n) => [id, { x: x[n], y: -(y[n] ?? 0) }]));
  const graph = new Graph({ type: "directed", multi: true });
  for (const node of drawn.nodes) graph.addNode(node.id, { ...place.get(node.id), size: node.radius, label: node.label, color: colourOf(node, LIGHT) });
  for (const arrow of drawn.arrows) graph.addDirectedEdge(arrow.source, arrow.target, { label: arrow.label });
  new Sigma(graph, container, { defaultEdgeType: "arrow" });
  container.setAttribute("aria-busy", "false");
}

const stage = document.createElement("section");
stage.className = "stage";
Object.assign(stage.style, { position: "fixed", inset: "0" });
document.body.append(stage);
void start(stage);
