import { type Line, nameOf } from "../../model/model";
import { listed, shorten } from "../../model/text";
import { evidenceOf, shortNames, standingOf, voicesOf } from "../../model/voices";
import { amountInWords, STATUS_WORDS, UNTAKEN } from "../../model/words";
import { ChoiceLink, Stroke, Triple } from "../Names";
import type { Explorer } from "../state";

/** A line in a list, which chooses it; where `beside` is given it is told from there, by its other end alone. */
export function LineRow({ state, line, beside }: { readonly state: Explorer; readonly line: Line; readonly beside?: string }) {
  const known = state.model.value;
  const standing = standingOf(line);
  const other = line.arrow.subject === beside ? line.arrow.object : line.arrow.subject;
  const amounts = line.kind === "stated" ? [...new Set(line.arrow.statements.flatMap(({ amount }) => (amount ? amountInWords(amount) : [])))].map((words) => shorten(words, 40)) : [];
  const voices = shortNames(voicesOf(known, evidenceOf(known, line))).map((name) => shorten(name, 60));
  return (
    <ChoiceLink class={`row ${standing}`} state={state} choice={{ kind: "line", key: line.key }}
      onMouseMove={() => (state.hovered.value = line.key)}
      onMouseLeave={() => (state.hovered.value = null)}
    >
      <Stroke status={standing} />
      <span>
        {beside === undefined ? <Triple state={state} line={line} /> : <bdi>{shorten(nameOf(known, other), 80)}</bdi>}
        <span class="quiet" dir="auto">
          {" "}
          {standing === "affirmed" ? "" : `${standing === "untaken" ? UNTAKEN : STATUS_WORDS[standing].name.toLowerCase()}, `}
          {standing === "derived" ? "from what is said by" : "by"} {listed(voices, 2)}
          {amounts.length > 0 && `: ${listed(amounts, 2)}`}
        </span>
      </span>
    </ChoiceLink>
  );
}
