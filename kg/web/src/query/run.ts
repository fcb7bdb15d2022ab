import { batch } from "@preact/signals";
import { ask, isAbort, request, sentence, ServerError } from "../data/server";
import { isIri, terms } from "./parameters";
import { ACCEPT, answer } from "./results";
import { fragment } from "./share";
import type { NamedQuery, QueryPage } from "./state";
import { bind, missingPrefixes, prologue } from "./text";
import { vocabulary, type OntologyAnswer } from "./vocabulary";

const SPARQL = "/sparql";

/** Fetch what helps to write a query; the page works without. */
export async function prepare(page: QueryPage): Promise<void> {
  page.missing.value = null;
  try {
    const [ontology, queries] = await Promise.all([ask<OntologyAnswer>("/api/ontology"), ask<{ items: NamedQuery[] }>("/api/queries")]);
    batch(() => {
      page.vocabulary.value = vocabulary(ontology);
      page.queries.value = queries.items;
    });
  } catch (error) {
    page.missing.value = sentence(error);
  }
}

/** Run what the editor holds, with known prefixes added and the parameters' values bound; a run that is on is cancelled. */
export async function run(page: QueryPage): Promise<void> {
  cancelled(page);
  declarePrefixes(page);
  const values = (await resolved(page)) ?? terms(page.leading.value.parameters, page.given.value);
  cancelled(page); // another may have been started meanwhile
  if ("error" in values) {
    page.run.value = { kind: "failed", error: values.error, line: null, column: null, parameter: values.name };
    return;
  }
  const text = page.text.value;
  const asked = bind(text, values.terms);
  history.replaceState(null, "", fragment({ text, given: page.given.value }));
  const stopper = new AbortController();
  const cancel = (): void => {
    stopper.abort();
    page.run.value = { kind: "cancelled" };
  };
  page.run.value = { kind: "running", cancel };
  const began = performance.now();
  try {
    const found = await sparql(asked, ACCEPT, stopper.signal);
    if (stopper.signal.aborted) return;
    page.run.value = { kind: "done", answer: found, seconds: (performance.now() - began) / 1000, asked };
  } catch (error) {
    if (isAbort(error)) return;
    page.run.value = { kind: "failed", error: sentence(error), parameter: null, ...placeOf(error, text, asked) };
  }
}

/** End the run that is on, if one is. */
function cancelled(page: QueryPage): void {
  const now = page.run.value;
  if (now.kind === "running") now.cancel();
}

/** What the endpoint answers. */
export async function sparql(query: string, accept: string = ACCEPT, signal?: AbortSignal) {
  const response = await request(SPARQL, {
    method: "POST",
    headers: { Accept: accept },
    body: new URLSearchParams({ query }),
    ...(signal ? { signal } : {}),
  });
  return answer(response.headers.get("Content-Type") ?? "", await response.text());
}

/** Have the server say which entities are meant by names that were typed and not chosen; gives the parameter that is wrong, if one is. */
async function resolved(page: QueryPage): Promise<{ readonly name: string; readonly error: string } | null> {
  for (const { name, kind } of page.leading.value.parameters) {
    const given = page.given.value.get(name);
    if (kind !== "entity" || !given || given.value.trim() === "" || isIri(given.value)) continue;
    try {
      const found = await ask<{ id: string; label: string }>(`/api/entity?${new URLSearchParams({ id: given.value.trim() })}`);
      page.given.value = new Map(page.given.value).set(name, { value: found.id, label: found.label });
    } catch (error) {
      return { name, error: sentence(error) };
    }
  }
  return null;
}

function declarePrefixes(page: QueryPage): void {
  const text = page.text.value;
  const lines = missingPrefixes(text, page.vocabulary.value.prefixes);
  const place = prologue(text);
  if (lines !== "") page.text.value = text.slice(0, place) + lines + text.slice(place);
}

/** An error's place in the editor's text, which lacks the values that were bound in what was asked. */
function placeOf(error: unknown, text: string, asked: string): { line: number | null; column: number | null } {
  if (!(error instanceof ServerError) || error.line === null) return { line: null, column: null };
  const { line, column } = error;
  if (column === null || text === asked) return { line, column };
  const lines = asked.split("\n");
  const own = text.split("\n");
  const n = line - 1;
  const longer = (lines[n]?.length ?? 0) - (own[n]?.length ?? 0);
  const bound = lines[n]?.indexOf(" VALUES (") ?? -1;
  return { line, column: longer > 0 && column - 1 > bound ? Math.max(bound + 1, column - longer) : column };
}
