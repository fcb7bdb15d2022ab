import type { LineLook, Shape } from "../model/looks";
import type { Palette } from "../styles/palette";
import { colourOf, lineColour } from "./colours";
import { angleAt, type Curve, lengthOf, type Point, pointAt, trimmed } from "./geometry";
import type { Legend } from "./legend";
import { FONT } from "./names";
import { corners } from "./shapes";
import type { View, ViewArrow, ViewNode } from "./view";
import { LEADING, type Measure, type Name, type Relation, RELATION_SIZE, writing } from "./writing";

/** What stands around a picture for print. */
export interface Print {
  readonly palette: Palette;
  readonly measure: Measure;
  readonly title: string;
  readonly legend: Legend;
  /** Where what it shows comes from; nothing where it's empty. */
  readonly source: string;
}

const MARGIN = 24;
const ROW = 20;
const DIMMED = 0.12;

/** A picture as SVG: the same looks and labels as on the screen, as shapes and text, with title, legend and source. Nothing in it can become markup. */
export function svg(view: View, print: Print): string {
  const { palette, title } = print;
  const head = title ? 52 : 0;
  const keys = rows(print, view.width - 2 * MARGIN);
  const height = head + view.height + keys.length * ROW + (print.source ? ROW : 0) + MARGIN;
  const written = writing(view, print.measure);
  const foot = head + view.height + ROW / 2;
  const source = print.source ? text(MARGIN, foot + keys.length * ROW, cutTo(print.source, view.width - 2 * MARGIN, 11, print.measure), 11, palette.quiet) : "";
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${n(view.width)}" height="${n(height)}" viewBox="0 0 ${n(view.width)} ${n(height)}"`,
    ` role="img" font-family="${escaped(FONT)}" text-rendering="geometricPrecision">`,
    `<title>${escaped(title || "Who is connected to whom")}</title>`,
    `<rect width="100%" height="100%" fill="${palette.paper}"/>`,
    title ? text(MARGIN, 34, cutTo(title, view.width - 2 * MARGIN, 20, print.measure), 20, palette.ink, 'font-weight="600"') : "",
    `<g transform="translate(0 ${head})">`,
    `<g fill="none">${view.arrows.map((one) => drawnArrow(one, view, palette)).join("")}</g>`,
    `<g>${[...view.nodes].reverse().map((one) => drawnNode(one, view, palette)).join("")}</g>`,
    `<g font-weight="500" text-anchor="middle" stroke="${palette.paper}" stroke-width="4" stroke-linejoin="round" paint-order="stroke">`,
    ...written.relations.map((one) => drawnRelation(one, palette)),
    ...written.names.map((one) => drawnName(one, palette)),
    "</g></g>",
    ...keys.flatMap((row, k) => row.map(({ x, draw }) => draw(x, foot + k * ROW))),
    source,
    "</svg>",
  ].join("");
}

export function drawnArrow({ arrow, curve, isLit }: ViewArrow, view: View, palette: Palette): string {
  const { look } = arrow;
  const colour = palette[look.tone];
  const opacity = lineColour(look, view.arrows.length, palette).opacity * (isLit ? 1 : DIMMED);
  return `<g stroke="${colour}"${opacity < 1 ? ` opacity="${n(opacity)}"` : ""}>${line(curve, look, palette)}</g>`;
}

/** A line with its head and marks, as the shader draws it. */
export function line(curve: Curve, look: LineLook, palette: Palette): string {
  const { width } = look;
  const head = look.head === "none" ? 0 : 3.2 + 4.2 * width;
  const body = trimmed(curve, 0, head * 0.8);
  const dashes = look.gap ? ` stroke-linecap="round" stroke-dasharray="${n(look.dash * width || 0.01)} ${n((look.gap - look.dash) * width)}"` : "";
  const stroke = look.gap && !look.dash ? width * 1.35 : width;
  return [
    `<path d="${path(body)}" stroke-width="${n(stroke)}"${dashes}/>`,
    head ? headOf(curve[3], angleAt(curve, 0.999), head, look, palette) : "",
    look.cross || look.disputed ? markOf(pointAt(curve, 0.5), angleAt(curve, 0.5), look, palette) : "",
  ].join("");
}

function headOf(tip: Point, angle: number, length: number, look: LineLook, palette: Palette): string {
  const points = turned(tip, angle, [[0, 0], [-length, length * 0.42], [-length, -length * 0.42]]);
  if (look.head === "hollow") return `<polygon points="${points}" fill="${palette.paper}" stroke-width="1"/>`;
  return `<polygon points="${points}" fill="${palette[look.tone]}" stroke="none"/>`;
}

function markOf(middle: Point, angle: number, look: LineLook, palette: Palette): string {
  const arm = 2 + 4 * look.width;
  const diamond = `<polygon points="${turned(middle, angle, [[arm, 0], [0, arm], [-arm, 0], [0, -arm]])}" fill="${palette.paper}" stroke-width="1.4"/>`;
  const reach = arm * 0.55;
  const bar = (way: 1 | -1): string => {
    const [from, to] = turned(middle, angle, [[-reach, -reach * way], [reach, reach * way]]).split(" ");
    return `<path d="M${from}L${to}" stroke-width="2.2"/>`;
  };
  return `${look.disputed ? diamond : ""}${look.cross ? bar(1) + bar(-1) : ""}`;
}

