import type { Article, Graph } from "./graph";
import { ask } from "./server";

/** Which part of the store: all of it, an entity's surroundings, the paths between two, or what a query finds. */
export type Part =
  | { readonly kind: "all" }
  | { readonly kind: "around"; readonly entity: string; readonly depth: number }
  | { readonly kind: "between"; readonly from: string; readonly to: string }
  | { readonly kind: "query"; readonly query: string };

/** Where a page's data comes from: the page itself, or a live store. */
export interface Source {
  readonly live: boolean;
  graph(part: Part): Promise<Graph>;
  article(id: string): Promise<Article>;
}

/** How a page was made: `live` where a server answers, `edit` where it takes decisions. */
export interface Settings {
  readonly title: string;
  readonly live: boolean;
  readonly edit: boolean;
}

export function settings(page: Document): Settings {
  return JSON.parse(text(page, "settings")) as Settings;
}

/** The graph that stands in the page: JSON, gzipped, in base64. */
export async function embedded(page: Document): Promise<Source> {
  const bytes = Uint8Array.from(atob(text(page, "data").trim()), (character) => character.charCodeAt(0));
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
  const graph = (await new Response(stream).json()) as Graph;
  const articles = new Map(graph.articles.map((article) => [article.id, article]));
  return {
    live: false,
    graph: () => Promise.resolve(graph),
    article: (id) => {
      const found = articles.get(id);
      return found ? Promise.resolve(found) : Promise.reject(new Error("This page doesn't hold that article."));
    },
  };
}

/** What `kg serve` answers; `base` is where its API is. */
export function live(base = "/api/"): Source {
  return {
    live: true,
    graph: (part) => ask<Graph>(`${base}graph?${parameters(part)}`),
    article: (id) => ask<Article>(`${base}article?${new URLSearchParams({ id })}`),
  };
}

function parameters(part: Part): URLSearchParams {
  switch (part.kind) {
    case "all":
      return new URLSearchParams();
    case "around":
      return new URLSearchParams({ entity: part.entity, depth: String(part.depth) });
    case "between":
      return new URLSearchParams({ from: part.from, to: part.to });
    case "query":
      return new URLSearchParams({ query: part.query });
  }
}

function text(page: Document, id: string): string {
  return page.getElementById(id)?.textContent ?? "";
}
