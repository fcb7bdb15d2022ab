import type { LineLook } from "../model/looks";
import type { Palette } from "../styles/palette";

/** Above so many lines they are seen through. */
const SOME = 400;

/** A node's colour; classes beyond the palette's begin anew. */
export function colourOf({ colour }: { readonly colour: number | null }, palette: Palette): string {
  return colour === null ? palette.unknown : (palette.classes[colour % palette.classes.length] ?? palette.unknown);
}

/** A line's colour: the more lines there are, the more is seen through each. */
export function lineColour(look: LineLook, count: number, palette: Palette): { colour: string; opacity: number } {
  const colour = palette[look.tone];
  if (look.head === "none") return { colour, opacity: 0.33 };
  if (count <= SOME) return { colour, opacity: 1 };
  const opacity = Math.max(0.3, Math.min(0.75, 12 / Math.sqrt(count) + 0.25));
  return { colour, opacity: Math.min(1, look.tone === "denied" ? opacity * 1.3 : opacity) };
}
