"""A graph → SVG: names in boxes, arrows that run through their labels, a title, a legend, the sources."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
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
    out. Raises KgError where there is nothing to draw, or
    where what draws isn't installed.
    """
    demand()
    part, left_out = chosen(graph)
    arrows = drawn(part)
    if not arrows:
        raise KgError("There is nothing to draw: no statement joins two names here. Build a store from articles, or choose another part.")
    joined = {one for arrow in arrows for one in (arrow.subject, arrow.object)}
    names = [name_box(node) for node in part["nodes"] if node["id"] in joined]
    labels = [label_box(arrow) for arrow in arrows]
    placed = _placed(names, labels, size.width / size.height if size else ASPECT)
    look = looks([one.node for one in names], part["classes"])

    root = Element("svg", {"xmlns": "http://www.w3.org/2000/svg", "role": "img", "font-family": FAMILY})
    title(root, printable(heading_text or "Who is connected to whom"))
    element(root, "desc").text = f"{counted(len(names), 'name', 'names')}, {counted(len(arrows), 'arrow', 'arrows')}. {left_out}".strip()
    style, paper = element(root, "style"), element(root, "rect", fill=PAPER)

    room = max(placed.size.width, _LEAST)
    scale = min(max(1, room / _LARGE), _LARGEST)  # a large picture is looked at from farther away
    y = _MARGIN
    if heading_text:
        y += scale * heading(_scaled(root, y, scale), heading_text, room / scale) + _SPACE
    inner = element(root, "g", transform=f"translate({_MARGIN + (room - placed.size.width) / 2:.1f} {y:.1f})")
    _draw_arrows(inner, labels, placed)
    _draw_names(inner, names, placed, look, asked)
    y += placed.size.height + _SPACE
    entries = (class_entries([one.node for one in names], part["classes"], look), status_entries(arrows))
    y += scale * foot(_scaled(root, y, scale), entries, [left_out, *sources(part)], room / scale)
    whole = Size(round(room + 2 * _MARGIN), round(y + _MARGIN))
    paper.attrib |= {"width": f"{whole.width}", "height": f"{whole.height}"}
    shown = size or whole
    root.attrib |= {"width": number(shown.width), "height": number(shown.height), "viewBox": f"0 0 {whole.width} {whole.height}"}
    style.text = font_face("".join(one.text or "" for one in root.iter("text")))
    return written(root)


def _scaled(root: Element, y: float, scale: float) -> Element:
    return element(root, "g", transform=f"translate({_MARGIN:.1f} {y:.1f}) scale({scale:.3f})")


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
