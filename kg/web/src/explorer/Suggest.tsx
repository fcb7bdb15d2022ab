import { Fragment } from "preact";
import { useId, useMemo, useRef, useState } from "preact/hooks";
import { saidBy } from "../model/about";
import { first, type Found } from "../model/search";
import { count, shorten } from "../model/text";
import type { Explorer } from "./state";

interface Suggests {
  readonly state: Explorer;
  readonly label: string;
  readonly id?: string;
  readonly find: (typed: string) => readonly Found[];
  readonly choose: (found: Found) => void;
  /** What isn't searched, if anything. */
  readonly note?: string;
}

/** A field that suggests what its letters may mean: a combobox with a list, by the ARIA pattern. */
export function Suggest({ state, label, id, find, choose, note = "" }: Suggests) {
  const [typed, type] = useState("");
  const [active, setActive] = useState(-1);
  const [open, setOpen] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const list = useId();
  const found = useMemo(() => (open ? find(typed) : []), [find, typed, open]);
  const take = (one: Found): void => {
    setOpen(false);
    type("");
    setActive(-1);
    input.current?.blur();
    choose(one);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      setOpen(true);
      setActive(stepped(active, event.key === "ArrowDown" ? 1 : -1, found.length));
    } else if (event.key === "Enter") {
      const one = found[active] ?? first(found);
      if (one) take(one);
    } else if (event.key === "Escape" && (open || typed)) {
      event.stopPropagation();
      if (!open) type("");
      setOpen(false);
    }
  };
  return (
    <div class="search" role="search" aria-label={label}>
      <input
        id={id}
        ref={input}
        type="search"
        role="combobox"
        autocomplete="off"
        placeholder={label}
        aria-label={label}
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
          <Fragment key={`${one.kind} ${one.id}`}>
            {one.kind === "passage" && found[n - 1]?.kind !== "passage" && (
              <li role="presentation" class="group">
                In the articles (no claim)
              </li>
            )}
            <li id={`${list}-${n}`} role="option" aria-selected={n === active} onClick={() => take(one)}>
              <Suggestion state={state} one={one} />
            </li>
          </Fragment>
        ))}
        {note && found.length > 0 && (
          <li role="presentation" class="group note">
            {note}
          </li>
        )}
      </ul>
      {open && typed.trim() !== "" && found.length === 0 && <p class="nothing">Nothing here is called so or says so. {note}</p>}
      <p class="hidden-text" role="status">
        {open && typed.trim() ? count(found.length, "suggestion") : ""}
      </p>
    </div>
  );
}

function Suggestion({ state, one }: { readonly state: Explorer; readonly one: Found }) {
  const known = state.model.value;
  const isQuoted = one.kind === "sentence" || one.kind === "passage";
  const type = one.kind === "entity" ? known.classes.get(known.entities.get(one.id)?.type ?? "")?.label : one.kind;
  return (
    <>
      <span class={isQuoted ? "words" : ""} dir="auto">
        <bdi>{shorten(one.name, 140)}</bdi>
        {one.kind === "entity" && one.also !== null && <span class="quiet"> also {shorten(one.also, 80)}</span>}
        {one.kind === "entity" && one.sentence !== null && <span class="quiet"> in “{shorten(one.sentence, 80)}”</span>}
      </span>
      <span class="quiet kind">{isQuoted ? (
          one.kind === "sentence" ? "sentence" : <bdi>{shorten(known.articles.get(one.passage.article)?.title ?? "Untitled article", 40)}</bdi>
        ) : (
          [type, countOf(state, one)].filter(Boolean).join(" · ")
        )}</span>
    </>
  );
}

/** How many claims there are about a name or of a relation; of a name that none is about, how many it is the source of. */
function countOf({ model }: Explorer, { id, lines }: { readonly id: string; readonly lines: number }): string {
  const { denies, says } = saidBy(model.value, id);
  const said = lines ? 0 : denies.length + says.length;
  return said ? `source of ${count(said, "claim")}` : count(lines, "claim");
}

/** The place a step on from another in a list that goes round; -1 is none. */
function stepped(place: number, step: 1 | -1, length: number): number {
  if (length === 0) return -1;
  return place < 0 ? (step > 0 ? 0 : length - 1) : (place + step + length) % length;
}
