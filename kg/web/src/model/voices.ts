import type { Statement, Status } from "../data/graph";
import { type Line, type Model, nameOf } from "./model";

/** Who stands for a statement: its speaker, or the publisher or article that says it itself; `short` is for a line in a list. */
export interface Voice {
  readonly key: string;
  readonly name: string;
  readonly short: string;
  readonly speaker: string | null;
}

/** How an article that speaks itself is called. */
export const ITSELF = "the article itself";

export function voiceOf(known: Model, statement: Statement): Voice {
  const { speaker } = statement;
  if (speaker !== null) return { key: speaker, name: nameOf(known, speaker), short: nameOf(known, speaker), speaker };
  const article = known.articles.get(statement.article ?? "");
  const key = article?.publisher ?? statement.article ?? "";
  return { key, name: article?.publisher ?? article?.title ?? "an article", short: article?.publisher ?? ITSELF, speaker: null };
}

/** The different voices behind statements, in their order: one who is quoted by ten articles is one, and so is a publisher. */
export function voicesOf(known: Model, statements: readonly Statement[]): readonly Voice[] {
  const voices = new Map<string, Voice>();
  for (const statement of statements) {
    const voice = voiceOf(known, statement);
    if (!voices.has(voice.key)) voices.set(voice.key, voice);
  }
  return [...voices.values()];
}

/** What voices are called in a line of a list; articles that speak themselves and have no publisher are counted. */
export function shortNames(voices: readonly Voice[]): readonly string[] {
  const articles = voices.filter((voice) => voice.short === ITSELF).length;
  const names = voices.map((voice) => (voice.short === ITSELF && articles > 1 ? `${articles} articles themselves` : voice.short));
  return [...new Set(names)];
}

/** The statements that a line stands on: its own, or those that it follows from. */
export function evidenceOf(known: Model, line: Line): readonly Statement[] {
  if (line.kind === "stated") return line.arrow.statements;
  return line.arrow.premises.flatMap((id) => known.statements.get(id) ?? []);
}

/** Other lines that tell something else of the same: a denial of what is affirmed, a plan of what is denied. */
export function counterparts(known: Model, line: Line): readonly Line[] {
  const { subject, relation, object } = line.arrow;
  return (known.linesOf.get(subject) ?? []).filter(
    (other) =>
      other.key !== line.key &&
      other.kind === "stated" &&
      other.arrow.subject === subject &&
      other.arrow.object === object &&
      other.arrow.relation === relation,
  );
}

/** Whether a line is disputed, or its two are told of otherwise too: denied, left open, only planned. */
export function isContested(known: Model, line: Line): boolean {
  return line.kind === "stated" && (line.arrow.disputed || counterparts(known, line).length > 0);
}

/** The lines that say the opposite: denials of what is affirmed (or follows), affirmations of what is denied. */
export function opposites(known: Model, line: Line): readonly Line[] {
  const opposite = statusOf(line) === "denied" ? "affirmed" : "denied";
  if (line.kind === "derived") {
    const premises = line.arrow.premises.flatMap((id) => known.lineOfStatement.get(id) ?? []);
    const found = [line, ...premises].flatMap((one) => counterparts(known, one));
    return [...new Set(found)].filter((other) => statusOf(other) === "denied");
  }
  return statusOf(line) === "affirmed" || statusOf(line) === "denied"
    ? counterparts(known, line).filter((other) => statusOf(other) === opposite)
    : [];
}

/** How a line is drawn and told of: by its status, but what the ontology doesn't take for a fact is no plain affirmation. */
export type Standing = Status | "derived" | "untaken";

export function standingOf(line: Line): Standing {
  if (line.kind === "derived") return "derived";
  return line.arrow.status === "affirmed" && line.arrow.violates.length > 0 ? "untaken" : line.arrow.status;
}

export function statusOf(line: Line): string {
  return line.kind === "stated" ? line.arrow.status : "derived";
}
