// The side panel: what stands behind an arrow or a node. Built of elements and text, never of markup.

const WINDOW = 20000;

function element(name, attributes, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes || {})) {
    if (key.startsWith("on")) made.addEventListener(key.slice(2), value);
    else if (value !== null && value !== false) made.setAttribute(key, value);
  }
  made.append(...children.filter((child) => child !== null));
  return made;
}

const bdi = (text, className) => element("bdi", { class: className || null }, text);

function link(text, onclick, attributes) {
  return element("button", { type: "button", class: "link", onclick, ...attributes }, bdi(text));
}

const STATUS_WORDS = {
  affirmed: "Affirmed: said to be so.",
  possible: "Possible: left open whether it is so.",
  planned: "Planned: said to be coming, not to have happened.",
  denied: "Denied: said not to be so.",
  derived: "Derived: no article says it; it follows from the statements below.",
};
const MODALITY_WORDS = { possible: "Denied: said that it could not be so.", planned: "Denied: said that it will not happen." };

function statusWords(statement) {
  return (statement.status === "denied" && MODALITY_WORDS[statement.modality]) || STATUS_WORDS[statement.status] || statement.status;
}

// A small drawing of a status's line, as in the key.
function sample(status) {
  const path = { from: { x: 2, y: 7 }, bend: { x: 20, y: 7 }, to: { x: 38, y: 7 } };
  const parts = [make("path", { class: "line", d: linePath(path) }), make("path", { class: "head", d: headPath(path, HEAD) })];
  if (status === "denied") parts.push(make("path", { class: "cross", d: crossPath(path) }));
  return make("svg", { class: "sample", viewBox: "0 0 40 14", width: 40, height: 14, "aria-hidden": "true" }, make("g", { class: `arrow ${status}` }, ...parts));
}

function swatch(look) {
  const path = make("path", { class: "shape", d: look ? SHAPES[look.shape](6) : circle(6) });
  return make("svg", { class: "swatch", viewBox: "-9 -9 18 18", width: 18, height: 18, "aria-hidden": "true" },
    make("g", { class: look ? `node family-${look.colour}` : "node unknown" }, path));
}

function arrowLine(arrow, go, here) {
  const name = (id) => (id === here ? element("strong", {}, shorten(nameOf(id), 80)) : bdi(shorten(nameOf(id), 80)));
  const button = element("button", { type: "button", class: "row", onclick: () => go.arrow(arrow) },
    sample(arrow.status), element("span", {}, name(arrow.subject), " ", element("em", {}, arrow.label), " ", name(arrow.object),
      arrow.status === "affirmed" ? null : element("span", { class: `quiet ${arrow.status}` }, ` · ${STATUS[arrow.status].toLowerCase()}`),
      arrow.violates.length ? element("span", { class: "quiet" }, " · not allowed") : null));
  return element("li", {}, button);
}

function voicesNote(arrow) {
  const voices = voicesOf(arrow);
  if (arrow.status === "derived") return null;
  if (voices.length === 1) return element("p", { class: "alone" }, "Rests on one voice alone: ", bdi(voices[0]), ".");
  return element("p", { class: "quiet" }, `${voices.length} voices: `, ...voices.flatMap((name, index) => [index ? "; " : "", bdi(name)]), ".");
}

function cautions(arrow) {
  if (!arrow.cautions || !arrow.cautions.length) return null;
  return element("p", { class: "alone" }, "With caution: what it rests on is ", bdi(arrow.cautions.join(" and ")), ".");
}

// Why an affirmed arrow is no plain fact: what of the ontology it violates.
function violations(arrow) {
  if (!arrow.violates.length) return null;
  return element("p", { class: "alone" }, "Kept out of the plain facts, since the ontology doesn't allow it: ", bdi(arrow.violates.join(", ")), ".");
}

function disputes(arrow, go) {
  const others = [...counterparts(arrow), ...deniedPremises(arrow)];
  if (!others.length) return null;
  const words = arrow.status === "derived" ? "Something that it rests on is also denied:" : "Not all agree; of the same it is also said:";
  return element("div", { class: "dispute" }, element("p", {}, words), element("ul", { class: "rows" }, ...others.map((other) => arrowLine(other, go))));
}

function arrowPanel(arrow, go) {
  const evidence = evidenceOf(arrow);
  const heading = element("h2", { tabindex: "-1" }, link(nameOf(arrow.subject), () => go.node(arrow.subject)), " ",
    element("em", {}, arrow.label), " ", link(nameOf(arrow.object), () => go.node(arrow.object)));
  const words = arrow.statements.length ? statusWords(arrow.statements[0]) : STATUS_WORDS[arrow.status];
  return [
    heading, element("p", { class: "status" }, sample(arrow.status), element("span", {}, words)), voicesNote(arrow), violations(arrow), cautions(arrow), disputes(arrow, go),
    element("h3", {}, arrow.status === "derived" ? "It rests on" : count(evidence.length, "statement", "statements")),
    ...evidence.map((statement, index) => card(statement, arrow, go, index === 0)),
  ];
}

// One statement: the words, who says them, how sure, how much, when, and where they stand.
function card(statement, arrow, go, open) {
  const [before, words, after] = cutAt(sentenceOf(statement), statement.start - statement.sentence_start, statement.end - statement.sentence_start);
  const quoted = before || after ? [before, element("mark", {}, words), after] : [words];
  const own = arrowOf.get(statement.id);
  return element("article", { class: "card" },
    own === arrow ? null : element("ul", { class: "rows" }, arrowLine(own, go)),
    element("blockquote", { dir: "auto" }, ...quoted),
    speakerLine(statement, go),
    facts(statement, own === arrow && statement.modality === arrow.statements[0].modality),
    source(statement, open));
}

