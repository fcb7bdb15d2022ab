import { ask } from "../data/server";
import type { Suggestion } from "./Combobox";

interface Found {
  readonly id: string;
  readonly label: string;
  readonly type?: string | null;
}

const MOST = 8;

/** The store's entities that a text may mean, the best first; `kindOf` names a class. */
export async function namesLike(text: string, signal: AbortSignal, kindOf: (type: string) => string | null): Promise<readonly Suggestion[]> {
  const found = await ask<{ items: Found[] }>(`/api/entities?${new URLSearchParams({ q: text, limit: String(MOST) })}`, signal);
  return found.items.map(({ id, label, type }) => ({ value: id, label, detail: type ? kindOf(type) : null }));
}
