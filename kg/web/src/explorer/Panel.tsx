import { nameOf } from "../model/model";
import type { Explorer } from "./state";

/** What is known of the thing that was chosen. */
export function Panel({ state }: { readonly state: Explorer }) {
  const choice = state.choice.value;
  const known = state.model.value;
  if (choice?.kind === "entity") return <h2 dir="auto">{nameOf(known, choice.id)}</h2>;
  if (choice?.kind === "line") {
    const line = known.lines.get(choice.key);
    if (line)
      return (
        <h2 dir="auto">
          {nameOf(known, line.arrow.subject)} {line.arrow.label} {nameOf(known, line.arrow.object)}
        </h2>
      );
  }
  return <p>Choose a name or an arrow.</p>;
}
