import { signal, type ReadonlySignal } from "@preact/signals";
import { ask, sentence, tell } from "../data/server";

/** A statement that somebody set aside, as `/api/rejections` gives it. */
export interface Rejection {
  readonly statement: string;
  readonly subject: string | null;
  readonly relation: string;
  readonly object: string;
  readonly quote: string | null;
  readonly who: string | null;
  readonly why: string | null;
  readonly when: string | null;
}

/** What was decided last, and how to take it back. */
export interface Decided {
  readonly words: string;
  readonly undo: (() => Promise<string | null>) | null;
}

/** What people decide about a store that takes it. Each decision gives null, or why it couldn't be made. */
export interface Decisions {
  readonly last: ReadonlySignal<Decided | null>;
  reject(statement: string, why: string): Promise<string | null>;
  /** `why` may be left empty. */
  restore(statement: string, why: string): Promise<string | null>;
  remove(article: string): Promise<string | null>;
  rejections(): Promise<readonly Rejection[]>;
  forget(): void;
}

/** `changed` is called when the store has taken a decision. */
export function decisions(changed: () => Promise<void>): Decisions {
  const last = signal<Decided | null>(null);
  const decide = async (address: string, body: unknown, decided: Decided): Promise<string | null> => {
    try {
      await tell(address, body);
    } catch (error) {
      return sentence(error);
    }
    last.value = decided;
    await changed();
    return null;
  };
  const restore = (statement: string, why: string): Promise<string | null> =>
    decide("/api/restore", why === "" ? { statement } : { statement, why }, { words: "The statement was restored.", undo: null });
  return {
    last,
    restore,
    reject: (statement, why) =>
      decide("/api/reject", { statement, why }, { words: "The statement was rejected.", undo: () => restore(statement, "") }),
    remove: (article) => decide("/api/remove", { article }, { words: "The article was removed, with all that rested on it alone.", undo: null }),
    rejections: async () => (await ask<{ items: Rejection[] }>("/api/rejections")).items,
    forget: () => (last.value = null),
  };
}
