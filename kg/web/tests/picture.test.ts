import { describe, expect, test } from "vitest";
import { model } from "../src/model/model";
import { communityId, picture } from "../src/scene/picture";
import { arrow, graph } from "./graphs";

const drawn = (arrows: Parameters<typeof graph>[0], ...more: unknown[]) => {
  const known = model(graph(arrows));
  return picture(known, [...known.lines.values()], new Map(), ...(more as []));
};

describe("lines that join the same two are apart", () => {
  test("one is straight", () => {
    expect(drawn([arrow("a", "b")]).arrows.map((one) => one.bend)).toEqual([0]);
  });

  test("two, to and fro, bend to different sides", () => {
    const [there, back] = drawn([arrow("a", "b"), arrow("b", "a")]).arrows;
    // Each bend is seen along its own direction, so the same sign is the other side.
    expect(there?.bend).toBe(back?.bend);
    expect(there?.bend).not.toBe(0);
  });

  test("three of one direction are a straight one and two bends", () => {
    const three = drawn(["x", "y", "z"].map((relation) => arrow("a", "b", { relation })));
    expect(three.arrows.map((one) => one.bend).sort()).toEqual([-1, 0, 1]);
  });

  test("a line to itself is a loop, several are loops of several sizes", () => {
    const loops = drawn([arrow("a", "a"), arrow("a", "a", { relation: "x" })]);
    expect(loops.arrows.map((one) => one.bend)).toEqual([1, 2]);
  });
});

describe("communities are one node", () => {
  const arrows = [arrow("a", "b"), arrow("b", "c"), arrow("c", "d"), arrow("d", "c", { status: "denied" })];
  const of = new Map([["a", 0], ["b", 0], ["c", 1], ["d", 1]]);

  test("closed, only what joins them is drawn, as one line that is no arrow", () => {
    const { nodes, arrows: lines } = drawn(arrows, { of, opened: new Set() });
    expect(nodes.map((node) => [node.id, node.many])).toEqual([[communityId(1), 2], [communityId(0), 2]]);
    expect(lines.map((line) => [line.lines.length, line.look.head])).toEqual([[1, "none"]]);
  });

  test("opened, its own are drawn with all their lines", () => {
    const { nodes, arrows: lines } = drawn(arrows, { of, opened: new Set([1]) });
    expect(nodes.map((node) => node.id).sort()).toEqual(["c", communityId(0), "d"].sort());
    expect(lines.filter((line) => line.look.head !== "none")).toHaveLength(2);
  });
});

test("a folded node's leaves aren't drawn, what leads on is", () => {
  const { nodes } = drawn([arrow("hub", "leaf"), arrow("hub", "other"), arrow("other", "far")], null, new Set(["hub"]));
  expect(nodes.map((node) => node.id).sort()).toEqual(["far", "hub", "other"]);
});

test("who is told of by more voices is more important, and larger", () => {
  const { nodes } = drawn([arrow("hub", "a"), arrow("hub", "b"), arrow("hub", "c")]);
  expect(nodes[0]?.id).toBe("hub");
  expect(nodes[0]!.radius).toBeGreaterThan(nodes[1]!.radius);
});
