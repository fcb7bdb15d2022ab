/** Python counts Unicode code points, JavaScript UTF-16 units: here, and nowhere else, the one becomes the other. */

const SURROGATE = /[\ud800-\udfff]/;

/** Gives for each of a text's code points, and for its end, the UTF-16 unit where it begins; what lies outside is the nearest end. */
export function unitOffset(text: string): (point: number) => number {
  if (!SURROGATE.test(text)) return (point) => clamp(point, text.length);
  const starts: number[] = [];
  let unit = 0;
  for (const character of text) {
    starts.push(unit);
    unit += character.length;
  }
  starts.push(unit);
  return (point) => starts[clamp(point, starts.length - 1)] ?? unit;
}

/** The other way: gives for each UTF-16 unit of a text, and for its end, the code point that it belongs to. */
export function pointOffset(text: string): (unit: number) => number {
  if (!SURROGATE.test(text)) return (unit) => clamp(unit, text.length);
  return (unit) => [...text.slice(0, clamp(unit, text.length))].length;
}

function clamp(value: number, most: number): number {
  return Math.max(0, Math.min(value, most));
}
