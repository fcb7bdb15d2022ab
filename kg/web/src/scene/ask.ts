import type { Asked } from "../layout/messages";
import type { Model } from "../model/model";
import type { Picture } from "./picture";
import { nameSize, LEADING, type Measure, RELATION_SIZE, relationLines } from "./writing";
import { wrapped } from "../model/labels";

/** Up to so many entities, room is made for names and relations. */
const LABELLED = 200;
/** The paper of an entity that isn't in the picture. */
const USUAL = 5;
const PLAIN = 46;
const LONGEST = 150;

/** The layout's task for all of a model: `picture` tells how large nodes are and what stands beside them. */
export function task(known: Model, picture: Picture, measure: Measure, page: { width: number; height: number }): { ids: string[]; asked: Asked } {
  const ids = known.graph.nodes.map((node) => node.id);
  const place = new Map(ids.map((id, n) => [id, n]));
  const labelled = ids.length <= LABELLED;
  const usual = (): Float32Array => new Float32Array(ids.length).fill(USUAL);
  const sizes = { side: usual(), above: usual(), below: usual() };
  for (const node of picture.nodes) {
    const n = place.get(node.id);
    if (n === undefined) continue;
    const paper = node.radius * 1.25 + 2;
    const lines = labelled ? wrapped(node.label) : [];
    const size = nameSize(node);
    sizes.side[n] = Math.max(paper, ...lines.map((line) => measure(line, size) / 2 + 5));
    sizes.above[n] = paper;
    sizes.below[n] = paper + (lines.length ? lines.length * size * LEADING + 4 : 0);
  }
  const joined = [...known.lines.values()].filter(({ arrow }) => place.has(arrow.subject) && place.has(arrow.object));
  const label = new Map(labelled ? picture.arrows.map((arrow) => [arrow.key, relationLines({ arrow })]) : []);
  const lengths = Float32Array.from(joined, ({ key }) => {
    const lines = label.get(key) ?? [];
    return PLAIN + (labelled ? 34 + Math.min(LONGEST, Math.max(0, ...lines.map((line) => measure(line, RELATION_SIZE)))) : 0);
  });
  return {
    ids,
    asked: {
      count: ids.length,
      links: {
        sources: Uint32Array.from(joined, ({ arrow }) => place.get(arrow.subject) ?? 0),
        targets: Uint32Array.from(joined, ({ arrow }) => place.get(arrow.object) ?? 0),
        lengths,
      },
      sizes,
      page: [page.width, page.height],
    },
  };
}
