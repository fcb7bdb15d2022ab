import { nameOf } from "../model/model";
import { filterWords } from "../model/filterwords";
import { count, listed, shorten } from "../model/text";
import { evidenceOf, statusOf, voicesOf } from "../model/voices";
import type { Explorer } from "./state";

/** Tells those who hear the page what was chosen and what the filters leave. */
export function Announcer({ state }: { readonly state: Explorer }) {
  return (
    <>
      <p class="hidden-text" role="status" id="chosen">
        {chosen(state)}
      </p>
      <p class="hidden-text" role="status" id="left">
        {filterWords(state.facets.value, state.filters.value).length > 0 && `${count(state.lines.value.length, "claim")} shown.`}
      </p>
    </>
  );
}

function chosen(state: Explorer): string {
  const known = state.model.value;
  const choice = state.choice.value;
  switch (choice?.kind) {
    case undefined:
      return "";
    case "entity":
      return `Chosen: ${shorten(nameOf(known, choice.id), 120)}.`;
    case "article":
      return `Article: ${shorten(known.articles.get(choice.id)?.title ?? "untitled", 120)}.`;
    case "line": {
      const line = known.lines.get(choice.key);
      if (!line) return "";
      const [subject, object] = [line.arrow.subject, line.arrow.object].map((id) => shorten(nameOf(known, id), 80));
      const voices = voicesOf(known, evidenceOf(known, line)).map((voice) => shorten(voice.name, 80));
      return `Chosen: ${subject} ${line.arrow.label} ${object}. ${statusOf(line)}, by ${listed(voices)}.`;
    }
  }
}
