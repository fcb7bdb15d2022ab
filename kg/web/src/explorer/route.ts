import { effect } from "@preact/signals";
import { keyOf, type Model } from "../model/model";
import type { Choice, Explorer } from "./state";

/** The address's fragment of a choice, so that a link to a claim can be kept and sent: `#statement=` and an IRI. */
export function fragment(known: Model, choice: Choice | null): string {
  switch (choice?.kind) {
    case undefined:
      return "";
    case "entity":
      return written({ entity: choice.id, ...(choice.to !== undefined && { to: choice.to }) });
    case "article":
      return written({ article: choice.id, ...(choice.statement && { at: choice.statement }), ...(choice.words && { words: `${choice.words.start}-${choice.words.end}` }) });
    case "line": {
      const line = known.lines.get(choice.key);
      if (line?.kind !== "derived") return written({ statement: choice.statement ?? line?.arrow.statements[0]?.id ?? "" });
      const { subject, relation, object } = line.arrow;
      return written({ subject, relation, object });
    }
  }
}

/** What a fragment chooses; null for what this page doesn't know. */
export function choiceOf(known: Model, fragment: string): Choice | null {
  const asked = new URLSearchParams(fragment.replace(/^#/, ""));
  const [entity, to, article, at, statement] = [asked.get("entity"), asked.get("to"), asked.get("article"), asked.get("at"), asked.get("statement")];
  if (entity !== null) return known.entities.has(entity) ? { kind: "entity", id: entity, ...(to !== null && known.entities.has(to) && { to }) } : null;
  if (article !== null) return known.articles.has(article) ? { kind: "article", id: article, ...(at && { statement: at }), ...wordsAt(asked.get("words")) } : null;
  if (statement !== null) return lineAt(known, statement);
  const [subject, relation, object] = [asked.get("subject"), asked.get("relation"), asked.get("object")];
  if (subject === null || relation === null || object === null) return null;
  const key = keyOf({ subject, relation, object }, "derived");
  return known.lines.has(key) ? { kind: "line", key } : null;
}

/** Keep address and choice alike: the browser's back and forward go through what was chosen. Gives what ends it. */
export function follow(state: Explorer, view: Window): () => void {
  const read = (): void => {
    const now = fragment(state.model.peek(), state.choice.peek());
    if (view.location.hash.replace(/^#/, "") !== now) state.choice.value = choiceOf(state.model.peek(), view.location.hash);
  };
  read();
  view.addEventListener("hashchange", read);
  const ended = effect(() => {
    const wanted = fragment(state.model.value, state.choice.value);
    if (view.location.hash.replace(/^#/, "") !== wanted) view.location.hash = wanted;
  });
  return () => {
    view.removeEventListener("hashchange", read);
    ended();
  };
}

/** The line of a statement, which is told of too unless it's the line's first. */
function lineAt(known: Model, statement: string): Choice | null {
  const line = known.lineOfStatement.get(statement);
  if (line?.kind !== "stated") return null;
  return { kind: "line", key: line.key, ...(line.arrow.statements[0]?.id !== statement && { statement }) };
}

/** A stretch of an article's text: "120-131", in code points. */
function wordsAt(place: string | null): { readonly words?: { readonly start: number; readonly end: number } } {
  const match = /^(\d{1,9})-(\d{1,9})$/.exec(place ?? "");
  return match ? { words: { start: Number(match[1]), end: Number(match[2]) } } : {};
}

function written(parts: Readonly<Record<string, string>>): string {
  return new URLSearchParams(parts).toString();
}
