"""A graph → SVG: names in boxes, arrows that run through their labels, a title, a legend, the sources."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from typing import Final
from xml.etree.ElementTree import Element

from kg.draw.graph import Graph
from kg.draw.looks import UNKNOWN, Look, looks
from kg.draw.still.boxes import LABEL, NAME, NOTE, RADIUS, SHAPE_ROOM, LabelBox, NameBox, label_box, name_box
from kg.draw.still.choice import chosen
from kg.draw.still.embedding import font_face
from kg.draw.still.furniture import class_entries, foot, heading, shape, status_entries
from kg.draw.still.geometry import Layout, Point, Size, Way
from kg.draw.still.layout import layout
from kg.draw.still.markup import INK, PAPER, QUIET, colour, cross, element, head, lines, midway, number, spline, stroke, title, written
from kg.draw.still.needs import demand
from kg.draw.still.plans import Join
from kg.draw.still.typeface import FAMILY, LINE
from kg.draw.still.words import DERIVED, counted, drawn, sources
from kg.errors import KgError
from kg.terminal import printable

ASPECT: Final = 1.5
"""Width by height of a picture that is free in its size, as far as its graph lets it."""
_MARGIN: Final = 26.0
_LEAST: Final = 460.0
_SPACE: Final = 18.0
_LARGE: Final = 1500.0
"""A picture's width from which on title, legend and sources grow with it, up to so many times:"""
_LARGEST: Final = 2.2


def picture(graph: Graph, *, heading_text: str | None = None, size: Size | None = None, asked: Collection[str] = ()) -> str:
    """The graph as an SVG document; the same graph gives the same characters.

    With a size (in pixels of CSS, 96 an inch) it's made as large as fits into that. Names (by their nodes' ids) that were asked for stand
    out. Raises KgError where there is nothing to draw, or where what draws isn't installed.
    """
    demand()
    part, left_out = chosen(graph)
    arrows = drawn(part)
    if not arrows:
        raise KgError("There is nothing to draw: no statement joins two names here. Build a store from articles, or choose another part.")
    joined = {one for arrow in arrows for one in (arrow.subject, arrow.object)}
    nodes = [node for node in part["nodes"] if node["id"] in joined]
    names, labels = [name_box(node) for node in nodes], [label_box(arrow) for arrow in arrows]
    placed = _placed(names, labels, size.width / size.height if size else ASPECT)
    look = looks(nodes, part["classes"])

    sheet = _Sheet(placed.size.width, heading_text or "Who is connected to whom")
    sheet.describe(f"{counted(len(names), 'name', 'names')}, {counted(len(arrows), 'arrow', 'arrows')}. {left_out}".strip())
    if heading_text:
        sheet.add(lambda parent, room: heading(parent, heading_text, room))
    middle = sheet.add_middle(placed.size)
    _draw_arrows(middle, labels, placed)
    _draw_names(middle, names, placed, look, asked)
    entries = (class_entries(nodes, part["classes"], look), status_entries(arrows))
    sheet.add(lambda parent, room: foot(parent, entries, [left_out, *sources(part)], room))
    return sheet.finished(size)


