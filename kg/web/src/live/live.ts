import { decisions, type Decisions } from "../edit/decisions";
import type { Explorer } from "../explorer/state";
import type { Part } from "../data/source";
import { reading, type Reading } from "../read/reading";
import { following, type Following } from "./following";

/** What a served page can do beside showing: follow the store, read an article, and take decisions where the server does. */
export interface Live {
  readonly store: Following;
  readonly reading: Reading;
  readonly decisions: Decisions | null;
}

/** Follow the store whose `first` part the page shows, read when the store was at `version`; an article that is kept is chosen. */
export function live({ source, model, choice, settings }: Explorer, first: Part, version: string | null): Live {
  const store = following(source, model, first, version);
  const kept = async (article: string): Promise<void> => {
    await store.refresh();
    choice.value = { kind: "article", id: article };
  };
  return { store, reading: reading(kept), decisions: settings.edit ? decisions(store.refresh) : null };
}
