import type { Facet, Facets } from "./facets";
import { type Filters } from "./filters";
import { listed, shorten } from "./text";

const NAMES: readonly (readonly [Facet, string])[] = [
  ["relations", "relation"],
  ["classes", "class"],
  ["statuses", "status"],
  ["speakers", "speaker"],
];

/** What the filters leave, in words, one for each filter that leaves anything out: "only relation paid", "without status denied". */
export function filterWords(all: Facets, filters: Filters): readonly string[] {
  const words = NAMES.flatMap(([facet, name]) => {
    const out = filters[facet] as ReadonlySet<string>;
    const without = all[facet].filter((one) => out.has(one.id)).map((one) => shorten(one.label, 40));
    const left = all[facet].filter((one) => !out.has(one.id)).map((one) => shorten(one.label, 40));
    if (without.length === 0) return [];
    if (left.length === 0) return [`no ${name} at all`];
    return left.length <= without.length ? [`only ${name} ${listed(left)}`] : [`without ${name} ${listed(without)}`];
  });
  const { from, to, undated } = filters;
  if (from !== null || to !== null) words.push(from !== null && to !== null ? `from ${from} to ${to}` : from !== null ? `from ${from} on` : `until ${to}`);
  if (!undated) words.push("without what has no date");
  return words;
}
