import { useMemo, useState } from "preact/hooks";
import { arranged, bySentence, Claim, type Column, grouped, type Grouping } from "../model/claims";
import { quotations } from "../model/quotations";
import { count, listed, shorten } from "../model/text";
import { rove } from "./keyboard";
import { ChoiceLink, StatusTag } from "./Names";
import type { Explorer } from "./state";

const PAGE = 200;
const COLUMNS: readonly (readonly [Column, string])[] = [
  ["subject", "Who"],
  ["relation", "does what"],
  ["object", "to whom"],
  ["status", "Status"],
  ["speakers", "Who says so"],
  ["day", "When"],
  ["amount", "How much"],
];
const GROUPINGS: readonly (readonly [Grouping, string])[] = [
  ["", "nothing"],
  ["subject", "who"],
  ["relation", "what they do"],
  ["object", "to whom"],
  ["status", "status"],
  ["speakers", "who says so"],
  ["articles", "article"],
];

/** All lines that the filters leave, as a table: the same as the drawing, for reading, sorting and searching. */
export function Claims({ state }: { readonly state: Explorer }) {
  const [words, setWords] = useState("");
  const [by, setBy] = useState<Column>("subject");
  const [down, setDown] = useState(false);
  const [grouping, setGrouping] = useState<Grouping>("");
  const [most, setMost] = useState(PAGE);
  const known = state.model.value;
  const lines = state.lines.value;
  const quotation = useMemo(() => quotations(known), [known]);
  const all = useMemo(() => lines.map((line) => new Claim(known, line, quotation)), [known, lines, quotation]);
  const found = useMemo(() => arranged(all, words, by, down), [all, words, by, down]);
  const quoted = useMemo(() => bySentence(found, words), [found, words]);
  const shown = found.slice(0, most);
  const sort = (column: Column): void => {
    setDown(column === by && !down);
    setBy(column);
  };
  return (
    <section class="claims" aria-label="Claims">
      <div class="controls">
        <label>
          Find in the claims
          <input type="search" value={words} onInput={(event) => setWords(event.currentTarget.value)} />
        </label>
        <label>
          Group by
          <select value={grouping} onChange={(event) => setGrouping(event.currentTarget.value as Grouping)}>
            {GROUPINGS.map(([value, name]) => (
              <option key={value} value={value}>
                {name}
              </option>
            ))}
          </select>
        </label>
        <p role="status">
          {found.length === all.length ? count(all.length, "claim") : `${found.length.toLocaleString("en")} of ${count(all.length, "claim")}`}
          {quoted > 0 && `, ${quoted.toLocaleString("en")} by ${quoted === 1 ? "its sentence" : "their sentences"}`}
        </p>
      </div>
      <div class="rest" onKeyDown={rove}>
        <table>
          <thead>
            <tr>
              {COLUMNS.map(([column, name]) => (
                <th key={column} scope="col" aria-sort={column === by ? (down ? "descending" : "ascending") : "none"}>
                  <button type="button" onClick={() => sort(column)}>
                    {name}
                    <span aria-hidden="true">{column === by ? (down ? " ↓" : " ↑") : ""}</span>
                  </button>
                </th>
              ))}
            </tr>
          </thead>
          {grouped(shown, grouping).map(([name, claims]) => (
            <tbody key={name}>
              {grouping !== "" && (
                <tr class="group">
                  <th scope="rowgroup" colSpan={COLUMNS.length}>
                    <bdi>{shorten(name, 120)}</bdi> <span class="count">{claims.length}</span>
                  </th>
                </tr>
              )}
              {claims.map((one) => (
                <Row key={one.line.key} state={state} one={one} />
              ))}
            </tbody>
          ))}
        </table>
        {found.length > most && (
          <button type="button" class="more" onClick={() => setMost(most + PAGE)}>
            Show {Math.min(PAGE, found.length - most)} more
          </button>
        )}
      </div>
    </section>
  );
}

/** A row chooses its line, wherever it is clicked. */
function Row({ state, one }: { readonly state: Explorer; readonly one: Claim }) {
  const { line } = one;
  const { choice } = state;
  const chosen = choice.value?.kind === "line" && choice.value.key === line.key;
  return (
    <tr class={chosen ? "chosen" : ""} aria-current={chosen ? "true" : undefined} onClick={() => (choice.value = { kind: "line", key: line.key })}>
      <td>
        <bdi>{shorten(one.subject, 80)}</bdi>
      </td>
      <td>
        <ChoiceLink
          state={state}
          choice={{ kind: "line", key: line.key }}
          aria-label={`${shorten(one.subject, 80)} ${one.relation} ${shorten(one.object, 80)}`}
        >
          {one.relation}
        </ChoiceLink>
      </td>
      <td>
        <bdi>{shorten(one.object, 80)}</bdi>
      </td>
      <td>
        <StatusTag line={line} />
      </td>
      <td dir="auto">{listed(one.speakers.map((name) => shorten(name, 80)))}</td>
      <td dir="auto">{shorten(one.when, 40)}</td>
      <td dir="auto">{shorten(one.amount, 60)}</td>
    </tr>
  );
}
