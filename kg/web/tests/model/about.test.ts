import { expect, test } from "vitest";
import { summary } from "../../src/model/about";
import { facets } from "../../src/model/facets";
import { arrow, small, statement } from "./small";

const known = small([
  arrow("ed backs don", "denied", [statement("1", { speaker: "ed" })]),
  arrow("ed backs don", "possible", [statement("2", { speaker: "larry" })]),
  arrow("ann paid bo", "affirmed", [statement("3"), statement("4"), statement("5", { speaker: "ed" })], { disputed: true }),
  arrow("bo hired cy", "affirmed", [statement("6")]),
]);
const all = [...known.lines.values()];

test("what is disputed, or told otherwise too, is counted once, whichever of its lines is opened", () => {
  const { contested } = summary(known, all);
  expect(contested.map((line) => `${line.arrow.subject} ${line.arrow.relation}`)).toEqual(["ann paid", "ed backs"]);
});

test("the overview counts what the filters count: claims, not statements", () => {
  const filters = facets(known, (status) => status);
  expect(summary(known, all).statuses).toEqual(Object.fromEntries(filters.statuses.map(({ id, count }) => [id, count])));
  expect(filters.speakers.map(({ id, count }) => [id, count])).toEqual([["ed", 2], ["", 2], ["larry", 1]]);
});
