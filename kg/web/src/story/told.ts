import type { Article } from "../data/graph";
import { type NodeLook, nodeLooks } from "../model/looks";
import { type Line, model, type Model } from "../model/model";
import { count, shorten } from "../model/text";
import { type Legend, legend } from "../scene/legend";
import type { Picture } from "../scene/picture";
import { view } from "../scene/view";
import type { Measure } from "../scene/writing";
import type { Palette } from "../styles/palette";
import { type Draft, type Item, shownItems } from "./draft";
import { type Drawn, drawn, linesOf, pictured, type Shown } from "./drawing";
import { footnotes, type Footnotes } from "./footnotes";
import { type Frame, framed, type Lying, NARROW, type Paper, WIDE } from "./frame";
import { type Row, row, type Told, told } from "./phrases";

/** A step as it's published: its author's words, its picture for wide and for narrow pages (null where it shows nothing), and what its arrows say. */
export interface ToldStep {
  readonly caption: string;
  readonly wide: Drawn | null;
  readonly narrow: Drawn | null;
  readonly claims: readonly Told[];
  readonly legend: Legend;
}

/** A story as it's published; `steps` of a row are the numbers of the steps that show it. */
export interface Story {
  readonly title: string;
  readonly byline: string;
  readonly intro: string;
  readonly steps: readonly ToldStep[];
  readonly legend: Legend;
  readonly rows: readonly (Row & { readonly steps: readonly number[] })[];
  readonly source: string;
}

/** What telling a story needs beside its draft. */
export interface Telling {
  readonly known: Model;
  /** Articles whose text was fetched; the others are as the model has them. */
  readonly articles: ReadonlyMap<string, Article>;
  readonly looks: ReadonlyMap<string, NodeLook>;
  readonly lying: Lying;
  readonly measure: Measure;
  readonly palette: Palette;
}

/** The claims of a draft, numbered in the order in which its steps show them. */
export function claimsOf(known: Model, draft: Draft): Footnotes {
  return footnotes(known, linesOf(known, draft.steps.flatMap((step) => step.items)));
}

/** A draft as a story: with pictures, claims in words, and a row for every claim. */
export function story(draft: Draft, given: Telling): Story {
  const { known, articles } = given;
  const notes = claimsOf(known, draft);
  const items = draft.steps.flatMap((step) => step.items);
  const telling = { ...given, looks: toldApart(given, pictured(known, items, given.looks, notes)) };
  const draw = drawer(draft, telling, notes);
  const steps = draft.steps.map(({ caption, items: own }, at): ToldStep => {
    const shown = shownItems(draft, at);
    const claims = linesOf(known, own).map((line) => told(known, line, notes));
    return { caption, ...draw(shown), claims, legend: legendOf(telling, notes, [...shown.before, ...shown.own]) };
  });
  const stepsOf = (line: Line): readonly number[] =>
    draft.steps.flatMap((step, n) => (step.items.some((item) => item.kind === "line" && item.key === line.key) ? [n + 1] : []));
  const rows = notes.notes.map((note) => ({ ...row(known, note, notes, articles), steps: stepsOf(note.line) }));
  const { title, byline, intro } = draft;
  return { title, byline, intro, steps, legend: legendOf(telling, notes, items), rows, source: sourceOf(known, notes) };
}

/** Draws steps: all on one frame where each shows those before it too, so that nothing moves; else each on its own. */
function drawer(draft: Draft, telling: Telling, notes: Footnotes): (shown: Shown) => Pick<ToldStep, "wide" | "narrow"> {
  const { known, looks, lying, measure, palette } = telling;
  const frame = (items: readonly Item[], paper: Paper): Frame => framed(pictured(known, items, looks, notes), lying, paper, measure);
  const all = draft.steps.flatMap((step) => step.items);
  const common = draft.earlier === "dimmed" ? { wide: frame(all, WIDE), narrow: frame(all, NARROW) } : null;
  return (shown) => {
    if (!pictured(known, [...shown.own, ...shown.before], looks, notes).nodes.length) return { wide: null, narrow: null };
    return {
      wide: drawn(known, common?.wide ?? frame(shown.own, WIDE), shown, palette),
      narrow: drawn(known, common?.narrow ?? frame(shown.own, NARROW), shown, palette),
    };
  };
}

/** The drawing's looks; where two classes of the story look alike, since there are more than colours, looks of the story's own. */
function toldApart({ known, looks, palette }: Telling, { nodes }: Picture): Telling["looks"] {
  const types = [...new Set(nodes.flatMap(({ type }) => type ?? []))].filter((type) => looks.has(type));
  const seen = new Set(types.map((type) => `${looks.get(type)?.shape} ${(looks.get(type)?.colour ?? 0) % palette.classes.length}`));
  if (seen.size === types.length) return looks;
  const shown = new Set(nodes.map(({ id }) => id));
  return nodeLooks(model({ ...known.graph, nodes: known.graph.nodes.filter(({ id }) => shown.has(id)), arrows: [], derived: [] }));
}

function legendOf({ known, looks }: Telling, notes: Footnotes, items: readonly Item[]): Legend {
  return legend(view(pictured(known, items, looks, notes), () => ({ x: 0, y: 0 }), { width: 1, height: 1, scale: 1 }, null), known.classes);
}

/** How many articles the claims stand in, and who published them. */
function sourceOf(known: Model, { notes }: Footnotes): string {
  const articles = [...new Set(notes.flatMap(({ statement }) => statement?.article ?? []))];
  const publishers = [...new Set(articles.flatMap((id) => known.articles.get(id)?.publisher ?? known.articles.get(id)?.title ?? []))];
  const named = publishers.slice(0, 5).map((name) => shorten(name, 60));
  const rest = publishers.length > named.length ? ` and ${publishers.length - named.length} more` : "";
  return articles.length ? `Source: ${[count(articles.length, "article"), ...named].join(", ")}${rest}` : "";
}
