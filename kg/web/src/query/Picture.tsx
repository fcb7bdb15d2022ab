import { useSignal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import { sentence } from "../data/server";
import { live } from "../data/source";
import { Panel } from "../explorer/panel/Panel";
import { explorer, type Explorer } from "../explorer/state";
import { model } from "../model/model";
import { scene } from "../scene/scene";
import type { QueryPage } from "./state";

/** The results as a graph: the entities among them, and the arrows between. */
export function Picture({ page, query }: { readonly page: QueryPage; readonly query: string }) {
  const state = useSignal<Explorer | null>(null);
  const trouble = useSignal<string | null>(null);
  const stage = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const source = live();
    let gone = false;
    state.value = null;
    trouble.value = null;
    source.graph({ kind: "query", query }).then(
      (graph) => {
        if (!gone) state.value = explorer(page.settings, source, model(graph));
      },
      (error: unknown) => (trouble.value = sentence(error)),
    );
    return () => {
      gone = true;
    };
  }, [query]);
  const drawn = state.value;
  useEffect(() => (stage.current && drawn && drawn.lines.value.length > 0 ? scene(stage.current, drawn) : undefined), [drawn]);
  if (trouble.value !== null)
    return (
      <p class="wrong" role="alert">
        {trouble.value}
      </p>
    );
  if (drawn === null) return <p role="status">The arrows are being fetched.</p>;
  if (drawn.model.value.lines.size === 0) return <p>No two of the things in these results are joined by an arrow.</p>;
  return (
    <div class="picture">
      <section class="stage" aria-label="Drawing" ref={stage} />
      <aside class="panel" aria-label="Evidence">
        <Panel state={drawn} />
      </aside>
    </div>
  );
}
