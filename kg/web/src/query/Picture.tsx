import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { sentence } from "../data/server";
import { live } from "../data/source";
import { Stage, Views } from "../explorer/Stage";
import { Panel } from "../explorer/panel/Panel";
import { choiceOf } from "../explorer/route";
import { explorer, type Explorer } from "../explorer/state";
import { model } from "../model/model";
import type { QueryPage } from "./state";
import { prologue } from "./text";

/** The results as a graph: the entities among them, and the arrows between. Its values are bound already, so what declares them is left out. */
export function Picture({ page, query }: { readonly page: QueryPage; readonly query: string }) {
  const state = useSignal<Explorer | null>(null);
  const trouble = useSignal<string | null>(null);
  useEffect(() => {
    const source = live();
    let gone = false;
    state.value = null;
    trouble.value = null;
    source.graph({ kind: "query", query: query.slice(prologue(query)) }).then(
      (graph) => {
        if (!gone) state.value = explorer(page.settings, source, model(graph));
      },
      (error: unknown) => {
        if (!gone) trouble.value = sentence(error);
      },
    );
    return () => {
      gone = true;
    };
  }, [query]);
  const drawn = state.value;
  if (trouble.value !== null)
    return (
      <p class="wrong" role="alert">
        {trouble.value}
      </p>
    );
  if (drawn === null) return <p role="status">The arrows are being fetched.</p>;
  if (drawn.model.value.lines.size === 0) return <p>No two of the things in these results are joined by an arrow.</p>;
  return (
    <>
      <Views state={drawn} />
      <div class="picture" onClick={(event) => follow(event, drawn)}>
        <Stage state={drawn} />
        <aside class="panel" aria-label="Evidence">
          <Panel state={drawn} />
        </aside>
      </div>
    </>
  );
}

/** Links to what the picture holds choose it there: this page's address holds the query. */
function follow(event: MouseEvent, drawn: Explorer): void {
  const link = event.target instanceof Element ? event.target.closest("a[href^='#']") : null;
  if (!link || event.ctrlKey || event.metaKey) return;
  event.preventDefault();
  drawn.choice.value = choiceOf(drawn.model.value, link.getAttribute("href") ?? "");
}
