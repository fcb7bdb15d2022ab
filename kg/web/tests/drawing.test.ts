import { describe, expect, test } from "vitest";
import { angleAt, curve, distanceTo, pointAt, trimmed } from "../src/scene/geometry";
import { Taken, turnedBoxes } from "../src/scene/placing";
import { view } from "../src/scene/view";
import { writing } from "../src/scene/writing";
import { model } from "../src/model/model";
import { picture } from "../src/scene/picture";
import { nearest } from "../src/scene/pointer";
import { arrow, entity, graph } from "./graphs";

const HERE = { x: 0, y: 0 };
const THERE = { x: 200, y: 0 };

describe("lines", () => {
  test("straight ones run from outline to outline", () => {
    const [from, , , to] = trimmed(curve(HERE, THERE, 0, 1), 10, 20);
    expect(from.x).toBeCloseTo(10);
    expect(to.x).toBeCloseTo(180);
  });

  test("bends are on different sides, the same for the shader's eye", () => {
    expect(pointAt(curve(HERE, THERE, 1, 1), 0.5).y).toBeGreaterThan(20);
    expect(pointAt(curve(HERE, THERE, -1, 1), 0.5).y).toBeLessThan(-20);
  });

  test("a loop goes out and comes back", () => {
    const loop = curve(HERE, HERE, 1, 1);
    expect(Math.hypot(pointAt(loop, 0.5).x, pointAt(loop, 0.5).y)).toBeGreaterThan(30);
    expect(distanceTo(loop, pointAt(loop, 0.3), 12)).toBeLessThan(2);
  });

  test("nodes that lie over one another break nothing", () => {
    const short = trimmed(curve(HERE, { x: 5, y: 0 }, 0, 1), 20, 20);
    expect(short.every((point) => Number.isFinite(point.x))).toBe(true);
    expect(Number.isFinite(angleAt(short, 0.5))).toBe(true);
  });
});

describe("labels", () => {
  const places = new Map([["a", { x: 100, y: 100 }], ["b", { x: 400, y: 100 }], ["c", { x: 104, y: 104 }]]);
  const seen = (lit: Parameters<typeof view>[3] = null, arrows = [arrow("a", "b"), arrow("a", "c")]) => {
    const known = model(graph(arrows, { nodes: ["a", "b", "c"].map((id) => entity(id, { label: `A rather long name of ${id}` })) }));
    return view(picture(known, [...known.lines.values()], new Map()), (id) => places.get(id) ?? null, { width: 800, height: 400, scale: 1 }, lit);
  };
  const measure = (text: string, size: number): number => text.length * size * 0.5;

  test("names stand beside their nodes, relations along their lines", () => {
    const { names, relations } = writing(seen(), measure);
    expect(names.map((name) => name.id)).toContain("a");
    expect(relations.map((one) => [one.lines, one.angle])).toContainEqual([["hired"], 0]);
  });

  test("what is dimmed has none", () => {
    const { names, relations } = writing(seen({ nodes: new Set(["b"]), arrows: new Set() }), measure);
    expect(names.map((name) => name.id)).toEqual(["b"]);
    expect(relations).toEqual([]);
  });

  test("no two take the same paper", () => {
    const taken = new Taken();
    expect(taken.take(turnedBoxes(100, 100, 80, 12, 0.5))).toBe(true);
    expect(taken.take(turnedBoxes(110, 105, 80, 12, -0.5))).toBe(false);
    expect(taken.take(turnedBoxes(300, 100, 80, 12, 0))).toBe(true);
  });

  test("the pointer meets the line it's on, and none far off", () => {
    expect(nearest(seen(), { x: 250, y: 103 })?.arrow.target).toBe("b");
    expect(nearest(seen(), { x: 250, y: 140 })).toBeNull();
  });
});
