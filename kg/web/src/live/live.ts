import type { Signal } from "@preact/signals";
import type { Part, Source } from "../data/source";
import { decisions, type Decisions } from "../edit/decisions";
import type { Model } from "../model/model";
import { reading, type Reading } from "../read/reading";
import { following, type Following } from "./following";

/** What a served page can do beside showing: follow the store, read an article, and take decisions where the server does. */
export interface Live {
  readonly store: Following;
  readonly reading: Reading;
  readonly decisions: Decisions | null;
}

export function live(source: Source, shown: Signal<Model>, first: Part, version: string | null, edit: boolean): Live {
  const store = following(source, shown, first, version);
  return { store, reading: reading(store.refresh), decisions: edit ? decisions(store.refresh) : null };
}
