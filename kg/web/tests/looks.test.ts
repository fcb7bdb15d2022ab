import { describe, expect, test } from "vitest";
import { lineLook, nodeLooks } from "../src/model/looks";
import { model } from "../src/model/model";
import { arrow, entity, graph, ofClass } from "./graphs";

const CLASSES = [ofClass("agent"), ofClass("company", "body", "agent"), ofClass("party", "body", "agent"), ofClass("body", "agent"), ofClass("human", "agent")];

function looks(types: readonly string[], before?: ReturnType<typeof nodeLooks>): ReturnType<typeof nodeLooks> {
  const nodes = types.map((type, n) => entity(`e${n}`, { type }));
  return nodeLooks(model(graph([], { nodes, classes: CLASSES })), before);
}

describe("nodes look like their classes", () => {
  test("those of one family share an outline, each class has its own colour, the most common come first", () => {
    const found = looks(["human", "company", "party", "company"]);
    expect(found.get("company")?.shape).toBe(found.get("party")?.shape);
    expect(found.get("company")?.shape).toBe("circle");
    expect(found.get("human")?.shape).toBe("square");
    expect(new Set([...found.values()].map((look) => look.colour)).size).toBe(3);
  });

  test("what was seen before keeps its look when the graph grows", () => {
    const before = looks(["human"]);
    const now = looks(["company", "company", "human"], before);
    expect(now.get("human")).toEqual(before.get("human"));
    expect(now.get("company")?.shape).not.toBe(now.get("human")?.shape);
    expect(now.get("company")?.colour).not.toBe(now.get("human")?.colour);
  });
});

describe("only what is affirmed is a plain line", () => {
  const look = (more: Parameters<typeof arrow>[2]): ReturnType<typeof lineLook> => lineLook({ kind: "stated", key: "", dates: [], arrow: arrow("a", "b", more) });

  test("each status has its own look", () => {
    const all = (["affirmed", "possible", "planned", "denied"] as const).map((status) => look({ status }));
    expect(new Set(all.map((one) => JSON.stringify(one))).size).toBe(4);
    expect(all.map((one) => one.gap > 0)).toEqual([false, true, true, false]);
    expect(all.map((one) => one.cross)).toEqual([false, false, false, true]);
    expect(all[3]?.tone).toBe("denied");
  });

  test("what the ontology doesn't take for a fact is none, whatever else it is", () => {
    const untaken = look({ violates: ["range"] });
    expect([untaken.tone, untaken.gap > 0]).toEqual(["derived", true]);
    expect(look({ violates: ["range"], disputed: true }).disputed).toBe(true);
    expect(look({ status: "denied", violates: ["range"] })).toEqual(look({ status: "denied" }));
  });

  test("what is disputed is marked", () => {
    expect(look({ disputed: true }).disputed).toBe(true);
    expect(look({}).disputed).toBe(false);
  });
});
