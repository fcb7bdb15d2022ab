// The data of the page, indexed: what is joined to what, who says it, how it is named.

const graph = JSON.parse(document.getElementById("data").textContent);

const STATUS = {
  affirmed: "Affirmed",
  possible: "Possible",
  planned: "Planned",
  denied: "Denied",
  derived: "Derived",
};

const articleOf = new Map(graph.articles.map((one) => [one.id, one]));
const classOf = new Map(graph.classes.map((one) => [one.id, one]));
const nodeOf = new Map(graph.nodes.map((one) => [one.id, { ...one, arrows: [], says: [] }]));
const arrows = [...graph.arrows, ...graph.derived.map((one) => ({ ...one, status: "derived", violates: [], statements: [] }))];
const statementOf = new Map();
const arrowOf = new Map();

arrows.forEach((arrow, index) => {
  arrow.index = index;
  for (const id of new Set([arrow.subject, arrow.object])) nodeOf.get(id).arrows.push(arrow);
  for (const statement of arrow.statements) {
    statementOf.set(statement.id, statement);
    arrowOf.set(statement.id, arrow);
    for (const id of new Set([statement.speaker, ...statement.reported_by])) if (id) nodeOf.get(id).says.push(arrow);
  }
});
for (const node of nodeOf.values()) node.says = [...new Set(node.says)];

function nameOf(id) {
  return nodeOf.get(id).label;
}

function outletOf(statement) {
  const article = articleOf.get(statement.article);
  return article ? article.publisher || article.title || "an article of unknown origin" : "an article of unknown origin";
}

// The sentence that a statement's evidence stands in; the evidence alone where the page doesn't hold the article's text.
function sentenceOf(statement) {
  const article = articleOf.get(statement.article);
  if (!article || article.text === null) return statement.quote || "";
  return cutAt(article.text, statement.sentence_start, statement.sentence_end)[1];
}

// Who stands for a statement: its speaker, or the article that says it itself.
function voiceOf(statement) {
  if (statement.speaker) return { key: statement.speaker, name: nameOf(statement.speaker) };
  const article = articleOf.get(statement.article);
  const key = article ? article.publisher || article.id : "";
  const name = graph.articles.length > 1 || (article && article.publisher) ? `the article itself (${outletOf(statement)})` : "the article itself";
  return { key: "outlet " + key, name };
}

// The different voices behind an arrow; a derived one stands on those of its premises.
function voicesOf(arrow) {
  const voices = new Map();
  for (const statement of evidenceOf(arrow)) {
    const voice = voiceOf(statement);
    voices.set(voice.key, voice.name);
  }
  return [...voices.values()];
}

function evidenceOf(arrow) {
  return arrow.status === "derived" ? arrow.premises.map((id) => statementOf.get(id)) : arrow.statements;
}

// Other arrows that say something else of the same thing: a denial of what is affirmed, a plan for what is denied.
function counterparts(arrow) {
  return nodeOf.get(arrow.subject).arrows.filter((other) => other !== arrow && other.status !== "derived"
    && other.subject === arrow.subject && other.object === arrow.object && other.relation === arrow.relation);
}

function deniedPremises(arrow) {
  if (arrow.status !== "derived") return [];
  const denials = arrow.premises.flatMap((id) => counterparts(arrowOf.get(id))).filter((other) => other.status === "denied");
  return [...new Set(denials)];
}

// An arrow as a reader would say it, for those who hear the page and for hints.
function spoken(arrow) {
  const voices = voicesOf(arrow);
  const said = `${shorten(nameOf(arrow.subject), 60)} – ${arrow.label} – ${shorten(nameOf(arrow.object), 60)}`;
  if (arrow.status === "derived") return `${said}. Derived from ${count(arrow.premises.length, "statement", "statements")}.`;
  const by = voices.map((name) => shorten(name, 60)).join("; ");
  return `${said}. ${STATUS[arrow.status]}, according to ${by}.${voices.length === 1 ? " One voice alone." : ""}${arrow.violates.length ? " Not allowed by the ontology." : ""}`;
}

function described(node) {
  return `${shorten(node.label, 120)} · ${classOf.has(node.type) ? classOf.get(node.type).label : "class not stated"}`;
}

// A class and all above it, the widest first: the path that families are cut from.
function classPath(id) {
  return id && classOf.has(id) ? [id, ...classOf.get(id).ancestors].reverse() : [];
}

const REST = " itself";

// Families of classes that share a colour: the widest classes, split where most nodes are, as long as there are colours.
function families(nodes, colours) {
  let groups = new Map();
  const put = (into, key, node) => into.set(key, [...(into.get(key) || []), node]);
  for (const node of nodes) if (classPath(node.type).length) put(groups, classPath(node.type)[0], node);
  for (let split = true; split; ) {
    split = false;
    for (const [key, members] of [...groups].sort((a, b) => b[1].length - a[1].length || (a[0] < b[0] ? -1 : 1))) {
      if (key.endsWith(REST)) continue;
      const parts = new Map();
      for (const node of members) {
        const path = classPath(node.type);
        put(parts, path[path.indexOf(key) + 1] || key, node);
      }
      const narrower = parts.size > 1 || !parts.has(key);
      if (narrower && groups.size - 1 + parts.size <= colours) {
        groups.delete(key);
        for (const [part, ones] of parts) for (const node of ones) put(groups, part === key ? key + REST : part, node);
        split = true;
        break;
      }
    }
  }
  return groups;
}

// Class → its colour (one a family) and its shape (a different one for each class, as far as shapes go).
function looksOf(nodes, colours, shapes) {
  const looks = new Map();
  const groups = [...families(nodes, colours)].sort((a, b) => b[1].length - a[1].length || (a[0] < b[0] ? -1 : 1));
  const sizes = new Map();
  for (const node of nodes) sizes.set(node.type, (sizes.get(node.type) || 0) + 1);
  const order = (a, b) => sizes.get(b) - sizes.get(a) || (a < b ? -1 : 1);
  const shape = new Map([...sizes.keys()].filter(Boolean).sort(order).map((type, index) => [type, index % shapes]));
  groups.forEach(([, members], colour) => {
    const types = [...new Set(members.map((node) => node.type))].sort(order);
    for (const type of types) looks.set(type, { colour, shape: shape.get(type), count: sizes.get(type) });
  });
  return looks;
}
