import type { EditorView } from "@codemirror/view";
import { useSignalEffect } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import { editor, mark, replace, visit } from "./editor";
import { run } from "./run";
import type { QueryPage } from "./state";

/** Where the query is written. */
export function Editor({ page }: { readonly page: QueryPage }) {
  const host = useRef<HTMLDivElement>(null);
  const view = useRef<EditorView | null>(null);
  useEffect(() => {
    if (!host.current) return;
    const made = editor(host.current.attachShadow({ mode: "open" }), page.text.peek(), {
      label: "SPARQL query",
      vocabulary: () => page.vocabulary.peek(),
      changed: (text) => (page.text.value = text),
      run: () => void run(page),
    });
    view.current = made;
    return () => made.destroy();
  }, [page]);
  useSignalEffect(() => {
    const text = page.text.value;
    if (view.current) replace(view.current, text);
  });
  useSignalEffect(() => {
    const now = page.run.value;
    if (view.current) mark(view.current, now.kind === "failed" ? now : null);
  });
  const now = page.run.value;
  return (
    <div class="editor">
      <div class="code" ref={host} />
      {now.kind === "failed" && now.parameter === null && (
        <p class="wrong" role="alert">
          <span dir="auto">{now.error}</span>{" "}
          {now.line !== null && (
            <button type="button" onClick={() => view.current && visit(view.current, now.line ?? 1, now.column)}>
              Go to line {now.line}
            </button>
          )}
        </p>
      )}
    </div>
  );
}
