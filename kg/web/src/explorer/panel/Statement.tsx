import type { Article, Statement } from "../../data/graph";
import { Reject } from "../../edit/Decide";
import type { Line } from "../../model/model";
import { context } from "../../model/context";
import { pieces, slicer } from "../../model/spans";
import { safeAddress, shorten } from "../../model/text";
import { voiceOf } from "../../model/voices";
import { amountWords, imprint, statusSentence, whenMeaning } from "../../model/words";
import { isComing, useArticle } from "../articles";
import { ChoiceLink, EntityLink } from "../Names";
import type { Explorer } from "../state";
import { LineRow } from "./LineRow";

interface Shown {
  readonly state: Explorer;
  readonly statement: Statement;
}

/** One statement: the words, who says them, how sure, how much, when, and where they stand. */
export function StatementCard({ state, statement, line, chosen }: Shown & { readonly line: Line; readonly chosen: boolean }) {
  const own = state.model.value.lineOfStatement.get(statement.id);
  const article = useArticle(state, statement.article);
  return (
    <article class={chosen ? "card chosen" : "card"}>
      {own && own.key !== line.key && <LineRow state={state} line={own} />}
      <Quotation state={state} statement={statement} article={article} />
      <Speaker state={state} statement={statement} />
      <Facts statement={statement} article={article} />
      <Origin state={state} statement={statement} article={article} />
      {state.live?.decisions && <Reject decisions={state.live.decisions} statement={statement.id} />}
    </article>
  );
}

/** The sentence, its evidence marked at its very characters, between those before and after it. */
function Quotation({ state, statement, article }: Shown & { readonly article: Article | undefined }) {
  const { start, end, sentence_start, sentence_end } = statement;
  if (article && isComing(state, article)) return <blockquote class="quiet">The article is being fetched …</blockquote>;
  const text = article?.text ?? null;
  if (text === null) return <blockquote dir="auto">{statement.quote ? <mark>{statement.quote}</mark> : "The store holds no words of it."}</blockquote>;
  const sentence = slicer(text)(sentence_start, sentence_end);
  const { before, after } = context(text, sentence_start, sentence_end);
  return (
    <blockquote dir="auto">
      {before && <span class="context">{before} </span>}
      {pieces(sentence, [{ start: start - sentence_start, end: end - sentence_start, id: "" }]).map((piece) =>
        piece.ids.length ? <mark>{piece.text}</mark> : piece.text,
      )}
      {after && <span class="context"> {after}</span>}
    </blockquote>
  );
}

function Speaker({ state, statement }: Shown) {
  const voice = voiceOf(state.model.value, statement);
  return (
    <p class="speaker">
      {voice.speaker === null ? (
        <>
          The article itself says so (<bdi>{shorten(voice.name, 120)}</bdi>)
        </>
      ) : (
        <>
          According to <EntityLink state={state} id={voice.speaker} />
        </>
      )}
      {statement.reported_by.map((id, n) => (
        <>
          {n ? ", " : ", as reported by "}
          <EntityLink state={state} id={id} />
        </>
      ))}
    </p>
  );
}

function Facts({ statement, article }: { readonly statement: Statement; readonly article: Article | undefined }) {
  const { amount, when, modality } = statement;
  const exact = amount ? amountWords(amount) : "";
  return (
    <dl>
      <dt>Status</dt>
      <dd>{statusSentence(statement.status, modality)}</dd>
      {amount && (
        <>
          <dt>How much</dt>
          <dd>
            <bdi>{amount.words}</bdi>
            {exact && exact !== amount.words && <span class="quiet"> ({exact})</span>}
          </dd>
        </>
      )}
      {when && (
        <>
          <dt>When</dt>
          <dd>
            <bdi>{when.words}</bdi>
            <span class="quiet"> {whenMeaning(when, article)}</span>
          </dd>
        </>
      )}
    </dl>
  );
}

function Origin({ state, statement, article }: Shown & { readonly article: Article | undefined }) {
  if (!article) return <p class="origin quiet">The store doesn’t hold the article.</p>;
  const outside = safeAddress(article.url);
  return (
    <div class="origin">
      <p>
        <cite dir="auto">{shorten(article.title ?? "Untitled article", 200)}</cite>
        <span class="quiet" dir="auto">
          {" · "}
          {shorten(imprint(article), 200)}
        </span>
      </p>
      <p class="actions">
        <ChoiceLink state={state} choice={{ kind: "article", id: article.id, statement: statement.id }}>
          Show in the article
        </ChoiceLink>
        {outside !== null && (
          <a href={outside} rel="noopener noreferrer" target="_blank">
            Open at <bdi>{shorten(new URL(outside).host, 60)}</bdi>
          </a>
        )}
      </p>
    </div>
  );
}
