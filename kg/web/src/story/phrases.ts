import type { Article, Statement, Status } from "../data/graph";
import { type Line, type Model, nameOf } from "../model/model";
import { pieces, slicer } from "../model/spans";
import { listed, safeAddress, shorten } from "../model/text";
import { evidenceOf, statusOf, type Voice, voiceOf, voicesOf } from "../model/voices";
import { amountWords, cautionWords, dateWords, imprint, MIXED, modalityOf, statusSentence, violationWords } from "../model/words";
import { type Footnote, type Footnotes, numberWords } from "./footnotes";

/** A story's claims in words. None of them makes a fact of what somebody says. */

const NAME = 120;

/** A line as a reader meets it below a picture: who says it and how sure, what is said, what to be careful about, and its numbers. */
export interface Told {
  readonly status: Status | "derived";
  readonly who: string;
  readonly subject: string;
  readonly relation: string;
  readonly object: string;
  readonly remarks: readonly string[];
  readonly numbers: readonly number[];
}

/** A numbered claim with all that a lawyer asks for. What isn't known is "" or null; `sentence` is empty where no article says it. */
export interface Row extends Told {
  readonly number: number;
  readonly sentence: readonly { readonly text: string; readonly marked: boolean }[];
  readonly article: { readonly title: string; readonly imprint: string; readonly address: string | null } | null;
  readonly speaker: string;
  readonly meaning: string;
  readonly amount: string;
  readonly date: string;
}

export function told(known: Model, line: Line, notes: Footnotes): Told {
  const voices = voicesOf(known, evidenceOf(known, line)).map((voice) => voiceName(known, voice));
  return {
    status: statusOf(line) as Status | "derived",
    who: whoSays(line, voices),
    subject: shorten(nameOf(known, line.arrow.subject), NAME),
    relation: shorten(line.arrow.label, NAME),
    object: shorten(nameOf(known, line.arrow.object), NAME),
    remarks: remarks(line, notes, voices),
    numbers: notes.numbers.get(line.key) ?? [],
  };
}

/** A claim as a row of the table; `articles` are those whose text is known. */
export function row(known: Model, note: Footnote, notes: Footnotes, articles: ReadonlyMap<string, Article>): Row {
  const { line, statement, number } = note;
  const article = articles.get(statement?.article ?? "") ?? known.articles.get(statement?.article ?? "");
  return {
    ...told(known, line, notes),
    number,
    sentence: statement ? sentence(statement, article) : [],
    article: article
      ? { title: shorten(article.title ?? "Untitled article", 300), imprint: shorten(imprint(article), 200), address: safeAddress(article.url) }
      : null,
    speaker: statement ? speaker(known, statement) : "",
    meaning: statusSentence(statusOf(line) as Status | "derived", statement?.modality ?? null),
    amount: statement?.amount ? both(statement.amount.words, amountWords(statement.amount)) : "",
    date: statement?.when ? both(statement.when.words, statement.when.edtf ? dateWords(statement.when.edtf) : "") : "",
  };
}

/** Who a voice is; an article whose publisher isn't known is called by its title. */
function voiceName(known: Model, { key, name, speaker }: Voice): string {
  const isTitle = speaker === null && known.articles.has(key) && name === known.articles.get(key)?.title;
  return isTitle ? `the article “${shorten(name, 80).replace(/\.$/u, "")}”` : shorten(name, NAME);
}

function whoSays(line: Line, voices: readonly string[]): string {
  const names = listed(voices, 4);
  if (line.kind === "derived") return `Nobody says so; it follows from what is said by ${names}`;
  const modality = modalityOf(line.arrow.statements);
  switch (line.arrow.status) {
    case "affirmed":
      return `According to ${names}`;
    case "possible":
      return `Possible, according to ${names}`;
    case "planned":
      return `Planned, according to ${names}`;
    case "denied":
      if (modality === MIXED) return `Denied in different ways by ${names}`;
      return `Denied by ${names}${modality === "planned" || modality === "possible" ? ` to be ${modality}` : ""}`;
  }
}

/** What keeps a line from being taken for more than it is. */
function remarks(line: Line, notes: Footnotes, voices: readonly string[]): readonly string[] {
  const against = notes.against.get(line.key) ?? [];
  const premises = line.kind === "derived" ? line.arrow.premises : [];
  const from = notes.notes.flatMap(({ statement, number }) => (statement && premises.includes(statement.id) ? number : []));
  return [
    voices.length === 1 ? (line.kind === "derived" ? "what it follows from rests on one voice alone" : "one voice alone") : "",
    from.length ? `follows from ${numberWords(from)}` : "",
    against.length ? `${disputed(line) ? "disputed" : "not all agree, though of another amount or time"}: see ${refer(notes, against)}` : "",
    line.kind === "stated" && line.arrow.violates.length ? `not taken for a fact: ${violationWords(line.arrow.violates)}` : "",
    line.kind === "derived" && line.arrow.cautions.length ? `doubtful: ${cautionWords(line.arrow.cautions)}` : "",
  ].filter(Boolean);
}

function disputed(line: Line): boolean {
  return line.kind === "derived" || line.arrow.disputed !== false;
}

function refer(notes: Footnotes, lines: readonly Line[]): string {
  return numberWords(lines.flatMap((one) => notes.numbers.get(one.key) ?? []));
}

/** The sentence, the words that are the evidence marked; these words alone where the article's text isn't known. */
function sentence(statement: Statement, article: Article | undefined): Row["sentence"] {
  const { start, end, sentence_start, sentence_end, quote } = statement;
  if (article?.text == null) return quote === null ? [] : [{ text: quote, marked: true }];
  const whole = slicer(article.text)(sentence_start, sentence_end);
  return pieces(whole, [{ start: start - sentence_start, end: end - sentence_start, id: "" }]).map((piece) => ({ text: piece.text, marked: piece.ids.length > 0 }));
}

function speaker(known: Model, statement: Statement): string {
  const voice = voiceOf(known, statement);
  const name = voiceName(known, voice);
  const reporters = statement.reported_by.map((id) => shorten(nameOf(known, id), NAME));
  return `${voice.speaker !== null ? name : name.startsWith("the article “") ? `${name} itself` : `the article itself (${name})`}${reporters.length ? `, as reported by ${listed(reporters, 4)}` : ""}`;
}

/** What the article says, and what it was understood as where that is more. */
function both(words: string, understood: string): string {
  const short = shorten(words, 200);
  return understood && understood !== words ? `${short} (${understood})` : short;
}
