import { useMemo, useState } from "preact/hooks";
import type { Entity } from "../../data/graph";
import { articlesAbout, type Mention, mentions } from "../../model/mentions";
import { namer } from "../../model/names";
import { count, listed, shorten } from "../../model/text";
import { isComing, useArticles } from "../articles";
import { rove } from "../keyboard";
import { ChoiceLink } from "../Names";
import type { Explorer } from "../state";

/** So many articles are looked through at once. */
const REACH = 25;
/** As long as what comes after a sentence may be. */
const LONG = 400;
const AT_FIRST = 5;
const MORE = 50;

/** The sentences that name an entity, those that no claim about it rests on first: what no relation tells is there to be read. */
export function Mentions({ state, entity }: { readonly state: Explorer; readonly entity: Entity }) {
  const [reach, setReach] = useState(REACH);
  const known = state.model.value;
  const ids = useMemo(() => articlesAbout(known, entity.id), [known, entity.id]);
  const near = useMemo(() => ids.slice(0, reach), [ids, reach]);
  const articles = useArticles(state, near);
  const { names, find } = useMemo(() => namer(known, entity), [known, entity]);
  const found = useMemo(() => articles.flatMap((article) => mentions(known, entity, find, article)), [known, entity, find, articles]);
  const left = ids.length - near.length;
  const coming = articles.some((one) => isComing(state, one));
  if (found.length === 0 && left === 0 && !coming) return null;
  return (
    <>
      <h3>In the articles ({found.length.toLocaleString("en")})</h3>
      {found.length > 0 && names.length > 1 && (
        <p class="quiet" dir="auto">
          Found by {listed(names.map((name) => `“${shorten(name, 60)}”`), 6)}: see whether another is meant.
        </p>
      )}
      <Named state={state} title="Without a claim" all={found.filter((one) => !one.claimed)} />
      <Named state={state} title="With a claim" all={found.filter((one) => one.claimed)} />
      {coming && <p class="quiet">More articles are being fetched …</p>}
      {left > 0 && (
        <button type="button" class="more" onClick={() => setReach(reach + REACH)}>
          Look in {count(Math.min(left, REACH), "more article")} of {ids.length.toLocaleString("en")}
        </button>
      )}
    </>
  );
}

/** Sentences, each a link to its place in the article. */
function Named({ state, title, all }: { readonly state: Explorer; readonly title: string; readonly all: readonly Mention[] }) {
  const [most, setMost] = useState(AT_FIRST);
  const rest = all.length - most;
  if (all.length === 0) return null;
  return (
    <section aria-label={title}>
      <h4>
        {title} ({all.length.toLocaleString("en")})
      </h4>
      <ul class="rows" onKeyDown={rove}>
        {all.slice(0, most).map((one, n) => (
          <li key={`${one.article} ${one.start}`}>
            {one.article !== all[n - 1]?.article && <Title state={state} article={one.article} />}
            <Sentence state={state} one={one} />
          </li>
        ))}
      </ul>
      {rest > 0 && (
        <button type="button" class="more" onClick={() => setMost(most + MORE)}>
          Show {Math.min(rest, MORE)} more <span class="hidden-text">({title})</span>
        </button>
      )}
    </section>
  );
}

function Title({ state, article }: { readonly state: Explorer; readonly article: string }) {
  return (
    <cite class="quiet" dir="auto">
      {shorten(state.model.value.articles.get(article)?.title ?? "Untitled article", 120)}
    </cite>
  );
}

function Sentence({ state, one }: { readonly state: Explorer; readonly one: Mention }) {
  const { article, start, end, words, after } = one;
  return (
    <ChoiceLink class="row mention" state={state} choice={{ kind: "article", id: article, words: { start, end } }}>
      <span dir="auto">
        {words.map((piece) => (piece.ids.length ? <b>{piece.text}</b> : piece.text))}
        {after && <span class="context"> {shorten(after, LONG)}</span>}
      </span>
    </ChoiceLink>
  );
}
