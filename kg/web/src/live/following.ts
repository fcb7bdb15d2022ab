import { signal, type ReadonlySignal, type Signal } from "@preact/signals";
import type { Place } from "../data/address";
import { ask, sentence, ServerError } from "../data/server";
import type { Graph } from "../data/graph";
import type { Part, Source } from "../data/source";
import { merged } from "../model/merge";
import { model, type Model } from "../model/model";
import { iriText } from "../query/text";

/** What a page does that its server answers: it fetches more, and learns when the store has changed. */
export interface Following {
  /** Whether the store holds something else than what is shown. */
  readonly changed: ReadonlySignal<boolean>;
  /** Why the server didn't answer last time, in a sentence. */
  readonly trouble: ReadonlySignal<string | null>;
  /** Fetch an entity's surroundings too. */
  expand(entity: string): Promise<void>;
  /** Fetch what an address names, where the page doesn't hold it. */
  bring(place: Place): Promise<void>;
  /** Fetch anew all that is shown; what is chosen stays chosen. */
  refresh(): Promise<void>;
  /** See at once whether the store has changed. */
  look(): Promise<void>;
  stop(): void;
}

const EVERY = 4_000;
const EVERY_IN_TROUBLE = 15_000;

/** Follow a store whose `first` part is in the model already, read when the store was at `version`. */
export function following(source: Source, shown: Signal<Model>, first: Part, version: string | null): Following {
  const changed = signal(false);
  const trouble = signal<string | null>(null);
  let parts: readonly Part[] = [first];
  let seen = version;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let stopped = false;

  const guarded = async (action: () => Promise<void>): Promise<void> => {
    try {
      await action();
      trouble.value = null;
    } catch (error) {
      trouble.value = sentence(error);
    }
  };
  const add = (part: Part): Promise<void> =>
    guarded(async () => {
      const graph = await source.graph(part);
      parts = [...parts, part];
      shown.value = model(merged(shown.value.graph, graph));
    });
  /** A part as it is now; null for one that the store has no more, which must not keep the others from being shown. */
  const anew = async (part: Part): Promise<Graph | null> => {
    try {
      return await source.graph(part);
    } catch (error) {
      if (part !== first && error instanceof ServerError && error.status === 400) return null;
      throw error;
    }
  };
  const look = (): Promise<void> => guarded(async () => void (changed.value = (await versionOf()) !== seen));
  const watch = (): void => {
    if (stopped) return;
    timer = setTimeout(
      async () => {
        if (document.visibilityState === "visible" && !changed.value) await look();
        watch();
      },
      trouble.value === null ? EVERY : EVERY_IN_TROUBLE,
    );
  };
  watch();
  return {
    changed,
    trouble,
    look,
    expand: (entity) => add({ kind: "around", entity, depth: 1 }),
    bring: (place) => add(partOf(place)),
    refresh: () =>
      guarded(async () => {
        const now = await versionOf();
        const asked = parts;
        const graphs = await Promise.all(asked.map(anew));
        parts = parts.filter((part) => graphs[asked.indexOf(part)] !== null);
        shown.value = model(graphs.filter((graph) => graph !== null).reduce(merged));
        [seen, changed.value] = [now, false];
      }),
    stop: () => {
      stopped = true;
      clearTimeout(timer);
    },
  };
}

/** What changes when the store does; null where the server can't tell. */
export async function versionOf(): Promise<string | null> {
  return (await ask<{ version: string | null }>("/api/version")).version;
}

/** The part of the store that shows one thing. */
export function partOf(place: Place): Part {
  switch (place.kind) {
    case "entity":
      return { kind: "around", entity: place.id, depth: 1 };
    case "query":
      return { kind: "query", query: place.id };
    case "statement":
      return { kind: "query", query: `SELECT ?it WHERE { VALUES ?it { ${iriText(place.id) ?? ""} } ?it ?is ?so }` };
    case "article":
      return { kind: "query", query: `SELECT ?it WHERE { ?it <http://www.w3.org/ns/oa#hasTarget>/<http://www.w3.org/ns/oa#hasSource> ${iriText(place.id) ?? "<>"} }` };
  }
}