export function drawnNode({ node, x, y, radius, isLit }: ViewNode, view: View, palette: Palette): string {
  const dimmed = view.isDimmed && !isLit ? ` opacity="${DIMMED}"` : "";
  const ring = node.many > 1 ? `<circle cx="${n(x)}" cy="${n(y)}" r="${n(radius - 3.5)}" fill="none" stroke="${palette.paper}" stroke-width="2"/>` : "";
  return `<g${dimmed}>${sign(node.shape, x, y, radius, colourOf(node, palette), palette)}${ring}</g>`;
}

export function sign(shape: Shape, x: number, y: number, radius: number, colour: string, palette: Palette): string {
  const look = `fill="${colour}" stroke="${palette.paper}" stroke-width="${n(Math.min(1.4, radius * 0.22))}"`;
  if (shape === "circle") return `<circle cx="${n(x)}" cy="${n(y)}" r="${n(radius)}" ${look}/>`;
  return `<polygon points="${corners(shape, x, y, radius).map(([px, py]) => `${n(px)},${n(py)}`).join(" ")}" ${look}/>`;
}

export function drawnRelation({ lines, x, y, angle, tone }: Relation, palette: Palette): string {
  const turn = angle ? ` transform="rotate(${n((angle * 180) / Math.PI)} ${n(x)} ${n(y)})"` : "";
  const said = lines.map((one, k) => {
    const down = y + (k - (lines.length - 1) / 2) * RELATION_SIZE * LEADING;
    const colour = tone === "denied" ? palette.denied : k || tone === "derived" ? palette.quiet : palette.line;
    return text(x, down, one, RELATION_SIZE, colour, k ? 'font-style="italic"' : "");
  });
  return `<g${turn}>${said.join("")}</g>`;
}

export function drawnName({ lines, x, y, size, anchor }: Name, palette: Palette): string {
  return lines.map((one, k) => text(x, y + k * size * LEADING, one, size, palette.ink, anchor === "middle" ? "" : `text-anchor="${anchor}"`)).join("");
}

export interface Sign {
  readonly x: number;
  readonly draw: (x: number, y: number) => string;
}

/** The legend's signs in rows of this width. */
export function rows({ legend, palette, measure }: Pick<Print, "legend" | "palette" | "measure">, width: number): readonly (readonly Sign[])[] {
  const signs = [
    ...legend.lines.map(({ label, look }) => ({ label, wide: 44, draw: (x: number, y: number) => `<g fill="none" stroke="${palette[look.tone]}">${line(straight(x, y, 38), look, palette)}</g>` })),
    ...legend.nodes.map((one) => ({ label: one.label, wide: 18, draw: (x: number, y: number) => sign(one.shape, x + 6, y, 5.5, colourOf(one, palette), palette) })),
  ];
  const all: Sign[][] = [];
  let at = Infinity;
  for (const { label, wide, draw } of signs) {
    const needed = wide + measure(label, 11.5) + 18;
    if (at + needed > width) {
      all.push([]);
      at = 0;
    }
    all.at(-1)?.push({ x: MARGIN + at, draw: (x, y) => draw(x, y) + text(x + wide, y, label, 11.5, palette.ink) });
    at += needed;
  }
  return all;
}

export function straight(x: number, y: number, length: number): Curve {
  const at = (part: number): Point => ({ x: x + length * part, y });
  return [at(0), at(1 / 3), at(2 / 3), at(1)];
}

function path([a, b, c, d]: Curve): string {
  const at = ({ x, y }: Point): string => `${n(x)} ${n(y)}`;
  const isStraight = Math.abs(lengthOf([a, b, c, d]) - Math.hypot(d.x - a.x, d.y - a.y)) < 0.05;
  return isStraight ? `M${at(a)}L${at(d)}` : `M${at(a)}C${at(b)} ${at(c)} ${at(d)}`;
}

/** Points around another, turned: "x,y x,y". */
function turned({ x, y }: Point, angle: number, points: readonly (readonly [number, number])[]): string {
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  return points.map(([px, py]) => `${n(x + px * cos - py * sin)},${n(y + px * sin + py * cos)}`).join(" ");
}

export function text(x: number, y: number, words: string, size: number, colour: string, more = ""): string {
  return `<text x="${n(x)}" y="${n(y)}" dy=".35em" font-size="${n(size)}" fill="${colour}"${more ? ` ${more}` : ""}>${escaped(words)}</text>`;
}

export function cutTo(words: string, width: number, size: number, measure: Measure): string {
  if (measure(words, size) <= width) return words;
  const characters = [...words.slice(0, 2_000)];
  while (characters.length && measure(`${characters.join("")}…`, size) > width) characters.splice(Math.floor(characters.length * 0.95));
  return `${characters.join("").trimEnd()}…`;
}

/** A number as SVG has it: short. */
export function n(value: number): string {
  return String(Math.round(value * 100) / 100);
}

/** Text as XML has it; characters that XML can't hold are left out. */
export function escaped(words: string): string {
  const holdable = words.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff\ud800-\udfff]/gu, "");
  return holdable.replace(/[&<>"']/gu, (special) => `&#${special.charCodeAt(0)};`);
}
