import { signal } from "@preact/signals";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { Graph } from "../src/data/graph";
import type { Part, Source } from "../src/data/source";
import { following } from "../src/live/following";
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
