"""To whom an entity is connected in two steps: the few ways that tell most."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from typing import Final

from kg.draw.graph import Arrow, Graph
from kg.query.classes import passed_last
from kg.store.interface import Store

_MOST: Final = 8
_THROUGH_ONE: Final = 2
_HUB: Final = 50
"""Somebody with more arrows is connected with nearly everyone, which tells little."""

Way = tuple[Arrow, Arrow]


def two_steps(store: Store, graph: Graph, centre: str) -> list[Way]:
    """Ways of two affirmed arrows that the ontology allows, from the entity to others whom no arrow joins it with, one way to each.

    First those whose weaker arrow has the most voices, then those to whoever has the most arrows; two through the same one at most. None
    leads through hubs or what the ontology says is passed last, or to such.
    """
    degree, joined = _degrees(graph), _joined(graph)
    near = {end for one in graph["arrows"] for end in (one["subject"], one["object"]) if centre in (one["subject"], one["object"])}
    closed = _of_classes(graph, passed_last(store)) | {iri for iri, number in degree.items() if number > _HUB}
    ranked = []
    for via in joined[centre].keys() - closed:
        for end in joined[via].keys() - near - closed:
            way = _strongest(joined[centre][via]), _strongest(joined[via][end])
            ranked.append((-min(one["voices"] for one in way), -degree[end], end, via, way))
    ways: list[Way] = []
    ends: set[str] = set()
    through: Counter[str] = Counter()
    for *_, end, via, way in sorted(ranked, key=lambda one: one[:4]):
        if end not in ends and through[via] < _THROUGH_ONE and len(ways) < _MOST:
            ways.append(way)
            ends.add(end)
            through[via] += 1
    return ways


def _degrees(graph: Graph) -> Counter[str]:
    """How many arrows each has in the store."""
    found = Counter({one["id"]: one["hidden"] for one in graph["nodes"]})
    for arrow in graph["arrows"]:
        found.update({arrow["subject"], arrow["object"]})
    return found


def _joined(graph: Graph) -> dict[str, dict[str, list[Arrow]]]:
    """Who is joined with whom by which arrows, both ways."""
    found: dict[str, dict[str, list[Arrow]]] = defaultdict(lambda: defaultdict(list))
    for arrow in graph["arrows"]:
        if arrow["status"] == "affirmed" and not arrow["violates"]:
            found[arrow["subject"]][arrow["object"]].append(arrow)
            found[arrow["object"]][arrow["subject"]].append(arrow)
    return found


def _of_classes(graph: Graph, classes: set[str]) -> set[str]:
    """The entities of these classes."""
    below = {one["id"] for one in graph["classes"] if not classes.isdisjoint((one["id"], *one["ancestors"]))}
    return {one["id"] for one in graph["nodes"] if one["type"] in below}


def _strongest(arrows: Iterable[Arrow]) -> Arrow:
    """The arrow that most voices tell; of equals the first by name."""
    return min(arrows, key=lambda one: (-one["voices"], one["label"], one["subject"]))
