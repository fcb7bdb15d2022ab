// The page: what is chosen, what is shown, and who tells whom.

const MOST_NODES = 300;
const byId = (id) => document.getElementById(id);

class Explorer {
  constructor() {
    this.svg = byId("drawing");
    this.panel = byId("panel");
    this.narrow = window.matchMedia("(max-width: 760px)").matches;
    this.joined = [...nodeOf.values()].filter((node) => node.arrows.length);
    this.looks = looksOf(this.joined, COLOURS, SHAPES.length);
    this.hidden = new Set(); // what filters hide, as "kind value"
    this.asked = new Set(); // nodes drawn because someone asked for them
    this.chosen = null;
    this.cameFrom = null;
    this.go = { arrow: (arrow) => this.choose({ arrow }), node: (id) => this.choose({ node: nodeOf.get(id) }) };
    this.view = new View(this.svg, () => this.drawing, (sketch) => this.move(sketch));
  }

  start() {
    byId("filters").open = !this.narrow;
    this.wide = Math.max(0.45, Math.min(2.2, this.svg.clientWidth / Math.max(1, this.svg.clientHeight)));
    filters(byId("filter-groups"), this.looks, this.hidden, () => this.filter());
    this.redraw();
    this.fit(this.narrow ? 0.55 : 0.35);
    search(byId("query"), byId("found"), byId("found-count"), this.looks, this.go, (found) => this.mark(found));
    byId("zoom-in").addEventListener("click", () => this.view.zoom(1.3));
    byId("zoom-out").addEventListener("click", () => this.view.zoom(1 / 1.3));
    byId("zoom-fit").addEventListener("click", () => this.fit(0));
    this.svg.addEventListener("click", (event) => event.target === this.svg && this.chosen && this.choose(null));
    document.addEventListener("keydown", (event) => event.key === "Escape" && this.chosen && this.choose(null));
    window.addEventListener("resize", () => this.fit(0));
  }

  redraw() {
    this.drawing = draw(this.svg, mostJoined(this.joined, this.asked), this.looks, this.wide);
    const left = this.joined.length - this.drawing.nodes.size;
    byId("note").hidden = left <= 0;
    byId("note").textContent = left > 0 ? `The ${this.drawing.nodes.size} most connected of ${this.joined.length} names are drawn; search to reach the other ${left}.` : "";
    for (const { element, arrow } of this.drawing.arrows.values()) this.respond(element, () => this.go.arrow(arrow), () => spoken(arrow));
    for (const { element, node } of this.drawing.nodes.values()) this.respond(element, () => this.go.node(node.id), () => described(node));
    this.filter();
  }

  // All that is shown in the window, or where it would be smaller than `least`, what is around the most connected node.
  fit(least) {
    const sketches = [...this.drawing.nodes.values()];
    const heart = sketches.reduce((most, one) => (most && most.node.arrows.length >= one.node.arrows.length ? most : one), null);
    this.view.fit(bounds(this.drawing, (sketch) => this.showsNode(sketch.node)), Math.max(least, SMALLEST), heart);
  }

  move(sketch) {
    placeNode(sketch);
    for (const one of this.drawing.arrows.values()) {
      if (one.arrow.subject !== sketch.node.id && one.arrow.object !== sketch.node.id) continue;
      routeArrow(one, this.drawing.nodes);
      placeArrow(one);
    }
  }

  shows(arrow) {
    const classes = [arrow.subject, arrow.object].map((id) => `class ${nodeOf.get(id).type}`);
    return ![`status ${arrow.status}`, `relation ${arrow.relation}`, ...classes].some((one) => this.hidden.has(one));
  }

  showsNode(node) {
    return node.arrows.some((arrow) => this.shows(arrow));
  }

  filter() {
    for (const { element, arrow } of this.drawing.arrows.values()) element.toggleAttribute("hidden", !this.shows(arrow));
    for (const { element, node } of this.drawing.nodes.values()) element.toggleAttribute("hidden", !this.showsNode(node));
    const names = this.joined.filter((node) => this.showsNode(node)).length;
    const relations = arrows.filter((arrow) => this.shows(arrow)).length;
    byId("summary").textContent = [
      count(names, "name", "names"), count(relations, "relation", "relations"), count(graph.articles.length, "article", "articles"),
    ].join(" · ");
    if (!this.chosen) this.showPanel();
  }

