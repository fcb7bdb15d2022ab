import type { ComponentChildren, JSX } from "preact";
import type { Line } from "../model/model";
import { nameOf } from "../model/model";
import { shorten } from "../model/text";
import { standingOf, statusOf } from "../model/voices";
import { STATUS_WORDS, UNTAKEN } from "../model/words";
import type { Status } from "../data/graph";
import { fragment } from "./route";
import type { Choice, Explorer } from "./state";

/** As long as a name may be in a line of text; a panel's heading shows it whole. */
const NAME_LENGTH = 80;

interface Chooses extends Omit<JSX.HTMLAttributes<HTMLAnchorElement>, "choice"> {
  readonly state: Explorer;
  readonly choice: Choice;
  readonly children: ComponentChildren;
}

/** A link that chooses something, here or, where the user wants so, in a tab of its own. */
export function ChoiceLink({ state, choice, children, ...rest }: Chooses) {
  const follow = (event: MouseEvent): void => {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    state.choice.value = choice;
  };
  return (
    <a {...rest} href={`#${fragment(state.model.value, choice)}`} onClick={follow}>
      {children}
    </a>
  );
}

/** An entity's name, which chooses it. */
export function EntityLink({ state, id, whole = false }: { readonly state: Explorer; readonly id: string; readonly whole?: boolean }) {
  const name = nameOf(state.model.value, id);
  return (
    <ChoiceLink class="name" state={state} choice={{ kind: "entity", id }} title={name.length > NAME_LENGTH ? shorten(name, 400) : undefined}>
      <bdi>{whole ? name : shorten(name, NAME_LENGTH)}</bdi>
    </ChoiceLink>
  );
}

/** A line in words: subject, relation, object. */
export function Triple({ state, line }: { readonly state: Explorer; readonly line: Line }) {
  const known = state.model.value;
  return (
    <>
      <bdi>{shorten(nameOf(known, line.arrow.subject), NAME_LENGTH)}</bdi> <span class="relation">{line.arrow.label}</span>{" "}
      <bdi>{shorten(nameOf(known, line.arrow.object), NAME_LENGTH)}</bdi>
    </>
  );
}

/** A status's stroke, as the drawing has it. */
export function Stroke({ status }: { readonly status: string }) {
  return (
    <svg class={`stroke ${status}`} width="34" height="12" viewBox="0 0 34 12" aria-hidden="true">
      <path class="line" d="M2 6H26" />
      <path class="head" d="M25 2.5L32 6L25 9.5Z" />
      {status === "denied" && <path class="cross" d="M10 2L18 10M18 2L10 10" />}
    </svg>
  );
}

/** A status in one word, with its stroke. */
export function StatusTag({ line }: { readonly line: Line }) {
  const status = statusOf(line) as Status | "derived";
  const standing = standingOf(line);
  return (
    <span class={`tag ${standing}`}>
      <Stroke status={standing} />
      {STATUS_WORDS[status].name}
      {standing === "untaken" && `, ${UNTAKEN}`}
    </span>
  );
}
