// What a reader moves: the view of the drawing, the filters, the search.

// Pan, zoom, pinch, and dragging of nodes; positions are changed through `moved`.
function navigation(svg, drawing, moved) {
  const view = { x: 0, y: 0, scale: 1 };
  const pointers = new Map();
  let grip = null;
  let dragged = false;

  function show() {
    drawing().root.setAttribute("transform", `translate(${px(view.x)} ${px(view.y)}) scale(${view.scale.toFixed(3)})`);
    svg.classList.toggle("far", view.scale < 0.5);
  }
  function zoom(factor, x = svg.clientWidth / 2, y = svg.clientHeight / 2) {
    const scale = Math.min(4, Math.max(0.08, view.scale * factor));
    view.x = x - ((x - view.x) * scale) / view.scale;
    view.y = y - ((y - view.y) * scale) / view.scale;
    view.scale = scale;
    show();
  }
  // All of a box in the window; where that would be too small to read (below `least`), what is around `heart` instead.
  function fit(box, least, heart) {
    const margin = 24;
    const across = (svg.clientWidth - 2 * margin) / (box.right - box.left);
    const down = (svg.clientHeight - 2 * margin) / (box.bottom - box.top);
    view.scale = Math.max(least, Math.min(1.5, across, down));
    const middle = heart && Math.min(across, down) < least ? heart : { x: (box.left + box.right) / 2, y: (box.top + box.bottom) / 2 };
    view.x = svg.clientWidth / 2 - view.scale * middle.x;
    view.y = svg.clientHeight / 2 - view.scale * middle.y;
    show();
  }
  function centre({ x, y }) {
    const at = { x: view.x + view.scale * x, y: view.y + view.scale * y };
    const inside = at.x > 40 && at.y > 40 && at.x < svg.clientWidth - 40 && at.y < svg.clientHeight - 40;
    if (inside) return;
    view.x = svg.clientWidth / 2 - view.scale * x;
    view.y = svg.clientHeight / 2 - view.scale * y;
    show();
  }

  svg.addEventListener("wheel", (event) => {
    event.preventDefault();
    const frame = svg.getBoundingClientRect();
    zoom(Math.exp(-event.deltaY * (event.deltaMode ? 0.05 : 0.0016)), event.clientX - frame.left, event.clientY - frame.top);
  }, { passive: false });
  svg.addEventListener("pointerdown", (event) => {
    pointers.set(event.pointerId, event);
    const held = event.target.closest(".node");
    grip = held && pointers.size === 1 ? [...drawing().nodes.values()].find((sketch) => sketch.element === held) : null;
    dragged = false;
  });
  svg.addEventListener("pointermove", (event) => {
    const before = pointers.get(event.pointerId);
    if (!before) return;
    const dx = event.clientX - before.clientX;
    const dy = event.clientY - before.clientY;
    if (!dragged && Math.hypot(dx, dy) < 4) return;
    dragged = true;
    svg.setPointerCapture(event.pointerId);
    const others = [...pointers.values()].filter((one) => one.pointerId !== event.pointerId);
    pointers.set(event.pointerId, event);
    if (others.length) return pinch(before, event, others[0]);
    if (grip) {
      grip.x += dx / view.scale;
      grip.y += dy / view.scale;
      return moved(grip);
    }
    view.x += dx;
    view.y += dy;
    show();
  });
  function pinch(before, event, other) {
    const apart = (one) => Math.hypot(one.clientX - other.clientX, one.clientY - other.clientY) || 1;
    const frame = svg.getBoundingClientRect();
    zoom(apart(event) / apart(before), (event.clientX + other.clientX) / 2 - frame.left, (event.clientY + other.clientY) / 2 - frame.top);
  }
  for (const name of ["pointerup", "pointercancel"]) svg.addEventListener(name, (event) => pointers.delete(event.pointerId));
  // A drag that ends on something isn't a choice of it.
  svg.addEventListener("click", (event) => {
    if (dragged) event.stopPropagation();
    dragged = false;
  }, true);
  svg.addEventListener("keydown", (event) => {
    const step = { ArrowLeft: [60, 0], ArrowRight: [-60, 0], ArrowUp: [0, 60], ArrowDown: [0, -60] }[event.key];
    if (step) {
      view.x += step[0];
      view.y += step[1];
      show();
      event.preventDefault();
    } else if (event.key === "+" || event.key === "=") zoom(1.25);
    else if (event.key === "-") zoom(0.8);
    else if (event.key === "0") document.getElementById("zoom-fit").click();
  });
  return { zoom, fit, centre };
}

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
    const texts = one.labels ? [one.label, ...one.labels] : [nameOf(one.subject), one.label, nameOf(one.object), ...one.statements.map((each) => each.sentence)];
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
