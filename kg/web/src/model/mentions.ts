import { pointOffset } from "../data/offsets";
import type { Article, Entity, Statement } from "../data/graph";
import type { Model } from "./model";
import type { Find, Place } from "./names";
import { sentencesOf } from "./sentences";
import { type Piece, pieces } from "./spans";
import { evidenceOf } from "./voices";

/**
 * A sentence that names an entity: where it is, in code points; its words, those that are the name with an id; the sentence after it with those
 * that go on with it ("She added"), up to the next mention; and whether a claim about the entity rests on it.
 */
export interface Mention {
  readonly article: string;
  readonly start: number;
  readonly end: number;
  readonly words: readonly Piece[];
  readonly after: string;
  readonly claimed: boolean;
}

/** The articles in which something is claimed about an entity, or by it. */
export function articlesAbout(known: Model, id: string): readonly string[] {
  return [...new Set(statementsAbout(known, id).flatMap((one) => one.article ?? []))];
}

/** The sentences of an article that name an entity. */
export function mentions(known: Model, { id }: Entity, find: Find, article: Article): readonly Mention[] {
  const text = article.text ?? "";
  if (find(text).length === 0) return [];
  const point = pointOffset(text);
  const claims = statementsAbout(known, id).filter((one) => one.article === article.id);
  const all = placed(text).map((one) => ({ ...one, named: find(one.words) }));
  return all.flatMap(({ begin, words, named }, n) => {
    if (named.length === 0) return [];
    const [start, end] = [point(begin), point(begin + words.length)];
    return {
      article: article.id,
      start,
      end,
      words: marked(words, named),
      after: following(all.slice(n + 1, n + 1 + MOST_AFTER)),
      claimed: claims.some((one) => one.start < end && one.end > start),
    };
  });
}

/** So many sentences are shown after one. */
const MOST_AFTER = 4;
/** What a sentence begins with that goes on about whom, or with what, the one before is. */
const GOES_ON = /^(?:["“‘]|(?:he|she|they|his|her|their)\b)/iu;

/** The first of these sentences and those that go on with it, up to one that is a mention. */
function following(sentences: readonly { readonly words: string; readonly named: readonly Place[] }[]): string {
  const end = sentences.findIndex(({ words, named }, n) => named.length > 0 || (n > 0 && !GOES_ON.test(words)));
  return (end < 0 ? sentences : sentences.slice(0, end)).map((one) => one.words).join(" ");
}

/** A text's sentences, without the space between them, and the unit where each begins. */
function placed(text: string): readonly { readonly begin: number; readonly words: string }[] {
  return [...text.matchAll(/[^\r\n]+/g)].flatMap((line) => {
    let begin = line.index;
    return sentencesOf(line[0]).flatMap((sentence) => {
      const words = sentence.trim();
      const found = words ? [{ begin: begin + sentence.indexOf(words), words }] : [];
      begin += sentence.length;
      return found;
    });
  });
}

function marked(words: string, named: readonly Place[]): readonly Piece[] {
  const point = pointOffset(words);
  return pieces(words, named.map(([from, to]) => ({ start: point(from), end: point(to), id: "name" })));
}

function statementsAbout(known: Model, id: string): readonly Statement[] {
  return [...(known.linesOf.get(id) ?? []).flatMap((line) => evidenceOf(known, line)), ...(known.saidBy.get(id) ?? [])];
}
