import { ask } from "../data/server";
import { type Named, namesakes, ownName } from "../model/namesakes";
import { count, shorten } from "../model/text";
import type { Suggestion } from "./Combobox";

interface Found extends Named {
  readonly type?: string | null;
  readonly arrows: number;
}

const MOST = 8;

/** The store's entities that a text may mean, the best first, each with what tells it from others of its name; `kindOf` names a class. */
export async function namesLike(text: string, signal: AbortSignal, kindOf: (type: string) => string | null): Promise<readonly Suggestion[]> {
  const { items } = await ask<{ items: Found[] }>(`/api/entities?${new URLSearchParams({ q: text, limit: String(MOST) })}`, signal);
  return items.map((one) => {
    const others = namesakes(one, items);
    const also = others.length ? ownName(one, others) : null;
    const details = [one.type ? kindOf(one.type) : null, count(one.arrows, "claim"), also === null ? null : `also ${shorten(also, 60)}`];
    return { value: one.id, label: one.label, detail: details.filter((detail) => detail !== null).join(" · ") };
  });
}
