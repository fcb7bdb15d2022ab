/** SPARQL text as far as a page must know it: what `kg.store.text` does in Python, on the same tokens. */

const TOKEN = new RegExp(
  [
    String.raw`(?<skip>#[^\n]*` + // a comment
      String.raw`|<(?![<(])[^<>"{}|^\u0060\\\u0000-\u0020]*>` + // an IRI
      String.raw`|"""(?:[^"\\]|\\.|"(?!""))*"""|'''(?:[^'\\]|\\.|'(?!''))*'''` +
      String.raw`|"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*')`,
    String.raw`(?<variable>[?$][\p{L}\p{N}_]+)`,
    String.raw`(?<word>[\p{L}_][\p{L}\p{N}_-]*:?)`,
    String.raw`(?<mark>[{}])`,
  ].join("|"),
  "gsu",
);

interface Token {
  readonly kind: "skip" | "variable" | "word" | "mark";
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

export type Prefixes = Readonly<Record<string, string>>;

/** The variables that a query names, without their mark, in the order they come. */
export function variables(text: string): string[] {
  return [...new Set(code(text).flatMap((token) => (token.kind === "variable" ? [token.text.slice(1)] : [])))];
}

/** What a query declares: prefix (without colon) to IRI. */
export function declaredPrefixes(text: string): Prefixes {
  const found: Record<string, string> = {};
  for (const [, name, iri] of text.matchAll(/\bPREFIX\s+([\p{L}\p{N}_.-]*):\s*<([^<>\s]*)>/giu)) found[name as string] = iri as string;
  return found;
}

/** The prefixes (without colon) that a query uses and doesn't declare. */
export function undeclaredPrefixes(text: string): string[] {
  const used = new Set<string>();
  const declared = new Set<string>();
  let before = "";
  for (const token of code(text)) {
    if (token.kind === "word" && token.text.endsWith(":") && token.text !== "_:") {
      const name = token.text.slice(0, -1);
      if (before.toUpperCase() === "PREFIX") declared.add(name);
      else if (![":", ".", "@"].includes(text.charAt(token.start - 1))) used.add(name);
    }
    before = token.text;
  }
  return [...used].filter((name) => !declared.has(name));
}

/** Where a query's first PREFIX line belongs: after the comment that it begins with. */
export function prologue(text: string): number {
  return /^(?:#[^\n]*(?:\n|$))*/.exec(text)?.[0].length ?? 0;
}

/** The PREFIX lines that a query lacks, of those that are known. */
export function missingPrefixes(text: string, known: Prefixes): string {
  return undeclaredPrefixes(text)
    .filter((name) => Object.hasOwn(known, name))
    .map((name) => `PREFIX ${name}: <${known[name]}>\n`)
    .join("");
}

/** The query with values as a VALUES block at the start of its outermost pattern; without a pattern or values, as it is. */
export function bind(text: string, values: Readonly<Record<string, string>>): string {
  const names = Object.keys(values);
  const place = outermostPattern(text);
  if (names.length === 0 || place === null) return text;
  const block = ` VALUES (${names.map((name) => `?${name}`).join(" ")}) { (${names.map((name) => values[name]).join(" ")}) }`;
  return text.slice(0, place) + block + text.slice(place);
}

/** Right after the brace that opens the outermost pattern, which a CONSTRUCT's template isn't. */
function outermostPattern(text: string): number | null {
  let depth = 0;
  let template = false;
  for (const token of code(text)) {
    if (token.kind === "word" && depth === 0) template = token.text.toUpperCase() === "CONSTRUCT";
    else if (token.text === "{") {
      if (depth === 0 && !template) return token.end;
      depth += 1;
    } else if (token.text === "}") {
      depth -= 1;
      template = template && depth > 0;
    }
  }
  return null;
}

/** An IRI as SPARQL writes it, null where it can't. */
export function iriText(iri: string): string | null {
  return /[<>"{}|^`\\\u0000-\u0020]/.test(iri) ? null : `<${iri}>`;
}

/** A string as SPARQL writes it. */
export function stringText(value: string): string {
  const escapes: Readonly<Record<string, string>> = { "\n": "\\n", "\r": "\\r", '"': '\\"', "\\": "\\\\" };
  return `"${value.replace(/[\n\r"\\]/g, (one) => escapes[one] ?? one)}"`;
}

function* tokens(text: string): Generator<Token> {
  for (const match of text.matchAll(TOKEN)) {
    const kind = (["skip", "variable", "word", "mark"] as const).find((name) => match.groups?.[name] !== undefined);
    if (kind) yield { kind, text: match[0], start: match.index, end: match.index + match[0].length };
  }
}

/** The tokens that are neither comments, IRIs nor strings. */
function code(text: string): Token[] {
  return [...tokens(text)].filter((token) => token.kind !== "skip");
}

/** Whether a place lies in a comment, an IRI or a string. */
export function isInside(text: string, place: number): boolean {
  for (const token of tokens(text)) {
    if (token.start >= place) return false;
    if (token.kind === "skip" && (place < token.end || (place === token.end && token.text.startsWith("#")))) return true;
  }
  return false;
}
