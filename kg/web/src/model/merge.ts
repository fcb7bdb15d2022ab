import type { Arrow, Entity, Graph } from "../data/graph";

/** Two parts of the same store as one; what both hold is taken from the second. */
export function merged(one: Graph, other: Graph): Graph {
  const known = by(keyOf, one.arrows);
  const arrows = [...by(keyOf, one.arrows, other.arrows.map((arrow) => joined(known.get(keyOf(arrow)), arrow))).values()];
  const derived = [...by(keyOf, one.derived, other.derived).values()];
  const present = degrees(arrows);
  const [of, ofOther] = [totals(one), totals(other)];
  const nodes = [...by(idOf, one.nodes, other.nodes).values()].map((node): Entity => {
    const all = Math.max(of.get(node.id) ?? 0, ofOther.get(node.id) ?? 0);
    return { ...node, hidden: Math.max(0, all - (present.get(node.id) ?? 0)) };
  });
  return {
    nodes,
    arrows,
    derived,
    classes: [...by(idOf, one.classes, other.classes).values()],
    articles: [...by(idOf, one.articles, other.articles).values()],
  };
}

type Ends = { readonly subject: string; readonly object: string };

/** An arrow with the statements that either part has behind it. */
function joined(one: Arrow | undefined, other: Arrow): Arrow {
  return one ? { ...other, statements: [...by(idOf, one.statements, other.statements).values()] } : other;
}

/** How many stated arrows each entity has in the whole store: those that are here, and those that the part leaves out. */
function totals(part: Graph): Map<string, number> {
  const found = degrees(part.arrows);
  for (const node of part.nodes) found.set(node.id, (found.get(node.id) ?? 0) + (node.hidden ?? 0));
  return found;
}

function degrees(arrows: readonly Ends[]): Map<string, number> {
  const found = new Map<string, number>();
  for (const { subject, object } of arrows) for (const end of new Set([subject, object])) found.set(end, (found.get(end) ?? 0) + 1);
  return found;
}

function by<T>(key: (item: T) => string, ...parts: readonly (readonly T[])[]): Map<string, T> {
  return new Map(parts.flat().map((item) => [key(item), item]));
}

function keyOf(arrow: Ends & { readonly relation: string; readonly status?: string }): string {
  return [arrow.subject, arrow.relation, arrow.object, arrow.status ?? ""].join("\n");
}

function idOf(item: { readonly id: string }): string {
  return item.id;
}
