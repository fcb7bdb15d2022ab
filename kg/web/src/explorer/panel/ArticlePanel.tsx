import { signal } from "@preact/signals";
import { useLayoutEffect, useMemo, useRef } from "preact/hooks";
import type { Article, Statement } from "../../data/graph";
import { Remove } from "../../edit/Decide";
import { pieces, type Piece } from "../../model/spans";
import { count, safeAddress, shorten } from "../../model/text";
import { imprint } from "../../model/words";
import { isComing, useArticle } from "../articles";
import { onPress } from "../keyboard";
import { ChoiceLink } from "../Names";
import type { Choice, Explorer } from "../state";
import { LineList } from "./LineList";
import { LineRow } from "./LineRow";

type Words = Extract<Choice, { readonly kind: "article" }>["words"];

interface Shown {
  readonly state: Explorer;
  readonly id: string;
  readonly chosen: string | undefined;
  readonly words: Words | undefined;
}

/** A whole article, the evidence of all its statements marked; marked words lead to what they are evidence of. */
export function ArticlePanel({ state, id, chosen, words }: Shown) {
  const article = useArticle(state, id);
  if (!article) return <p>This page doesn’t hold that article.</p>;
  const statements = state.model.value.statementsIn.get(id) ?? [];
  const lines = [...new Set(statements.flatMap((one) => state.model.value.lineOfStatement.get(one.id) ?? []))];
  const outside = safeAddress(article.url);
  return (
    <>
      <h2 tabIndex={-1} dir="auto">
        {article.title ?? "Untitled article"}
      </h2>
      <p class="quiet" dir="auto">
        {imprint(article)}
        {!article.published && ": what “last month” or “Tuesday” means in it can’t be told"}.
      </p>
      {outside !== null && (
        <p>
          <a href={outside} rel="noopener noreferrer" target="_blank">
            Open at <bdi>{shorten(new URL(outside).host, 60)}</bdi>
          </a>
        </p>
      )}
      <p class="quiet">
        {count(statements.length, "statement")} of {count(lines.length, "claim")} {statements.length === 1 ? "stands" : "stand"} here: choose marked words to see what they say.
      </p>
      {state.live?.decisions && <Remove decisions={state.live.decisions} article={article.id} />}
      {article.text !== null ? (
        <Text state={state} article={article} text={article.text} statements={statements} chosen={chosen} words={words} />
      ) : (
        <p class="quiet">{isComing(state, article) ? "The article is being fetched …" : "The store doesn’t hold this article’s text."}</p>
      )}
      <h3>What it says ({count(lines.length, "claim")})</h3>
      <LineList state={state} lines={lines} />
    </>
  );
}

/** In the place of a statement's id: words that were searched for. */
const FOUND = "";

interface TextShown {
  readonly state: Explorer;
  readonly article: Article;
  readonly text: string;
  readonly statements: readonly Statement[];
  readonly chosen: string | undefined;
  readonly words: Words | undefined;
}

function Text({ state, article, text, statements, chosen, words }: TextShown) {
  const box = useRef<HTMLDivElement>(null);
  const open = useMemo(() => signal<number | null>(null), [article.id]);
  const all = useMemo(() => pieces(text, words ? [...statements, { ...words, id: FOUND }] : statements), [text, statements, words]);
  useLayoutEffect(() => {
    box.current?.querySelector("mark.chosen, mark.sought")?.scrollIntoView({ block: "center" });
  }, [article.id, chosen, words]);
  return (
    <div class="text" dir="auto" ref={box}>
      {all.map((piece, n) =>
        piece.ids.length === 0 ? (
          piece.text
        ) : piece.ids.every((one) => one === FOUND) ? (
          <mark class="sought">{piece.text}</mark>
        ) : (
          <Marked key={n} state={state} piece={piece} chosen={chosen} open={open.value === n} toggle={() => (open.value = open.value === n ? null : n)} />
        ),
      )}
    </div>
  );
}

interface MarkedShown {
  readonly state: Explorer;
  readonly piece: Piece;
  readonly chosen: string | undefined;
  readonly open: boolean;
  readonly toggle: () => void;
}

/** Words that are evidence: a link to their line, or, where they are evidence of several, a choice among these. */
function Marked({ state, piece, chosen, open, toggle }: MarkedShown) {
  const lines = [...new Set(piece.ids.flatMap((id) => state.model.value.lineOfStatement.get(id) ?? []))];
  const statement = piece.ids.find((id) => id === chosen) ?? piece.ids.find((id) => id !== FOUND) ?? "";
  const line = lines[0];
  const standing = chosen !== undefined && piece.ids.includes(chosen) ? "chosen" : lines.length > 1 ? "several" : "";
  const look = piece.ids.includes(FOUND) ? `${standing} sought`.trim() : standing;
  if (!line) return <>{piece.text}</>;
  const choice: Choice = { kind: "line", key: line.key, statement };
  if (lines.length === 1)
    return (
      <mark class={look}>
        <ChoiceLink state={state} choice={choice}>
          {piece.text}
        </ChoiceLink>
      </mark>
    );
  return (
    <>
      <mark class={look}>
        <a role="button" tabIndex={0} aria-expanded={open} onClick={toggle} onKeyDown={onPress(toggle)}>
          {piece.text}
        </a>
      </mark>
      {open && (
        <span class="choice">
          {lines.map((one) => (
            <LineRow key={one.key} state={state} line={one} />
          ))}
        </span>
      )}
    </>
  );
}
