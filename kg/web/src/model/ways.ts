import { type Line, type Model, nameOf } from "./model";
import { count, listed, shorten } from "./text";
import { evidenceOf, statusOf, voicesOf } from "./voices";

/** A way from one entity to another, a line a step, whichever way its arrow points. */
export type Way = readonly Line[];

const STEPS = 6;

/** How long a way is, and whom it goes through; of one longer than the shortest that it is: "3 steps, longer, by way of Bo". */
export function wayWords(known: Model, way: Way, from: string, shortest: number): string {
  let now = from;
  const nodes = way.map(({ arrow }) => (now = arrow.subject === now ? arrow.object : arrow.subject));
  const inner = nodes.slice(0, -1).map((id) => shorten(nameOf(known, id), 60));
  return [count(way.length, "step"), way.length > shortest && "longer", inner.length > 0 && `by way of ${listed(inner)}`].filter(Boolean).join(", ");
}

/** Up to so many ways over these lines, the shortest first; each goes through others than those before it. */
export function ways(known: Model, lines: readonly Line[], from: string, to: string, most = 3): readonly Way[] {
  if (from === to) return [];
  const around = neighbours(lines);
  const found: Way[] = [];
  const closed = new Set<string>();
  let direct = true;
  while (found.length < most) {
    const nodes = shortest(around, from, to, closed, direct);
    if (!nodes) break;
    found.push(nodes.slice(1).map((node, n) => best(known, around.get(nodes[n] ?? "")?.get(node) ?? [])));
    if (nodes.length === 2) direct = false;
    for (const inner of nodes.slice(1, -1)) closed.add(inner);
  }
  return found;
}

type Around = ReadonlyMap<string, ReadonlyMap<string, readonly Line[]>>;

function neighbours(lines: readonly Line[]): Around {
  const around = new Map<string, Map<string, Line[]>>();
  const add = (one: string, other: string, line: Line): void => {
    const known = around.get(one) ?? new Map<string, Line[]>();
    around.set(one, known);
    known.set(other, [...(known.get(other) ?? []), line]);
  };
  for (const line of lines) {
    const { subject, object } = line.arrow;
    if (subject === object) continue;
    add(subject, object, line);
    add(object, subject, line);
  }
  return around;
}

function shortest(around: Around, from: string, to: string, closed: ReadonlySet<string>, direct: boolean): readonly string[] | null {
  const came = new Map<string, string | null>([[from, null]]);
  let edge = [from];
  for (let step = 0; step < STEPS && edge.length > 0; step += 1) {
    const next: string[] = [];
    for (const node of edge)
      for (const other of around.get(node)?.keys() ?? []) {
        if (came.has(other) || closed.has(other) || (!direct && node === from && other === to)) continue;
        came.set(other, node);
        if (other === to) return back(came, to);
        next.push(other);
      }
    edge = next;
  }
  return null;
}

function back(came: ReadonlyMap<string, string | null>, to: string): readonly string[] {
  const nodes = [to];
  for (let node = came.get(to); node != null; node = came.get(node)) nodes.push(node);
  return nodes.reverse();
}

/** Of the lines between two, the one that most voices stand for; what is affirmed before all else. */
function best(known: Model, lines: readonly Line[]): Line {
  const weight = (line: Line): number => (statusOf(line) === "affirmed" ? 1_000 : 0) + voicesOf(known, evidenceOf(known, line)).length;
  return lines.reduce((one, other) => (weight(other) > weight(one) ? other : one));
}
