import { FONT } from "../scene/names";
import { cutTo, escaped, n, rows, text } from "../scene/svg";
import type { Measure } from "../scene/writing";
import type { Palette } from "../styles/palette";
import type { Drawn } from "./drawing";
import type { Story, ToldStep } from "./told";

/** A story, or some of its steps, as one picture: with title, captions where they are wanted, legend and source. */

const WIDTH = 720;
const MARGIN = 28;
const INNER = WIDTH - 2 * MARGIN;
const ROW = 20;

interface Words {
  readonly size: number;
  readonly colour: string;
  readonly more?: string;
  /** How much wider than the measured weight its letters are. */
  readonly bolder?: number;
}

/** The picture as SVG. Nothing in it can become markup. */
export function poster(story: Story, steps: readonly ToldStep[], withCaptions: boolean, palette: Palette, measure: Measure): string {
  const made: string[] = [];
  let y = MARGIN;
  const write = (words: string, look: Words): void => {
    for (const one of broken(words, INNER / (look.bolder ?? 1), look.size, measure)) {
      made.push(text(MARGIN, y + look.size * 0.65, one, look.size, look.colour, look.more));
      y += look.size * 1.35;
    }
  };
  if (story.title) write(story.title, { size: 24, colour: palette.ink, more: 'font-weight="700"', bolder: 1.1 });
  if (withCaptions && story.byline) write(story.byline, { size: 13, colour: palette.quiet });
  if (withCaptions && story.intro) {
    y += 6;
    write(story.intro, { size: 14, colour: palette.ink });
  }
  for (const step of steps) {
    y += 18;
    const at = story.steps.indexOf(step) + 1;
    const caption = story.steps.length > 1 && step.caption ? `${at}. ${step.caption}` : step.caption;
    if (withCaptions && caption) write(caption, { size: 16, colour: palette.ink, more: 'font-weight="500"' });
    if (!step.wide) continue;
    y += 8;
    const height = (step.wide.height / step.wide.width) * INNER;
    made.push(placed(step.wide, y, height));
    y += height;
  }
  y += ROW;
  const shown = steps.length === 1 && steps[0] ? steps[0].legend : story.legend;
  for (const row of rows({ palette, measure, legend: shown }, INNER)) {
    made.push(...row.map(({ x, draw }) => draw(x + MARGIN - 24, y)));
    y += ROW;
  }
  if (story.source) made.push(text(MARGIN, y, cutTo(story.source, INNER, 11, measure), 11, palette.quiet));
  const height = y + MARGIN;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${n(height)}" viewBox="0 0 ${WIDTH} ${n(height)}" role="img"`,
    ` font-family="${escaped(FONT)}" text-rendering="geometricPrecision"><title>${escaped(story.title || "Who is connected to whom")}</title>`,
    `<rect width="100%" height="100%" fill="${palette.paper}"/>${made.join("")}</svg>`,
  ].join("");
}

function placed({ viewBox, markup }: Drawn, y: number, height: number): string {
  return `<svg x="${MARGIN}" y="${n(y)}" width="${INNER}" height="${n(height)}" viewBox="${viewBox}">${markup}</svg>`;
}

/** A text in lines that are no wider than there is room, broken between words where it can be. */
export function broken(words: string, width: number, size: number, measure: Measure): readonly string[] {
  return words.split("\n").flatMap((paragraph) => {
    const lines: string[] = [""];
    for (const word of paragraph.split(/\s+/u).flatMap((one) => fitting(one, width, size, measure))) {
      const last = lines.at(-1) ?? "";
      if (last === "") lines[lines.length - 1] = word;
      else if (measure(`${last} ${word}`, size) <= width) lines[lines.length - 1] = `${last} ${word}`;
      else lines.push(word);
    }
    return lines;
  });
}

/** A word, or the parts of one that is wider than a line. */
function fitting(word: string, width: number, size: number, measure: Measure): readonly string[] {
  if (measure(word, size) <= width) return [word];
  const parts: string[] = [""];
  for (const { segment } of new Intl.Segmenter().segment(word)) {
    const longer = `${parts.at(-1) ?? ""}${segment}`;
    if (measure(longer, size) <= width) parts[parts.length - 1] = longer;
    else parts.push(segment);
  }
  return parts;
}
