import type { Amount, Article, Statement, Status, When } from "../data/graph";

/** What a line is called in one word, in a sentence, and what it means. */
export const STATUS_WORDS: Readonly<Record<Status | "derived", { readonly name: string; readonly meaning: string }>> = {
  affirmed: { name: "Affirmed", meaning: "said to be so" },
  possible: { name: "Possible", meaning: "left open whether it is so" },
  planned: { name: "Planned", meaning: "said to be coming, not to have happened" },
  denied: { name: "Denied", meaning: "said not to be so" },
  derived: { name: "Derived", meaning: "no article says it: it follows from other statements" },
};

/** Of denials that don't all deny the same kind of thing: some a fact, others only that it is possible or planned. */
export const MIXED = "mixed";

/** What is said of an affirmation that the ontology doesn't take for a fact. */
export const UNTAKEN = "not taken for a fact";

const DENIED_WORDS: Readonly<Record<string, string>> = {
  possible: "said that it could not be so",
  planned: "said that it will not happen",
  [MIXED]: "in different ways, as each statement tells",
};

/** What kind of thing these statements deny, if they all deny one kind; null is a fact. */
export function modalityOf(statements: readonly Statement[]): string | null {
  const kinds = new Set(statements.map((one) => one.modality));
  return kinds.size > 1 ? MIXED : (statements[0]?.modality ?? null);
}

/** A status with what kind of thing is denied: "Denied: said that it will not happen". */
export function statusSentence(status: Status | "derived", modality: string | null = null): string {
  const { name, meaning } = STATUS_WORDS[status];
  return `${name}: ${(status === "denied" && DENIED_WORDS[modality ?? ""]) || meaning}.`;
}

const VIOLATIONS: Readonly<Record<string, string>> = {
  domain: "its subject isn't of the class that this relation asks for",
  range: "its object isn't of the class that this relation asks for",
  disjointWith: "it would put something into two classes that have nothing in common",
  FunctionalProperty: "the relation may have but one object, and several are told",
  InverseFunctionalProperty: "the relation may have but one subject, and several are told",
  maxCardinality: "more are told than the relation may have",
  maxQualifiedCardinality: "more are told than the relation may have",
};

/** Why the ontology doesn't take a line for a fact. */
export function violationWords(axioms: readonly string[]): string {
  return axioms.map((axiom) => VIOLATIONS[axiom] ?? `it doesn't fit the ontology (${axiom})`).join("; ");
}

const CAUTIONS: Readonly<Record<string, string>> = {
  disputed: "somebody denies what it follows from",
  former: "what it follows from is past",
};

/** Why what follows may not hold. */
export function cautionWords(cautions: readonly string[]): string {
  return cautions.map((caution) => CAUTIONS[caution] ?? caution).join("; ");
}

/** An amount as it was understood: "USD 7.25 per hour", "at most 20 USD"; "" where only its words are known. */
export function amountWords({ low, high, currency, unit }: Amount): string {
  const number = low !== null && high !== null ? (low === high ? figure(low) : `${figure(low)} to ${figure(high)}`) : bound(low, high);
  if (!number) return "";
  return [currency, number, unit && (currency ? `per ${unit}` : unit)].filter(Boolean).join(" ");
}

/** An amount in its article's words; where they hold no figure ("that little"), with what it was understood as. */
export function amountInWords(amount: Amount): string {
  const exact = /\d/.test(amount.words) ? "" : amountWords(amount);
  return exact ? `${amount.words} (${exact})` : amount.words;
}

function bound(low: string | null, high: string | null): string {
  if (low !== null) return `at least ${figure(low)}`;
  return high !== null ? `at most ${figure(high)}` : "";
}

/** Decimal numerals of any length, their thousands told apart; what is none stays as it is. */
function figure(text: string): string {
  const match = /^(-?\d+)(\.\d+)?$/.exec(text);
  return match ? `${(match[1] ?? "").replace(/\B(?=(\d{3})+$)/g, ",")}${match[2] ?? ""}` : text;
}

/** "The Daily Postil · 24 December 2019"; what isn't known is said not to be, so that nobody takes "last month" for the one before today's. */
export function imprint({ publisher, published }: Article): string {
  return `${publisher ?? "No outlet given"} · ${published ? dateWords(published) : "no date given"}`;
}

const MONTHS = "January February March April May June July August September October November December".split(" ");

/** An EDTF date in words, where it is plain: "2019-12-11" is "11 December 2019"; else as it stands. */
export function dateWords(edtf: string): string {
  const match = /^(\d{4})-(\d\d)(?:-(\d\d))?(?:T.*)?$/.exec(edtf);
  const month = MONTHS[Number(match?.[2]) - 1];
  if (!match || !month) return edtf;
  return [match[3] && String(Number(match[3])), month, match[1]].filter(Boolean).join(" ");
}

/** A statement's own date, in short: its EDTF date in words, else the article's words, quoted. */
export function whenWords({ when }: Statement): string {
  return when ? (when.edtf ? dateWords(when.edtf) : `“${when.words}”`) : "";
}

/** What a time's words were understood as, and where that was taken from: "(14 December 2019, by the article's date)"; "" where it's the same. */
export function whenMeaning({ words, edtf }: When, article: Article | undefined): string {
  if (!edtf) return article?.published ? "" : "(no date: the article gives none to count from)";
  const date = dateWords(edtf);
  return date === words ? "" : /\d{4}/.test(words) || !article?.published ? `(${date})` : `(${date}, by the article’s date)`;
}
