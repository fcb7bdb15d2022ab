/** The JSON values of a response that has one a line, as they come. */
export async function* values<T>(body: ReadableStream<Uint8Array>): AsyncGenerator<T> {
  const reader = body.pipeThrough(new TextDecoderStream() as TransformStream<Uint8Array, string>).getReader();
  let held = "";
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      const lines = (held + value).split("\n");
      held = lines.pop() ?? "";
      for (const line of lines) if (line.trim() !== "") yield JSON.parse(line) as T;
    }
    if (held.trim() !== "") yield JSON.parse(held) as T;
  } finally {
    await reader.cancel().catch(() => undefined); // whoever stops listening wants no more of it
  }
}
