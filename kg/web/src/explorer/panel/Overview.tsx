import type { ComponentChildren } from "preact";
import { useMemo, useState } from "preact/hooks";
import { type Facet, type Facets, only } from "../../model/facets";
import { NO_FILTERS } from "../../model/filters";
import { type Counted, summary } from "../../model/about";
import type { Line } from "../../model/model";
import { count, shorten } from "../../model/text";
import { evidenceOf } from "../../model/voices";
import { STATUS_WORDS } from "../../model/words";
import { type Article, STATUSES } from "../../data/graph";
import { ChoiceLink, Stroke } from "../Names";
import { rove } from "../keyboard";
import type { Explorer } from "../state";
import { LineList } from "./LineList";

const STANDINGS = [...STATUSES, "derived"] as const;
const MOST = 8;
const MORE = 100;

/** What there is, while nothing is chosen: how much, what the filters leave, who is in it most, what is told most, who tells it, what is denied. */
export function Overview({ state }: { readonly state: Explorer }) {
  const known = state.model.value;
  const lines = state.lines.value;
  const { names, statuses, connected, denied, contested } = summary(known, lines, MOST);
  const all = state.facets.value;
  const filtered = lines.length < known.lines.size;
  const ofAll = filtered ? ", of all claims" : "";
  const inArticles = useMemo(() => new Set(lines.flatMap((line) => evidenceOf(known, line).flatMap((one) => one.article ?? []))).size, [known, lines]);
  return (
    <>
      <h2 tabIndex={-1}>Every arrow has its evidence</h2>
      <p>
        {filtered && `${inArticles.toLocaleString("en")} of `}
        {count(known.articles.size, "article")}, {count(names, "name")}, {count(lines.length, "claim")}. Choose an arrow to read the sentence behind it and
        who says so; choose a name to see all that is said of it.
      </p>
      <ul class="statuses">
        {STANDINGS.filter((status) => statuses[status]).map((status) => (
          <li key={status}>
            <button type="button" class="counted" onClick={() => leave(state, "statuses", status)}>
              <Stroke status={status} />
              <span>{STATUS_WORDS[status].name}</span>
              <span class="count">{statuses[status]?.toLocaleString("en")}</span>
            </button>
          </li>
        ))}
      </ul>
      {filtered && <Lines title="What the filters leave" state={state} lines={lines} />}
      <h3>Most connected</h3>
      <ul class="rows" onKeyDown={rove}>
        {connected.map((one) => (
          <li key={one.id}>
            <ChoiceLink class="counted" state={state} choice={{ kind: "entity", id: one.id }}>
              <bdi>{shorten(one.label, 80)}</bdi>
              <span class="count">{one.count.toLocaleString("en")}</span>
            </ChoiceLink>
          </li>
        ))}
      </ul>
      <Frequent title={`Told most often${ofAll}`} state={state} facet="relations" counted={all.relations} />
      <Frequent title={`Who says so${ofAll}`} state={state} facet="speakers" counted={all.speakers}>
        <OwnVoice all={all} />
      </Frequent>
      {!filtered && <Lines title="Denied" state={state} lines={denied} />}
      {!filtered && <Lines title="Disputed or told otherwise too" state={state} lines={contested} />}
      <Articles state={state} title={`Articles${ofAll}`} />
    </>
  );
}

function Lines({ title, state, lines }: { readonly title: string; readonly state: Explorer; readonly lines: readonly Line[] }) {
  return (
    <>
      <h3>
        {title} ({lines.length.toLocaleString("en")})
      </h3>
      {lines.length ? <LineList state={state} lines={lines} /> : <p class="quiet">None of the claims.</p>}
    </>
  );
}

/** The articles, those that say most first. */
function Articles({ state, title }: { readonly state: Explorer; readonly title: string }) {
  const [most, setMost] = useState(MOST);
  const { articles, statementsIn, lineOfStatement } = state.model.value;
  const said = (article: Article): number => new Set(statementsIn.get(article.id)?.map((one) => lineOfStatement.get(one.id))).size;
  const all = useMemo(() => [...articles.values()].sort((one, other) => said(other) - said(one)), [articles]);
  return (
    <>
      <h3>
        {title} ({all.length.toLocaleString("en")})
      </h3>
      <ul class="rows" onKeyDown={rove}>
        {all.slice(0, most).map((one) => (
          <li key={one.id}>
            <ChoiceLink class="counted" state={state} choice={{ kind: "article", id: one.id }}>
              <bdi>{shorten(one.title ?? "Untitled article", 100)}</bdi>
              <span class="count">{said(one).toLocaleString("en")}</span>
            </ChoiceLink>
          </li>
        ))}
      </ul>
      <More rest={all.length - most} of="articles" show={() => setMost(most + MORE)} />
    </>
  );
}

/** What shows more of a long list, where there is more. */
function More({ rest, of, show }: { readonly rest: number; readonly of: string; readonly show: () => void }) {
  if (rest <= 0) return null;
  return (
    <button type="button" class="more" onClick={show}>
      Show {Math.min(rest, MORE)} more <span class="hidden-text">({of})</span>
    </button>
  );
}

interface Shown {
  readonly title: string;
  readonly state: Explorer;
  readonly facet: Facet;
  readonly counted: readonly Counted[];
  readonly children?: ComponentChildren;
}

/** What is most frequent of all, each with its claims behind it. */
function Frequent({ title, state, facet, counted, children }: Shown) {
  const [most, setMost] = useState(MOST);
  return (
    <>
      <h3>{title}</h3>
      {children}
      <ul class="rows" onKeyDown={rove}>
        {counted.slice(0, most).map((one) => (
          <li key={one.id}>
            <button type="button" class="counted" onClick={() => leave(state, facet, one.id)}>
              <bdi>{shorten(one.label, 80)}</bdi>
              <span class="count">{one.count.toLocaleString("en")}</span>
            </button>
          </li>
        ))}
      </ul>
      <More rest={counted.length - most} of={title} show={() => setMost(most + MORE)} />
    </>
  );
}

/** What it means that an article itself says so, where any does. */
function OwnVoice({ all }: { readonly all: Facets }) {
  const own = all.speakers.find((one) => one.id === "")?.count ?? 0;
  return (
    <p class="quiet">
      {own > 0 && `${count(own, "claim")} ${own === 1 ? "is" : "are"} in an article’s own voice: it names nobody who says so. `}
      Who says most comes first.
    </p>
  );
}

/** Leave the claims of one relation, speaker or status alone: they're listed at the panel's top, and drawing or list stays what it is. */
function leave(state: Explorer, facet: Facet, id: string): void {
  state.filters.value = only(NO_FILTERS, state.facets.value, facet, [id]);
}
