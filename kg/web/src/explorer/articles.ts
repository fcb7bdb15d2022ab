import { useEffect } from "preact/hooks";
import type { Article } from "../data/graph";
import type { Explorer } from "./state";

/** An article as far as it is known, with its text asked for where a live store holds it; undefined where nothing is known of it (any more). */
export function useArticle(state: Explorer, id: string | null): Article | undefined {
  const known = state.model.value.articles.get(id ?? "");
  const asked = state.articles.value.get(id ?? "");
  const missing = state.source.live && id !== null && known?.text === null && asked === undefined;
  useEffect(() => {
    if (missing) void ask(state, id);
  }, [state, id, missing]);
  return asked?.text != null ? asked : known;
}

/** Whether the text may still come. */
export function isComing(state: Explorer, article: Article): boolean {
  return state.source.live && article.text === null && !state.articles.value.has(article.id);
}

async function ask(state: Explorer, id: string): Promise<void> {
  const found = await state.source.article(id).catch(() => null);
  const known = found ?? state.model.peek().articles.get(id);
  if (known) state.articles.value = new Map([...state.articles.peek(), [id, known]]);
}
