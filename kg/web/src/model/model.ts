import type { Arrow, Article, Class, DerivedArrow, Entity, Graph, Statement } from "../data/graph";

/** A line of the drawing: what statements say, or what follows from them. */
export type Line = { readonly key: string } & (
  | { readonly kind: "stated"; readonly arrow: Arrow }
  | { readonly kind: "derived"; readonly arrow: DerivedArrow }
);

/** A graph with its parts by their ids, and each entity's lines. */
export interface Model {
  readonly graph: Graph;
  readonly entities: ReadonlyMap<string, Entity>;
  readonly classes: ReadonlyMap<string, Class>;
  readonly articles: ReadonlyMap<string, Article>;
  readonly lines: ReadonlyMap<string, Line>;
  readonly linesOf: ReadonlyMap<string, readonly Line[]>;
  readonly statements: ReadonlyMap<string, Statement>;
  readonly lineOfStatement: ReadonlyMap<string, Line>;
}

export function model(graph: Graph): Model {
  const lines = new Map<string, Line>();
  const linesOf = new Map<string, Line[]>();
  const statements = new Map<string, Statement>();
  const lineOfStatement = new Map<string, Line>();
  const add = (line: Line): void => {
    lines.set(line.key, line);
    for (const end of new Set([line.arrow.subject, line.arrow.object])) {
      const known = linesOf.get(end);
      if (known) known.push(line);
      else linesOf.set(end, [line]);
    }
  };
  for (const arrow of graph.arrows) {
    const line: Line = { kind: "stated", key: keyOf(arrow, arrow.status), arrow };
    add(line);
    for (const statement of arrow.statements) {
      statements.set(statement.id, statement);
      lineOfStatement.set(statement.id, line);
    }
  }
  for (const arrow of graph.derived) add({ kind: "derived", key: keyOf(arrow, "derived"), arrow });
  return {
    graph,
    entities: byId(graph.nodes),
    classes: byId(graph.classes),
    articles: byId(graph.articles),
    lines,
    linesOf,
    statements,
    lineOfStatement,
  };
}

/** How an entity is called; its id where the graph doesn't know it. */
export function nameOf(known: Model, id: string): string {
  return known.entities.get(id)?.label ?? id;
}

function keyOf(arrow: { subject: string; relation: string; object: string }, status: string): string {
  return [arrow.subject, arrow.relation, arrow.object, status].join("\n");
}

function byId<T extends { readonly id: string }>(all: readonly T[]): ReadonlyMap<string, T> {
  return new Map(all.map((one) => [one.id, one]));
}
