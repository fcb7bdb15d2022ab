import { useEffect, useMemo, useRef } from "preact/hooks";
import type { Article } from "../data/graph";
import type { Explorer } from "./state";

/** An article as far as it is known, with its text asked for where a live store holds it; undefined where nothing is known of it (any more). */
export function useArticle(state: Explorer, id: string | null): Article | undefined {
  return useArticles(state, id === null ? [] : [id])[0];
}

/** The same of several; those of which nothing is known are left out. */
export function useArticles(state: Explorer, ids: readonly string[]): readonly Article[] {
  const known = state.model.value.articles;
  const asked = state.articles.value;
  const missing = state.source.live ? ids.filter((id) => known.get(id)?.text === null && !asked.has(id)) : [];
  const coming = useRef(new Set<string>()).current;
  useEffect(() => {
    for (const id of missing) {
      if (coming.has(id)) continue;
      coming.add(id);
      void ask(state, id).finally(() => coming.delete(id));
    }
  }, [state, missing.join("\n")]);
  const key = ids.join("\n");
  return useMemo(() => ids.flatMap((id) => (asked.get(id)?.text != null ? asked.get(id) : known.get(id)) ?? []), [key, known, asked]);
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
