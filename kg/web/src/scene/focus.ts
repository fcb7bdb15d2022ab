import { communityId, type Picture, type PictureArrow } from "./picture";
import type { Lit } from "./view";

/** A picture's arrows by their nodes and by the lines that they stand for. */
export interface Index {
  readonly arrowsOf: ReadonlyMap<string, readonly PictureArrow[]>;
  readonly arrowOf: ReadonlyMap<string, PictureArrow>;
}

export function index(picture: Picture): Index {
  const arrowsOf = new Map<string, PictureArrow[]>();
  const arrowOf = new Map<string, PictureArrow>();
  for (const arrow of picture.arrows) {
    for (const line of arrow.lines) arrowOf.set(line.key, arrow);
    arrowOf.set(arrow.key, arrow);
    for (const end of new Set([arrow.source, arrow.target])) {
      const those = arrowsOf.get(end);
      if (those) those.push(arrow);
      else arrowsOf.set(end, [arrow]);
    }
  }
  return { arrowsOf, arrowOf };
}

/** A node with its arrows and neighbours, or a line with its ends; null where neither is drawn. An entity inside a community is that. */
export function around(id: string, { arrowsOf, arrowOf }: Index, nodes: ReadonlySet<string>, communities: ReadonlyMap<string, number>): Lit | null {
  const line = arrowOf.get(id);
  if (line) return { nodes: new Set([line.source, line.target]), arrows: new Set([line.key]) };
  const drawn = nodes.has(id) ? id : communityId(communities.get(id) ?? -1);
  if (!nodes.has(drawn)) return null;
  const arrows = arrowsOf.get(drawn) ?? [];
  return { nodes: new Set([drawn, ...arrows.flatMap((arrow) => [arrow.source, arrow.target])]), arrows: new Set(arrows.map((arrow) => arrow.key)) };
}

/** Lines with their ends, and entities, those of them that are drawn. */
export function those(ids: ReadonlySet<string>, { arrowOf }: Index, nodes: ReadonlySet<string>): Lit | null {
  const found = [...ids].map((id) => arrowOf.get(id)).filter((arrow) => arrow !== undefined);
  const alone = [...ids].filter((id) => nodes.has(id));
  if (!found.length && !alone.length) return null;
  return { nodes: new Set([...alone, ...found.flatMap((arrow) => [arrow.source, arrow.target])]), arrows: new Set(found.map((arrow) => arrow.key)) };
}
