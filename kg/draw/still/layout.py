"""Where names, arrows' labels and arrows go: Graphviz's `dot`, told nothing but sizes.

A label is laid out as a place that its arrow runs through, so that no label covers a name, another label or an arrow that isn't its own.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import Any, Final

import networkx as nx

from kg.draw.still.geometry import Layout, Part, Point, Size, Way
from kg.draw.still.packing import packed, scale
from kg.draw.still.plans import Drawing, Join, Plan, drawings, plans

HEAD: Final = 9.0
"""An arrowhead's length."""
_BETWEEN_ROWS: Final = 11.0
_BETWEEN_RANKS: Final = 27.0
_POINTS: Final = 72  # Graphviz takes sizes in inches and gives points
_MOST_WORK: Final = 4000
"""Ranks that arrows run over, all in all: more take Graphviz minutes."""


def layout(boxes: Sequence[Size], joins: Sequence[Join], aspect: float) -> Layout:
    """The places by which the picture is best to read on a sheet of this aspect (width by height)."""
    parts = _parts(len(boxes), joins)
    best, highest = Plan("LR"), 0.0
    for plan in plans(joins):
        sketched = [_Sketch(boxes, joins, part, plan) for part in parts]
        if plan.from_middle or sum(one.work() for one in sketched) <= _MOST_WORK:
            worth = plan.readability() * scale(packed([one.placed() for one in sketched], aspect).size, aspect)
            if worth > highest:
                best, highest = plan, worth
    return packed([_Sketch(boxes, joins, part, best, "spline").placed() for part in parts], aspect)


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


class _Sketch:
    """A part laid out by a plan, by Graphviz: `b1` is a box, `l1` a label, an edge the part of an arrow between the two."""

    def __init__(self, boxes: Sequence[Size], joins: Sequence[Join], part: Part, plan: Plan, splines: str = "none") -> None:
        """Without splines arrows have no way, which is quicker."""
        from pygraphviz import AGraph  # type: ignore[import-untyped]

        self._joins, self._part, self._plan = joins, part, plan
        self._graph: Any = AGraph(directed=True, strict=False, rankdir=plan.direction, splines=splines, nslimit=1, nslimit1=1)
        self._graph.graph_attr.update(nodesep=_inches(_BETWEEN_ROWS), ranksep=_inches(_BETWEEN_RANKS))
        self._graph.node_attr.update(shape="box", fixedsize="true", label="")
        self._graph.edge_attr.update(arrowsize=HEAD / 10)
        how = drawings(joins, plan)
        for box in part.boxes:
            self._graph.add_node(f"b{box}", width=_inches(boxes[box].width), height=_inches(boxes[box].height))
        for number in part.joins:
            self._add(number, how.get(number, Drawing()))
        self._graph.layout("dot")

    def _add(self, number: int, how: Drawing) -> None:
        join, label = self._joins[number], f"l{number}"
        self._graph.add_node(label, width=_inches(join.label.width), height=_inches(join.label.height))
        before, after = (f"b{join.start}", label), (label, f"b{join.end}")
        self._graph.add_edge(*(before[::-1] if how.before_turned else before), key="before", dir="none", minlen=how.before)
        head = "back" if how.after_turned else "forward"
        self._graph.add_edge(*(after[::-1] if how.after_turned else after), key="after", dir=head, minlen=how.after)

    def work(self) -> int:
        """How many ranks the arrows run over."""
        axis = 0 if self._plan.direction == "LR" else 1
        along = {node.name: node.attr["pos"].split(",")[axis] for node in self._graph.nodes_iter()}
        rank = {place: number for number, place in enumerate(sorted(set(along.values()), key=float))}
        return sum(abs(rank[along[start]] - rank[along[end]]) for start, end in self._graph.edges_iter())

    def placed(self) -> tuple[Part, Layout]:
        """The part, from the point 0, 0 on."""
        left, bottom, right, top = (float(one) for one in self._graph.graph_attr["bb"].split(","))

        def point(text: str) -> Point:
            x, y = text.split(",")
            return Point(float(x) - left, top - float(y))

        def middle(name: str) -> Point:
            return point(self._graph.get_node(name).attr["pos"])

        def way(number: int) -> Way:
            join, label = self._joins[number], f"l{number}"
            before, _ = self._spline(f"b{join.start}", label, "before")
            after, tip = self._spline(label, f"b{join.end}", "after")
            return Way(tuple(map(point, before)), tuple(map(point, after)), point(tip))

        routed = self._graph.graph_attr["splines"] != "none"
        placed = Layout(
            size=Size(right - left, top - bottom),
            boxes=tuple(middle(f"b{box}") for box in self._part.boxes),
            labels=tuple(middle(f"l{number}") for number in self._part.joins),
            ways=tuple(way(number) for number in self._part.joins) if routed else (),
        )
        return self._part, placed

    def _spline(self, start: str, end: str, key: str) -> tuple[list[str], str]:
        """The points of an edge's spline as Graphviz writes them, from its start to its end, and the arrowhead's tip."""
        turned = not self._graph.has_edge(start, end, key)
        found = self._graph.get_edge(end, start, key) if turned else self._graph.get_edge(start, end, key)
        points = found.attr["pos"].split()
        tips = [one[2:] for one in points if one[:2] in ("e,", "s,")]
        points = [one for one in points if one[:2] not in ("e,", "s,")]
        if turned:
            points.reverse()
        return points, tips[0] if tips else points[-1]


def _inches(length: float) -> str:
    return f"{length / _POINTS:.4f}"
