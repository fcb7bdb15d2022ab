"""What stands around a picture: its title, the legend of what it shows, and where it comes from."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Final
from xml.etree.ElementTree import Element

from kg.draw.graph import Class, Node
from kg.draw.looks import UNKNOWN, Look, outline
from kg.draw.still.boxes import RADIUS
from kg.draw.still.geometry import Point
from kg.draw.still.markup import INK, PAPER, QUIET, cross, element, head, lines, stroke
from kg.draw.still.typeface import LINE, shortened, width, wrapped
from kg.draw.still.words import STATUSES, Drawn
from kg.terminal import printable

TITLE: Final = 22.0
_LEGEND: Final = 11.5
_SOURCE: Final = 10.0
_ROW: Final = 20.0
_SPACE: Final = 8.0
_GAP: Final = 20.0
_SAMPLE: Final = 40.0
_SHAPE: Final = 20.0
_LONGEST: Final = 260.0
_SOURCE_LINES: Final = 6
_MOST_SMALL: Final = 3000
"""More characters than that of a paragraph are never looked at."""

Entry = tuple[float, str, Callable[[Element, Point], None]]
"""A legend's entry: how wide its sample is, what is said of it, and what draws the sample, its left middle at a point."""


def heading(parent: Element, text: str, room: float) -> float:
    """The title; how high it is."""
    texts = wrapped(printable(text), TITLE, room, 2, bold=True)
    lines(parent, texts, Point(0, 0), TITLE, anchor="start", font_weight="bold")
    return len(texts) * TITLE * LINE


def foot(parent: Element, entries: Iterable[Sequence[Entry]], small: Iterable[str], room: float) -> float:
    """The legend's entries, and below them paragraphs in small print; how high all of it is."""
    element(parent, "path", d=f"M0 0h{room:.1f}", stroke=INK, stroke_width=0.5)
    key, print_ = element(parent, "g"), element(parent, "g")
    key.set("class", "legend")
    print_.set("class", "sources")
    y = _SPACE + _legend(key, entries, Point(0, _SPACE), room) + _SPACE
    return y + _paragraphs(print_, small, Point(0, y), room)


def _legend(parent: Element, groups: Iterable[Sequence[Entry]], at: Point, room: float) -> float:
    """The entries in rows, each group from a new row on; how high it is."""
    y = at.y
    for entries in groups:
        x = at.x
        for sample, said, draw in entries:
            text = shortened(said, _LEGEND, min(room, _LONGEST))
            wide = sample + width(text, _LEGEND)
            if x > at.x and x + wide > at.x + room:
                x, y = at.x, y + _ROW
            draw(parent, Point(x, y + _ROW / 2))
            lines(parent, [text], Point(x + sample, y + (_ROW - _LEGEND * LINE) / 2), _LEGEND, anchor="start")
            x += wide + _GAP
        y += _ROW if entries else 0
    return y - at.y


def _paragraphs(parent: Element, texts: Iterable[str], at: Point, room: float) -> float:
    """Small print, from a point on; how high it is."""
    y = at.y
    for text in filter(None, texts):
        broken = wrapped(text, _SOURCE, room, _SOURCE_LINES, most=_MOST_SMALL)
        lines(parent, broken, Point(at.x, y), _SOURCE, anchor="start", fill=QUIET)
        y += len(broken) * _SOURCE * LINE + 2
    return y - at.y


def shape(parent: Element, look: Look | None, at: Point, radius: float = RADIUS) -> None:
    """The sign of a class; a question mark where the class isn't known."""
    place = f"translate({at.x:.1f} {at.y:.1f})"
    if look is not None:
        element(parent, "path", d=outline(look.shape, radius), transform=place, fill=look.colour)
        return
    element(parent, "path", d=outline(0, radius), transform=place, fill=PAPER, stroke=UNKNOWN, stroke_dasharray="2.5 2")
    lines(parent, ["?"], Point(at.x, at.y - 9 * LINE / 2), 9.0, fill=UNKNOWN, font_weight="bold")


def class_entries(nodes: Iterable[Node], classes: Iterable[Class], looks: Mapping[str, Look]) -> list[Entry]:
    """An entry for each class that occurs, in the order of the looks."""
    found = {node["type"] for node in nodes}
    names = {one["id"]: printable(one["label"]) for one in classes}

    def entry(look: Look | None, said: str) -> Entry:
        return _SHAPE, said, lambda parent, at: shape(parent, look, Point(at.x + RADIUS + 1, at.y))

    known = [entry(look, names.get(one, one)) for one, look in looks.items() if one in found]
    return [*known, *([entry(None, "class not stated")] if None in found else [])]


def status_entries(arrows: Sequence[Drawn]) -> list[Entry]:
    """An entry for each status that occurs, and for thick lines if there are any."""
    found = {arrow.status for arrow in arrows}
    entries = [_line(status, said, thick=False) for status, said in STATUSES.items() if status in found]
    if any(arrow.voices > 1 for arrow in arrows):
        entries.append(_line("affirmed", "more than one voice", thick=True))
    return entries


def _line(status: str, said: str, *, thick: bool) -> Entry:
    def draw(parent: Element, at: Point) -> None:
        tip = Point(at.x + 32, at.y)
        stroke(parent, f"M{at.x:.1f} {at.y:.1f}H{tip.x - 8:.1f}", status, thick=thick)
        head(parent, at, tip, status)
        if status == "denied":
            cross(parent, Point(at.x + 12, at.y))

    return _SAMPLE, said, draw
