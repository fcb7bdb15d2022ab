import { useState } from "preact/hooks";
import type { Choosable, Facet } from "../model/facets";
import { type Filters as All, NO_FILTERS } from "../model/filters";
import { filterWords } from "../model/filterwords";
import { count, fold, shorten } from "../model/text";
import { Stroke } from "./Names";
import type { Explorer } from "./state";
import { Swatch } from "./Swatch";

const FACETS: readonly (readonly [Facet, string])[] = [
  ["statuses", "Status"],
  ["relations", "Relation"],
  ["classes", "Class"],
  ["speakers", "Who says so"],
];
/** A list of more than this can be searched, and shows no more than that at once. */
const SHORT = 10;
const MOST = 60;

/** What may be left out of drawing and list. */
export function Filters({ state }: { readonly state: Explorer }) {
  const close = (): unknown => (state.filtering.value = false);
  return (
    <section class="filters" id="filters" aria-label="Filters">
      <p class="bar">
        <button type="button" onClick={close}>
          Close filters
        </button>
      </p>
      {FACETS.map(([facet, title]) => (
        <FacetList key={facet} state={state} facet={facet} title={title} />
      ))}
    </section>
  );
}

interface Shown {
  readonly state: Explorer;
  readonly facet: Facet;
  readonly title: string;
}

function FacetList({ state, facet, title }: Shown) {
  const [words, setWords] = useState("");
  const all = state.facets.value[facet];
  const out = state.filters.value[facet] as ReadonlySet<string>;
  const found = words.trim() ? all.filter((one) => fold(one.label.slice(0, 200)).includes(fold(words.trim()))) : all;
  const leaveOut = (ids: readonly string[]): void => change(state, { [facet]: new Set(ids) });
  const rest = all.map((one) => one.id);
  return (
    <fieldset>
      <legend>{title}</legend>
      <p class="all">
        <button type="button" aria-label={`Show all: ${title}`} disabled={out.size === 0} onClick={() => leaveOut([])}>
          All
        </button>
        <button type="button" aria-label={`Show none: ${title}`} disabled={out.size === all.length} onClick={() => leaveOut(rest)}>
          None
        </button>
      </p>
      {all.length > SHORT && (
        <input
          type="search"
          aria-label={`Find in ${title}`}
          placeholder="Find"
          value={words}
          onInput={(event) => setWords(event.currentTarget.value)}
        />
      )}
      <div class={all.length > SHORT ? "long" : ""}>
        {found.slice(0, MOST).map((one) => (
          <Option key={one.id} state={state} facet={facet} one={one} shown={!out.has(one.id)} toggle={() => leaveOut(toggled(out, one.id))} only={() => leaveOut(rest.filter((id) => id !== one.id))} />
        ))}
        {found.length > MOST && <p class="quiet">… and {(found.length - MOST).toLocaleString("en")} more: find them by name.</p>}
      </div>
    </fieldset>
  );
}

interface OptionShown {
  readonly state: Explorer;
  readonly facet: Facet;
  readonly one: Choosable;
  readonly shown: boolean;
  readonly toggle: () => void;
  readonly only: () => void;
}

function Option({ state, facet, one, shown, toggle, only }: OptionShown) {
  return (
    <div class="option">
      <label>
        <input type="checkbox" checked={shown} onChange={toggle} />
        {facet === "statuses" && <Stroke status={one.id} />}
        {facet === "classes" && <Swatch state={state} type={one.id || null} />}
        <bdi>{shorten(one.label, 60)}</bdi>
        <span class="count">{one.count.toLocaleString("en")}</span>
      </label>
      <button type="button" class="only" aria-label={`Only ${shorten(one.label, 60)}`} onClick={only}>
        only
      </button>
    </div>
  );
}

/** The filters in words, with what clears them. */
export function FilterState({ state }: { readonly state: Explorer }) {
  const words = filterWords(state.facets.value, state.filters.value);
  if (words.length === 0) return null;
  return (
    <p class="filtered" dir="auto">
      <span>
        {state.lines.value.length.toLocaleString("en")} of {count(state.model.value.lines.size, "claim")}: {words.join("; ")}.
      </span>
      <button type="button" onClick={() => (state.filters.value = NO_FILTERS)}>
        Clear filters
      </button>
    </p>
  );
}

export function change(state: Explorer, changed: Partial<All>): void {
  state.filters.value = { ...state.filters.value, ...changed };
}

function toggled(out: ReadonlySet<string>, id: string): readonly string[] {
  return out.has(id) ? [...out].filter((one) => one !== id) : [...out, id];
}
