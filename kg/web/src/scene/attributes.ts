import type { LineLook, Shape } from "../model/looks";

/** What's around or in a node: paper, which parts it from what it lies on; ink where it's chosen; a hole where it's pinned; a ring for many in one. */
export const RIMS = ["paper", "chosen", "pinned", "many"] as const;

export type Rim = (typeof RIMS)[number];

/** What sigma and the shaders know of a node; `lit` matters while the rest is dimmed. */
export interface NodeAttributes {
  x: number;
  y: number;
  size: number;
  color: string;
  type: string;
  shape: Shape;
  rim: Rim;
  lit: boolean;
}

/** What they know of an arrow: how wide, how far out it bends, its dashes (see `LineLook`), its head, and the marks in its middle. */
export interface ArrowAttributes {
  color: string;
  type: string;
  width: number;
  bend: number;
  dash: number;
  gap: number;
  head: LineLook["head"];
  mark: number;
  lit: boolean;
}
