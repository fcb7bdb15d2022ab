// The page: what is chosen, what is shown, and who tells whom.

const MOST_NODES = 300;

function start() {
  const byId = (id) => document.getElementById(id);
  const svg = byId("drawing");
  const panel = byId("panel");
  const narrow = window.matchMedia("(max-width: 760px)").matches;
  const joined = [...nodeOf.values()].filter((node) => node.arrows.length);
  const looks = looksOf(joined, COLOURS, SHAPES.length);
  const hidden = new Set();
  const state = { chosen: null, from: null, drawing: null };
  const extra = new Set();

  byId("filters").open = !narrow;
  const wide = Math.max(0.45, Math.min(2.2, svg.clientWidth / Math.max(1, svg.clientHeight)));
  function redraw() {
    state.drawing = draw(svg, mostJoined(joined, extra), looks, wide);
    const left = joined.length - state.drawing.nodes.size;
    byId("note").hidden = left <= 0;
    byId("note").textContent = left > 0 ? `The ${state.drawing.nodes.size} most connected of ${joined.length} names are drawn; search to reach the other ${left}.` : "";
    listen();
    filter();
  }
  const go = { arrow: (arrow) => choose({ arrow }), node: (id) => choose({ node: nodeOf.get(id) }) };
  const view = navigation(svg, () => state.drawing, moved);

  function moved(sketch) {
    placeNode(sketch);
    for (const one of state.drawing.arrows.values()) {
      if (one.arrow.subject !== sketch.node.id && one.arrow.object !== sketch.node.id) continue;
      routeArrow(one, state.drawing.nodes);
      placeArrow(one);
    }
  }

  const classShown = (id) => !hidden.has(`class ${nodeOf.get(id).type}`);
  const arrowShown = (arrow) => !hidden.has(`status ${arrow.status}`) && !hidden.has(`relation ${arrow.relation}`)
    && classShown(arrow.subject) && classShown(arrow.object);
  const nodeShown = (sketch) => sketch.node.arrows.some(arrowShown);

  function filter() {
    for (const sketch of state.drawing.arrows.values()) sketch.element.toggleAttribute("hidden", !arrowShown(sketch.arrow));
    for (const sketch of state.drawing.nodes.values()) sketch.element.toggleAttribute("hidden", !nodeShown(sketch));
    const shown = arrows.filter(arrowShown).length;
    const size = joined.filter((node) => node.arrows.some(arrowShown)).length;
    byId("summary").textContent = [count(size, "name", "names"), count(shown, "relation", "relations"), count(graph.articles.length, "article", "articles")].join(" · ");
    if (!state.chosen) showPanel(overview(go, arrowShown));
  }

  function showPanel(parts) {
    const close = element("button", { type: "button", class: "close", "aria-label": "Close", onclick: () => choose(null) }, "×");
    panel.replaceChildren(...(state.chosen ? [close] : []), ...parts.filter((part) => part !== null));
    panel.scrollTop = 0;
  }

  // Shows what stands behind an arrow or a node, or the overview again.
  function choose(what) {
    if (what && !state.chosen) state.from = document.activeElement;
    state.chosen = what;
    document.body.classList.toggle("chosen", Boolean(what));
    if (what) reveal(what);
    showPanel(!what ? overview(go, arrowShown) : what.arrow ? arrowPanel(what.arrow, go) : nodePanel(what.node, looks, go));
    highlight(what);
    if (what) panel.querySelector("h2").focus({ preventScroll: true });
    else if (state.from && state.from.isConnected) state.from.focus({ preventScroll: true });
  }

  // What isn't drawn yet is drawn now, with its neighbours; what is out of sight comes into it.
  function reveal({ arrow, node }) {
    const wanted = arrow ? [arrow.subject, arrow.object] : node.arrows.length ? [node.id] : [];
    const missing = wanted.filter((id) => !state.drawing.nodes.has(id));
    if (missing.length) {
      for (const id of missing) for (const one of nodeOf.get(id).arrows.slice(0, 20)) extra.add(one.subject).add(one.object);
      for (const id of wanted) extra.add(id);
      redraw();
    }
    const sketches = wanted.map((id) => state.drawing.nodes.get(id));
    if (sketches.length) view.centre({ x: mean(sketches, "x"), y: mean(sketches, "y") });
  }

  function near({ arrow, node }) {
    const around = arrow ? [arrow, ...(arrow.premises || []).map((id) => arrowOf.get(id))] : [...node.arrows, ...node.says];
    const ends = new Set(around.flatMap((one) => [one.subject, one.object]));
    if (node) ends.add(node.id);
    return { around: new Set(around), ends };
  }

  function highlight(what) {
    svg.classList.toggle("dim", Boolean(what));
    const close = what ? near(what) : { around: new Set(), ends: new Set() };
    for (const sketch of state.drawing.arrows.values()) {
      sketch.element.classList.toggle("near", close.around.has(sketch.arrow));
      sketch.element.classList.toggle("chosen", Boolean(what) && what.arrow === sketch.arrow);
    }
    for (const sketch of state.drawing.nodes.values()) {
      sketch.element.classList.toggle("near", close.ends.has(sketch.node.id));
      sketch.element.classList.toggle("chosen", Boolean(what) && what.node === sketch.node);
    }
  }

  function listen() {
    for (const sketch of state.drawing.arrows.values()) respond(sketch.element, () => go.arrow(sketch.arrow), () => hint(sketch.arrow));
    for (const sketch of state.drawing.nodes.values()) respond(sketch.element, () => go.node(sketch.node.id), () => hint(sketch.node));
  }

  function respond(made, act, hint) {
    made.addEventListener("click", act);
    made.addEventListener("keydown", (event) => {
      if (event.key !== "Enter" && event.key !== " ") return;
      event.preventDefault();
      act();
    });
    made.addEventListener("pointerenter", (event) => event.pointerType === "mouse" && showTip(hint(), event));
    made.addEventListener("pointermove", (event) => event.pointerType === "mouse" && showTip(hint(), event));
    made.addEventListener("pointerleave", () => {
      byId("tip").hidden = true;
    });
  }

  const hint = (one) => (one.labels ? `${shorten(one.label, 120)} · ${classOf.has(one.type) ? classOf.get(one.type).label : "class not stated"}` : spoken(one));

  function showTip(words, event) {
    const tip = byId("tip");
    const frame = svg.getBoundingClientRect();
    tip.textContent = words;
    tip.hidden = false;
    tip.style.left = `${Math.max(4, Math.min(event.clientX - frame.left + 14, frame.width - tip.offsetWidth - 8))}px`;
    tip.style.top = `${Math.max(4, Math.min(event.clientY - frame.top + 18, frame.height - tip.offsetHeight - 8))}px`;
  }

  function mark(found) {
    svg.classList.toggle("found", Boolean(found));
    const names = new Set(found ? found.nodes.map((node) => node.id) : []);
    const hits = new Set(found ? found.arrows : []);
    for (const sketch of state.drawing.nodes.values()) sketch.element.classList.toggle("hit", names.has(sketch.node.id));
    for (const sketch of state.drawing.arrows.values()) sketch.element.classList.toggle("hit", hits.has(sketch.arrow));
  }

  const heart = () => [...state.drawing.nodes.values()].reduce((most, one) => (most && most.node.arrows.length >= one.node.arrows.length ? most : one), null);
  const least = narrow ? 0.55 : 0.35;
  const fitted = () => view.fit(bounds(state.drawing, nodeShown), 0.08);
  filters(byId("filter-groups"), looks, hidden, filter);
  redraw();
  view.fit(bounds(state.drawing, nodeShown), least, heart());
  search(byId("query"), byId("found"), byId("found-count"), looks, go, mark);
  byId("zoom-in").addEventListener("click", () => view.zoom(1.3));
  byId("zoom-out").addEventListener("click", () => view.zoom(1 / 1.3));
  byId("zoom-fit").addEventListener("click", fitted);
  svg.addEventListener("click", (event) => event.target === svg && state.chosen && choose(null));
  document.addEventListener("keydown", (event) => event.key === "Escape" && state.chosen && choose(null));
  window.addEventListener("resize", fitted);
}

// The nodes that are drawn at first: all, or the most connected with what was asked for.
function mostJoined(nodes, extra) {
  if (nodes.length <= MOST_NODES) return nodes;
  const order = [...nodes].sort((a, b) => b.arrows.length - a.arrows.length || (a.id < b.id ? -1 : 1));
  const kept = new Set(order.slice(0, MOST_NODES).map((node) => node.id));
  return nodes.filter((node) => kept.has(node.id) || extra.has(node.id));
}

start();
