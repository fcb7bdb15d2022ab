import type { Places } from "./places";

const MILLISECONDS = 450;

/** Whether the user wants things to jump rather than glide. */
export function isCalm(): boolean {
  return globalThis.matchMedia("(prefers-reduced-motion: reduce)").matches;
}

/** Moves places smoothly to others, telling of each step. Gives what stops it. */
export function glide(from: Places, to: Places, step: (now: Places) => void): () => void {
  const began = performance.now();
  let frame = requestAnimationFrame(function next(): void {
    const part = Math.min(1, (performance.now() - began) / MILLISECONDS);
    if (part >= 1) return step(to);
    const eased = 1 - (1 - part) ** 3;
    const now: Places = new Map(to);
    for (const [id, end] of to) {
      const start = from.get(id) ?? end;
      now.set(id, { x: start.x + (end.x - start.x) * eased, y: start.y + (end.y - start.y) * eased });
    }
    step(now);
    frame = requestAnimationFrame(next);
  });
  return () => cancelAnimationFrame(frame);
}
