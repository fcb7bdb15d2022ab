import { useEffect, useState } from "preact/hooks";
import { UNKNOWN_LOOK } from "../model/looks";
import { colourOf } from "../scene/colours";
import { corners } from "../scene/shapes";
import { onPalette, palette } from "../styles/palette";
import type { Explorer } from "./state";

const SIZE = 14;
const MIDDLE = SIZE / 2;
const RADIUS = 5.5;

/** The sign that the drawing has for entities of a class; null is no class. */
export function Swatch({ state, type }: { readonly state: Explorer; readonly type: string | null }) {
  const look = state.looks.value.get(type ?? "") ?? UNKNOWN_LOOK;
  const [now, change] = useState(palette);
  useEffect(() => onPalette(change), []);
  const fill = colourOf(look, now);
  return (
    <svg class="swatch" width={SIZE} height={SIZE} viewBox={`0 0 ${SIZE} ${SIZE}`} aria-hidden="true">
      {look.shape === "circle" ? (
        <circle cx={MIDDLE} cy={MIDDLE} r={RADIUS} fill={fill} />
      ) : (
        <polygon points={corners(look.shape, MIDDLE, MIDDLE, RADIUS).join(" ")} fill={fill} />
      )}
    </svg>
  );
}
