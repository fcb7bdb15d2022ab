/** Which labels are drawn where: the important ones first, none over another. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

const CELL = 64;

/** What is taken of a page, in cells so that asking is quick. */
export class Taken {
  private readonly cells = new Map<number, Box[]>();

  /** Takes these boxes, if all are free; says whether they were. */
  take(boxes: readonly Box[]): boolean {
    if (!boxes.every((box) => this.isFree(box))) return false;
    for (const box of boxes) this.add(box);
    return true;
  }

  add(box: Box): void {
    for (const cell of cellsOf(box)) {
      const those = this.cells.get(cell);
      if (those) those.push(box);
      else this.cells.set(cell, [box]);
    }
  }

  isFree(box: Box): boolean {
    for (const cell of cellsOf(box)) if (this.cells.get(cell)?.some((other) => overlap(box, other))) return false;
    return true;
  }
}

/** A line of text around a point, turned: as boxes side by side that cover it. */
export function turnedBoxes(x: number, y: number, width: number, height: number, angle: number): readonly Box[] {
  const many = Math.max(1, Math.ceil(width / height));
  const reach = height / 2;
  return Array.from({ length: many }, (_, n) => {
    const along = ((n + 0.5) / many - 0.5) * width;
    const [px, py] = [x + along * Math.cos(angle), y + along * Math.sin(angle)];
    return { left: px - reach, top: py - reach, right: px + reach, bottom: py + reach };
  });
}

function overlap(one: Box, other: Box): boolean {
  return one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;
}

function* cellsOf(box: Box): Generator<number> {
  for (let column = Math.floor(box.left / CELL); column <= Math.floor(box.right / CELL); column += 1)
    for (let row = Math.floor(box.top / CELL); row <= Math.floor(box.bottom / CELL); row += 1) yield column * 100_003 + row;
}
