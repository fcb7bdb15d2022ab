"""Where names, arrows' labels and arrows go: Graphviz's `dot`, told nothing but sizes.

A label is laid out as a place that its arrow runs through, so that no label covers a name, another label or an arrow that isn't its own.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Final, NamedTuple

import networkx as nx

from kg.draw.still.geometry import Layout, Part, Point, Size, Way
from kg.draw.still.packing import packed, scale

HEAD: Final = 9.0
"""An arrowhead's length."""
_BETWEEN_ROWS: Final = 11.0
_BETWEEN_RANKS: Final = 27.0
_POINTS: Final = 72  # Graphviz takes sizes in inches and gives points
_MANY: Final = 250  # names and arrows, from which on fewer plans are tried
_FAN: Final = 5  # names that hang on one alone, from which on they may be spread
_BETTER: Final = 1.12
"""How many times as large the picture must come out by a later plan for that to be preferred."""


class _Plan(NamedTuple):
    """Which way arrows run, over how many ranks names that hang on one alone are spread, and whether they are on both of its sides."""

    direction: str
    ranks: int
    both_sides: bool


_PLANS: Final = (
    _Plan("LR", 1, False),
    _Plan("TB", 1, False),
    *(_Plan(direction, ranks, both) for ranks, both in ((1, True), (2, False), (2, True), (3, True)) for direction in ("LR", "TB")),
)
"""What is tried, the most readable first."""


@dataclass(frozen=True, slots=True)
class Join:
    """An arrow from one box to another (by their numbers), with its label's size."""

    start: int
    end: int
    label: Size


def layout(boxes: Sequence[Size], joins: Sequence[Join], aspect: float) -> Layout:
    """The places that let everything come out largest on a sheet of this aspect (width by height)."""
    parts = _parts(len(boxes), joins)
    plans = _PLANS if _has_fans(joins) and len(boxes) + len(joins) < _MANY else _PLANS[:2]
    tried = [packed([_placed(boxes, joins, part, plan) for part in parts], aspect) for plan in plans]
    best = tried[0]
    for one in tried[1:]:
        if scale(one.size, aspect) > _BETTER * scale(best.size, aspect):
            best = one
    return best


def _parts(boxes: int, joins: Sequence[Join]) -> list[Part]:
    graph: nx.Graph[int] = nx.Graph()
    graph.add_nodes_from(range(boxes))
    graph.add_edges_from((one.start, one.end) for one in joins)
    found = [tuple(sorted(part)) for part in nx.connected_components(graph)]
    home = {box: number for number, part in enumerate(found) for box in part}
    inside: dict[int, list[int]] = defaultdict(list)
    for number, join in enumerate(joins):
        inside[home[join.start]].append(number)
    return [Part(part, tuple(inside[number])) for number, part in enumerate(found)]


def _has_fans(joins: Sequence[Join]) -> bool:
    return any(_fans(joins))


def _fans(joins: Sequence[Join]) -> Iterator[tuple[bool, list[int]]]:
    """Joins by which many names hang on one, and on nothing else; and whether they run towards these names."""
    joined = Counter(box for one in joins for box in (one.start, one.end))
    fans: dict[tuple[int, bool], list[int]] = defaultdict(list)
    for number, one in enumerate(joins):
        for hub, leaf, out in ((one.start, one.end, True), (one.end, one.start, False)):
            if joined[leaf] == 1 and joined[hub] > 1:
                fans[hub, out].append(number)
    return ((out, fan) for (_, out), fan in fans.items() if len(fan) >= _FAN)


class _Drawing(NamedTuple):
    """How a join is drawn: how many ranks its parts before and after its label take, and whether it runs against all others."""

    before: int = 1
    after: int = 1
    turned: bool = False


def _drawings(joins: Sequence[Join], plan: _Plan) -> dict[int, _Drawing]:
    """How the joins are drawn that aren't drawn as all are."""
    found = {}
    for out, fan in _fans(joins):
        for place, number in enumerate(fan):
            side, rank = (place % 2, place // 2) if plan.both_sides else (0, place)
            longer = 1 + 2 * (rank % plan.ranks)
            found[number] = _Drawing(longer if out else 1, 1 if out else longer, side == 1)
    return found


def _placed(boxes: Sequence[Size], joins: Sequence[Join], part: Part, plan: _Plan) -> tuple[Part, Layout]:
    """One part, from the point 0, 0 on."""
    graph = _graph(boxes, joins, part, plan)
    graph.layout("dot")
    left, bottom, right, top = (float(one) for one in graph.graph_attr["bb"].split(","))

    def point(text: str) -> Point:
        x, y = text.split(",")
        return Point(float(x) - left, top - float(y))

    def middle(name: str) -> Point:
        return point(graph.get_node(name).attr["pos"])

    def way(number: int) -> Way:
        join, label = joins[number], f"l{number}"
        before, _ = _spline(graph, f"b{join.start}", label)
        after, tip = _spline(graph, label, f"b{join.end}")
        return Way(tuple(map(point, before)), tuple(map(point, after)), point(tip))

    placed = Layout(
        size=Size(right - left, top - bottom),
        boxes=tuple(middle(f"b{box}") for box in part.boxes),
        labels=tuple(middle(f"l{number}") for number in part.joins),
        ways=tuple(way(number) for number in part.joins),
    )
    return part, placed


def _graph(boxes: Sequence[Size], joins: Sequence[Join], part: Part, plan: _Plan) -> Any:
    """The part as Graphviz wants it: `b1` is a box, `l1` a label, an edge the part of an arrow between the two."""
    from pygraphviz import AGraph  # type: ignore[import-untyped]

    graph: Any = AGraph(
        directed=True, strict=False, rankdir=plan.direction, nodesep=_inches(_BETWEEN_ROWS), ranksep=_inches(_BETWEEN_RANKS)
    )
    graph.node_attr.update(shape="box", fixedsize="true", label="")
    graph.edge_attr.update(arrowsize=HEAD / 10)
    drawings = _drawings(joins, plan)
    for box in part.boxes:
        graph.add_node(f"b{box}", width=_inches(boxes[box].width), height=_inches(boxes[box].height))
    for number in part.joins:
        join, drawing, label = joins[number], drawings.get(number, _Drawing()), f"l{number}"
        graph.add_node(label, width=_inches(join.label.width), height=_inches(join.label.height))
        if drawing.turned:
            graph.add_edge(f"b{join.end}", label, key="after", dir="back", minlen=drawing.after)
            graph.add_edge(label, f"b{join.start}", key="before", dir="none", minlen=drawing.before)
        else:
            aside = {"tailport": "e" if plan.direction == "TB" else "s"} if join.start == join.end else {}
            graph.add_edge(f"b{join.start}", label, key="before", dir="none", minlen=drawing.before, **aside)
            graph.add_edge(label, f"b{join.end}", key="after", minlen=drawing.after)
    return graph


def _spline(graph: Any, start: str, end: str) -> tuple[list[str], str]:
    """The points of an edge's spline as Graphviz writes them, from its start to its end, and the arrowhead's tip."""
    key = "before" if end.startswith("l") else "after"
    turned = not graph.has_edge(start, end, key)
    found = graph.get_edge(end, start, key) if turned else graph.get_edge(start, end, key)
    points = found.attr["pos"].split()
    tips = [one[2:] for one in points if one[:2] in ("e,", "s,")]
    points = [one for one in points if one[:2] not in ("e,", "s,")]
    if turned:
        points.reverse()
    return points, tips[0] if tips else points[-1]


def _inches(length: float) -> str:
    return f"{length / _POINTS:.4f}"
