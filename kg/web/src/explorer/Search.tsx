import { useId, useMemo, useRef, useState } from "preact/hooks";
import { index, suggestions, type Found } from "../model/search";
import { count, shorten } from "../model/text";
import { only } from "../model/facets";
import { NO_FILTERS } from "../model/filters";
import type { Explorer } from "./state";

/** The field's id, which the key `/` goes to. */
export const SEARCH = "search";

/** A search field that suggests names, relations and sentences: a combobox with a list, by the ARIA pattern. */
export function Search({ state }: { readonly state: Explorer }) {
  const [typed, type] = useState("");
  const [active, setActive] = useState(-1);
  const [open, setOpen] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const list = useId();
  const known = state.model.value;
  const ready = useMemo(() => index(known), [known]);
  const found = useMemo(() => (open ? suggestions(ready, typed) : []), [ready, typed, open]);
  const choose = (one: Found): void => {
    setOpen(false);
    type("");
    setActive(-1);
    input.current?.blur();
    show(state, one);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      setOpen(true);
      const step = event.key === "ArrowDown" ? 1 : -1;
      setActive(found.length ? (active + step + found.length + (active < 0 && step < 0 ? 1 : 0)) % found.length : -1);
    } else if (event.key === "Enter") {
      const one = found[Math.max(active, 0)];
      if (one) choose(one);
    } else if (event.key === "Escape" && (open || typed)) {
      event.stopPropagation();
      if (!open) type("");
      setOpen(false);
    }
  };
  return (
    <div class="search" role="search">
      <input
        id={SEARCH}
        ref={input}
        type="search"
        role="combobox"
        autocomplete="off"
        placeholder="Find a name, a relation, a sentence"
        aria-label="Find a name, a relation, a sentence"
        aria-autocomplete="list"
        aria-expanded={found.length > 0}
        aria-controls={list}
        aria-activedescendant={active >= 0 && active < found.length ? `${list}-${active}` : undefined}
        value={typed}
        onInput={(event) => {
          type(event.currentTarget.value);
          setActive(-1);
          setOpen(true);
        }}
        onFocus={() => setOpen(true)}
        onBlur={() => setOpen(false)}
        onKeyDown={onKeyDown}
      />
      <ul id={list} role="listbox" aria-label="Suggestions" hidden={found.length === 0} onMouseDown={(event) => event.preventDefault()}>
        {found.map((one, n) => (
          <li key={`${one.kind} ${one.id}`} id={`${list}-${n}`} role="option" aria-selected={n === active} onClick={() => choose(one)}>
            <Suggestion state={state} one={one} />
          </li>
        ))}
      </ul>
      {open && typed.trim() !== "" && found.length === 0 && <p class="nothing">Nothing here is called so or says so.</p>}
      <p class="hidden-text" role="status">
        {open && typed.trim() ? count(found.length, "suggestion") : ""}
      </p>
    </div>
  );
}

function Suggestion({ state, one }: { readonly state: Explorer; readonly one: Found }) {
  const known = state.model.value;
  const type = one.kind === "entity" ? known.classes.get(known.entities.get(one.id)?.type ?? "")?.label : undefined;
  return (
    <>
      <span class={one.kind === "sentence" ? "words" : ""} dir="auto">
        <bdi>{shorten(one.name, 140)}</bdi>
        {one.kind === "entity" && one.also !== null && <span class="quiet"> also {shorten(one.also, 80)}</span>}
      </span>
      <span class="quiet kind">{one.kind === "sentence" ? "sentence" : [type, count(one.lines, "claim")].filter(Boolean).join(" · ")}</span>
    </>
  );
}

/** Show what was found: a name or a sentence's line is chosen, of a relation all lines are shown. */
function show(state: Explorer, found: Found): void {
  if (found.kind === "relation") state.filters.value = only(NO_FILTERS, state.facets.value, "relations", [found.id]);
  else if (found.kind === "entity") state.choice.value = { kind: "entity", id: found.id };
  else {
    const line = state.model.value.lineOfStatement.get(found.id);
    if (line) state.choice.value = { kind: "line", key: line.key, statement: found.id };
  }
}
