"""Points, sizes and ways in a picture, in pixels of CSS."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple


class Size(NamedTuple):
    """Of a rectangle."""

    width: float
    height: float


class Point(NamedTuple):
    """From the left and from the top."""

    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Way:
    """An arrow's two parts, each a Bézier spline (a point, then three for each piece): up to its label, and on to the arrowhead's tip."""

    before: tuple[Point, ...]
    after: tuple[Point, ...]
    tip: Point

    def moved(self, by: Point) -> Way:
        """The same so far away."""
        return Way(moved(self.before, by), moved(self.after, by), moved((self.tip,), by)[0])


@dataclass(frozen=True, slots=True)
class Layout:
    """The boxes' and labels' middles and the arrows' ways, in the order in which they were given, and how much room all of it takes."""

    size: Size
    boxes: tuple[Point, ...]
    labels: tuple[Point, ...]
    ways: tuple[Way, ...]


@dataclass(frozen=True, slots=True)
class Part:
    """A part that nothing joins with the rest: the numbers of its boxes and of its joins."""

    boxes: tuple[int, ...]
    joins: tuple[int, ...]


def moved(points: Iterable[Point], by: Point) -> tuple[Point, ...]:
    """The points so far away from where they were."""
    return tuple(Point(one.x + by.x, one.y + by.y) for one in points)
