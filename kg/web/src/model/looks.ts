import type { Class } from "../data/graph";
import type { Line, Model } from "./model";
import { standingOf } from "./voices";

/** A node's outline; which family of classes has which is settled by how many of its entities there are. */
export const SHAPES = ["circle", "square", "diamond", "hexagon", "triangle", "pentagon", "wedge", "octagon"] as const;

export type Shape = (typeof SHAPES)[number];

/** How entities of a class look: an outline and the place of a colour in the palette, null for what has no class of the ontology. */
export interface NodeLook {
  readonly shape: Shape;
  readonly colour: number | null;
}

export const UNKNOWN_LOOK: NodeLook = { shape: "circle", colour: null };

/**
 * The look of each class that has entities. Classes of one family (those below the same child of a topmost class) share an outline. The most
 * common come first; those that looked like something `before` keep it, so that nothing changes its colour while the graph grows.
 */
export function nodeLooks(known: Model, before: ReadonlyMap<string, NodeLook> = new Map()): ReadonlyMap<string, NodeLook> {
  const many = new Map<string, number>();
  const shapes = new Map<string, Shape>();
  for (const entity of known.entities.values()) {
    const one = known.classes.get(entity.type ?? "");
    if (one) many.set(one.id, (many.get(one.id) ?? 0) + 1);
  }
  for (const [id, look] of before) {
    const one = known.classes.get(id);
    if (one) shapes.set(family(known, one), look.shape);
  }
  const families = new Map<string, number>();
  for (const one of known.graph.classes) {
    const count = many.get(one.id);
    if (count) families.set(family(known, one), (families.get(family(known, one)) ?? 0) + count);
  }
  for (const [name] of [...families].sort((one, other) => other[1] - one[1]))
    if (!shapes.has(name)) shapes.set(name, SHAPES[Math.min(new Set(shapes.values()).size, SHAPES.length - 1)] ?? "circle");
  const looks = new Map(before);
  const unseen = known.graph.classes.filter((one) => many.has(one.id) && !looks.has(one.id));
  unseen.sort((one, other) => (many.get(other.id) ?? 0) - (many.get(one.id) ?? 0));
  for (const one of unseen) looks.set(one.id, { shape: shapes.get(family(known, one)) ?? "circle", colour: looks.size });
  return looks;
}

/** The broadest class at or above this one that is below nothing but topmost classes. */
function family(known: Model, one: Class): string {
  const isTop = (id: string): boolean => (known.classes.get(id)?.ancestors.length ?? 0) === 0;
  const above = [one, ...one.ancestors.map((id) => known.classes.get(id)).filter((each) => each !== undefined)];
  const below = above.filter((each) => each.ancestors.length > 0 && each.ancestors.every(isTop));
  return (below[0] ?? above.at(-1) ?? one).id;
}

/** How a line is drawn. Dashes are in widths of the line: how long one is, and how far it is from its beginning to the next one's. */
export interface LineLook {
  readonly tone: "line" | "denied" | "derived";
  readonly dash: number;
  readonly gap: number;
  readonly head: "filled" | "hollow" | "none";
  readonly width: number;
  readonly cross: boolean;
  readonly disputed: boolean;
}

const SOLID: LineLook = { tone: "line", dash: 0, gap: 0, head: "filled", width: 1.6, cross: false, disputed: false };
const LOOKS = {
  affirmed: SOLID,
  possible: { ...SOLID, dash: 4, gap: 7 },
  planned: { ...SOLID, dash: 0, gap: 3 },
  denied: { ...SOLID, tone: "denied", cross: true },
  derived: { ...SOLID, tone: "derived", head: "hollow", width: 1 },
  untaken: { ...SOLID, tone: "derived", dash: 2, gap: 5 },
} as const satisfies Record<string, LineLook>;

/** How a line looks for what it says: only what is affirmed, and taken for a fact, is a plain line. */
export function lineLook(line: Line): LineLook {
  const look = LOOKS[standingOf(line)];
  return line.kind === "stated" && line.arrow.disputed ? { ...look, disputed: true } : look;
}
