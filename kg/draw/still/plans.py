"""Ways to lay arrows out: all in one direction, what hangs on one name alone spread around it, or all of them away from the middle."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple

import networkx as nx

from kg.draw.still.geometry import Size

_FAN: Final = 5  # names that hang on one alone, from which on they may be spread


@dataclass(frozen=True, slots=True)
class Join:
    """An arrow from one box to another (by their numbers), with its label's size."""

    start: int
    end: int
    label: Size


class Drawing(NamedTuple):
    """How a join is drawn: over how many ranks its parts before and after its label run, and whether they run against all others."""

    before: int = 1
    after: int = 1
    before_turned: bool = False
    after_turned: bool = False


class Plan(NamedTuple):
    """Which way ranks follow one another (Graphviz's `rankdir`), over how many of them names that hang on one alone are spread, whether
    these are on both of its sides, and whether ranks are steps from the middle rather than along the arrows."""

    direction: str
    ranks: int = 1
    both_sides: bool = False
    from_middle: bool = False

    def readability(self) -> float:
        """How small a picture by this plan is as good to read as a larger one by the best, whose arrows all run from left to right."""
        if self.from_middle:
            return 0.6
        return (1 if self.direction == "LR" else 0.9) * (0.9 if self.ranks > 1 or self.both_sides else 1)


def plans(joins: Sequence[Join]) -> list[Plan]:
    """What may be tried."""
    spread = ((1, True), (2, False), (2, True), (3, True)) if any(_fans(joins)) else ()
    return [
        *(Plan(direction) for direction in ("LR", "TB")),
        *(Plan(direction, ranks, both) for ranks, both in spread for direction in ("LR", "TB")),
        *(Plan(direction, from_middle=True) for direction in ("LR", "TB")),
    ]


def drawings(joins: Sequence[Join], plan: Plan) -> Mapping[int, Drawing]:
    """How the joins are drawn (by their numbers) that aren't drawn as all are."""
    return _from_middle(joins) if plan.from_middle else _spread(joins, plan)


def _fans(joins: Sequence[Join]) -> Iterator[tuple[bool, list[int]]]:
    """Joins by which many names hang on one, and on nothing else; and whether they run towards these names."""
    joined = Counter(box for one in joins for box in (one.start, one.end))
    fans: dict[tuple[int, bool], list[int]] = defaultdict(list)
    for number, one in enumerate(joins):
        for hub, leaf, out in ((one.start, one.end, True), (one.end, one.start, False)):
            if joined[leaf] == 1 and joined[hub] > 1:
                fans[hub, out].append(number)
    return ((out, fan) for (_, out), fan in fans.items() if len(fan) >= _FAN)


def _spread(joins: Sequence[Join], plan: Plan) -> dict[int, Drawing]:
    found = {}
    for out, fan in _fans(joins):
        for place, number in enumerate(fan):
            side, rank = (place % 2, place // 2) if plan.both_sides else (0, place)
            longer = 1 + 2 * (rank % plan.ranks)
            found[number] = Drawing(longer if out else 1, 1 if out else longer, side == 1, side == 1)
    return found


def _from_middle(joins: Sequence[Join]) -> dict[int, Drawing]:
    graph: nx.Graph[int] = nx.Graph((one.start, one.end) for one in joins)
    steps: dict[int, int] = {}
    for part in nx.connected_components(graph):
        middle = max(part, key=lambda box: (graph.degree(box), -box))
        steps |= nx.single_source_shortest_path_length(graph, middle)
    found = {}
    for number, one in enumerate(joins):
        if one.start != one.end:
            inwards, beside = steps[one.end] < steps[one.start], steps[one.end] == steps[one.start]
            found[number] = Drawing(before_turned=inwards, after_turned=inwards or beside)
    return found