function speakerLine(statement, go) {
  const line = statement.speaker
    ? element("p", { class: "speaker" }, "— according to ", link(nameOf(statement.speaker), () => go.node(statement.speaker)))
    : element("p", { class: "speaker" }, "— The article itself");
  if (statement.reported_by.length) {
    const names = statement.reported_by.flatMap((id, index) => [index ? ", " : "", link(nameOf(id), () => go.node(id))]);
    line.append(", as reported by ", ...names);
  }
  return line;
}

function amountWords({ low, high, currency, unit }) {
  const number = low && high && low !== high ? `${low} to ${high}` : low && high ? low : low ? `at least ${low}` : high ? `at most ${high}` : "";
  return [currency, number, unit ? (currency ? `per ${unit}` : unit) : ""].filter(Boolean).join(" ");
}

function facts(statement, sameAsArrow) {
  const list = element("dl");
  const add = (term, words, exact) => list.append(element("dt", {}, term),
    element("dd", { dir: "auto" }, words, exact && exact !== words ? element("span", { class: "quiet" }, ` (${exact})`) : null));
  if (!sameAsArrow) add("Status", statusWords(statement));
  if (statement.amount) add("Amount", statement.amount.words, statement.amount.low || statement.amount.high ? amountWords(statement.amount) : "");
  if (statement.when) add("When", statement.when.words, statement.when.edtf);
  return list.children.length ? list : null;
}

function source(statement, open) {
  const article = articleOf.get(statement.article);
  if (!article) return element("p", { class: "quiet" }, "The store doesn't hold the article.");
  const title = shorten(article.title || "Untitled article", 200);
  const address = article.url ? safeAddress(article.url) : null;
  const named = address ? element("a", { href: address, rel: "noopener noreferrer", target: "_blank" }, bdi(title)) : bdi(title);
  const known = [article.publisher || "publisher unknown", article.published ? article.published.slice(0, 10) : "date unknown"];
  const line = element("p", { class: "source" }, named, element("span", { class: "quiet" }, ...known.flatMap((one) => [" · ", bdi(one)])));
  if (article.text === null) return line;
  const box = element("div", { class: "text", dir: "auto", tabindex: "0", role: "region", "aria-label": "The article's text" });
  const fill = () => {
    if (!box.firstChild) box.append(...articleText(article.text, statement.start, statement.end));
    const mark = box.querySelector("mark");
    box.scrollTop = mark.offsetTop - box.clientHeight / 3;
  };
  const details = element("details", { ontoggle: () => details.open && fill() }, element("summary", {}, "In the article"), box);
  details.open = open;
  return element("div", {}, line, details);
}

// The text around a range, its very characters marked; of a text too long to show, what stands nearest.
function articleText(text, start, end) {
  const [before, words, after] = cutAt(text, start, end);
  const cut = (piece) => element("span", { class: "quiet" }, piece);
  return [
    before.length > WINDOW ? cut("[what comes before is left out] ") : null, before.slice(-WINDOW), element("mark", {}, words),
    after.slice(0, WINDOW), after.length > WINDOW ? cut(" [what follows is left out]") : null,
  ].filter((part) => part !== null);
}

function nodePanel(node, looks, go) {
  const kind = classOf.get(node.type);
  const wider = kind ? kind.ancestors.map((id) => classOf.get(id)).filter(Boolean).map((one) => one.label) : [];
  const about = node.arrows.filter((arrow) => arrow.subject === node.id);
  const toward = node.arrows.filter((arrow) => arrow.subject !== node.id);
  const elsewhere = node.says.filter((arrow) => arrow.subject !== node.id && arrow.object !== node.id);
  const section = (title, list) => (list.length ? [element("h3", {}, title), element("ul", { class: "rows" }, ...list.map((arrow) => arrowLine(arrow, go, node.id)))] : []);
  return [
    element("h2", { tabindex: "-1" }, bdi(node.label)),
    element("p", { class: "kind" }, swatch(looks.get(node.type)), kind ? kind.label : "class not stated",
      wider.length ? element("span", { class: "quiet" }, ` · ${wider.join(" · ")}`) : null),
    node.labels.length ? element("p", { class: "quiet" }, "Also called ", ...node.labels.flatMap((label, index) => [index ? ", " : "", bdi(shorten(label, 200))]), ".") : null,
    ...section("What is said of it", about), ...section("Who and what points to it", toward), ...section("What else it says", elsewhere),
  ];
}

// What the panel holds while nothing is chosen: how to read the drawing, and all of it in words.
function overview(go, visible) {
  const shown = arrows.filter(visible);
  return [
    element("h2", { tabindex: "-1" }, "Every arrow has its evidence"),
    element("p", { class: "quiet" }, "Choose an arrow to read the sentence behind it, who says so, and where it stands in the article. Choose a name to see all that is said of it."),
    element("h3", {}, count(shown.length, "relation", "relations")),
    element("ul", { class: "rows" }, ...shown.slice(0, 500).map((arrow) => arrowLine(arrow, go))),
    shown.length > 500 ? element("p", { class: "quiet" }, `… and ${shown.length - 500} more: search or filter to see them.`) : null,
  ];
}
