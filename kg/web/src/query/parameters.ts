import { iriText, stringText } from "./text";

/** A variable of a query that its user may give a value, as a line of its leading comment declares it. */
export interface Parameter {
  readonly name: string;
  /** `entity`, `text`, `number`, or one of `choices`. */
  readonly kind: "entity" | "text" | "number" | "choice";
  readonly choices: readonly string[];
  readonly help: string;
  readonly needed: boolean;
}

/** What a query's leading comment says: a title, parameters, and the rest as help. */
export interface Leading {
  readonly title: string;
  readonly help: string;
  readonly parameters: readonly Parameter[];
}

/** What was given for a parameter; an entity keeps the name that it was chosen by. */
export interface Given {
  readonly value: string;
  readonly label?: string;
}

const PARAMETER = /^\?([\p{L}\p{N}_]+) \(([^,)]+)(, needed)?\): (.+)$/u;

/** Read a query's leading comment: `# ?entity (entity, needed): whom it is about` declares a parameter. */
export function leading(text: string): Leading {
  const lines = comment(text);
  const prose = lines.slice(1).filter((line) => !PARAMETER.test(line));
  return { title: lines[0] ?? "", help: paragraphs(prose), parameters: lines.flatMap(parameter) };
}

/** The values as SPARQL terms; or what is wrong with one, and with which. */
export function terms(
  parameters: readonly Parameter[],
  given: ReadonlyMap<string, Given>,
): { readonly terms: Record<string, string> } | { readonly name: string; readonly error: string } {
  const found: Record<string, string> = {};
  for (const one of parameters) {
    const value = given.get(one.name)?.value.trim() ?? "";
    if (value === "") {
      if (one.needed) return { name: one.name, error: `Say ${one.help}.` };
      continue;
    }
    const term = termOf(one, value);
    if (term === null) return { name: one.name, error: WRONG[one.kind] };
    found[one.name] = term;
  }
  return { terms: found };
}

const WRONG: Readonly<Record<Parameter["kind"], string>> = {
  entity: "Choose one of the names that are suggested, or give an IRI.",
  number: "Give a whole number.",
  text: "Give a text.",
  choice: "Choose one of the words.",
};

function termOf(parameter: Parameter, value: string): string | null {
  switch (parameter.kind) {
    case "entity":
      return isIri(value) ? iriText(value) : null;
    case "number":
      return /^[+-]?\d+$/.test(value) ? value : null;
    case "text":
      return stringText(value);
    case "choice":
      return parameter.choices.includes(value) ? stringText(value) : null;
  }
}

/** Whether a text begins as an IRI does, and isn't a name. */
export function isIri(text: string): boolean {
  return /^[A-Za-z][\w+.-]*:\S+$/.test(text.trim());
}

function parameter(line: string): Parameter[] {
  const match = PARAMETER.exec(line);
  if (!match) return [];
  const [, name = "", kind = "", needed, help = ""] = match;
  const known = kind === "entity" || kind === "text" || kind === "number";
  return [{ name, kind: known ? kind : "choice", choices: known ? [] : kind.split("|"), help, needed: needed !== undefined }];
}

function comment(text: string): string[] {
  const lines = text.split(/\r?\n/);
  const end = lines.findIndex((line) => !line.startsWith("#"));
  return (end < 0 ? lines : lines.slice(0, end)).map((line) => line.slice(1).trim());
}

/** Lines as paragraphs, parted by a newline. */
function paragraphs(lines: readonly string[]): string {
  return lines
    .join("\n")
    .trim()
    .split(/\n{2,}/)
    .map((one) => one.replaceAll("\n", " "))
    .join("\n");
}
