import { download } from "../data/download";
import type { Explorer } from "../explorer/state";
import { LIGHT } from "../styles/palette";
import { legend } from "./legend";
import { measurer } from "./names";
import { svg } from "./svg";

/** How much finer than the screen's a picture of dots is. */
const FINENESS = 2;
/** More dots than this along a side browsers don't draw. */
const MOST_DOTS = 12_000;

/** The drawing as it stands, for print: on white paper whatever the screen's colours are. Empty where nothing is drawn. */
export function printed(state: Explorer): string {
  const view = state.stage.peek()?.snapshot();
  const context = document.createElement("canvas").getContext("2d");
  if (!view || !context) return "";
  const { title } = state.settings;
  const model = state.model.peek();
  return svg(view, { palette: LIGHT, measure: measurer(context), title, legend: legend(view, model.classes), source: sources(model.graph.articles) });
}

export function saveSvg(state: Explorer): void {
  download(`${fileName(state.settings.title)}.svg`, new Blob([printed(state)], { type: "image/svg+xml" }));
}

/** Raises an error where the browser can't draw it. */
export async function savePng(state: Explorer): Promise<void> {
  download(`${fileName(state.settings.title)}.png`, await dots(printed(state)));
}

/** An SVG as a PNG, finer than the screen. Raises an error where the browser can't draw it. */
export async function dots(drawn: string): Promise<Blob> {
  const image = new Image();
  const address = URL.createObjectURL(new Blob([drawn], { type: "image/svg+xml" }));
  try {
    image.src = address;
    await image.decode();
    const fineness = Math.min(FINENESS, MOST_DOTS / Math.max(image.width, image.height));
    const canvas = document.createElement("canvas");
    Object.assign(canvas, { width: Math.round(image.width * fineness), height: Math.round(image.height * fineness) });
    canvas.getContext("2d")?.drawImage(image, 0, 0, canvas.width, canvas.height);
    const content = await new Promise<Blob | null>((done) => canvas.toBlob(done, "image/png"));
    if (!content) throw new Error("The browser couldn't make a picture of this: save it as SVG.");
    return content;
  } finally {
    URL.revokeObjectURL(address);
  }
}

/** Who published what a picture is drawn from: the first few, and how many more. */
function sources(articles: Explorer["model"]["value"]["graph"]["articles"]): string {
  const names = [...new Set(articles.map((one) => one.publisher ?? one.title).filter((name) => name !== null))];
  const more = names.length > 4 ? ` and ${names.length - 4} more` : "";
  const count = `${articles.length} ${articles.length === 1 ? "article" : "articles"}`;
  return names.length ? `Source: ${count}, ${names.slice(0, 4).join(", ")}${more}` : "";
}

/** A title as the beginning of a file's name. */
export function fileName(title: string): string {
  return [...title.normalize("NFKC").replace(/[^\p{L}\p{N}]+/gu, "-")].slice(0, 60).join("").replace(/^-+|-+$/gu, "").toLowerCase() || "drawing";
}
