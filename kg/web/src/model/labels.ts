import { type Line, type Model, nameOf } from "./model";

/** More of a name than this is never looked at: who writes ten thousand characters gets an ellipsis. */
const MOST = 200;
const A_LINE = 22;
const LINES = 3;

/** A line's relation, with who says it where no article does in its own voice: "hired — the Meridian Ledger". */
export function lineLabel(known: Model, line: Line): string {
  if (line.kind === "derived") return line.arrow.label;
  const speakers = [...new Set(line.arrow.statements.map((statement) => statement.speaker))];
  const first = speakers[0];
  if (first == null || speakers.includes(null)) return line.arrow.label;
  const others = speakers.length > 1 ? ` +${speakers.length - 1}` : "";
  return `${line.arrow.label} — ${cut(nameOf(known, first), 30)}${others}`;
}

/** A text of at most so many characters, the last an ellipsis where something was cut off. No character is cut in two. */
export function cut(text: string, most: number): string {
  const clean = text.length > MOST * 2 ? text.slice(0, MOST * 2) : text;
  const characters = [...new Intl.Segmenter().segment(clean.replace(/\s+/gu, " ").trim())];
  if (characters.length <= most && clean.length === text.length) return characters.map((one) => one.segment).join("");
  return `${characters.slice(0, most - 1).map((one) => one.segment).join("").trimEnd()}…`;
}

/** A name in a few short lines, broken between words where it can be. */
export function wrapped(name: string): readonly string[] {
  const lines: string[] = [""];
  for (const word of cut(name, MOST).split(" ")) {
    const last = lines.at(-1) ?? "";
    if (last === "") lines[lines.length - 1] = word;
    else if (last.length + 1 + word.length <= A_LINE) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  const kept = lines.slice(0, LINES);
  if (lines.length > LINES) kept[LINES - 1] = `${kept[LINES - 1]} …`;
  return kept.map((line) => cut(line, A_LINE + 6));
}
