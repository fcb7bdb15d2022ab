import type { Arrow, Article, Class, DerivedArrow, Entity, Graph, Statement } from "../data/graph";
import { type Dated, dated } from "./dates";

/** A line of the drawing: what statements say (with the date of each), or what follows from them. */
export type Line = { readonly key: string } & (
  | { readonly kind: "stated"; readonly arrow: Arrow; readonly dates: readonly (Dated | null)[] }
  | { readonly kind: "derived"; readonly arrow: DerivedArrow }
);

/** A graph with its parts by their ids, each entity's lines, what each speaker says or reports, and what each article holds. */
export interface Model {
  readonly graph: Graph;
  readonly entities: ReadonlyMap<string, Entity>;
  readonly classes: ReadonlyMap<string, Class>;
  readonly articles: ReadonlyMap<string, Article>;
  readonly lines: ReadonlyMap<string, Line>;
  readonly linesOf: ReadonlyMap<string, readonly Line[]>;
  readonly statements: ReadonlyMap<string, Statement>;
  readonly lineOfStatement: ReadonlyMap<string, Line>;
  readonly saidBy: ReadonlyMap<string, readonly Statement[]>;
  readonly statementsIn: ReadonlyMap<string, readonly Statement[]>;
}

export function model(graph: Graph): Model {
  const lines = new Map<string, Line>();
  const linesOf = new Map<string, Line[]>();
  const statements = new Map<string, Statement>();
  const lineOfStatement = new Map<string, Line>();
  const saidBy = new Map<string, Statement[]>();
  const statementsIn = new Map<string, Statement[]>();
  const articles = byId(graph.articles);
  const add = (line: Line): void => {
    lines.set(line.key, line);
    for (const end of new Set([line.arrow.subject, line.arrow.object])) push(linesOf, end, line);
  };
  for (const arrow of graph.arrows) {
    const dates = arrow.statements.map((statement) => dated(statement, articles.get(statement.article ?? "")));
    const line: Line = { kind: "stated", key: keyOf(arrow, arrow.status), arrow, dates };
    add(line);
    for (const statement of arrow.statements) {
      statements.set(statement.id, statement);
      lineOfStatement.set(statement.id, line);
      for (const speaker of new Set([statement.speaker, ...statement.reported_by])) if (speaker !== null) push(saidBy, speaker, statement);
      if (statement.article !== null) push(statementsIn, statement.article, statement);
    }
  }
  for (const arrow of graph.derived) add({ kind: "derived", key: keyOf(arrow, "derived"), arrow });
  return {
    graph,
    entities: byId(graph.nodes),
    classes: byId(graph.classes),
    articles,
    lines,
    linesOf,
    statements,
    lineOfStatement,
    saidBy,
    statementsIn,
  };
}

/** How an entity is called; its id where the graph doesn't know it. */
export function nameOf(known: Model, id: string): string {
  return known.entities.get(id)?.label ?? id;
}

/** The key of the line of one status between two entities ("derived" for what only follows). */
export function keyOf(arrow: { subject: string; relation: string; object: string }, status: string): string {
  return [arrow.subject, arrow.relation, arrow.object, status].join("\n");
}

function byId<T extends { readonly id: string }>(all: readonly T[]): ReadonlyMap<string, T> {
  return new Map(all.map((one) => [one.id, one]));
}

function push<T>(into: Map<string, T[]>, key: string, one: T): void {
  const known = into.get(key);
  if (known) known.push(one);
  else into.set(key, [one]);
}
