"""How classes look in print: a shape for each, which black and white keeps, and a colour for each family of classes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import cos, pi, sin
from typing import Final

from kg.draw.graph import Class, Node

COLOURS: Final = ("#2f6fb5", "#d9761a", "#2f8f5b", "#8456b3", "#14899a", "#a8672f", "#b54891", "#7b8420", "#5d6b7c", "#b88a00")
UNKNOWN: Final = "#65625a"
"""The colour of what is of no class."""

_CORNERS: Final[tuple[tuple[int, float, float, float], ...]] = (
    (4, 45, 1, 1.22),
    (4, 0, 1, 1.22),
    (3, -90, 1, 1.3),
    (6, 0, 1, 1.1),
    (3, 90, 1, 1.3),
    (5, -90, 1, 1.15),
    (5, -90, 0.5, 1.35),
    (4, -90, 0.36, 1.4),
    (8, 22.5, 1, 1.1),
    (3, 0, 1, 1.3),
    (8, -90, 0.62, 1.25),
)
"""Of each shape but the circle: its corners, the angle of the first, how far in the corners between them are, how large it must be."""
_REST: Final = ""
"""Ends the key of a family of those that are of a class itself and of none under it."""
SHAPES: Final = 1 + len(_CORNERS)


@dataclass(frozen=True, slots=True)
class Look:
    """A class's colour and the number of its shape."""

    colour: str
    shape: int


def looks(nodes: Sequence[Node], classes: Iterable[Class]) -> dict[str, Look]:
    """Class → how it looks, those with the most nodes first. More classes than shapes share them, in another colour if there is one."""
    above = {one["id"]: one["ancestors"] for one in classes}
    sizes = Counter(node["type"] for node in nodes if node["type"] is not None)
    order = sorted(sizes, key=lambda one: (-sizes[one], one))
    colour = {
        one: COLOURS[number % len(COLOURS)]
        for number, family in enumerate(_families(sizes, above))
        for one in family
    }  # fmt: skip
    return {one: Look(colour[one], number % SHAPES) for number, one in enumerate(order)}


def outline(shape: int, radius: float) -> str:
    """The shape as an SVG path around the origin; all look as large as a circle of that radius."""
    if shape == 0:
        return f"M{-radius:g} 0A{radius:g} {radius:g} 0 1 1 {radius:g} 0A{radius:g} {radius:g} 0 1 1 {-radius:g} 0Z"
    count, turn, inner, size = _CORNERS[shape - 1]
    steps = count * 2 if inner < 1 else count
    points = []
    for step in range(steps):
        reach = radius * size * (inner if step % 2 and inner < 1 else 1)
        angle = (turn + 360 / steps * step) * pi / 180
        points.append(f"{reach * cos(angle):.1f} {reach * sin(angle):.1f}")
    return f"M{'L'.join(points)}Z"


def _families(sizes: Mapping[str, int], above: Mapping[str, Sequence[str]]) -> list[list[str]]:
    """The classes by families that share a colour, the largest first: the widest classes, split where most nodes are, as long as there
    are colours."""
    paths = {one: (*reversed(above.get(one, ())), one) for one in sizes}
    groups: dict[tuple[str, ...], list[str]] = {}
    for one in sorted(sizes):
        groups.setdefault(paths[one][:1], []).append(one)

    def weight(group: tuple[str, ...]) -> tuple[int, tuple[str, ...]]:
        return -sum(sizes[one] for one in groups[group]), group

    while True:
        for group in sorted(groups, key=weight):
            if group[-1] == _REST:
                continue
            parts: dict[tuple[str, ...], list[str]] = {}
            for one in groups[group]:
                parts.setdefault(paths[one][: len(group) + 1], []).append(one)
            narrower = len(parts) > 1 or group not in parts
            if narrower and len(groups) - 1 + len(parts) <= len(COLOURS):
                del groups[group]
                groups |= {(*part, _REST) if part == group else part: ones for part, ones in parts.items()}
                break
        else:
            return [groups[group] for group in sorted(groups, key=weight)]
