import { STATUSES } from "../data/graph";
import { keyOf } from "../model/model";
import { BLANK, type Draft, type Item, type Step } from "./draft";

/** A draft as a file: what another program or person may have written, so that nothing of it is trusted. */

const FORMAT = "accordingto story 1";
/** More than anybody writes by hand: what is longer is no draft. */
export const MOST = { characters: 5_000_000, steps: 200, items: 1_000, text: 20_000, name: 40_000 } as const;

const KINDS: readonly string[] = [...STATUSES, "derived"];

/** What isn't a draft, in one sentence for its reader. */
export class DraftError extends Error {}

/** A draft as JSON: lines by what they join, so that another page of the same articles knows them too. */
export function written(draft: Draft): string {
  const { title, byline, intro, earlier } = draft;
  const steps = draft.steps.map(({ caption, items }) => ({ caption, items: items.map(fileItem) }));
  return `${JSON.stringify({ format: FORMAT, title, byline, intro, earlier, steps }, null, 2)}\n`;
}

/** The draft that a text holds. DraftError where it holds none. */
export function opened(text: string): Draft {
  if (text.length > MOST.characters) throw new DraftError("The file is too large for a story’s draft.");
  const found = parsed(text);
  if (!isObject(found) || found["format"] !== FORMAT) throw new DraftError("That is no story’s draft: choose a file that “Save the draft” made.");
  const { earlier, steps } = found;
  if (earlier !== "dimmed" && earlier !== "hidden") throw new DraftError("“earlier” must be “dimmed” or “hidden”.");
  return {
    title: words(found["title"], "title"),
    byline: words(found["byline"], "byline"),
    intro: words(found["intro"], "intro"),
    earlier,
    steps: listOf(steps, MOST.steps, "steps").map(openedStep).concat(Array.isArray(steps) && steps.length === 0 ? BLANK.steps : []),
  };
}

function openedStep(found: unknown, at: number): Step {
  const place = `steps[${at}]`;
  if (!isObject(found)) throw new DraftError(`“${place}” isn’t a step.`);
  const items = listOf(found["items"], MOST.items, `${place}.items`).map((item, n) => openedItem(item, `${place}.items[${n}]`));
  return { caption: words(found["caption"], `${place}.caption`), items };
}

function openedItem(found: unknown, place: string): Item {
  if (!isObject(found)) throw new DraftError(`“${place}” is neither an entity nor an arrow.`);
  const name = (key: string): string => words(found[key], `${place}.${key}`, MOST.name);
  if ("entity" in found) return { kind: "entity", id: name("entity") };
  const status = name("status");
  if (!KINDS.includes(status)) throw new DraftError(`“${place}.status” must be one of ${KINDS.join(", ")}.`);
  const ends = { subject: name("subject"), relation: name("relation"), object: name("object") };
  if (Object.values(ends).some((one) => one.includes("\n"))) throw new DraftError(`“${place}” has a line break in a name.`);
  return { kind: "line", key: keyOf(ends, status) };
}

function fileItem(item: Item): Readonly<Record<string, string>> {
  if (item.kind === "entity") return { entity: item.id };
  const [subject = "", relation = "", object = "", status = ""] = item.key.split("\n");
  return { subject, relation, object, status };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new DraftError("The file isn’t JSON: choose a file that “Save the draft” made.");
  }
}

function words(found: unknown, place: string, most: number = MOST.text): string {
  if (typeof found !== "string") throw new DraftError(`“${place}” isn’t a text.`);
  if (found.length > most) throw new DraftError(`“${place}” is longer than ${most.toLocaleString("en")} characters.`);
  return found;
}

function listOf(found: unknown, most: number, place: string): readonly unknown[] {
  if (!Array.isArray(found)) throw new DraftError(`“${place}” isn’t a list.`);
  if (found.length > most) throw new DraftError(`“${place}” has more than ${most.toLocaleString("en")} entries.`);
  return found;
}

function isObject(found: unknown): found is Readonly<Record<string, unknown>> {
  return typeof found === "object" && found !== null && !Array.isArray(found);
}
