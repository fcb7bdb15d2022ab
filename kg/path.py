"""How two entities are connected: the shortest ways over what statements say, each step with its sentence and speaker."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import pairwise, takewhile
from typing import TYPE_CHECKING, Final

import networkx as nx

from kg.query.classes import passed_last
from kg.query.columns import column, texts
from kg.query.inferences import composed_inferences, premises
from kg.query.links import links
from kg.query.names import resolve
from kg.query.show import ShownPath, Step
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
    found = _shortest(graph, source, target, _avoided(store, arrows))
    joining: dict[frozenset[str], list[Arrow]] = {frozenset(step): [] for way in found for step in pairwise(way)}
    for arrow in arrows:
        if (step := frozenset((arrow.subject, arrow.object))) in joining:
            joining[step].append(arrow)
    said = _said(store, {one for ones in joining.values() for arrow in ones for one in arrow.statements})
    best = {step: _best(_saying(one, said) for one in ones) for step, ones in joining.items()}
    return [Path(tuple(way), tuple(best[frozenset(step)] for step in pairwise(way))) for way in found]


def shown(store: Store, found: Iterable[Path]) -> list[ShownPath]:
    """The ways with labels in place of IRIs."""
    ways = list(found)
    labels = column(store, "?id ?label", "?id rdfs:label ?label .", {one for path in ways for one in path.entities})
    return [ShownPath([printable(labels[one]) for one in path.entities], _steps(path)) for path in ways]


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
    """Statements, and what follows from several of them, without what is said; inverses say nothing more, literals join nobody, and
    neither is walked."""
    known = {iri for iri, _ in texts(store, "?id ?named", "?id kg:named ?named .")}
    violating = {iri for iri, _ in texts(store, "?id ?axiom", "?id kg:violates ?axiom .")}
    stated = links(store)
    for one in stated:
        allowed = one.statement not in violating
        if one.subject in known and one.value is None and (any_status or (allowed and one.status == AFFIRMED.value)):
            yield Arrow(*one.arrow, allowed, (), (one.statement,))
    there = {one.statement for one in stated}
    inferences = composed_inferences(store)
    resting: dict[tuple[str, str, str], set[str]] = defaultdict(set)
    for iri, ones in premises(store, inferences).items():
        resting[inferences[iri]].update(there.intersection(ones))
    for triple, statements in resting.items():
        if statements:
            yield Arrow(*triple, AFFIRMED.value, True, (), tuple(sorted(statements)))


def _saying(arrow: Arrow, said: Mapping[str, tuple[str, str]]) -> Arrow:
    return replace(arrow, said=tuple(dict.fromkeys(said[one] for one in arrow.statements if one in said)))


def _said(store: Store, statements: Collection[str]) -> dict[str, tuple[str, str]]:
    """Each statement's sentence and who says it."""
    target = "?id oa:hasTarget ?target . ?target "
    sentence = column(store, "?id ?words", target + "oa:hasSelector ?selector . ?selector oa:exact ?words .", statements)
    speaker = column(store, "?id ?label", "?id kg:attributed_to ?speaker . ?speaker rdfs:label ?label .", statements)
    publisher = column(store, "?id ?name", target + "oa:hasSource ?article . ?article schema:publisher ?name .", statements)
    return {one: (words, speaker.get(one) or publisher.get(one) or "the article") for one, words in sentence.items()}


def _avoided(store: Store, arrows: Iterable[Arrow]) -> frozenset[str]:
    """Entities to be passed last: of classes that the ontology marks so, and hubs."""
    degree = Counter(end for arrow in arrows for end in (arrow.subject, arrow.object))
    marked = {iri for _, iri in texts(store, "?class ?id", "?id a ?class .", passed_last(store))}
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
