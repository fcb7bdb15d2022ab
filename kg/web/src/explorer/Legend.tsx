import { useComputed } from "@preact/signals";
import { standingOf } from "../model/voices";
import { STATUS_WORDS, UNTAKEN } from "../model/words";
import type { Status } from "../data/graph";
import { Stroke } from "./Names";
import type { Explorer } from "./state";
import { Swatch } from "./Swatch";

const MOST = 8;
const WIDE = "(min-width: 1600px) and (min-height: 700px)";

/** What the drawing's signs mean: the most frequent classes, and the statuses that there are. */
export function Legend({ state }: { readonly state: Explorer }) {
  const facets = useComputed(() => state.facets.value);
  const untaken = useComputed(() => [...state.model.value.lines.values()].some((line) => standingOf(line) === "untaken"));
  const { classes, statuses } = facets.value;
  const rest = classes.length - MOST;
  return (
    <details class="legend" open={window.matchMedia(WIDE).matches}>
      <summary>Legend</summary>
      <ul>
        {classes.slice(0, MOST).map((one) => (
          <li key={one.id}>
            <Swatch state={state} type={one.id || null} /> {one.label}
          </li>
        ))}
        {rest > 0 && <li class="quiet">and {rest} more under Filters</li>}
        {statuses.map((one) => (
          <li key={one.id}>
            <Stroke status={one.id} /> {STATUS_WORDS[one.id as Status | "derived"].name.toLowerCase()}
          </li>
        ))}
        {untaken.value && (
          <li>
            <Stroke status="untaken" /> {UNTAKEN}
          </li>
        )}
      </ul>
    </details>
  );
}
