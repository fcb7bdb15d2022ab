import type { View } from "./view";

/** What the drawing does when it's asked to. */
export interface Stage {
  /** Brings an entity (by its id) or a line (by its key) to the middle, opening the community that it's in. */
  show(id: string): void;
  /** Brings several of them onto the page, as large as they can be together. */
  showAll(ids: readonly string[]): void;
  /** Brings all of the picture onto the page. */
  fit(): void;
  /** Makes things larger, or smaller where `factor` is below 1. */
  zoom(factor: number): void;
  /** Lays everything out anew, but for what is pinned. */
  arrange(): void;
  /** The whole picture as it's drawn, on a page of its own: what pictures for print are made of. */
  snapshot(): View;
  /** Where an entity lies, drawn or not, in pixels with y down; null for one that isn't known. */
  place(id: string): { readonly x: number; readonly y: number } | null;
}
