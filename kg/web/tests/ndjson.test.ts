import { expect, test } from "vitest";
import { values } from "../src/data/ndjson";

/** A body that comes in pieces of so many bytes, and whether it was cancelled. */
function body(text: string, size: number) {
  const bytes = new TextEncoder().encode(text);
  let place = 0;
  let cancelled = false;
  const stream = new ReadableStream<Uint8Array>({
    pull(controller) {
      if (place >= bytes.length) return controller.close();
      controller.enqueue(bytes.slice(place, (place += size)));
    },
    cancel() {
      cancelled = true;
    },
  });
  return { stream, wasCancelled: () => cancelled };
}

test.each([1, 2, 3, 7, 1000])("values come whole, however they are cut: %i bytes at a time", async (size) => {
  const found: unknown[] = [];
  for await (const one of values(body('{"a":"é🙂"}\n\n{"b":[1,2]}\n{"c":"without an end"}', size).stream)) found.push(one);
  expect(found).toEqual([{ a: "é🙂" }, { b: [1, 2] }, { c: "without an end" }]);
});

test("who stops listening cancels it", async () => {
  const { stream, wasCancelled } = body('{"a":1}\n{"b":2}\n'.repeat(50), 8);
  for await (const _one of values(stream)) break;
  expect(wasCancelled()).toBe(true);
});

test("what is no JSON is an error", async () => {
  await expect(values(body("<html>\n", 100).stream).next()).rejects.toThrow();
});
