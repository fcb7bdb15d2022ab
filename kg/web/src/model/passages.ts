import { pointOffset } from "../data/offsets";
import type { Article } from "../data/graph";
import type { Model } from "./model";
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

/** A block of a text, and the unit of the text where it begins. */
interface Block {
  readonly article: Article;
  readonly begin: number;
  readonly text: string;
  readonly folded: string;
}

/** The texts of a graph's articles, or those that were `asked` for; they are made ready when they're first searched. */
export function passages(known: Model, asked: ReadonlyMap<string, Article>): Passages {
  const articles = [...known.articles.values()].map((one) => (one.text === null ? (asked.get(one.id) ?? one) : one));
  let ready: readonly Block[] | null = null;
  return {
    unread: articles.filter((one) => one.text === null).length,
    find(wanted, fits, most) {
      ready ??= articles.flatMap((article) => blocks(known, article));
      const found: Passage[] = [];
      for (const block of ready) {
        if (!fits(block.folded, wanted)) continue;
        found.push(passage(block, wanted));
        if (found.length === most) break;
      }
      return found;
    },
  };
}

function passage({ article, begin, text, folded }: Block, wanted: string): Passage {
  const [from, to] = placeOf(text, folded, wanted);
  const point = pointOffset(article.text ?? "");
  return { article: article.id, start: point(begin + from), end: point(begin + to), excerpt: excerpt(text, from, to) };
}

/** What no claim's sentence covers, block by block. */
function blocks(known: Model, article: Article): readonly Block[] {
  const { id, text } = article;
  if (text === null) return [];
  const covered = (known.statementsIn.get(id) ?? []).map((one) => ({ start: one.sentence_start, end: one.sentence_end, id: one.id }));
  let begin = 0;
  return pieces(text, covered).flatMap((piece) => {
    const found = piece.ids.length ? [] : blocksOf(article, piece, begin);
    begin += piece.text.length;
    return found;
  });
}

const BLOCK = /\S(?:.|\r?\n(?!\s*\n))*/g;

function blocksOf(article: Article, { text }: Piece, begin: number): readonly Block[] {
  return [...text.matchAll(BLOCK)].map((match) => ({ article, begin: begin + match.index, text: match[0], folded: fold(match[0].replace(/\s/g, " ")) }));
}
