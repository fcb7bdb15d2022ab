import { useEffect, useMemo, useState } from "preact/hooks";
import { linkOf, nameOf, type Labels } from "./labels";
import type { Row, Term } from "./results";
import type { QueryPage } from "./state";
import { columns, kindOfLiteral, plainText, sorted } from "./terms";

const PAGE = 100;

interface Props {
  readonly page: QueryPage;
  readonly variables: readonly string[];
  readonly rows: readonly Row[];
  readonly labels: Labels;
}

interface Order {
  readonly column: number;
  readonly descending: boolean;
}

/** Rows, a page of them at a time, in the order of a column. */
export function Table({ page, variables, rows, labels }: Props) {
  const [order, setOrder] = useState<Order | null>(null);
  const [first, setFirst] = useState(0);
  const known = labels.known.value;
  const vocabulary = page.vocabulary.value;
  const shownText = (term: Term): string => (term.kind === "iri" ? nameOf(term.value, known.get(term.value), vocabulary) : plainText(term));
  const own = useMemo(() => columns(variables, rows), [variables, rows]);
  const ordered = useMemo(() => (order ? sorted(rows, order.column, order.descending, shownText) : rows), [rows, order]);
  const shown = useMemo(() => ordered.slice(first, first + PAGE), [ordered, first]);
  useEffect(() => void labels.fetch(shown), [labels, shown]);

  const sort = (column: number): void => {
    setOrder(order?.column === column ? { column, descending: !order.descending } : { column, descending: false });
    setFirst(0);
  };
  const direction = (column: number) => (order?.column !== column ? "none" : order.descending ? "descending" : "ascending");
  return (
    <>
      <div class="answer" tabIndex={0} role="region" aria-label="Results as a table">
        <table aria-busy={!labels.areKnown(shown)}>
          <thead>
            <tr>
              {own.map(({ name, value, label }) => (
                <th key={name} scope="col" aria-sort={direction(label ?? value)}>
                  <button type="button" onClick={() => sort(label ?? value)}>
                    {name}
                  </button>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {shown.map((row, n) => (
              <tr key={first + n}>
                {own.map(({ name, value, label }) => (
                  <td key={name} dir="auto">
                    <Cell page={page} term={row[value] ?? null} label={label === null ? null : (row[label] ?? null)} labels={labels} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {rows.length > PAGE && (
        <nav class="paging" aria-label="Rows">
          <button type="button" disabled={first === 0} onClick={() => setFirst(first - PAGE)}>
            Previous
          </button>
          <span role="status">
            Rows {(first + 1).toLocaleString("en")} to {Math.min(first + PAGE, rows.length).toLocaleString("en")} of {rows.length.toLocaleString("en")}
          </span>
          <button type="button" disabled={first + PAGE >= rows.length} onClick={() => setFirst(first + PAGE)}>
            Next
          </button>
        </nav>
      )}
    </>
  );
}

interface CellProps {
  readonly page: QueryPage;
  readonly term: Term | null;
  readonly label: Term | null;
  readonly labels: Labels;
}

function Cell({ page, term, label, labels }: CellProps) {
  if (term === null) return label ? <>{plainText(label)}</> : null;
  if (term.kind === "triple") {
    const part = (one: Term) => <Cell page={page} term={one} label={null} labels={labels} />;
    return (
      <span class="triple">
        {"<<( "}
        {part(term.subject)} {part(term.predicate)} {part(term.object)}
        {" )>>"}
      </span>
    );
  }
  if (term.kind !== "iri") {
    const kind = kindOfLiteral(term, page.vocabulary.value.prefixes);
    return (
      <>
        {label ? plainText(label) : plainText(term)} {kind && <small class="datatype">{kind}</small>}
      </>
    );
  }
  const known = labels.known.value.get(term.value);
  const name = label ? plainText(label) : known?.kind === "statement" ? "evidence" : nameOf(term.value, known, page.vocabulary.value);
  const link = linkOf(term.value, known, page.vocabulary.value);
  return link ? (
    <a href={link} title={term.value}>
      {name}
    </a>
  ) : (
    <span title={term.value}>{name}</span>
  );
}
