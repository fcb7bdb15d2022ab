import { useCallback, useMemo } from "preact/hooks";
import { only } from "../model/facets";
import { NO_FILTERS } from "../model/filters";
import { passages } from "../model/passages";
import { type Found, index, suggestions } from "../model/search";
import { count } from "../model/text";
import type { Explorer } from "./state";
import { Suggest } from "./Suggest";

/** The field's id, which the key `/` goes to. */
export const SEARCH = "search";

/** The page's search: names by all they are called, relations, sentences, and what else the articles say. */
export function Search({ state }: { readonly state: Explorer }) {
  const known = state.model.value;
  const ready = useMemo(() => index(known), [known]);
  const asked = state.articles.value;
  const texts = useMemo(() => passages(known, asked), [known, asked]);
  const find = useCallback((typed: string) => suggestions(ready, typed, texts), [ready, texts]);
  const note = texts.unread ? `Not searched: ${count(texts.unread, "article")} whose text isn’t in this page.` : "";
  return <Suggest state={state} id={SEARCH} label="Find a name, a relation, a sentence" find={find} choose={(found) => show(state, found)} note={note} />;
}

/** Show what was found: a name or a sentence's line is chosen, of a relation all lines are shown, an article opens at the words. */
function show(state: Explorer, found: Found): void {
  if (found.kind === "entity") {
    state.choice.value = { kind: "entity", id: found.id };
    state.stage.value?.show(found.id);
  } else if (found.kind === "relation") {
    state.filters.value = only(NO_FILTERS, state.facets.value, "relations", [found.id]);
    state.choice.value = null;
  } else if (found.kind === "passage") {
    const { article, start, end } = found.passage;
    state.choice.value = { kind: "article", id: article, words: { start, end } };
  } else {
    const line = state.model.value.lineOfStatement.get(found.id);
    if (!line) return;
    state.choice.value = { kind: "line", key: line.key, statement: found.id };
    state.stage.value?.show(line.key);
  }
}
