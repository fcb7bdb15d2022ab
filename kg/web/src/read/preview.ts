import type { Arrow, Article, Graph, Statement } from "../data/graph";
import { merged } from "../model/merge";

/** What the server tells while it reads: the article as it understood it, then facts with how many of its characters are `done`; what is
 * `final` has all facts of the whole, in place of those before. */
export interface Told {
  readonly article?: Article;
  readonly graph?: Graph;
  readonly done?: number;
  readonly of?: number;
  readonly final?: boolean;
  readonly problems?: readonly string[];
  readonly error?: string;
}

/** What was found in an article so far; nothing of it is kept. */
export interface Preview {
  readonly article: Article | null;
  readonly graph: Graph;
  readonly done: number;
  readonly of: number | null;
  readonly problems: readonly string[];
}

/** One statement with its arrow. */
export interface Fact {
  readonly arrow: Arrow;
  readonly statement: Statement;
}

export const NOTHING: Preview = { article: null, graph: { nodes: [], arrows: [], derived: [], classes: [], articles: [] }, done: 0, of: null, problems: [] };

/** The preview with what was told next. Error where the server couldn't go on. */
export function heard(preview: Preview, told: Told): Preview {
  if (told.error !== undefined) throw new Error(told.error);
  return {
    article: told.article ?? preview.article,
    graph: told.graph ? (told.final ? told.graph : merged(preview.graph, told.graph)) : preview.graph,
    done: told.done ?? preview.done,
    of: told.of ?? preview.of,
    problems: told.problems ?? preview.problems,
  };
}

/** The facts in the order of the text. */
export function facts({ graph }: Preview): readonly Fact[] {
  return graph.arrows
    .flatMap((arrow) => arrow.statements.map((statement) => ({ arrow, statement })))
    .sort((one, other) => one.statement.start - other.statement.start || one.statement.id.localeCompare(other.statement.id));
}
