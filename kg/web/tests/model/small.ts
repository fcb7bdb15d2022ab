import type { Arrow, Article, Graph, Statement, Status } from "../../src/data/graph";
import { model, type Model } from "../../src/model/model";

/** A statement with all that most tests don't care for. */
export function statement(id: string, given: Partial<Statement> = {}): Statement {
  return {
    id,
    status: "affirmed",
    modality: null,
    speaker: null,
    reported_by: [],
    amount: null,
    when: null,
    article: "first",
    start: 0,
    end: 0,
    sentence_start: 0,
    sentence_end: 0,
    quote: null,
    ...given,
  };
}

/** An arrow "subject relation object" of a status, with its statements. */
export function arrow(words: string, status: Status, statements: readonly Statement[], given: Partial<Arrow> = {}): Arrow {
  const [subject = "", relation = "", object = ""] = words.split(" ");
  const said = statements.map((one) => ({ ...one, status }));
  return { subject, relation, label: relation, object, status, violates: [], disputed: false, statements: said, ...given };
}

export function article(id: string, given: Partial<Article> = {}): Article {
  return { id, title: null, publisher: null, published: null, url: null, text: null, ...given };
}

/** A model of arrows among entities that are called as their ids are. */
export function small(arrows: readonly Arrow[], given: Partial<Graph> = {}): Model {
  const speakers = arrows.flatMap((one) => one.statements.flatMap((said) => [said.speaker ?? "", ...said.reported_by]));
  const ids = new Set([...arrows.flatMap((one) => [one.subject, one.object]), ...speakers.filter(Boolean)]);
  const nodes = [...ids].map((id) => ({ id, label: id, labels: [], type: null, hidden: 0 }));
  return model({ nodes, arrows, derived: [], classes: [], articles: [article("first")], ...given });
}

/** The first line of a relation. */
export function lineOf(known: Model, relation: string) {
  const found = [...known.lines.values()].find((one) => one.arrow.relation === relation);
  if (!found) throw new Error(`No line of ${relation}.`);
  return found;
}
