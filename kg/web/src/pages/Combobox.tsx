import { useId, useRef, useState } from "preact/hooks";
import { isAbort, sentence } from "../data/server";

/** Something that may be meant: its value, what it is called, and what tells it from others of that name. */
export interface Suggestion {
  readonly value: string;
  readonly label: string;
  readonly detail: string | null;
}

interface Props {
  readonly id: string;
  readonly text: string;
  readonly describedBy?: string;
  readonly invalid: boolean;
  suggest(text: string, signal: AbortSignal): Promise<readonly Suggestion[]>;
  onType(text: string): void;
  onChoose(suggestion: Suggestion): void;
}

const PAUSE = 150;

/** A text field that suggests what may be meant, by ARIA's combobox pattern. */
export function Combobox({ id, text, describedBy, invalid, suggest, onType, onChoose }: Props) {
  const list = useId();
  const [answered, show] = useState<readonly Suggestion[] | null>(null);
  const found = answered ?? [];
  const [active, activate] = useState(-1);
  const [trouble, tell] = useState<string | null>(null);
  const asked = useRef<{ timer: number; stopper: AbortController } | null>(null);

  const close = (): void => {
    if (asked.current) {
      clearTimeout(asked.current.timer);
      asked.current.stopper.abort();
    }
    show(null);
    activate(-1);
  };
  const seek = (sought: string): void => {
    close();
    tell(null);
    if (sought.trim() === "") return;
    const stopper = new AbortController();
    const timer = window.setTimeout(() => {
      suggest(sought, stopper.signal).then(show, (error: unknown) => isAbort(error) || tell(sentence(error)));
    }, PAUSE);
    asked.current = { timer, stopper };
  };
  const choose = (suggestion: Suggestion): void => {
    close();
    onChoose(suggestion);
  };
  const press = (event: KeyboardEvent): void => {
    if (event.key === "Escape" && found.length > 0) close();
    else if (event.key === "Enter" && found[active]) choose(found[active]);
    else if (event.key === "ArrowDown" && found.length > 0) activate((active + 1) % found.length);
    else if (event.key === "ArrowUp" && found.length > 0) activate((active <= 0 ? found.length : active) - 1);
    else return;
    event.preventDefault();
  };
  return (
    <div class="combobox">
      <input
        id={id}
        type="text"
        role="combobox"
        autocomplete="off"
        dir="auto"
        value={text}
        aria-autocomplete="list"
        aria-expanded={found.length > 0}
        aria-controls={list}
        aria-invalid={invalid}
        {...(describedBy ? { "aria-describedby": describedBy } : {})}
        {...(found[active] ? { "aria-activedescendant": `${list}-${active}` } : {})}
        onInput={(event) => {
          onType(event.currentTarget.value);
          seek(event.currentTarget.value);
        }}
        onKeyDown={press}
        onFocus={(event) => invalid && seek(event.currentTarget.value)}
        onBlur={close}
      />
      <ul id={list} role="listbox" aria-label="Suggestions" hidden={found.length === 0}>
        {found.map((one, n) => (
          <li
            key={one.value}
            id={`${list}-${n}`}
            role="option"
            aria-selected={n === active}
            onMouseDown={(event) => {
              event.preventDefault();
              choose(one);
            }}
          >
            <span dir="auto">{one.label}</span> {one.detail && <small dir="auto">{one.detail}</small>}
          </li>
        ))}
      </ul>
      <p class={answered?.length === 0 ? "none" : "hidden-text"} role="status">
        {answered && (found.length === 0 ? "Nothing is called so." : `${found.length} suggested`)}
      </p>
      {trouble && <p class="wrong">{trouble}</p>}
    </div>
  );
}
