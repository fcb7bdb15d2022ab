import { afterEach, expect, test, vi } from "vitest";
import { beginning } from "../src/live/first";

afterEach(() => vi.unstubAllGlobals());

test.each([
  [12, "all", null],
  [300_000, "query", 300],
])("a store of %i statements begins with %s", async (statements, kind, most) => {
  const body = JSON.stringify({ head: { vars: ["n"] }, results: { bindings: [{ n: { type: "literal", value: String(statements) } }] } });
  const headers = { "Content-Type": "application/sparql-results+json" };
  vi.stubGlobal("fetch", () => Promise.resolve(new Response(body, { headers })));
  const found = await beginning();
  expect([found.part.kind, found.most]).toEqual([kind, most]);
});
