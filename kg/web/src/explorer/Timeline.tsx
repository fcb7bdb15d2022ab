import { useMemo, useState } from "preact/hooks";
import { dayOf, isoDay } from "../model/dates";
import { NO_FILTERS, shownLines } from "../model/filters";
import { type Bin, timeline } from "../model/timeline";
import { count } from "../model/text";
import { change } from "./Filters";
import type { Explorer } from "./state";

const HEIGHT = 40;
/** Where fewer than this part of the statements has a date, the timeline is folded. */
const FEW = 0.1;

/** When it was: the statements over time, with two ends to draw together, and whether what has no date is shown. */
export function Timeline({ state }: { readonly state: Explorer }) {
  const known = state.model.value;
  const { relations, classes, statuses, speakers } = state.filters.value;
  const [opened, setOpened] = useState(false);
  const { bins, dated, undated } = useMemo(
    () => timeline(shownLines(known, { ...NO_FILTERS, relations, classes, statuses, speakers })),
    [known, relations, classes, statuses, speakers],
  );
  const { from, to } = state.filters.value;
  if (bins.length === 0) return null;
  if (!opened && from === null && to === null && dated < FEW * (dated + undated))
    return (
      <section class="timeline" aria-label="Timeline">
        <button type="button" class="more" aria-expanded={false} onClick={() => setOpened(true)}>
          Timeline: {dated.toLocaleString("en")} of {count(dated + undated, "statement")} {dated === 1 ? "has" : "have"} a date
        </button>
      </section>
    );
  const last = bins.length - 1;
  const first = from === null ? 0 : Math.max(0, bins.findIndex((bin) => bin.to >= dayOf(from)));
  const end = to === null ? last : Math.max(first, bins.findLastIndex((bin) => bin.from <= dayOf(to)));
  const select = (low: number, high: number): void => {
    const next = { from: low <= 0 ? null : isoDay(bins[low]?.from ?? 0), to: high >= last ? null : isoDay(bins[high]?.to ?? 0) };
    change(state, { ...next, ...undatedThen(state.filters.value, next) });
  };
  return (
    <section class="timeline" aria-label="Timeline">
      <div class="brush">
        <Histogram bins={bins} first={first} last={end} />
        <input
          type="range"
          aria-label="From"
          min={0}
          max={last}
          value={first}
          aria-valuetext={bins[first]?.label}
          onInput={(event) => select(Math.min(event.currentTarget.valueAsNumber, end), end)}
        />
        <input
          type="range"
          aria-label="To"
          min={0}
          max={last}
          value={end}
          aria-valuetext={bins[end]?.label}
          onInput={(event) => select(first, Math.max(event.currentTarget.valueAsNumber, first))}
        />
      </div>
      <p>
        <output>
          {bins[first]?.label}
          {end > first && ` – ${bins[end]?.label}`}
        </output>
        <span class="key own">dated by its words</span>
        <span class="key published">by its article’s date</span>
        {undated > 0 && (
          <label>
            <input type="checkbox" checked={state.filters.value.undated} onChange={(event) => change(state, { undated: event.currentTarget.checked })} />
            {count(undated, "statement")} without a date
          </label>
        )}
      </p>
    </section>
  );
}

/** Who asks for some time doesn't ask for what has none, until he ticks it; who asks for all time does. */
function undatedThen(now: Ends, next: Ends): { undated?: boolean } {
  const [asked, asks] = [now, next].map(({ from, to }) => from !== null || to !== null);
  return asked === asks ? {} : { undated: !asks };
}

interface Ends {
  readonly from: string | null;
  readonly to: string | null;
}

/** Bars as high as there are statements; their square root, so that one beside a thousand is seen. */
function Histogram({ bins, first, last }: { readonly bins: readonly Bin[]; readonly first: number; readonly last: number }) {
  const most = Math.sqrt(bins.reduce((top, bin) => Math.max(top, bin.own + bin.published), 1));
  return (
    <svg viewBox={`0 0 ${bins.length} ${HEIGHT}`} preserveAspectRatio="none" aria-hidden="true">
      {bins.map((bin, n) => {
        const whole = bin.own + bin.published;
        if (whole === 0) return null;
        const high = Math.max(2, (Math.sqrt(whole) / most) * HEIGHT);
        const own = (high * bin.own) / whole;
        return (
          <g key={bin.from} class={n >= first && n <= last ? "" : "out"}>
            <title>{`${bin.label}: ${Math.round(whole * 10) / 10}`}</title>
            <rect class="published" x={n + 0.1} width={0.8} y={HEIGHT - high} height={Math.max(0, high - own)} />
            <rect class="own" x={n + 0.1} width={0.8} y={HEIGHT - own} height={own} />
          </g>
        );
      })}
    </svg>
  );
}
