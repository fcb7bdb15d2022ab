import { importance } from "../model/importance";
import { lineLabel } from "../model/labels";
import { lineLook, type LineLook, type NodeLook, type Shape, UNKNOWN_LOOK } from "../model/looks";
import { type Line, type Model, nameOf } from "../model/model";

/** A node as it's to be drawn: an entity, or a community of them. */
export interface PictureNode {
  readonly id: string;
  readonly label: string;
  /** Its class's IRI, or its most important entity's. */
  readonly type: string | null;
  readonly shape: Shape;
  readonly colour: number | null;
  readonly radius: number;
  readonly weight: number;
  /** How many entities it stands for. */
  readonly many: number;
}

/** A line as it's to be drawn; between communities it stands for several. */
export interface PictureArrow {
  readonly key: string;
  readonly source: string;
  readonly target: string;
  readonly label: string;
  readonly look: LineLook;
  readonly bend: number;
  readonly lines: readonly Line[];
}

/** What is to be drawn, the most important node first; where it is, is no part of it. */
export interface Picture {
  readonly nodes: readonly PictureNode[];
  readonly arrows: readonly PictureArrow[];
}

/** Which community each entity is in; those that are `opened` show their entities. */
export interface Grouping {
  readonly of: ReadonlyMap<string, number>;
  readonly opened: ReadonlySet<number>;
}

const BUNDLE: LineLook = { tone: "derived", dash: 0, gap: 0, head: "none", width: 1, cross: false, disputed: false };

/** A community's id as a node. */
export function communityId(number: number): string {
  return `community ${number}`;
}

export function communityNumber(id: string): number | null {
  const found = /^community (\d+)$/u.exec(id);
  return found ? Number(found[1]) : null;
}

/**
 * What is drawn of these lines. Of a `folded` entity, those that are joined to nothing else are left out; the entities `alone` are drawn
 * though no line is.
 */
export function picture(
  known: Model,
  lines: readonly Line[],
  looks: ReadonlyMap<string, NodeLook>,
  grouping: Grouping | null = null,
  folded: ReadonlySet<string> = new Set(),
  alone: Iterable<string> = [],
): Picture {
  const drawn = folded.size ? unfolded(lines, folded) : lines;
  const weights = importance(known, drawn);
  const standsFor = (id: string): string => {
    const community = grouping?.of.get(id);
    return community === undefined || grouping?.opened.has(community) ? id : communityId(community);
  };
  const ids = new Set([...drawn.flatMap((line) => [line.arrow.subject, line.arrow.object]), ...alone]);
  const members = new Map<string, string[]>();
  for (const id of ids) {
    const stand = standsFor(id);
    const others = members.get(stand);
    if (others) others.push(id);
    else members.set(stand, [id]);
  }
  const scale = Math.max(0.22, Math.min(1, Math.sqrt(150 / members.size)));
  const most = [...weights.values()].reduce((one, other) => Math.max(one, other), 1);
  const nodes = [...members].map(([id, those]) => node(known, looks, weights, id, those, scale, most));
  nodes.sort((one, other) => other.weight - one.weight || (one.id < other.id ? -1 : 1));
  return { nodes, arrows: arrows(known, drawn, standsFor, scale) };
}

function node(
  known: Model,
  looks: ReadonlyMap<string, NodeLook>,
  weights: ReadonlyMap<string, number>,
  id: string,
  members: readonly string[],
  scale: number,
  most: number,
): PictureNode {
  const weightOf = (one: string): number => weights.get(one) ?? 0;
  const first = members.reduce((best, one) => (weightOf(one) > weightOf(best) ? one : best));
  const type = known.entities.get(first)?.type ?? null;
  const look = looks.get(type ?? "") ?? UNKNOWN_LOOK;
  const weight = members.reduce((sum, one) => sum + weightOf(one), 0);
  const name = nameOf(known, first);
  if (communityNumber(id) === null)
    return { id, label: name, type, ...look, radius: Math.min(4.5 + 2.4 * Math.sqrt(weight), 4.5 + 14 * Math.sqrt(weight / most)) * scale, weight, many: 1 };
  const label = members.length > 1 ? `${name} and ${members.length - 1} more` : name;
  return { id, label, type, shape: "circle", colour: look.colour, radius: Math.min(34, 9 + 1.6 * Math.sqrt(members.length)) * Math.max(scale, 0.6), weight, many: members.length };
}

function unfolded(lines: readonly Line[], folded: ReadonlySet<string>): readonly Line[] {
  const neighbours = new Map<string, Set<string>>();
  const join = (one: string, other: string): void => {
    const others = neighbours.get(one);
    if (others) others.add(other);
    else neighbours.set(one, new Set([other]));
  };
  for (const { arrow } of lines) {
    join(arrow.subject, arrow.object);
    join(arrow.object, arrow.subject);
  }
  const isLeafOf = (one: string, other: string): boolean => folded.has(other) && !folded.has(one) && neighbours.get(one)?.size === 1;
  return lines.filter(({ arrow }) => !isLeafOf(arrow.subject, arrow.object) && !isLeafOf(arrow.object, arrow.subject));
}

/** One arrow a line, those that join the same two nodes apart; one for all lines that join a community to something else. */
function arrows(known: Model, lines: readonly Line[], standsFor: (id: string) => string, scale: number): PictureArrow[] {
  const between = new Map<string, Line[]>();
  for (const line of lines) {
    const [one, other] = [standsFor(line.arrow.subject), standsFor(line.arrow.object)];
    if (one === other && communityNumber(one) !== null) continue;
    const pair = one < other ? `${one}\n${other}` : `${other}\n${one}`;
    const others = between.get(pair);
    if (others) others.push(line);
    else between.set(pair, [line]);
  }
  const drawn: PictureArrow[] = [];
  for (const [pair, those] of between) {
    const [one = "", other = ""] = pair.split("\n");
    if (communityNumber(one) !== null || communityNumber(other) !== null) drawn.push(bundle(pair, one, other, those));
    else those.forEach((line, n) => drawn.push(single(known, line, one === other ? n + 1 : n - (those.length - 1) / 2, one, scale)));
  }
  return drawn;
}

function single(known: Model, line: Line, apart: number, first: string, scale: number): PictureArrow {
  const { subject, object } = line.arrow;
  const look = lineLook(line);
  return {
    key: line.key,
    source: subject,
    target: object,
    label: lineLabel(known, line),
    look: scale < 1 ? { ...look, width: look.width * Math.max(scale, 0.35) } : look,
    bend: subject === first ? apart : -apart,
    lines: [line],
  };
}

function bundle(key: string, source: string, target: string, lines: readonly Line[]): PictureArrow {
  const look = { ...BUNDLE, width: Math.min(8, 0.6 + 0.6 * Math.log2(1 + lines.length)) };
  return { key, source, target, label: `${lines.length}`, look, bend: 0, lines };
}
