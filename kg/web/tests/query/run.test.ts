import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { run } from "../../src/query/run";
import { queryPage } from "../../src/query/state";

let asked: ((value: boolean) => void)[] = [];

beforeEach(() => {
  asked = [];
  vi.stubGlobal("history", { replaceState: () => undefined });
  vi.stubGlobal("fetch", (_address: string, { signal }: RequestInit) =>
    new Promise<Response>((give, refuse) => {
      asked.push((value) => give(new Response(JSON.stringify({ boolean: value }))));
      signal?.addEventListener("abort", () => refuse(new DOMException("cancelled", "AbortError")));
    }),
  );
});
afterEach(() => vi.unstubAllGlobals());

test("of two runs that are started at once the last one counts", async () => {
  const page = queryPage({ title: "", live: true, edit: false }, { text: "ASK {}", given: new Map() });
  const both = [run(page), run(page)];
  await vi.waitFor(() => expect(asked.length).toBe(2));
  asked[1]?.(true);
  asked[0]?.(false);
  await Promise.all(both);
  expect(page.run.value).toMatchObject({ kind: "done", answer: { kind: "boolean", value: true } });
});
