import type { Article } from "../data/graph";
import type { Explorer } from "../explorer/state";
import { measurer } from "../scene/names";
import { LIGHT } from "../styles/palette";
import { filled, isFilled } from "./draft";
import { page } from "./page/page";
import { poster } from "./poster";
import { claimsOf, type Story, story } from "./told";

/** A story's title; the page's where its author gave none. */
export function titleOf({ story, settings }: Explorer): string {
  return story.draft.value.title.trim() || settings.title;
}

/** The story as a page. Raises an error where the browser can't make one, or an article can't be fetched. */
export async function pageOf(state: Explorer): Promise<string> {
  const { notes } = claimsOf(state.model.peek(), state.story.draft.peek());
  return page(told(state, await texts(state, new Set(notes.flatMap(({ statement }) => statement?.article ?? [])))), LIGHT);
}

/** One of its steps, or (null) all of them, as SVG. */
export function posterOf(state: Explorer, step: number | null, withCaptions: boolean): string {
  const made = told(state, new Map());
  const at = state.story.draft.peek().steps.slice(0, step ?? 0).filter(isFilled).length;
  const steps = step === null ? made.steps : made.steps.slice(at, at + 1);
  return poster(made, steps, withCaptions, LIGHT, measure());
}

function told(state: Explorer, articles: ReadonlyMap<string, Article>): Story {
  const draft = { ...filled(state.story.draft.peek()), title: titleOf(state) };
  const lying = { place: state.stage.peek()?.place ?? (() => null), isSet: (id: string) => state.pinned.peek().has(id) };
  return story(draft, { known: state.model.peek(), articles, looks: state.looks.peek(), lying, measure: measure(), palette: LIGHT });
}

/** The articles of these ids with their texts, asked for where a live store has them. */
async function texts(state: Explorer, ids: ReadonlySet<string>): Promise<ReadonlyMap<string, Article>> {
  const found = new Map<string, Article>();
  for (const id of ids) {
    const known = state.articles.peek().get(id) ?? state.model.peek().articles.get(id);
    const article = state.source.live && known?.text == null ? await state.source.article(id) : known;
    if (article) found.set(id, article);
  }
  return found;
}

function measure(): ReturnType<typeof measurer> {
  const context = document.createElement("canvas").getContext("2d");
  if (!context) throw new Error("The browser can’t draw here: open the page in another one.");
  return measurer(context);
}
