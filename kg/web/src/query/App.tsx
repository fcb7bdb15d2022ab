import { Pages } from "../pages/Pages";
import { Editor } from "./Editor";
import { Fields } from "./Fields";
import { Named } from "./Named";
import { Results } from "./Results";
import { prepare, run } from "./run";
import type { QueryPage } from "./state";

/** The SPARQL page. */
export function App({ page }: { readonly page: QueryPage }) {
  const now = page.run.value;
  const { title, help } = page.leading.value;
  return (
    <>
      <div class="served">
        <Pages here="query" />
      </div>
      <main>
        <Named page={page} />
        <div class="work">
          {page.missing.value !== null && (
            <p class="wrong" role="alert">
              {page.missing.value}{" "}
              <button type="button" onClick={() => void prepare(page)}>
                Try again
              </button>
            </p>
          )}
          {title !== "" && (
            <div class="describes">
              <h2 dir="auto">{title}</h2>
              {help !== "" && <p dir="auto">{help}</p>}
            </div>
          )}
          <Fields page={page} />
          <Editor page={page} />
          <div class="deeds">
            {now.kind === "running" ? (
              <button type="button" class="main" onClick={now.cancel}>
                Cancel
              </button>
            ) : (
              <button type="button" class="main" onClick={() => void run(page)}>
                Run
              </button>
            )}
            <small>Ctrl-Enter runs it. Ctrl-Space offers relations, classes and keywords.</small>
          </div>
          <Results page={page} />
        </div>
      </main>
    </>
  );
}
