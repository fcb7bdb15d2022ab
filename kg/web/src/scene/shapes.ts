import type { Shape } from "../model/looks";

/** A shape's corners: how many (0 is a circle), how far it's turned, how far out they are at a node's radius 1, and its sides' middles at theirs. */
export interface Outline {
  readonly corners: number;
  readonly turn: number;
  readonly grow: number;
  readonly middle: number;
}

const UP = Math.PI / 2;

/** All cover about as much paper as the circle does. */
export const OUTLINES: Readonly<Record<Shape, Outline>> = {
  circle: { corners: 0, turn: 0, grow: 1, middle: 1 },
  square: regular(4, Math.PI / 4, 1.2),
  diamond: regular(4, 0, 1.25),
  hexagon: regular(6, 0, 1.12),
  triangle: regular(3, UP, 1.42),
  pentagon: regular(5, UP, 1.16),
  wedge: regular(3, -UP, 1.42),
  octagon: regular(8, Math.PI / 8, 1.06),
};

/** The corners of a shape around a point, the y axis down as on a page; none for a circle. */
export function corners(shape: Shape, x: number, y: number, radius: number): readonly (readonly [number, number])[] {
  const { corners: many, turn, grow } = OUTLINES[shape];
  return Array.from({ length: many }, (_, n) => {
    const angle = turn + (n * 2 * Math.PI) / many;
    return [x + radius * grow * Math.cos(angle), y - radius * grow * Math.sin(angle)];
  });
}

function regular(many: number, turn: number, grow: number): Outline {
  return { corners: many, turn, grow, middle: Math.cos(Math.PI / many) };
}
