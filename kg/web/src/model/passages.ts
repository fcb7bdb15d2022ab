import { pointOffset } from "../data/offsets";
import type { Article } from "../data/graph";
import type { Model } from "./model";
import { sentencesOf } from "./sentences";
import { type Piece, pieces } from "./spans";
import { excerpt, type Fits, fold, placeOf } from "./text";

/** Words of an article that are no claim's sentence: what stands around them, and where they are, in code points. */
export interface Passage {
  readonly article: string;
  readonly start: number;
  readonly end: number;
  readonly excerpt: string;
}

/** What the articles say beside the sentences of their claims, and of how many articles nobody can look, as their texts aren't here. */
export interface Passages {
  readonly unread: number;
  find(wanted: string, fits: Fits, most: number): readonly Passage[];
}

/** A sentence of a text, or what no claim covers of it, and the unit of the text where it begins. */
interface Sentence {
  readonly article: Article;
  readonly begin: number;
  readonly text: string;
  readonly folded: string;
}

/** The texts of a graph's articles, or those that were `asked` for; they are made ready when they're first searched. */
export function passages(known: Model, asked: ReadonlyMap<string, Article>): Passages {
  const articles = [...known.articles.values()].map((one) => (one.text === null ? (asked.get(one.id) ?? one) : one));
  let ready: readonly Sentence[] | null = null;
  return {
    unread: articles.filter((one) => one.text === null).length,
    find(wanted, fits, most) {
      ready ??= articles.flatMap((article) => sentences(known, article));
      const found: Passage[] = [];
      for (const sentence of ready) {
        if (!fits(sentence.folded, wanted)) continue;
        found.push(passage(sentence, wanted));
        if (found.length === most) break;
      }
      return found;
    },
  };
}

function passage({ article, begin, text, folded }: Sentence, wanted: string): Passage {
  const [from, to] = placeOf(text, folded, wanted);
  const point = pointOffset(article.text ?? "");
  return { article: article.id, start: point(begin + from), end: point(begin + to), excerpt: excerpt(text, from, to) };
}

/** What no claim's sentence covers, sentence by sentence. */
function sentences(known: Model, article: Article): readonly Sentence[] {
  const { id, text } = article;
  if (text === null) return [];
  const covered = (known.statementsIn.get(id) ?? []).map((one) => ({ start: one.sentence_start, end: one.sentence_end, id: one.id }));
  let begin = 0;
  return pieces(text, covered).flatMap((piece) => {
    const found = piece.ids.length ? [] : within(article, piece, begin);
    begin += piece.text.length;
    return found;
  });
}

const PARAGRAPH = /\S(?:.|\r?\n(?!\s*\n))*/g;

function within(article: Article, { text }: Piece, begin: number): readonly Sentence[] {
  return [...text.matchAll(PARAGRAPH)].flatMap((match) => {
    let place = begin + match.index;
    return sentencesOf(match[0].replace(/\s/g, " ")).map((line) => {
      const from = place;
      place += line.length;
      return { article, begin: from, text: line, folded: fold(line) };
    });
  });
}
