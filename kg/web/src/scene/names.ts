import type { Palette } from "../styles/palette";
import { LEADING, type Measure, RELATION_SIZE, type Writing } from "./writing";

export const FONT = 'system-ui, "Segoe UI", Roboto, "Helvetica Neue", "Noto Sans", sans-serif';

/** Measures text as the browser draws it; what was measured once is remembered. */
export function measurer(context: CanvasRenderingContext2D): Measure {
  const known = new Map<string, number>();
  return (text, size) => {
    const found = known.get(text);
    if (found !== undefined) return found * size;
    context.font = `500 20px ${FONT}`;
    const width = context.measureText(text).width / 20;
    if (known.size > 20_000) known.clear();
    known.set(text, width);
    return width * size;
  };
}

/** Draws labels, each with a rim of the paper's colour so that it's read over lines. */
export function write(context: CanvasRenderingContext2D, { names, relations }: Writing, palette: Palette): void {
  context.textBaseline = "middle";
  context.lineJoin = "round";
  context.strokeStyle = palette.paper;
  context.textAlign = "center";
  context.lineWidth = 4;
  for (const one of relations) {
    context.save();
    context.translate(one.x, one.y);
    context.rotate(one.angle);
    one.lines.forEach((line, n) => {
      const y = (n - (one.lines.length - 1) / 2) * RELATION_SIZE * LEADING;
      context.font = `${n ? "italic " : ""}500 ${RELATION_SIZE}px ${FONT}`;
      context.fillStyle = one.tone === "denied" ? palette.denied : n || one.tone === "derived" ? palette.quiet : palette.line;
      context.strokeText(line, 0, y);
      context.fillText(line, 0, y);
    });
    context.restore();
  }
  context.lineWidth = 3.5;
  context.fillStyle = palette.ink;
  for (const one of names) {
    context.font = `500 ${one.size}px ${FONT}`;
    context.textAlign = one.anchor === "middle" ? "center" : one.anchor === "start" ? "left" : "right";
    one.lines.forEach((line, n) => {
      const y = one.y + n * one.size * LEADING;
      context.strokeText(line, one.x, y);
      context.fillText(line, one.x, y);
    });
  }
}
