import { count } from "../../model/text";
import { sign, straight, line, escaped, n } from "../../scene/svg";
import { colourOf } from "../../scene/colours";
import { FONT } from "../../scene/names";
import { STATUS_WORDS } from "../../model/words";
import type { Palette } from "../../styles/palette";
import type { Told } from "../phrases";
import type { Drawn } from "../drawing";
import type { Story, ToldStep } from "../told";
import style from "./page.css?raw";
import script from "./stepper.js?raw";

/** A story as one HTML page that asks for nothing else. Nothing that its author or an article says can become markup or code. */

const PROMISE =
  "Captions are the author’s. Below each picture stands who says what it shows; the numbers lead to the sentences. What is denied, possible or planned is drawn so, and is no fact.";

/** The page's markup. Raises an error where the browser can't compute the hashes that its policy is made of. */
export async function page(story: Story, palette: Palette): Promise<string> {
  const policy = [
    ["default-src", "'none'"],
    ["script-src", await hashSource(script)],
    ["style-src", await hashSource(style)],
    ["base-uri", "'none'"],
    ["form-action", "'none'"],
    ["require-trusted-types-for", "'script'"],
    ["trusted-types", "'none'"],
  ];
  const title = story.title || "Who is connected to whom";
  const head = [
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="${escaped(policy.map((one) => one.join(" ")).join("; "))}">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<meta name="referrer" content="no-referrer">',
    '<meta name="color-scheme" content="light">',
    element("title", "", escaped(title)),
    element("style", "", style),
  ];
  const body = element("main", "", [opening(story, title), stepper(story), steps(story), legend(story, palette), evidence(story)].join("\n"));
  const html = `${element("head", "", head.join("\n"))}\n${element("body", "", `${body}\n${element("script", "", script)}`)}`;
  return `<!doctype html>\n${element("html", 'lang="en"', html)}\n`;
}

/** What a newspaper puts into its own page to show a story's. */
export function embedding(file: string, title: string): string {
  return `<iframe src="${escaped(file)}" title="${escaped(title || "Who is connected to whom")}" sandbox="allow-scripts allow-popups" width="100%" height="760" loading="lazy" style="border: 0"></iframe>`;
}

function opening({ title: _, byline, intro }: Story, title: string): string {
  return element(
    "header",
    "",
    element("h1", 'dir="auto"', escaped(title)) +
      (byline ? element("p", 'class="byline" dir="auto"', escaped(byline)) : "") +
      (intro ? element("p", 'class="intro" dir="auto"', escaped(intro)) : ""),
  );
}

function stepper({ steps: all }: Story): string {
  const button = (name: string, words: string): string => element("button", `type="button" class="${name}"`, words);
  return element(
    "nav",
    'class="stepper" aria-label="Steps" hidden',
    `${element("output", 'role="status"', count(all.length, "step"))}${button("all", "All steps")}${button("back", "Back")}${button("next", "Next")}`,
  );
}

function steps({ steps: all }: Story): string {
  return element("ol", 'class="steps"', all.map((one, at) => step(one, at, all.length)).join("\n"));
}

function step({ caption, wide, narrow, claims }: ToldStep, at: number, many: number): string {
  const label = `Picture of step ${at + 1}: ${count(claims.length, "claim")}, told below it`;
  const drawn = (picture: Drawn | null, name: string): string => (picture ? svgOf(picture, `picture ${name}`, label) : "");
  const words = `${many > 1 ? element("p", 'class="number"', `Step ${at + 1} of ${many}`) : ""}${caption ? element("p", 'class="caption" dir="auto"', escaped(caption)) : ""}`;
  const said = claims.length ? element("ul", 'class="said"', claims.map((one) => element("li", `class="${one.status}"`, saying(one))).join("")) : "";
  const figure = element("figure", "", `${element("figcaption", "", words)}${drawn(wide, "wide")}${drawn(narrow, "narrow")}${said}`);
  return element("li", `class="step" id="step-${at + 1}"`, figure);
}

function svgOf({ viewBox, width, height, markup }: Drawn, name: string, label: string): string {
  const size = `viewBox="${viewBox}" width="${n(width)}" height="${n(height)}"`;
  return `<svg xmlns="http://www.w3.org/2000/svg" class="${name}" ${size} role="img" aria-label="${escaped(label)}" font-family="${escaped(FONT)}">${markup}</svg>`;
}

/** "According to Ann: Telcora hired Bo [3] ◆ one voice alone". */
function saying(one: Told): string {
  return `<span class="who" dir="auto">${escaped(one.who)}:</span> ${triple(one)} ${numbers(one.numbers)}${one.remarks.map(care).join("")}`;
}

/** How sure a claim is, before it, where it isn't affirmed. */
function sure({ status }: Told): string {
  return status === "affirmed" ? "" : `${element("span", 'class="status"', `${STATUS_WORDS[status].name}:`)} `;
}

