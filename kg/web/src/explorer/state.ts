import { computed, signal, type ReadonlySignal, type Signal } from "@preact/signals";
import type { Source, Settings } from "../data/source";
import { type Filters, NO_FILTERS, shownLines } from "../model/filters";
import type { Line, Model } from "../model/model";

/** What the panel tells about: an entity, a line, or an article (with the statement that led there). */
export type Choice =
  | { readonly kind: "entity"; readonly id: string }
  | { readonly kind: "line"; readonly key: string; readonly statement?: string }
  | { readonly kind: "article"; readonly id: string; readonly statement?: string };

/** What drawing and panels share. Each part reads what it shows, and changes it here alone. */
export interface Explorer {
  readonly settings: Settings;
  readonly source: Source;
  readonly model: Signal<Model>;
  readonly filters: Signal<Filters>;
  readonly choice: Signal<Choice | null>;
  readonly hovered: Signal<string | null>;
  readonly lines: ReadonlySignal<readonly Line[]>;
}

export function explorer(settings: Settings, source: Source, first: Model): Explorer {
  const model = signal(first);
  const filters = signal(NO_FILTERS);
  return {
    settings,
    source,
    model,
    filters,
    choice: signal<Choice | null>(null),
    hovered: signal<string | null>(null),
    lines: computed(() => shownLines(model.value, filters.value)),
  };
}
