import { signal } from "@preact/signals";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { Graph } from "../src/data/graph";
import { ServerError } from "../src/data/server";
import type { Part, Source } from "../src/data/source";
import { explorer } from "../src/explorer/state";
import { following } from "../src/live/following";
import { live } from "../src/live/live";
import { model } from "../src/model/model";

const graph = (...ids: string[]): Graph => ({
  nodes: ids.map((id) => ({ id, label: id, labels: [], type: null, hidden: 0 })),
  arrows: [], derived: [], classes: [], articles: [],
});

let version: string | null = "1";
let store: Graph = graph("a");

beforeEach(() => {
  vi.useFakeTimers();
  [version, store] = ["1", graph("a")];
  vi.stubGlobal("document", { visibilityState: "visible" });
  vi.stubGlobal("fetch", () => (version === null ? Promise.reject(new TypeError("refused")) : Promise.resolve(new Response(JSON.stringify({ version })))));
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

function started() {
  const asked: Part[] = [];
  const source: Source = {
    live: true,
    graph: (part) => {
      asked.push(part);
      return Promise.resolve(part.kind === "around" ? graph("a", part.entity) : store);
    },
    article: () => Promise.reject(new Error("none")),
  };
  const shown = signal(model(store));
  return { asked, shown, page: following(source, shown, { kind: "all" }, "1") };
}

test("a change is told, and shown when it is asked for", async () => {
  const { page, shown } = started();
  await vi.advanceTimersByTimeAsync(5_000);
  expect(page.changed.value).toBe(false);
  [version, store] = ["2", graph("a", "b")];
  await vi.advanceTimersByTimeAsync(5_000);
  expect(page.changed.value).toBe(true);
  expect([...shown.value.entities.keys()]).toEqual(["a"]);
  await page.refresh();
  expect(page.changed.value).toBe(false);
  expect([...shown.value.entities.keys()]).toEqual(["a", "b"]);
  page.stop();
});

test("a server that is gone is told, and so is its return", async () => {
  const { page } = started();
  version = null;
  await vi.advanceTimersByTimeAsync(5_000);
  expect(page.trouble.value).toMatch(/doesn't answer/);
  version = "1";
  await page.look();
  expect(page.trouble.value).toBeNull();
  page.stop();
});

test("what was brought in stays when all is fetched anew", async () => {
  const { page, shown, asked } = started();
  await page.expand("c");
  expect([...shown.value.entities.keys()]).toEqual(["a", "c"]);
  asked.length = 0;
  await page.refresh();
  expect(asked.map((one) => one.kind)).toEqual(["all", "around"]);
  expect([...shown.value.entities.keys()]).toEqual(["a", "c"]);
  page.stop();
});

test("what the store has no more doesn't keep the rest from being shown anew", async () => {
  const shown = signal(model(store));
  let gone = false;
  const asked: string[] = [];
  const source: Source = {
    live: true,
    graph: (part) => {
      asked.push(part.kind);
      if (part.kind !== "around") return Promise.resolve(store);
      return gone ? Promise.reject(new ServerError("The store has no entity of this name.", 400)) : Promise.resolve(graph("a", part.entity));
    },
    article: () => Promise.reject(new Error("none")),
  };
  const page = following(source, shown, { kind: "all" }, "1");
  await page.expand("c");
  [version, store, gone] = ["2", graph("a", "b"), true];
  await page.refresh();
  expect(page.trouble.value).toBeNull();
  expect([...shown.value.entities.keys()]).toEqual(["a", "b"]);
  asked.length = 0;
  await page.refresh();
  expect(asked).toEqual(["all"]);
  page.stop();
});

test("an article's text is asked for again when all is fetched anew", async () => {
  const source: Source = { live: true, graph: () => Promise.resolve(store), article: () => Promise.reject(new Error("none")) };
  const state = explorer({ title: "", live: true, edit: false }, source, model(store));
  const page = live(state, { part: { kind: "all" }, most: null }, "1");
  state.articles.value = new Map([["x", { id: "x", title: null, publisher: null, published: null, url: null, text: "as it was" }]]);
  await page.store.refresh();
  expect(state.articles.value.size).toBe(0);
  page.store.stop();
});
