// What a reader sets: the filters, the search.

// The key, which is also the filters: groups of checkboxes for status, class and relation. `hidden` holds what is unchecked, as "kind value".
function filters(place, looks, hidden, changed) {
  const box = (kind, value, ...content) => {
    const input = element("input", { type: "checkbox", value, onchange: () => {
      hidden[input.checked ? "delete" : "add"](`${kind} ${value}`);
      changed();
    } });
    input.checked = true;
    return element("label", {}, input, ...content);
  };
  const group = (title, boxes) => {
    const all = (checked) => {
      for (const { firstChild: input } of boxes) if (input.checked !== checked) {
        input.checked = checked;
        input.dispatchEvent(new Event("change"));
      }
    };
    const button = (name, checked) => element("button", { type: "button", class: "link", onclick: () => all(checked) }, name);
    return element("fieldset", {}, element("legend", {}, title, element("span", { class: "all" }, button("all", true), " ", button("none", false))), ...boxes);
  };
  const amount = (number) => element("span", { class: "quiet" }, ` ${number}`);
  const used = (status) => arrows.filter((arrow) => arrow.status === status).length;
  const statuses = Object.keys(STATUS).filter(used).map((status) => box("status", status, sample(status), STATUS[status], amount(used(status))));
  const classes = [...looks].map(([type, look]) => box("class", type, swatch(look), element("span", { dir: "auto" }, classOf.get(type).label), amount(look.count)));
  const relations = new Map();
  for (const arrow of arrows) relations.set(arrow.relation, { label: arrow.label, size: (relations.get(arrow.relation) || { size: 0 }).size + 1 });
  const sorted = [...relations].sort((a, b) => b[1].size - a[1].size || (a[1].label < b[1].label ? -1 : 1));
  place.append(
    group("How sure", statuses), group("Who and what", classes),
    group("Relations", sorted.map(([id, { label, size }]) => box("relation", id, element("span", { dir: "auto" }, label), amount(size)))),
    element("p", { class: "quiet" }, "A thicker line has more than one voice behind it."),
  );
}

// Nodes and arrows in whose names or sentences all words of the query occur.
function matches(query) {
  const words = fold(query).split(/\s+/u).filter(Boolean);
  if (!words.length) return { nodes: [], arrows: [] };
  const hit = (texts) => words.every((word) => texts.some((text) => text.includes(word)));
  return {
    nodes: [...nodeOf.values()].filter((node) => hit(searchable(node))),
    arrows: arrows.filter((arrow) => hit(searchable(arrow))),
  };
}

const folded = new Map();

function searchable(one) {
  if (!folded.has(one)) {
    const texts = one.labels ? [one.label, ...one.labels] : [nameOf(one.subject), one.label, nameOf(one.object), ...one.statements.map(sentenceOf)];
    folded.set(one, texts.map((text) => fold(text.slice(0, 2000))));
  }
  return folded.get(one);
}

function search(input, list, status, looks, go, marked) {
  const most = 30;
  function run() {
    const found = matches(input.value);
    const total = found.nodes.length + found.arrows.length;
    const rows = [
      ...found.nodes.map((node) => element("li", {}, element("button", { type: "button", class: "row", onclick: () => go.node(node.id) },
        swatch(looks.get(node.type)), element("span", {}, bdi(shorten(node.label, 80)))))),
      ...found.arrows.map((arrow) => arrowLine(arrow, go)),
    ];
    list.replaceChildren(...rows.slice(0, most));
    list.hidden = !rows.length;
    status.textContent = input.value.trim() ? (total ? `${total} found${total > most ? `, the first ${most} shown` : ""}` : "Nothing found") : "";
    marked(input.value.trim() ? found : null);
  }
  input.addEventListener("input", run);
  input.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && list.firstChild) list.querySelector("button").click();
    if (event.key === "ArrowDown" && list.firstChild) {
      list.querySelector("button").focus();
      event.preventDefault();
    }
    if (event.key === "Escape") clear();
  });
  function clear() {
    input.value = "";
    run();
  }
  // The list gives way to what was chosen from it; what was found stays marked in the drawing until the next search.
  list.addEventListener("click", () => {
    list.hidden = true;
  });
  list.addEventListener("keydown", (event) => {
    const next = { ArrowDown: "nextSibling", ArrowUp: "previousSibling" }[event.key];
    const item = next && event.target.closest("li")[next];
    if (item) item.firstChild.focus();
    if (event.key === "Escape") {
      clear();
      input.focus();
    }
    if (next) event.preventDefault();
  });
}
