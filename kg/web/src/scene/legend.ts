import type { Class } from "../data/graph";
import { type LineLook, lineLook, type Shape } from "../model/looks";
import { standingOf } from "../model/voices";
import { STATUS_WORDS, UNTAKEN } from "../model/words";
import type { View } from "./view";

/** What a picture's signs mean: only those that are in it. */
export interface Legend {
  readonly nodes: readonly { readonly label: string; readonly shape: Shape; readonly colour: number | null }[];
  readonly lines: readonly { readonly label: string; readonly look: LineLook }[];
}

const MOST_CLASSES = 14;

/** The legend of what is seen, the most common classes first. */
export function legend({ nodes, arrows }: View, classes: ReadonlyMap<string, Class>): Legend {
  const many = new Map<string, number>();
  for (const { node } of nodes) if (node.many === 1) many.set(node.type ?? "", (many.get(node.type ?? "") ?? 0) + 1);
  const looks = new Map(nodes.map(({ node: { type, shape, colour } }) => [type ?? "", { shape, colour }]));
  const common = [...many].sort((one, other) => other[1] - one[1]).flatMap(([type]) => {
    const look = looks.get(type);
    const label = classes.get(type)?.label;
    return look && label ? [{ label, ...look }] : [];
  });
  const lines = arrows.flatMap(({ arrow }) => (arrow.lines.length === 1 ? arrow.lines : []));
  const kinds = (["affirmed", "untaken", "possible", "planned", "denied", "derived"] as const).flatMap((standing) => {
    const line = lines.find((one) => standingOf(one) === standing);
    return line ? [{ label: standing === "untaken" ? UNTAKEN : STATUS_WORDS[standing].name.toLowerCase(), look: { ...lineLook(line), disputed: false } }] : [];
  });
  const disputed = lines.find((one) => one.kind === "stated" && one.arrow.disputed);
  const dispute = disputed ? [{ label: "disputed", look: { ...lineLook(disputed), cross: false, tone: "line" as const, dash: 0, gap: 0 } }] : [];
  return { nodes: common.slice(0, MOST_CLASSES), lines: [...kinds, ...dispute] };
}
