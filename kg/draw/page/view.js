// Which part of the drawing the window shows: pan, zoom, pinch, and the dragging of nodes.

const SMALLEST = 0.08;
const LARGEST = 4;

class View {
  // `drawing()` gives what is drawn now; `moved(sketch)` is told of each node that is dragged.
  constructor(svg, drawing, moved) {
    Object.assign(this, { svg, drawing, moved, x: 0, y: 0, scale: 1, pointers: new Map(), grip: null, dragged: false });
    svg.addEventListener("wheel", (event) => this.wheel(event), { passive: false });
    svg.addEventListener("pointerdown", (event) => this.press(event));
    svg.addEventListener("pointermove", (event) => this.drag(event));
    for (const name of ["pointerup", "pointercancel"]) svg.addEventListener(name, (event) => this.pointers.delete(event.pointerId));
    svg.addEventListener("click", (event) => this.afterDrag(event), true);
    svg.addEventListener("keydown", (event) => this.key(event));
  }

  show() {
    this.drawing().root.setAttribute("transform", `translate(${px(this.x)} ${px(this.y)}) scale(${this.scale.toFixed(3)})`);
    this.svg.classList.toggle("far", this.scale < 0.5);
  }

  pan(dx, dy) {
    this.x += dx;
    this.y += dy;
    this.show();
  }

  zoom(factor, x = this.svg.clientWidth / 2, y = this.svg.clientHeight / 2) {
    const scale = Math.min(LARGEST, Math.max(SMALLEST, this.scale * factor));
    this.x = x - ((x - this.x) * scale) / this.scale;
    this.y = y - ((y - this.y) * scale) / this.scale;
    this.scale = scale;
    this.show();
  }

  // All of a box in the window; where that would be too small to read (below `least`), what is around `heart` instead.
  fit(box, least, heart) {
    const margin = 24;
    const across = (this.svg.clientWidth - 2 * margin) / (box.right - box.left);
    const down = (this.svg.clientHeight - 2 * margin) / (box.bottom - box.top);
    const tooSmall = heart && Math.min(across, down) < least;
    this.scale = Math.max(least, Math.min(1.5, across, down));
    this.lookAt(tooSmall ? heart : { x: (box.left + box.right) / 2, y: (box.top + box.bottom) / 2 });
  }

  lookAt({ x, y }) {
    this.x = this.svg.clientWidth / 2 - this.scale * x;
    this.y = this.svg.clientHeight / 2 - this.scale * y;
    this.show();
  }

  // Brings a point into sight; one that is in sight stays where it is.
  centre(point) {
    const x = this.x + this.scale * point.x;
    const y = this.y + this.scale * point.y;
    const inside = x > 40 && y > 40 && x < this.svg.clientWidth - 40 && y < this.svg.clientHeight - 40;
    if (!inside) this.lookAt(point);
  }

  wheel(event) {
    event.preventDefault();
    const frame = this.svg.getBoundingClientRect();
    this.zoom(Math.exp(-event.deltaY * (event.deltaMode ? 0.05 : 0.0016)), event.clientX - frame.left, event.clientY - frame.top);
  }

  press(event) {
    this.pointers.set(event.pointerId, event);
    const held = event.target.closest(".node");
    this.grip = held && this.pointers.size === 1 ? [...this.drawing().nodes.values()].find((sketch) => sketch.element === held) : null;
    this.dragged = false;
  }

  drag(event) {
    const before = this.pointers.get(event.pointerId);
    if (!before) return;
    const dx = event.clientX - before.clientX;
    const dy = event.clientY - before.clientY;
    if (!this.dragged && Math.hypot(dx, dy) < 4) return;
    this.dragged = true;
    this.svg.setPointerCapture(event.pointerId);
    const other = [...this.pointers.values()].find((one) => one.pointerId !== event.pointerId);
    this.pointers.set(event.pointerId, event);
    if (other) this.pinch(before, event, other);
    else if (this.grip) {
      this.grip.x += dx / this.scale;
      this.grip.y += dy / this.scale;
      this.moved(this.grip);
    } else this.pan(dx, dy);
  }

  pinch(before, event, other) {
    const apart = (one) => Math.hypot(one.clientX - other.clientX, one.clientY - other.clientY) || 1;
    const frame = this.svg.getBoundingClientRect();
    this.zoom(apart(event) / apart(before), (event.clientX + other.clientX) / 2 - frame.left, (event.clientY + other.clientY) / 2 - frame.top);
  }

  // A drag that ends on something isn't a choice of it.
  afterDrag(event) {
    if (this.dragged) event.stopPropagation();
    this.dragged = false;
  }

  key(event) {
    const step = { ArrowLeft: [60, 0], ArrowRight: [-60, 0], ArrowUp: [0, 60], ArrowDown: [0, -60] }[event.key];
    if (step) {
      event.preventDefault();
      this.pan(...step);
    } else if (event.key === "+" || event.key === "=") this.zoom(1.25);
    else if (event.key === "-") this.zoom(0.8);
    else if (event.key === "0") byId("zoom-fit").click();
  }
}
