import { useLayoutEffect, useRef } from "preact/hooks";
import type { Explorer } from "../state";
import { ArticlePanel } from "./ArticlePanel";
import { EntityPanel } from "./EntityPanel";
import { LinePanel } from "./LinePanel";
import { Overview } from "./Overview";

/** What is known of the thing that was chosen, or of all there is; `back` is what leads to what was chosen before, if anything does. */
export function Panel({ state, back }: { readonly state: Explorer; readonly back?: () => void }) {
  const choice = state.choice.value;
  const left = choice ? null : state.filters.value;
  const box = useRef<HTMLDivElement>(null);
  const opened = useRef(false);
  useLayoutEffect(() => {
    show(box.current, choice?.kind !== "article", opened.current);
    opened.current = true;
  }, [choice, left]);
  return (
    <div class="about" ref={box}>
      {choice && (
        <p class="bar">
          {back && (
            <button type="button" onClick={back}>
              Back
            </button>
          )}
          <button type="button" onClick={() => (state.choice.value = null)}>
            Overview
          </button>
        </p>
      )}
      <About state={state} />
    </div>
  );
}

function About({ state }: { readonly state: Explorer }) {
  const choice = state.choice.value;
  const known = state.model.value;
  const line = choice?.kind === "line" ? known.lines.get(choice.key) : undefined;
  const entity = choice?.kind === "entity" ? known.entities.get(choice.id) : undefined;
  if (choice?.kind === "line" && line) return <LinePanel key={line.key} state={state} line={line} chosen={choice.statement} />;
  if (entity) return <EntityPanel key={entity.id} state={state} entity={entity} />;
  if (choice?.kind === "article") return <ArticlePanel key={choice.id} state={state} id={choice.id} chosen={choice.statement} words={choice.words} />;
  return <Overview state={state} />;
}

/** Begin at the top, where what the filters leave is too, or at the statement that was chosen; who chose, with what isn't there any more, goes on at the heading. */
function show(box: HTMLElement | null, scroll: boolean, focus: boolean): void {
  if (!box) return;
  const card = box.querySelector(".card.chosen");
  if (card) card.scrollIntoView({ block: "center" });
  else if (scroll) box.closest("aside")?.scrollTo(0, 0);
  if (focus && (document.activeElement === document.body || document.activeElement === null)) box.querySelector("h2")?.focus({ preventScroll: true });
}
