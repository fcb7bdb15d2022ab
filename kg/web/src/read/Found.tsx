import { useComputed, useSignal, type Signal } from "@preact/signals";
import { useEffect, useMemo, useRef } from "preact/hooks";
import { Stroke } from "../explorer/Names";
import { model, nameOf, type Model } from "../model/model";
import { pieces } from "../model/spans";
import { shorten } from "../model/text";
import { voiceOf } from "../model/voices";
import { STATUS_WORDS } from "../model/words";
import { facts, type Fact, type Preview } from "./preview";

const NAME_LENGTH = 80;

/** What was found so far: the text with its evidence marked, and beside it what that says. One leads to the other. */
export function Found({ preview }: { readonly preview: Preview }) {
  const chosen = useSignal<string | null>(null);
  const known = useMemo(() => model({ ...preview.graph, articles: preview.article ? [preview.article] : [] }), [preview]);
  const all = useMemo(() => facts(preview), [preview]);
  return (
    <div class="found">
      <ol class="facts" aria-label="Facts">
        {all.map((fact) => (
          <Row key={fact.statement.id} known={known} fact={fact} chosen={chosen} />
        ))}
      </ol>
      {preview.article?.text != null && <Text text={preview.article.text} all={all} chosen={chosen} />}
    </div>
  );
}

type Chosen = Signal<string | null>;

function Row({ known, fact, chosen }: { readonly known: Model; readonly fact: Fact; readonly chosen: Chosen }) {
  const { arrow, statement } = fact;
  const is = useComputed(() => chosen.value === statement.id);
  const item = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (is.value) item.current?.scrollIntoView({ block: "nearest" });
  }, [is.value]);
  const name = (id: string) => <bdi>{shorten(nameOf(known, id), NAME_LENGTH)}</bdi>;
  return (
    <li ref={item}>
      <button type="button" class={`row ${arrow.status}`} aria-pressed={is.value} onClick={() => (chosen.value = statement.id)}>
        <Stroke status={arrow.status} />
        <span>
          {name(arrow.subject)} <span class="relation">{arrow.label}</span> {name(arrow.object)}{" "}
          <span class="quiet" dir="auto">
            {arrow.status === "affirmed" ? "" : `${STATUS_WORDS[arrow.status].name.toLowerCase()}, `}by {shorten(voiceOf(known, statement).name, NAME_LENGTH)}
          </span>
        </span>
      </button>
    </li>
  );
}

function Text({ text, all, chosen }: { readonly text: string; readonly all: readonly Fact[]; readonly chosen: Chosen }) {
  const box = useRef<HTMLDivElement>(null);
  const cut = useMemo(() => pieces(text, all.map(({ statement }) => statement)), [text, all]);
  useEffect(() => {
    if (chosen.value !== null) box.current?.querySelector("mark.chosen")?.scrollIntoView({ block: "nearest" });
  }, [chosen.value]);
  return (
    <div class="text" dir="auto" ref={box} tabIndex={0} role="region" aria-label="The article">
      {cut.map((piece, n) =>
        piece.ids.length === 0 ? (
          piece.text
        ) : (
          <mark key={n} class={chosen.value !== null && piece.ids.includes(chosen.value) ? "chosen" : ""} onClick={() => (chosen.value = next(piece.ids, chosen.value))}>
            {piece.text}
          </mark>
        ),
      )}
    </div>
  );
}

/** Of several statements of the same words, the one after that which is chosen. */
function next(ids: readonly string[], now: string | null): string | null {
  return ids[(ids.indexOf(now ?? "") + 1) % ids.length] ?? null;
}
