import { expect, test } from "vitest";
import { model } from "../src/model/model";
import { picture } from "../src/scene/picture";
import { view } from "../src/scene/view";
import { type Writing, writing } from "../src/scene/writing";
import { arrow, graph } from "./graphs";

const PAGE = { width: 600, height: 400, scale: 1 };
const measure = (text: string, size: number): number => text.length * size * 0.55;

/** What is written of a hub at this place and its many neighbours, all around it. */
function crowd(x: number, y: number): Writing {
  const others = Array.from({ length: 30 }, (_, n) => `leaf${n}`);
  const known = model(graph(others.map((one) => arrow("the hub of it all", one))));
  const place = (id: string) => {
    const turn = others.indexOf(id) * 0.84;
    return id.startsWith("leaf") ? { x: x + (22 + others.indexOf(id)) * Math.cos(turn), y: y + (22 + others.indexOf(id)) * Math.sin(turn) } : { x, y };
  };
  return writing(view(picture(known, [...known.lines.values()], new Map()), place, PAGE, null), measure);
}

test("the most important has its name first, however its neighbours crowd around it", () => {
  expect(crowd(300, 200).names[0]?.id).toBe("the hub of it all");
});

test.each([[2, 200], [598, 200], [300, 2], [300, 398]])("a name at the page's edge (%d, %d) is moved onto it", (x, y) => {
  const name = crowd(x, y).names.find((one) => one.id === "the hub of it all");
  const half = Math.max(...(name?.lines ?? []).map((line) => measure(line, name?.size ?? 0))) / 2;
  const middle = (name?.x ?? -1) + (name?.anchor === "start" ? half : name?.anchor === "end" ? -half : 0);
  expect(middle - half).toBeGreaterThanOrEqual(0);
  expect(middle + half).toBeLessThanOrEqual(PAGE.width);
  expect(name?.y).toBeGreaterThan(0);
  expect(name?.y).toBeLessThan(PAGE.height);
});
