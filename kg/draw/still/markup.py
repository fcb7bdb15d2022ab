"""SVG, element by element. Text only ever goes in as text; whatever it holds, it's escaped."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise
from math import hypot
from typing import Final
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from kg.draw.still.geometry import Point
from kg.draw.still.layout import HEAD
from kg.draw.still.typeface import LINE, directed

INK: Final = "#1f1e1b"
QUIET: Final = "#5c594f"
PAPER: Final = "#ffffff"
LINES: Final = "#3f3d38"
DENIED: Final = "#c1272d"
DASHES: Final = {"possible": "7 4", "planned": "0.1 4.5"}
_ASCENT: Final = 0.76
"""How far below its line's upper edge a text's base line is, as a part of the size; so the letters stand in the line's middle."""
_NOT_XML: Final = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def element(parent: Element, name: str, /, **attributes: str | float) -> Element:
    """A new element below the parent; an attribute's underscores are hyphens, numbers are rounded."""
    return SubElement(parent, name, {key.replace("_", "-"): number(value) for key, value in attributes.items()})


def number(value: str | float) -> str:
    return value if isinstance(value, str) else f"{round(value, 1):g}"


def words(text: str) -> str:
    """The text without what XML can't hold."""
    return _NOT_XML.sub("\ufffd", text)


def title(parent: Element, text: str) -> None:
    """What the element is called: read aloud, and shown by browsers where a pointer rests."""
    SubElement(parent, "title").text = words(text)


def lines(
    parent: Element, texts: Sequence[str], at: Point, size: float, *, anchor: str = "middle", fill: str = INK, **attributes: str
) -> None:
    """Lines of text, the first of which has its upper edge at that height; `at.x` is their middle, or where they start or end."""
    for place, text in enumerate(texts):
        down = at.y + size * (LINE * place + (LINE - 1) / 2 + _ASCENT)
        made = element(parent, "text", x=at.x, y=down, font_size=size, fill=fill, text_anchor=anchor, **attributes)
        made.text = words(directed(text))


def stroke(parent: Element, path: str, status: str, *, thick: bool, faint: bool = False) -> None:
    """A line as its status wants it."""
    made = element(parent, "path", d=path, fill="none", stroke=colour(status), stroke_width=thickness(status, thick=thick))
    if status in DASHES:
        made.set("stroke-dasharray", DASHES[status])
    if status == "planned":
        made.set("stroke-linecap", "round")
    if faint:
        made.set("stroke-opacity", "0.5")


def thickness(status: str, *, thick: bool) -> float:
    return 0.9 if status == "derived" else (2.8 if thick else 1.4) + (0.8 if status == "planned" else 0)


def colour(status: str) -> str:
    return DENIED if status == "denied" else LINES


def head(parent: Element, start: Point, tip: Point, status: str) -> None:
    """An arrowhead whose point is at the tip; a derived arrow's is hollow. It begins where the line ends, unless that's far away."""
    x, y = _direction(start, tip)
    length = min(_distance(start, tip), HEAD * 1.2)
    back = Point(tip.x - length * x, tip.y - length * y)
    side = HEAD * 0.42
    path = (
        f"M{number(tip.x)} {number(tip.y)}"
        f"L{number(back.x - side * y)} {number(back.y + side * x)}L{number(back.x + side * y)} {number(back.y - side * x)}Z"
    )
    hollow = status == "derived"
    made = element(parent, "path", d=path, fill=PAPER if hollow else colour(status))
    if hollow:
        made.set("stroke", colour(status))
        made.set("stroke-linejoin", "round")


def cross(parent: Element, at: Point) -> None:
    """What an arrow that is denied is crossed with."""
    arm = 5.0
    path = (
        f"M{number(at.x - arm)} {number(at.y - arm)}L{number(at.x + arm)} {number(at.y + arm)}"
        f"M{number(at.x - arm)} {number(at.y + arm)}L{number(at.x + arm)} {number(at.y - arm)}"
    )
    element(parent, "path", d=path, fill="none", stroke=DENIED, stroke_width=2.4, stroke_linecap="round")


def spline(points: Sequence[Point]) -> str:
    """A Bézier spline as an SVG path."""
    first, *others = (f"{number(one.x)} {number(one.y)}" for one in points)
    return f"M{first}" + "".join(f"C{' '.join(others[place : place + 3])}" for place in range(0, len(others), 3))


def midway(points: Sequence[Point], share: float) -> Point:
    """The point after that share of a Bézier spline's way."""
    way = list(flattened(points))
    steps = [(one, other, _distance(one, other)) for one, other in pairwise(way)]
    left = share * sum(length for _, _, length in steps)
    for one, other, length in steps:
        if length >= left and length > 0:
            part = left / length
            return Point(one.x + (other.x - one.x) * part, one.y + (other.y - one.y) * part)
        left -= length
    return way[-1]


def flattened(points: Sequence[Point], steps: int = 12) -> Iterable[Point]:
    """Points on a Bézier spline, so close that straight lines between them look like it."""
    yield points[0]
    for place in range(0, len(points) - 3, 3):
        a, b, c, d = points[place : place + 4]
        for step in range(1, steps + 1):
            t = step / steps
            u = 1 - t
            w, x, y, z = u**3, 3 * u * u * t, 3 * u * t * t, t**3
            yield Point(*(w * one + x * two + y * three + z * four for one, two, three, four in zip(a, b, c, d, strict=True)))


def written(root: Element) -> str:
    """The document's text."""
    indent(root, space="")
    return tostring(root, encoding="unicode") + "\n"


def _direction(start: Point, end: Point) -> tuple[float, float]:
    length = _distance(start, end)
    return ((end.x - start.x) / length, (end.y - start.y) / length) if length else (1, 0)


def _distance(one: Point, other: Point) -> float:
    return hypot(one.x - other.x, one.y - other.y)
