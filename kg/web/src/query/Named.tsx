import { batch } from "@preact/signals";
import { FIRST, type QueryPage } from "./state";

/** The named queries, to begin with. */
export function Named({ page }: { readonly page: QueryPage }) {
  const take = (text: string): void =>
    batch(() => {
      page.text.value = text;
      page.run.value = { kind: "none" };
    });
  const now = page.text.value;
  return (
    <nav class="named" aria-label="Named queries">
      <h1>Query</h1>
      <h2>Named queries</h2>
      <ul>
        {[{ name: "", title: "A first query of your own", text: FIRST }, ...page.queries.value].map(({ name, title, text }) => (
          <li key={name}>
            <button type="button" aria-pressed={text === now} onClick={() => take(text)}>
              {title || name} {name !== "" && <small>{name}</small>}
            </button>
          </li>
        ))}
      </ul>
    </nav>
  );
}
