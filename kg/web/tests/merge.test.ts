import { describe, expect, test } from "vitest";
import type { Arrow, Entity, Graph, Statement } from "../src/data/graph";
import { merged } from "../src/model/merge";

const node = (id: string, hidden: number): Entity => ({ id, label: id, labels: [], type: null, hidden });
const arrow = (subject: string, object: string): Arrow => ({
  subject, relation: "urn:r", label: "r", object, status: "affirmed", violates: [], disputed: false, statements: [],
});
const part = (nodes: Entity[], arrows: Arrow[]): Graph => ({ nodes, arrows, derived: [], classes: [], articles: [] });
const hidden = (graph: Graph) => Object.fromEntries(graph.nodes.map((one) => [one.id, one.hidden]));

describe("two parts of a store are one", () => {
  const first = part([node("a", 0), node("b", 2)], [arrow("a", "b")]);
  const around = part([node("a", 0), node("b", 0), node("c", 1), node("d", 0)], [arrow("a", "b"), arrow("b", "c"), arrow("b", "d")]);

  test("each arrow once, and what is still hidden is counted anew", () => {
    const both = merged(first, around);
    expect(both.arrows).toHaveLength(3);
    expect(hidden(both)).toEqual({ a: 0, b: 0, c: 1, d: 0 });
  });

  test("the order of parts doesn't matter for what is hidden", () => {
    expect(hidden(merged(around, first))).toEqual(hidden(merged(first, around)));
  });

  test("an arrow between what two parts brought hides nothing twice", () => {
    const left = part([node("a", 1), node("b", 0)], [arrow("a", "b")]);
    const right = part([node("a", 1), node("c", 0)], [arrow("a", "c")]);
    expect(hidden(merged(left, right))).toEqual({ a: 0, b: 0, c: 0 });
  });

  test("an arrow has the statements that either part has behind it", () => {
    const said = (id: string) => ({ ...arrow("a", "b"), statements: [{ id } as Statement] });
    const both = merged(part([], [said("s1")]), part([], [said("s2")]));
    expect(both.arrows.map((one) => one.statements.map(({ id }) => id))).toEqual([["s1", "s2"]]);
  });

  test("of what both hold the second is newer", () => {
    const renamed = part([{ ...node("a", 0), label: "new" }], []);
    expect(merged(first, renamed).nodes.find((one) => one.id === "a")?.label).toBe("new");
  });
});