  // Shows what stands behind an arrow or a node, or the overview again.
  choose(what) {
    if (what && !this.chosen) this.cameFrom = document.activeElement;
    this.chosen = what;
    document.body.classList.toggle("chosen", Boolean(what));
    if (what) this.reveal(what);
    this.showPanel();
    this.highlight();
    if (what) this.panel.querySelector("h2").focus({ preventScroll: true });
    else if (this.cameFrom && this.cameFrom.isConnected) this.cameFrom.focus({ preventScroll: true });
  }

  showPanel() {
    const { arrow, node } = this.chosen || {};
    const close = this.chosen ? element("button", { type: "button", class: "close", "aria-label": "Close", onclick: () => this.choose(null) }, "×") : null;
    const parts = arrow ? arrowPanel(arrow, this.go) : node ? nodePanel(node, this.looks, this.go) : overview(this.go, (one) => this.shows(one));
    this.panel.replaceChildren(...[close, ...parts].filter((part) => part !== null));
    this.panel.scrollTop = 0;
  }

  // What isn't drawn yet is drawn now, with its neighbours; what is out of sight comes into it.
  reveal({ arrow, node }) {
    const wanted = arrow ? [arrow.subject, arrow.object] : node.arrows.length ? [node.id] : [];
    const missing = wanted.filter((id) => !this.drawing.nodes.has(id));
    if (missing.length) {
      for (const id of missing) for (const one of nodeOf.get(id).arrows.slice(0, 20)) this.asked.add(one.subject).add(one.object);
      for (const id of wanted) this.asked.add(id);
      this.redraw();
    }
    const sketches = wanted.map((id) => this.drawing.nodes.get(id));
    if (sketches.length) this.view.centre({ x: mean(sketches, "x"), y: mean(sketches, "y") });
  }

  highlight() {
    const { arrow, node } = this.chosen || {};
    const close = new Set(arrow ? [arrow, ...(arrow.premises || []).map((id) => arrowOf.get(id))] : node ? [...node.arrows, ...node.says] : []);
    const ends = new Set([...close].flatMap((one) => [one.subject, one.object]));
    if (node) ends.add(node.id);
    this.svg.classList.toggle("dim", Boolean(this.chosen));
    for (const sketch of this.drawing.arrows.values()) {
      sketch.element.classList.toggle("near", close.has(sketch.arrow));
      sketch.element.classList.toggle("chosen", sketch.arrow === arrow);
    }
    for (const sketch of this.drawing.nodes.values()) {
      sketch.element.classList.toggle("near", ends.has(sketch.node.id));
      sketch.element.classList.toggle("chosen", sketch.node === node);
    }
  }

  respond(made, act, words) {
    const hint = (event) => event.pointerType === "mouse" && this.showTip(words(), event);
    made.addEventListener("click", act);
    made.addEventListener("keydown", (event) => {
      if (event.key !== "Enter" && event.key !== " ") return;
      event.preventDefault();
      act();
    });
    made.addEventListener("pointerenter", hint);
    made.addEventListener("pointermove", hint);
    made.addEventListener("pointerleave", () => {
      byId("tip").hidden = true;
    });
  }

  showTip(words, event) {
    const tip = byId("tip");
    const frame = this.svg.getBoundingClientRect();
    tip.textContent = words;
    tip.hidden = false;
    tip.style.left = `${Math.max(4, Math.min(event.clientX - frame.left + 14, frame.width - tip.offsetWidth - 8))}px`;
    tip.style.top = `${Math.max(4, Math.min(event.clientY - frame.top + 18, frame.height - tip.offsetHeight - 8))}px`;
  }

  // Marks what a search found; null ends it.
  mark(found) {
    const hits = new Set(found ? [...found.nodes, ...found.arrows] : []);
    this.svg.classList.toggle("found", Boolean(found));
    for (const { element, node } of this.drawing.nodes.values()) element.classList.toggle("hit", hits.has(node));
    for (const { element, arrow } of this.drawing.arrows.values()) element.classList.toggle("hit", hits.has(arrow));
  }
}

// The nodes that are drawn at first: all, or the most connected with what was asked for.
function mostJoined(nodes, asked) {
  if (nodes.length <= MOST_NODES) return nodes;
  const order = [...nodes].sort((a, b) => b.arrows.length - a.arrows.length || (a.id < b.id ? -1 : 1));
  const kept = new Set(order.slice(0, MOST_NODES));
  return nodes.filter((node) => kept.has(node) || asked.has(node.id));
}

new Explorer().start();
