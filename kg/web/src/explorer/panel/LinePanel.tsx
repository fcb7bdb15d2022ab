import type { Line } from "../../model/model";
import { count, listed, shorten } from "../../model/text";
import { counterparts, evidenceOf, opposites, standingOf, statusOf, type Voice, voicesOf } from "../../model/voices";
import { cautionWords, modalityOf, statusSentence, violationWords } from "../../model/words";
import type { Status } from "../../data/graph";
import { EntityLink, Stroke } from "../Names";
import type { Explorer } from "../state";
import { LineActions } from "./Actions";
import { LineRow } from "./LineRow";
import { StatementCard } from "./Statement";

interface Shown {
  readonly state: Explorer;
  readonly line: Line;
}

/** What stands behind a line: how sure, whose voices, who says the opposite, and every statement with its sentence. */
export function LinePanel({ state, line, chosen }: Shown & { readonly chosen: string | undefined }) {
  const { arrow } = line;
  const evidence = evidenceOf(state.model.value, line);
  const modality = line.kind === "stated" ? modalityOf(evidence) : null;
  return (
    <>
      <h2 tabIndex={-1}>
        <EntityLink state={state} id={arrow.subject} whole /> <span class="relation">{arrow.label}</span>{" "}
        <EntityLink state={state} id={arrow.object} whole />
      </h2>
      <p class="status">
        <Stroke status={standingOf(line)} />
        {statusSentence(statusOf(line) as Status | "derived", modality)}
      </p>
      <Voices voices={voicesOf(state.model.value, evidence)} />
      <Doubts line={line} />
      <Opposites state={state} line={line} />
      <h3>{line.kind === "derived" ? "It follows from" : count(evidence.length, "statement")}</h3>
      {evidence.map((statement) => (
        <StatementCard key={statement.id} state={state} statement={statement} line={line} chosen={evidence.length > 1 && statement.id === chosen} />
      ))}
      <Others state={state} line={line} />
      <LineActions state={state} id={line.key} />
    </>
  );
}

/** Whose word it is: what rests on one voice alone says so. */
function Voices({ voices }: { readonly voices: readonly Voice[] }) {
  const names = voices.map((voice) => (voice.speaker === null ? `the article itself (${shorten(voice.name, 120)})` : shorten(voice.name, 120)));
  return voices.length === 1 ? (
    <p class="note alone" dir="auto">
      One voice: {names[0]}.
    </p>
  ) : (
    <p class="voices" dir="auto">
      {count(voices.length, "voice")}: {listed(names, 6)}.
    </p>
  );
}

function Doubts({ line }: { readonly line: Line }) {
  const words = line.kind === "stated" ? violationWords(line.arrow.violates) : cautionWords(line.arrow.cautions);
  if (!words) return null;
  return <p class="note doubt">{line.kind === "stated" ? `Not taken for a fact: ${words}.` : `Doubtful: ${words}.`}</p>;
}

function Opposites({ state, line }: Shown) {
  const known = state.model.value;
  const found = opposites(known, line);
  if (found.length === 0) return null;
  const names = voicesOf(known, found.flatMap((other) => evidenceOf(known, other))).map((voice) => shorten(voice.name, 80));
  const disputed = line.kind === "derived" || line.arrow.disputed !== false;
  return (
    <div class="note dispute">
      <p dir="auto">
        {disputed ? "Disputed" : "Not all agree, though it may be of another amount or time, or only of a plan"}: {listed(names)} {names.length === 1 ? "says" : "say"} the
        opposite.
      </p>
      {found.map((other) => (
        <LineRow key={other.key} state={state} line={other} />
      ))}
    </div>
  );
}

/** What else is told of the same two and the same relation. */
function Others({ state, line }: Shown) {
  const known = state.model.value;
  const opposite = new Set(opposites(known, line));
  const found = counterparts(known, line).filter((other) => !opposite.has(other));
  if (found.length === 0) return null;
  return (
    <>
      <h3>Told otherwise too</h3>
      {found.map((other) => (
        <LineRow key={other.key} state={state} line={other} />
      ))}
    </>
  );
}
