import { afterEach, expect, test, vi } from "vitest";
import { namesLike } from "../src/pages/names";

afterEach(() => vi.unstubAllGlobals());

test("a server's names are told apart by class, claims and, where several are called alike, a name of their own", async () => {
  const items = [
    { id: "1", label: "Ada", labels: ["she", "the governor"], type: "person", arrows: 1204 },
    { id: "2", label: "ada", labels: ["she"], type: null, arrows: 1 },
    { id: "3", label: "Adam", labels: ["the baker"], type: "unknown", arrows: 2 },
  ];
  vi.stubGlobal("fetch", () => Promise.resolve(new Response(JSON.stringify({ items, next: null }))));
  const found = await namesLike("ada", new AbortController().signal, (type) => (type === "person" ? "Person" : null));
  expect(found.map((one) => one.detail)).toEqual(["Person · 1,204 claims · also the governor", "1 claim", "2 claims"]);
});
