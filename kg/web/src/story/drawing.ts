import { cut } from "../model/labels";
import type { NodeLook } from "../model/looks";
import { type Line, type Model, nameOf } from "../model/model";
import { picture, type Picture } from "../scene/picture";
import { drawnArrow, drawnName, drawnNode, drawnRelation, n } from "../scene/svg";
import { LEADING, type Measure, type Relation, RELATION_SIZE } from "../scene/writing";
import type { Palette } from "../styles/palette";
import type { Item } from "./draft";
import { type Footnotes, numberWords } from "./footnotes";
import type { Frame } from "./frame";

/** What a step's picture shows: its own things, and paler those of the steps before it. */
export interface Shown {
  readonly own: readonly Item[];
  readonly before: readonly Item[];
}

const PALE = 0.38;

/** Lines and entities as a picture, each line's label with its numbers and, where no article says it in its own voice, with who does: "hired [3] — Ann". */
export function pictured(known: Model, items: readonly Item[], looks: ReadonlyMap<string, NodeLook>, notes: Footnotes): Picture {
  const lines = linesOf(known, items);
  const { nodes, arrows } = picture(known, lines, looks, null, new Set(), entitiesOf(known, items));
  return { nodes, arrows: arrows.map((arrow) => ({ ...arrow, label: arrow.lines.map((line) => label(known, line, notes)).join() })) };
}

/** The lines among items that the graph knows, in their order, each once. */
export function linesOf(known: Model, items: readonly Item[]): readonly Line[] {
  return [...new Set(items.flatMap((item) => (item.kind === "line" ? (known.lines.get(item.key) ?? []) : [])))];
}

function entitiesOf(known: Model, items: readonly Item[]): readonly string[] {
  return items.flatMap((item) => (item.kind === "entity" && known.entities.has(item.id) ? item.id : []));
}

function label(known: Model, line: Line, notes: Footnotes): string {
  const said = `${cut(line.arrow.label, 40)} [${numberWords(notes.numbers.get(line.key) ?? [])}]`;
  if (line.kind === "derived") return said;
  const speakers = [...new Set(line.arrow.statements.map((statement) => statement.speaker))];
  const first = speakers[0];
  if (first == null || speakers.includes(null)) return said;
  return `${said} — ${cut(nameOf(known, first), 26)}${speakers.length > 1 ? ` +${speakers.length - 1}` : ""}`;
}

/** A step's picture: what stands inside an `<svg>`, and which part of the plane that shows. */
export interface Drawn {
  readonly viewBox: string;
  readonly width: number;
  readonly height: number;
  readonly markup: string;
}

export function drawn(known: Model, frame: Frame, { own, before }: Shown, palette: Palette): Drawn {
  const { keys, ends } = members(known, [...own, ...before]);
  const { left, top, width, height } = frame.part(new Set([...keys, ...ends]));
  const markup = [layer(known, frame, before, palette, own), layer(known, frame, own, palette)].join("");
  return { viewBox: [left, top, width, height].map(n).join(" "), width, height, markup };
}

/** Some items of a frame; paler where they are drawn below others `over` them, which stand for what both show. */
function layer(known: Model, { view, writing, measure }: Frame, items: readonly Item[], palette: Palette, over: readonly Item[] | null = null): string {
  const { keys, ends } = members(known, items);
  const above = over ? members(known, over).ends : new Set<string>();
  const isMine = (id: string): boolean => ends.has(id) && !above.has(id);
  const parts = [
    `<g fill="none">${view.arrows.filter(({ arrow }) => keys.has(arrow.key)).map((one) => drawnArrow(one, view, palette)).join("")}</g>`,
    ...[...view.nodes].reverse().filter(({ node }) => isMine(node.id)).map((one) => drawnNode(one, view, palette)),
    `<g font-weight="500" text-anchor="middle" stroke="${palette.paper}" stroke-width="4" stroke-linejoin="round" paint-order="stroke">`,
    ...writing.relations.filter(({ key }) => keys.has(key)).map((one) => ground(one, measure, palette) + drawnRelation(one, palette)),
    ...writing.names.filter(({ id }) => isMine(id)).map((one) => drawnName(one, palette)),
    "</g>",
  ];
  return items.length ? `<g${over ? ` opacity="${PALE}"` : ""}>${parts.join("")}</g>` : "";
}

/** Paper below a line's label, so that the line doesn't run through its words. */
function ground({ lines, x, y, angle }: Relation, measure: Measure, palette: Palette): string {
  const wide = Math.max(...lines.map((one) => measure(one, RELATION_SIZE)));
  const high = lines.length * RELATION_SIZE * LEADING;
  const turn = angle ? ` transform="rotate(${n((angle * 180) / Math.PI)} ${n(x)} ${n(y)})"` : "";
  return `<rect x="${n(x - wide / 2)}" y="${n(y - high / 2)}" width="${n(wide)}" height="${n(high)}" fill="${palette.paper}" stroke="none"${turn}/>`;
}

function members(known: Model, items: readonly Item[]): { readonly keys: ReadonlySet<string>; readonly ends: ReadonlySet<string> } {
  const lines = linesOf(known, items);
  return {
    keys: new Set(lines.map((line) => line.key)),
    ends: new Set([...lines.flatMap(({ arrow }) => [arrow.subject, arrow.object]), ...entitiesOf(known, items)]),
  };
}
