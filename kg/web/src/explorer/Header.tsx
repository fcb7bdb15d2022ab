import { Search } from "./Search";
import { Views } from "./Stage";
import type { Explorer } from "./state";
import { systemTheme } from "./theme";

/** Title, search, and how all is shown. */
export function Header({ state }: { readonly state: Explorer }) {
  const { filtering, keys, theme } = state;
  const dark = (theme.value ?? systemTheme(window)) === "dark";
  return (
    <header>
      <h1 dir="auto">{state.settings.title}</h1>
      <Search state={state} />
      <Views state={state} />
      <button type="button" aria-expanded={filtering.value} aria-controls="filters" onClick={() => (filtering.value = !filtering.value)}>
        Filters
      </button>
      <button type="button" aria-pressed={dark} onClick={() => (theme.value = dark ? "light" : "dark")}>
        Dark
      </button>
      <button type="button" class="round" aria-label="Help" onClick={() => (keys.value = true)}>
        ?
      </button>
    </header>
  );
}
