import { useState } from "preact/hooks";
import type { Line } from "../../model/model";
import { rove } from "../keyboard";
import type { Explorer } from "../state";
import { LineRow } from "./LineRow";

const AT_FIRST = 12;
const MORE = 200;

/** Lines as a list, a long one some at a time. */
export function LineList({ state, lines, beside }: { readonly state: Explorer; readonly lines: readonly Line[]; readonly beside?: string }) {
  const [shown, show] = useState(AT_FIRST);
  const rest = lines.length - shown;
  return (
    <>
      <ul class="rows" onKeyDown={rove}>
        {lines.slice(0, shown).map((line) => (
          <li key={line.key}>
            <LineRow state={state} line={line} {...(beside !== undefined && { beside })} />
          </li>
        ))}
      </ul>
      {rest > 0 && (
        <button type="button" class="more" onClick={() => show(shown + MORE)}>
          Show {Math.min(rest, MORE).toLocaleString("en")} more
        </button>
      )}
    </>
  );
}
