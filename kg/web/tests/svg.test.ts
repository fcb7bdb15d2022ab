import { describe, expect, test } from "vitest";
import { model } from "../src/model/model";
import { nodeLooks } from "../src/model/looks";
import { legend } from "../src/scene/legend";
import { picture } from "../src/scene/picture";
import { svg } from "../src/scene/svg";
import { view } from "../src/scene/view";
import { LIGHT } from "../src/styles/palette";
import { arrow, entity, graph, ofClass } from "./graphs";
import { statement } from "./model/small";

const measure = (text: string, size: number): number => text.length * size * 0.55;

/** A picture of these arrows, their nodes in a row. */
function drawn(arrows: Parameters<typeof graph>[0], names: Readonly<Record<string, string>> = {}, title = "Who pays?"): string {
  const ids = [...new Set(arrows.flatMap((one) => [one.subject, one.object]))];
  const known = model(graph(arrows, { nodes: ids.map((id) => entity(id, { label: names[id] ?? id, type: "firm" })), classes: [ofClass("firm")] }));
  const place = (id: string) => ({ x: 100 + 300 * ids.indexOf(id), y: 100 });
  const seen = view(picture(known, [...known.lines.values()], nodeLooks(known)), place, { width: 300 * ids.length, height: 200, scale: 1 }, null);
  return svg(seen, { palette: LIGHT, measure, title, legend: legend(seen, known.classes), source: "Source: 1 article, The Daily Postil" });
}

describe("a picture as SVG", () => {
  test("has names, what lines say, title, legend and source as text", () => {
    const made = drawn([arrow("Telcora", "Redwood", { label: "hired", statements: [statement("s", { speaker: null })] })]);
    for (const words of ["Telcora", "Redwood", "hired", "Who pays?", "affirmed", "firm", "Source: 1 article, The Daily Postil"]) expect(made).toContain(`>${words}</text>`);
  });

  test.each([
    ["affirmed", "a plain line", /stroke-dasharray/, false],
    ["possible", "a dashed one", /stroke-dasharray="[\d.]{2,}/, true],
    ["planned", "a dotted one", /stroke-linecap="round" stroke-dasharray="0.01/, true],
    ["denied", "a red one", new RegExp(`stroke="${LIGHT.denied}"`), true],
  ] as const)("what is %s is %s", (status, _what, pattern, has) => {
    expect(pattern.test(drawn([arrow("a", "b", { status })]).replace(/<\/g><\/g>.*/, ""))).toBe(has);
  });

  test("what is denied is crossed, what is disputed has a diamond", () => {
    const bars = (made: string): number => made.split('stroke-width="2.2"').length - 1;
    expect(bars(drawn([arrow("a", "b", { status: "denied" })]))).toBeGreaterThan(bars(drawn([arrow("a", "b")])));
    expect(drawn([arrow("a", "b", { disputed: true })])).toContain(">disputed</text>");
  });

  test("nothing in it can become markup, and it's XML whatever names hold", () => {
    const evil = '</text><script>alert("1")</script>&\u0007\ud800';
    const made = drawn([arrow("a", "b", { label: evil })], { a: evil, b: "x".repeat(10_000) }, evil);
    expect(made).not.toContain("<script");
    expect(made).not.toMatch(/[\u0000-\u0008\ud800-\udfff]/u);
    expect(made.length).toBeLessThan(10_000);
  });

  test("is the same each time", () => {
    const arrows = [arrow("a", "b"), arrow("b", "a", { status: "denied" }), arrow("b", "b")];
    expect(drawn(arrows)).toBe(drawn(arrows));
  });
});