class _Sheet:
    """An SVG document, filled from its top downwards."""

    def __init__(self, width: float, name: str) -> None:
        self._room = max(width, _LEAST)
        self._scale = min(max(1, self._room / _LARGE), _LARGEST)  # a large picture is looked at from farther away
        self._down = _MARGIN
        self._root = Element("svg", {"xmlns": "http://www.w3.org/2000/svg", "role": "img", "font-family": FAMILY})
        title(self._root, printable(name))
        self._description, self._style = element(self._root, "desc"), element(self._root, "style")
        self._paper = element(self._root, "rect", fill=PAPER)

    def describe(self, text: str) -> None:
        self._description.text = text

    def add(self, draw: Callable[[Element, float], float]) -> None:
        """Something of the whole width that says how high it is: it's drawn into an element, from the point 0, 0 on, so wide."""
        group = element(self._root, "g", transform=f"translate({_MARGIN:.1f} {self._down:.1f}) scale({self._scale:.3f})")
        self._down += self._scale * draw(group, self._room / self._scale) + _SPACE

    def add_middle(self, size: Size) -> Element:
        """An element for something of this size, in the middle."""
        left = _MARGIN + (self._room - size.width) / 2
        group = element(self._root, "g", transform=f"translate({left:.1f} {self._down:.1f})")
        self._down += size.height + _SPACE
        return group

    def finished(self, size: Size | None) -> str:
        """The document's text; shown in this size, or in its own."""
        whole = Size(round(self._room + 2 * _MARGIN), round(self._down - _SPACE + _MARGIN))
        shown = size or whole
        self._paper.attrib |= {"width": f"{whole.width}", "height": f"{whole.height}"}
        self._root.attrib |= {"width": number(shown.width), "height": number(shown.height), "viewBox": f"0 0 {whole.width} {whole.height}"}
        self._style.text = font_face("".join(one.text or "" for one in self._root.iter("text")))
        return written(self._root)


def _placed(names: Sequence[NameBox], labels: Sequence[LabelBox], aspect: float) -> Layout:
    places = {one.node["id"]: number for number, one in enumerate(names)}
    joins = [Join(places[one.arrow.subject], places[one.arrow.object], one.size) for one in labels]
    return layout([one.size for one in names], joins, aspect)


def _draw_arrows(parent: Element, labels: Sequence[LabelBox], placed: Layout) -> None:
    for box, at, way in zip(labels, placed.labels, placed.ways, strict=True):
        arrow = box.arrow
        group = element(parent, "g")
        group.set("class", f"arrow {arrow.status}")
        title(group, arrow.told)
        _draw_way(group, box, way)
        upper = at.y - box.size.height / 2
        slant = {"font_style": "italic"} if arrow.status == DERIVED else {}
        lines(group, box.label, Point(at.x, upper), LABEL, fill=colour(arrow.status), **slant)
        below = upper + len(box.label) * LABEL * LINE
        lines(group, box.notes, Point(at.x, below), NOTE, fill=QUIET, font_style="italic")
        lines(group, box.warnings, Point(at.x, below + len(box.notes) * NOTE * LINE), NOTE, fill=INK, font_weight="bold")


def _draw_way(parent: Element, box: LabelBox, way: Way) -> None:
    status, thick = box.arrow.status, box.arrow.voices > 1
    stroke(parent, spline(way.before), status, thick=thick, faint=not box.arrow.allowed)
    stroke(parent, spline(way.after), status, thick=thick, faint=not box.arrow.allowed)
    head(parent, way.after[-1], way.tip, status)
    if status == "denied":
        cross(parent, midway(way.after, 0.4))


def _draw_names(parent: Element, names: Sequence[NameBox], placed: Layout, look: Mapping[str, Look], asked: Collection[str]) -> None:
    for box, at in zip(names, placed.boxes, strict=True):
        left, upper = at.x - box.size.width / 2, at.y - box.size.height / 2
        own = look.get(box.node["type"] or "")
        group = element(parent, "g")
        group.set("class", "name")
        title(group, printable(box.node["label"][:1000]))
        thick = 3.0 if box.node["id"] in asked else 1.3
        inner = thick / 2 - 0.65  # so that it's no larger than the others and covers no arrowhead
        wide, high = box.size.width - 2 * inner, box.size.height - 2 * inner
        edge = element(group, "rect", x=left + inner, y=upper + inner, width=wide, height=high, rx=6, fill=PAPER, stroke_width=thick)
        edge.set("stroke", own.colour if own else UNKNOWN)
        if own is None:
            edge.set("stroke-dasharray", "3 2")
        shape(group, own, Point(left + 6 + RADIUS, at.y))
        middle = (left + SHAPE_ROOM + left + box.size.width - 11) / 2
        lines(group, box.lines, Point(middle, at.y - len(box.lines) * NAME * LINE / 2), NAME, fill=INK, font_weight="bold")
