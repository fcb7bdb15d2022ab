import type { Place } from "../data/address";
import { decisions, type Decisions } from "../edit/decisions";
import type { Explorer } from "../explorer/state";
import { reading, type Reading } from "../read/reading";
import type { Beginning } from "./first";
import { following, type Following } from "./following";

/** What a served page can do beside showing: follow the store, read an article, and take decisions where the server does. */
export interface Live {
  readonly store: Following;
  readonly reading: Reading;
  readonly decisions: Decisions | null;
  /** How many entities the page began with, where the store has more; null where it began with all. */
  readonly most: number | null;
  /** Choose something, fetched first where the page doesn't hold it. */
  show(place: Place): Promise<void>;
}

/** Follow the store whose beginning the page shows, read when the store was at `version`; an article that is kept is chosen. */
export function live(state: Explorer, { part, most }: Beginning, version: string | null): Live {
  const followed = following(state.source, state.model, part, version);
  const refresh = async (): Promise<void> => {
    await followed.refresh();
    state.articles.value = new Map(); // an article that was read anew has its evidence at other characters
  };
  const store = { ...followed, refresh };
  const show = async (place: Place): Promise<void> => {
    if (!holds(state, place.id)) await store.bring(place);
    const line = state.model.value.lineOfStatement.get(place.id);
    if (place.kind === "statement" && line) state.choice.value = { kind: "line", key: line.key, statement: place.id };
    else if (place.kind === "entity" || place.kind === "article") state.choice.value = { kind: place.kind, id: place.id };
  };
  const kept = async (article: string): Promise<void> => {
    await store.refresh();
    await show({ kind: "article", id: article });
  };
  return { store, reading: reading(kept), decisions: state.settings.edit ? decisions(store.refresh) : null, most, show };
}

function holds({ model }: Explorer, id: string): boolean {
  const { entities, statements, articles } = model.value;
  return entities.has(id) || statements.has(id) || articles.has(id);
}
