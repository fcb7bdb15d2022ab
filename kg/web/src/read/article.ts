/** An article that somebody hands in, as the server takes it; `name` is its file's, whose suffix says what it is. */
export interface Handed {
  readonly title: string;
  readonly text: string;
  readonly name: string;
}

const SUFFIXES = [".txt", ".text", ".md", ".markdown", ".html", ".htm", ".xhtml"];
const LARGEST = 1_000_000;

/** A dropped file as an article. Error, in a sentence, where it is no text or too long. */
export async function handedFile(file: File): Promise<Handed> {
  const name = file.name.toLowerCase();
  if (!SUFFIXES.some((suffix) => name.endsWith(suffix)))
    throw new Error(`${file.name} is not read here: give a text, Markdown or HTML file (${SUFFIXES.join(", ")}), or paste the article's text.`);
  if (file.size > LARGEST) throw new Error(`${file.name} has more than ${LARGEST.toLocaleString("en")} bytes: give one article, not a collection.`);
  return { title: "", text: decoded(await file.arrayBuffer(), file.name), name: file.name };
}

/** Pasted text as an article. */
export function handedText(title: string, text: string): Handed {
  return { title: title.trim(), text, name: "pasted.txt" };
}

function decoded(bytes: ArrayBuffer, name: string): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw new Error(`${name} isn't UTF-8: save it as UTF-8, or paste the article's text.`);
  }
}
