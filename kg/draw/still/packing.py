"""Parts of a picture that nothing joins, put side by side and one below the other."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate
from typing import Final

from kg.draw.still.geometry import Layout, Part, Point, Size, Way, moved

_BETWEEN_PARTS: Final = 34.0


def packed(placed: Sequence[tuple[Part, Layout]], aspect: float) -> Layout:
    """The parts in rows, in the way that lets them come out largest."""
    ordered = sorted(placed, key=lambda one: (-one[1].size.height, -one[1].size.width, one[0].boxes))
    sizes = [one.size for _, one in ordered]
    least = max(size.width for size in sizes)
    rooms = sorted({max(least, room) for room in accumulate(size.width + _BETWEEN_PARTS for size in sizes)})
    best, taken = max((_rows(sizes, room) for room in rooms), key=lambda found: scale(found[1], aspect))
    return _merged(ordered, best, taken)


def _rows(sizes: Sequence[Size], room: float) -> tuple[list[Point], Size]:
    """The upper left corners of rectangles (the tallest first) in rows of so much room, and the size of all."""
    places: dict[int, Point] = {}
    width = top = 0.0
    while left := [number for number in range(len(sizes)) if number not in places]:
        height = sizes[left[0]].height
        for number, place in _row([sizes[one] for one in left], room, height):
            places[left[number]] = Point(place.x, top + place.y)
            width = max(width, place.x + sizes[left[number]].width)
        top += height + _BETWEEN_PARTS
    return [places[number] for number in range(len(sizes))], Size(width, top - _BETWEEN_PARTS)


def _row(sizes: Sequence[Size], room: float, height: float) -> Iterator[tuple[int, Point]]:
    """Which of the rectangles (by their numbers) stand in a row, and where: in columns, one below the other as far as the row is high."""
    left = column = down = 0.0
    for number, size in enumerate(sizes):
        if column and left + size.width <= room and down + size.height <= height:
            column = max(column, size.width)
        elif not column or left + column + _BETWEEN_PARTS + size.width <= room:
            left, column, down = left + column + (_BETWEEN_PARTS if column else 0), size.width, 0
        else:
            continue
        yield number, Point(left, down)
        down += size.height + _BETWEEN_PARTS


def _merged(parts: Iterable[tuple[Part, Layout]], places: Iterable[Point], size: Size) -> Layout:
    boxes: dict[int, Point] = {}
    labels: dict[int, Point] = {}
    ways: dict[int, Way] = {}
    for (part, placed), place in zip(parts, places, strict=True):
        boxes |= dict(zip(part.boxes, moved(placed.boxes, place), strict=True))
        labels |= dict(zip(part.joins, moved(placed.labels, place), strict=True))
        ways |= {number: way.moved(place) for number, way in zip(part.joins, placed.ways, strict=False)}  # a sketch has none
    return Layout(size, *(tuple(one for _, one in sorted(found.items())) for found in (boxes, labels, ways)))  # type: ignore[arg-type]


def scale(size: Size, aspect: float) -> float:
    """How large things come out on a sheet of width `aspect` and height 1."""
    return min(aspect / max(size.width, 1), 1 / max(size.height, 1))
