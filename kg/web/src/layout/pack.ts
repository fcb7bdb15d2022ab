import type { Bounds } from "./plane";

interface Shelf {
  readonly left: number;
  readonly width: number;
  readonly top: number;
}

/** Where rectangles go (their left top corners, in the order given) so that together they fill a page of this breadth to height well. */
export function pack(boxes: readonly Pick<Bounds, "width" | "height">[], aspect: number): readonly (readonly [number, number])[] {
  const area = boxes.reduce((sum, box) => sum + box.width * box.height, 0);
  const widest = boxes.reduce((most, box) => Math.max(most, box.width), 0);
  const tries = boxes.length > 500 ? [1.05] : [0.9, 1, 1.1, 1.2, 1.35, 1.5, 1.75];
  const packings = tries.map((more) => fill(boxes, Math.max(widest, Math.sqrt(area * aspect) * more)));
  const cost = ({ width, height }: Packing): number => Math.max(width / aspect, height);
  return packings.reduce((best, one) => (cost(one) < cost(best) ? one : best)).corners;
}

interface Packing {
  readonly corners: readonly (readonly [number, number])[];
  readonly width: number;
  readonly height: number;
}

/** Puts the tallest boxes first, each as high up as it goes on what is there already. */
function fill(boxes: readonly Pick<Bounds, "width" | "height">[], width: number): Packing {
  const order = boxes.map((_, n) => n).sort((one, other) => (boxes[other]?.height ?? 0) - (boxes[one]?.height ?? 0) || one - other);
  let skyline: Shelf[] = [{ left: 0, width, top: 0 }];
  const corners: [number, number][] = boxes.map(() => [0, 0]);
  let [right, bottom] = [0, 0];
  for (const n of order) {
    const box = boxes[n] as Bounds;
    const [left, top] = lowest(skyline, box.width, width);
    corners[n] = [left, top];
    skyline = covered(skyline, left, box.width, top + box.height);
    right = Math.max(right, left + box.width);
    bottom = Math.max(bottom, top + box.height);
  }
  return { corners, width: right, height: bottom };
}

/** The highest place on the page where something so wide fits. */
function lowest(skyline: readonly Shelf[], wide: number, width: number): readonly [number, number] {
  let best: readonly [number, number] = [0, Infinity];
  for (const { left } of skyline) {
    if (left + wide > width + 0.01) continue;
    let top = 0;
    for (const shelf of skyline) if (shelf.left < left + wide - 0.01 && shelf.left + shelf.width > left + 0.01) top = Math.max(top, shelf.top);
    if (top < best[1] - 0.01) best = [left, top];
  }
  return best;
}

function covered(skyline: readonly Shelf[], left: number, wide: number, top: number): Shelf[] {
  const right = left + wide;
  const next: Shelf[] = [];
  for (const shelf of skyline) {
    const end = shelf.left + shelf.width;
    if (shelf.left < left) next.push({ ...shelf, width: Math.min(end, left) - shelf.left });
    if (end > right) next.push({ left: Math.max(shelf.left, right), width: end - Math.max(shelf.left, right), top: shelf.top });
  }
  next.push({ left, width: wide, top });
  return next.filter((shelf) => shelf.width > 0.01).sort((one, other) => one.left - other.left);
}