function triple({ subject, relation, object }: Told): string {
  return `${element("strong", "", bdi(subject))} <span class="relation">${bdi(relation)}</span> ${element("strong", "", bdi(object))}`;
}

function numbers(all: readonly number[]): string {
  return `<span class="numbers">[${all.map((one) => `<a href="#claim-${one}" aria-label="Claim ${one}">${one}</a>`).join(", ")}]</span>`;
}

function care(words: string): string {
  return ` ${element("span", 'class="care"', escaped(words))}`;
}

function legend({ legend: { nodes, lines }, source }: Story, palette: Palette): string {
  const svg = (wide: number, inside: string): string => `<svg width="${wide}" height="16" viewBox="0 0 ${wide} 16" aria-hidden="true">${inside}</svg>`;
  const meanings = new Map(Object.values(STATUS_WORDS).map(({ name, meaning }) => [name.toLowerCase(), `${name.toLowerCase()}: ${meaning}`]));
  const signs = [
    ...lines.map(({ label, look }) => svg(42, `<g fill="none" stroke="${palette[look.tone]}">${line(straight(2, 8, 38), look, palette)}</g>`) + bdi(meanings.get(label) ?? `${label}: others say the opposite`)),
    ...nodes.map((one) => svg(14, sign(one.shape, 7, 8, 5.5, colourOf(one, palette), palette)) + bdi(one.label)),
  ];
  const all = signs.length ? element("ul", 'class="legend" aria-label="What the signs mean"', signs.map((one) => element("li", "", one)).join("")) : "";
  return `${all}\n${element("p", 'class="note"', PROMISE)}${source ? element("p", 'class="source" dir="auto"', escaped(source)) : ""}`;
}

const COLUMNS = ["No.", "Claim", "Sentence", "Article", "Speaker", "Status", "Amount", "Date", "Shown in"] as const;

function evidence({ rows }: Story): string {
  if (!rows.length) return "";
  const head = element("thead", 'role="rowgroup"', element("tr", 'role="row"', COLUMNS.map((name) => element("th", 'role="columnheader" scope="col"', name)).join("")));
  const body = element("tbody", 'role="rowgroup"', rows.map(row).join("\n"));
  return element(
    "section",
    'class="evidence" aria-labelledby="evidence"',
    `${element("h2", 'id="evidence"', "Evidence for every claim")}${element("p", 'class="note"', "The marked words are what a claim was taken from.")}${element("table", 'role="table" aria-labelledby="evidence"', `${head}\n${body}`)}`,
  );
}

function row(one: Story["rows"][number]): string {
  const { article } = one;
  const title = article ? bdi(article.title) : "";
  const linked = article?.address ? `<a href="${escaped(article.address)}" target="_blank" rel="noopener noreferrer">${title}</a>` : title;
  const shown = one.steps.map((at) => `<a href="#step-${at}">step ${at}</a>`).join(", ");
  const cells = [
    cell("claim", "", `${sure(one)}${triple(one)}${one.remarks.map(care).join("")}`),
    cell("sentence", "", one.sentence.length ? `<span dir="auto">${one.sentence.map(({ text, marked }) => (marked ? element("mark", "", escaped(text)) : escaped(text))).join("")}</span>` : ""),
    cell("article", "Article", article ? `${element("cite", "", linked)} <span class="who">${bdi(article.imprint)}</span>` : ""),
    cell("speaker", "Speaker", one.speaker && bdi(one.speaker)),
    cell("status", "Status", escaped(one.meaning)),
    cell("amount", "Amount", one.amount && bdi(one.amount)),
    cell("date", "Date", one.date && bdi(one.date)),
    cell("shown", "Shown in", shown || "no picture: it stands here for what it says of the others"),
  ];
  return element("tr", `role="row" class="${one.status}" id="claim-${one.number}"`, `${element("th", 'role="rowheader" scope="row"', `${one.number}`)}${cells.join("")}`);
}

function cell(kind: string, name: string, inside: string): string {
  return element("td", `role="cell" class="${kind}${inside ? "" : " empty"}"${name && inside ? ` data-name="${name}"` : ""}`, inside);
}

/** Text whose direction is its own, whatever stands around it. */
function bdi(words: string): string {
  return element("bdi", "", escaped(words));
}

function element(name: string, attributes: string, inside: string): string {
  return `<${name}${attributes && ` ${attributes}`}>${inside}</${name}>`;
}

async function hashSource(code: string): Promise<string> {
  if (!globalThis.crypto?.subtle) throw new Error("This browser makes no pages at such an address: open the explorer from a file, from localhost or over https.");
  const bytes = new Uint8Array(await crypto.subtle.digest("SHA-256", new TextEncoder().encode(code)));
  return `'sha256-${btoa(String.fromCharCode(...bytes))}'`;
}
