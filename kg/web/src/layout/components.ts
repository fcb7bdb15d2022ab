import { at, type Links } from "./plane";

/** What hangs together, the largest first: lists of nodes. */
export function components(count: number, links: Links): readonly Uint32Array[] {
  const root = Uint32Array.from({ length: count }, (_, n) => n);
  const find = (node: number): number => {
    let n = node;
    while (at(root, n) !== n) {
      root[n] = at(root, at(root, n));
      n = at(root, n);
    }
    return n;
  };
  links.sources.forEach((source, k) => {
    const [one, other] = [find(source), find(at(links.targets, k))];
    root[Math.max(one, other)] = Math.min(one, other);
  });
  return grouped(Uint32Array.from(root, (_, n) => find(n)));
}

/** Nodes by what each is in, the largest group first. */
export function grouped(groupOf: Uint32Array): readonly Uint32Array[] {
  const groups = new Map<number, number[]>();
  groupOf.forEach((group, n) => {
    const those = groups.get(group);
    if (those) those.push(n);
    else groups.set(group, [n]);
  });
  return [...groups.values()].sort((one, other) => other.length - one.length).map((those) => Uint32Array.from(those));
}

/** The links between nodes of each group, by the nodes' places in it. */
export function linksWithin(groups: readonly Uint32Array[], count: number, links: Links): readonly Links[] {
  const [groupOf, placeIn] = [new Uint32Array(count), new Uint32Array(count)];
  groups.forEach((group, g) =>
    group.forEach((node, place) => {
      groupOf[node] = g;
      placeIn[node] = place;
    }),
  );
  const inside: number[][] = groups.map(() => []);
  links.sources.forEach((source, k) => {
    if (at(groupOf, source) === at(groupOf, at(links.targets, k))) inside[at(groupOf, source)]?.push(k);
  });
  return inside.map((those) => ({
    sources: Uint32Array.from(those, (k) => at(placeIn, at(links.sources, k))),
    targets: Uint32Array.from(those, (k) => at(placeIn, at(links.targets, k))),
    lengths: Float32Array.from(those, (k) => at(links.lengths, k)),
  }));
}
