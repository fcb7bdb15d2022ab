import { useSignal } from "@preact/signals";
import { useMemo } from "preact/hooks";
import { download } from "../data/download";
import { labels } from "./labels";
import { Picture } from "./Picture";
import type { Answer } from "./results";
import { resultsJson } from "./results";
import type { QueryPage, Run } from "./state";
import { Table } from "./Table";
import { csv } from "./terms";

/** What came of the query. */
export function Results({ page }: { readonly page: QueryPage }) {
  const found = useMemo(labels, []);
  const now = page.run.value;
  return (
    <section class="results" aria-label="Results">
      <p class="outcome" role="status">
        {outcome(now)}
      </p>
      {now.kind === "done" && now.answer.kind !== "boolean" && <Rows page={page} asked={now.asked} answer={now.answer} labels={found} />}
    </section>
  );
}

function outcome(now: Run): string {
  switch (now.kind) {
    case "none":
    case "failed":
      return "";
    case "running":
      return "The query is running.";
    case "cancelled":
      return "The query was cancelled.";
    case "done":
      return `${counted(now.answer)} ${now.seconds.toFixed(2)} seconds.`;
  }
}

function counted(answer: Answer): string {
  if (answer.kind === "boolean") return `${answer.value ? "Yes." : "No."} It took`;
  const [one, several] = answer.kind === "rows" ? ["row", "rows"] : ["triple", "triples"];
  const count = answer.rows.length;
  return `${count === 0 ? `No ${several}` : `${count.toLocaleString("en")} ${count === 1 ? one : several}`} in`;
}

interface RowsProps {
  readonly page: QueryPage;
  readonly asked: string;
  readonly answer: Exclude<Answer, { kind: "boolean" }>;
  readonly labels: ReturnType<typeof labels>;
}

function Rows({ page, asked, answer, labels: found }: RowsProps) {
  const shown = useSignal<"table" | "graph">("table");
  if (answer.rows.length === 0) return null;
  const { variables, rows } = answer;
  const save = (name: string, type: string, text: string): void => download(name, new Blob([text], { type }));
  const choice = (which: "table" | "graph", name: string) => (
    <button type="button" aria-pressed={shown.value === which} onClick={() => (shown.value = which)}>
      {name}
    </button>
  );
  return (
    <>
      <div class="deeds">
        <span role="group" aria-label="Show as">
          {choice("table", "Table")} {choice("graph", "Graph")}
        </span>
        <span role="group" aria-label="Download">
          <button type="button" onClick={() => save("results.csv", "text/csv", csv(variables, rows))}>
            CSV
          </button>{" "}
          <button type="button" onClick={() => save("results.json", "application/sparql-results+json", resultsJson(answer))}>
            JSON
          </button>
        </span>
      </div>
      {shown.value === "table" ? <Table key={asked} page={page} variables={variables} rows={rows} labels={found} /> : <Picture page={page} query={asked} />}
    </>
  );
}
