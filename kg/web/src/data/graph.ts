/** What Python's `kg.draw.graph.Graph` holds, name for name: offsets are Unicode code points, what isn't known is null. */

export type Status = "affirmed" | "denied" | "possible" | "planned";

export const STATUSES: readonly Status[] = ["affirmed", "possible", "planned", "denied"];

export interface Amount {
  readonly words: string;
  readonly low: string | null;
  readonly high: string | null;
  readonly currency: string | null;
  readonly unit: string | null;
}

export interface When {
  readonly words: string;
  readonly edtf: string | null;
}

/** One thing that one article says; `quote` is its evidence where the article's text isn't at hand. */
export interface Statement {
  readonly id: string;
  readonly status: Status;
  readonly modality: string | null;
  readonly speaker: string | null;
  readonly reported_by: readonly string[];
  readonly amount: Amount | null;
  readonly when: When | null;
  readonly article: string | null;
  readonly start: number;
  readonly end: number;
  readonly sentence_start: number;
  readonly sentence_end: number;
  readonly quote: string | null;
}

/** All statements of one status that join the same two nodes by the same relation. */
export interface Arrow {
  readonly subject: string;
  readonly relation: string;
  readonly label: string;
  readonly object: string;
  readonly status: Status;
  readonly violates: readonly string[];
  readonly disputed: boolean;
  readonly statements: readonly Statement[];
}

/** What follows from several statements, named by their ids. */
export interface DerivedArrow {
  readonly subject: string;
  readonly relation: string;
  readonly label: string;
  readonly object: string;
  readonly premises: readonly string[];
  readonly cautions: readonly string[];
}

/** An entity or a literal; `hidden` counts the arrows that it has beyond this part of the store. */
export interface Entity {
  readonly id: string;
  readonly label: string;
  readonly labels: readonly string[];
  readonly type: string | null;
  readonly hidden: number;
}

export interface Class {
  readonly id: string;
  readonly name: string;
  readonly label: string;
  readonly ancestors: readonly string[];
}

export interface Article {
  readonly id: string;
  readonly title: string | null;
  readonly publisher: string | null;
  readonly published: string | null;
  readonly url: string | null;
  readonly text: string | null;
}

export interface Graph {
  readonly nodes: readonly Entity[];
  readonly arrows: readonly Arrow[];
  readonly derived: readonly DerivedArrow[];
  readonly classes: readonly Class[];
  readonly articles: readonly Article[];
}
