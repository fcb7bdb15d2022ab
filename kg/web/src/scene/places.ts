import type { Told } from "../layout/messages";
import { at } from "../layout/plane";
import type { Model } from "../model/model";
import { communityId, type Grouping } from "./picture";

/** Where entities and communities are, in the layout's pixels, y down: kept while filters change and the graph grows. */
export type Places = Map<string, { readonly x: number; readonly y: number }>;

/** Places for entities that have none yet: beside a neighbour that has one, else on a spiral. */
export function placeNew(places: Places, known: Model): void {
  let n = places.size;
  for (const { id } of known.graph.nodes) {
    if (places.has(id)) continue;
    n += 1;
    const angle = n * 2.399963;
    const near = known.linesOf.get(id)?.flatMap(({ arrow }) => [arrow.subject, arrow.object]);
    const beside = near?.map((one) => places.get(one)).find((place) => place !== undefined);
    const far = beside ? 90 : 14 * Math.sqrt(n);
    places.set(id, { x: (beside?.x ?? 0) + far * Math.cos(angle), y: (beside?.y ?? 0) + far * Math.sin(angle) });
  }
}

/** What the layout tells, for the entities it was asked about; those that are `pinned` stay. */
export function told(ids: readonly string[], { x, y }: Extract<Told, { kind: "places" }>, places: Places, pinned: ReadonlySet<string>): Places {
  const next: Places = new Map(places);
  ids.forEach((id, n) => {
    if (!pinned.has(id)) next.set(id, { x: at(x, n), y: at(y, n) });
  });
  return next;
}

/** Puts each community where its members' middle is. */
export function placeCommunities(places: Places, { of }: Grouping): void {
  const sums = new Map<number, [number, number, number]>();
  for (const [id, community] of of) {
    const place = places.get(id);
    if (!place) continue;
    const sum = sums.get(community) ?? [0, 0, 0];
    sums.set(community, [sum[0] + place.x, sum[1] + place.y, sum[2] + 1]);
  }
  for (const [community, [x, y, many]] of sums) places.set(communityId(community), { x: x / many, y: y / many });
}

/** The paper that places take, with what's beside them and above and below, at least so many pixels wide and high. */
export function extent(places: Iterable<{ readonly x: number; readonly y: number }>, least: { width: number; height: number }, across: number, down: number) {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const { x, y } of places) {
    [left, right] = [Math.min(left, x), Math.max(right, x)];
    [top, bottom] = [Math.min(top, y), Math.max(bottom, y)];
  }
  if (left > right) [left, top, right, bottom] = [0, 0, 0, 0];
  const wide = Math.max(right - left + 2 * across, least.width) / 2;
  const high = Math.max(bottom - top + 2 * down, least.height) / 2;
  const [x, y] = [(left + right) / 2, (top + bottom) / 2];
  return { x: [x - wide, x + wide] as [number, number], y: [-(y + high), -(y - high)] as [number, number] };
}
