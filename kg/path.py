"""How two entities are connected: the shortest ways over what statements say, each step with its sentence and speaker."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise, takewhile
from typing import TYPE_CHECKING, Final

import networkx as nx

from kg.query.entities import entities
from kg.query.names import resolve
from kg.query.show import ShownPath, Step
from kg.query.statements import Row, composed_relations, inferences, statements
from kg.query.terms import local_name
from kg.store.interface import Store
from kg.terminal import printable
from kg.vocabulary import AFFIRMED

if TYPE_CHECKING:
    Network = nx.Graph[str]

PATHS: Final = 3
MOST_STEPS: Final = 6
_HUB: Final = 50
"""An entity with more arrows connects nearly everything, which tells little."""


@dataclass(frozen=True, slots=True)
class Arrow:
    """What joins two entities: a relation, and the pairs of sentence and speaker that it rests on (the publisher, where the article
    speaks itself). What follows from several statements has a pair for each. `allowed` is whether it violates no axiom, `statements` what
    it rests on (IRIs)."""

    subject: str
    relation: str
    object: str
    status: str
    allowed: bool
    said: tuple[tuple[str, str], ...]
    statements: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Path:
    """A way: entities' IRIs, and between each two of them the arrow that joins them, in whichever direction."""

    entities: tuple[str, ...]
    arrows: tuple[Arrow, ...]


def paths(store: Store, start: str, end: str, *, any_status: bool = False) -> list[Path]:
    """The three shortest ways of at most six steps between two entities (IRIs or names), affirmed arrows that the ontology
    allows only, unless `any_status`.

    Hubs and what the ontology says is passed last are gone through where there is no other way. UsageError for a name that isn't one
    entity's.
    """
    source, target = resolve(store, start).value, resolve(store, end).value
    arrows = list(_arrows(store, any_status=any_status))
    graph = _network(arrows)
    if source == target or source not in graph or target not in graph:
        return []
    between: dict[frozenset[str], list[Arrow]] = defaultdict(list)
    for arrow in arrows:
        between[frozenset((arrow.subject, arrow.object))].append(arrow)
    found = _shortest(graph, source, target, _avoided(store, arrows))
    return [Path(tuple(way), tuple(_best(between[frozenset(step)]) for step in pairwise(way))) for way in found]


def shown(store: Store, found: Iterable[Path]) -> list[ShownPath]:
    """The ways with labels in place of IRIs."""
    labels = {iri: printable(row["label"]) for iri, row in entities(store).items()}
    return [ShownPath([labels[one] for one in path.entities], _steps(path)) for path in found]


def _steps(path: Path) -> list[Step]:
    steps = []
    for entity, arrow in zip(path.entities, path.arrows, strict=False):
        said = tuple((printable(sentence), printable(speaker)) for sentence, speaker in arrow.said)
        name = local_name(arrow.relation)
        doubts = [*([] if arrow.status == AFFIRMED.value else [local_name(arrow.status)]), *([] if arrow.allowed else ["not allowed"])]
        relation = f"{name} ({', '.join(doubts)})" if doubts else name
        steps.append(Step(relation, said, backwards=arrow.subject != entity))
    return steps


def _arrows(store: Store, *, any_status: bool) -> Iterator[Arrow]:
    """Statements, and what follows from several of them; inverses say nothing more, literals join
    nobody, and neither is walked."""
    known = entities(store)
    rows = {row["statement"]: row for row in statements(store)}
    for row in rows.values():
        if row["subject"] in known and "datatype" not in row and (any_status or _is_fact(row)):
            allowed = "violates" not in row
            yield Arrow(row["subject"], row["relation"], row["object"], row["status"], allowed, (_said(row),), (row["statement"],))
    composed = composed_relations(store)
    premises: dict[tuple[str, str, str], list[Row]] = defaultdict(list)
    for row in inferences(store):
        if row["relation"] in composed and row["premise"] in rows:
            premises[row["subject"], row["relation"], row["object"]].append(rows[row["premise"]])
    for (subject, relation, object), resting in premises.items():
        said, told = tuple(dict.fromkeys(map(_said, resting))), tuple(row["statement"] for row in resting)
        yield Arrow(subject, relation, object, AFFIRMED.value, True, said, told)


def _is_fact(row: Row) -> bool:
    return row["status"] == AFFIRMED.value and "violates" not in row


def _said(row: Row) -> tuple[str, str]:
    return row["sentence"], row.get("speaker_label") or row.get("publisher") or "the article"


def _avoided(store: Store, arrows: Iterable[Arrow]) -> frozenset[str]:
    """Entities to be passed last: of classes that the ontology marks so, and hubs."""
    degree = Counter(end for arrow in arrows for end in (arrow.subject, arrow.object))
    marked = {iri for iri, row in entities(store).items() if row.get("passed_last") == "true"}
    return frozenset(marked | {iri for iri, number in degree.items() if number > _HUB})


def _network(arrows: Iterable[Arrow]) -> Network:
    graph: Network = nx.Graph()
    graph.add_edges_from(sorted({(min(one.subject, one.object), max(one.subject, one.object)) for one in arrows}))
    return graph


def _shortest(graph: Network, source: str, target: str, avoided: frozenset[str]) -> list[list[str]]:
    """The ways around what is avoided first, then all others; both by length."""
    found: list[list[str]] = []
    for closed in (avoided - {source, target}, frozenset[str]()):
        for way in _by_length(graph, source, target, closed):
            if way not in found:
                found.append(way)
            if len(found) == PATHS:
                return found
    return found


def _by_length(graph: Network, source: str, target: str, closed: frozenset[str]) -> Iterator[list[str]]:
    """Ways of at most six steps, the shortest first. What no such way can reach is left out, so that the search ends soon."""
    still_open = graph.subgraph(set(graph) - closed)
    near = nx.single_source_shortest_path_length(still_open, source, cutoff=MOST_STEPS)
    far = nx.single_source_shortest_path_length(still_open, target, cutoff=MOST_STEPS)
    reachable = still_open.subgraph([one for one in near if one in far and near[one] + far[one] <= MOST_STEPS]).copy()
    if target in reachable:
        yield from takewhile(lambda way: len(way) <= MOST_STEPS + 1, nx.shortest_simple_paths(reachable, source, target))


def _best(arrows: Iterable[Arrow]) -> Arrow:
    """One of several between the same two: an affirmed one first, then by its words."""
    return min(arrows, key=lambda one: (one.status != AFFIRMED.value, not one.allowed, len(one.said), one.relation, one.said))
