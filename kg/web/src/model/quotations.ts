import type { Statement } from "../data/graph";
import type { Model } from "./model";
import { slicer } from "./spans";

/** Gives a statement's sentence: out of its article's text, else the words that it quotes; "" where neither is known. */
export function quotations(known: Model): (statement: Statement) => string {
  const parts = new Map<string, (start: number, end: number) => string>();
  return ({ article, sentence_start, sentence_end, quote }) => {
    const text = known.articles.get(article ?? "")?.text ?? null;
    if (article === null || text === null) return quote ?? "";
    const part = parts.get(article) ?? slicer(text);
    parts.set(article, part);
    return part(sentence_start, sentence_end);
  };
}
