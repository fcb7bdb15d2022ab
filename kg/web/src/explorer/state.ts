import { computed, signal, type ReadonlySignal, type Signal } from "@preact/signals";
import type { Article } from "../data/graph";
import type { Source, Settings } from "../data/source";
import type { Live } from "../live/live";
import { facets, type Facets } from "../model/facets";
import { type Filters, NO_FILTERS, shownLines } from "../model/filters";
import { type NodeLook, nodeLooks } from "../model/looks";
import type { Line, Model } from "../model/model";
import { STATUS_WORDS } from "../model/words";
import type { Stage } from "../scene/stage";
import { storyboard, type Storyboard } from "../story/storyboard";

/** What the panel tells about: an entity (with another that it is connected to), a line, or an article (with the statement, or the words by code points, that led there). */
export type Choice =
  | { readonly kind: "entity"; readonly id: string; readonly to?: string }
  | { readonly kind: "line"; readonly key: string; readonly statement?: string }
  | { readonly kind: "article"; readonly id: string; readonly statement?: string; readonly words?: { readonly start: number; readonly end: number } };

/** What drawing and panels share. Each part reads what it shows, and changes it here alone. */
export interface Explorer {
  readonly settings: Settings;
  readonly source: Source;
  readonly model: Signal<Model>;
  readonly filters: Signal<Filters>;
  readonly choice: Signal<Choice | null>;
  readonly hovered: Signal<string | null>;
  readonly lines: ReadonlySignal<readonly Line[]>;
  /** What there is to filter by. */
  readonly facets: ReadonlySignal<Facets>;
  /** Whether the lines are drawn or listed. */
  readonly view: Signal<"drawing" | "claims">;
  /** Whether the filters are open, and the dialog that tells the keys. */
  readonly filtering: Signal<boolean>;
  readonly keys: Signal<boolean>;
  /** Light or dark, where the user switched it; null is as the system has it. */
  readonly theme: Signal<"light" | "dark" | null>;
  /** Articles whose text was asked for. */
  readonly articles: Signal<ReadonlyMap<string, Article>>;
  /** What the page's server does for it; null in a page that stands alone. */
  readonly live: Live | null;
  /** How the entities of each class look; what isn't in it has no class of the ontology. */
  readonly looks: ReadonlySignal<ReadonlyMap<string, NodeLook>>;
  /** Lines, by their keys, and entities that stand out from the rest while nothing is pointed at, and nothing but the ends of a way chosen. */
  readonly highlighted: Signal<ReadonlySet<string>>;
  /** Entities that stay where the user put them. */
  readonly pinned: Signal<ReadonlySet<string>>;
  /** Entities whose neighbours that have no other aren't drawn. */
  readonly folded: Signal<ReadonlySet<string>>;
  /** Which community each entity is in; empty until it's known. */
  readonly communities: Signal<ReadonlyMap<string, number>>;
  /** Whether communities are drawn as one node each, but for those that are `opened`. */
  readonly isGrouped: Signal<boolean>;
  readonly opened: Signal<ReadonlySet<number>>;
  /** The story that is made of what is drawn. */
  readonly story: Storyboard;
  /** The drawing, once there is one: what others may ask it to do. */
  readonly stage: Signal<Stage | null>;
}

/** Above so many entities a graph is opened as communities. */
const GROUPED_ABOVE = 20_000;

export function explorer(settings: Settings, source: Source, first: Model): Explorer {
  const model = signal(first);
  const filters = signal(NO_FILTERS);
  let seen: ReadonlyMap<string, NodeLook> = new Map();
  return {
    settings,
    source,
    model,
    filters,
    choice: signal<Choice | null>(null),
    hovered: signal<string | null>(null),
    lines: computed(() => shownLines(model.value, filters.value)),
    facets: computed(() => facets(model.value, (status) => STATUS_WORDS[status].name)),
    view: signal<"drawing" | "claims">("drawing"),
    filtering: signal(false),
    keys: signal(false),
    theme: signal<"light" | "dark" | null>(null),
    articles: signal<ReadonlyMap<string, Article>>(new Map()),
    live: null,
    looks: computed(() => (seen = nodeLooks(model.value, seen))),
    highlighted: signal<ReadonlySet<string>>(new Set()),
    pinned: signal<ReadonlySet<string>>(new Set()),
    folded: signal<ReadonlySet<string>>(new Set()),
    communities: signal<ReadonlyMap<string, number>>(new Map()),
    isGrouped: signal(first.graph.nodes.length > GROUPED_ABOVE),
    opened: signal<ReadonlySet<number>>(new Set()),
    story: storyboard(),
    stage: signal<Stage | null>(null),
  };
}
