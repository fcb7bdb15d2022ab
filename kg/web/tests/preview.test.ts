import { expect, test } from "vitest";
import type { Graph, Statement } from "../src/data/graph";
import { handedFile } from "../src/read/article";
import { facts, heard, NOTHING } from "../src/read/preview";

const said = (id: string, start: number) => ({ id, start }) as Statement;
const graph = (object: string, ...statements: Statement[]): Graph => ({
  nodes: [], derived: [], classes: [], articles: [],
  arrows: [{ subject: "a", relation: "r", label: "r", object, status: "affirmed", violates: [], disputed: false, statements }],
});

test("facts add up as they are told, in the order of the text", () => {
  const told = [{ of: 3 }, { graph: graph("b", said("s2", 40)), done: 1 }, { graph: graph("c", said("s1", 7)), done: 2 }];
  const preview = told.reduce(heard, NOTHING);
  expect(facts(preview).map(({ statement, arrow }) => [statement.id, arrow.object])).toEqual([["s1", "c"], ["s2", "b"]]);
  expect([preview.done, preview.of]).toEqual([2, 3]);
});

test("what is told at the end stands in place of what came before", () => {
  const told = [{ graph: graph("b", said("s1", 4)) }, { graph: graph("c", said("s2", 9)), final: true, problems: ["Odd."] }];
  const preview = told.reduce(heard, NOTHING);
  expect(facts(preview).map(({ statement }) => statement.id)).toEqual(["s2"]);
  expect(preview.problems).toEqual(["Odd."]);
});

test("an error half way is one", () => {
  expect(() => heard(NOTHING, { error: "The reader gave up." })).toThrow("The reader gave up.");
});

test.each([
  ["article.pdf", "x", /not read here/],
  ["long.txt", "x".repeat(1_000_001), /more than 1,000,000 bytes/],
  ["latin.txt", new Uint8Array([0x67, 0xe9]), /isn't UTF-8/],
])("a file that can't be read is told: %s", async (name, content, expected) => {
  await expect(handedFile(new File([content], name))).rejects.toThrow(expected);
});

test("a text file is handed on with its name, which says what it is", async () => {
  expect(await handedFile(new File(["\ufeff# Title\r\n🙂"], "a.MD"))).toEqual({ title: "", text: "# Title\r\n🙂", name: "a.MD" });
});
