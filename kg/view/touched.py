"""What a change of some articles or decisions changes in the view: only what it touches is recomputed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from pyoxigraph import NamedNode, Quad

from kg.identity.clusters import Cluster, Member, clusters, members
from kg.identity.decisions import Decision, Different, Rejection, Same
from kg.iris import article_of
from kg.rdf import Row, statement_parts
from kg.view.between import Between
from kg.view.blocks import Canonical, Source, classes_of, edges, entity_rows, source_rows
from kg.view.edges import Edge
from kg.view.lookup import Lookup


@dataclass(frozen=True, slots=True)
class Difference:
    """What goes from the view and what comes."""

    removed: frozenset[Quad]
    added: frozenset[Quad]


@dataclass(frozen=True)
class _World:
    """The articles that change and everything that may be one with their entities, before or after the change."""

    sources: Mapping[NamedNode, Source]
    groups: tuple[Cluster, ...]
    canonical: Canonical
    types: Mapping[NamedNode, frozenset[str]]

    @classmethod
    def of(cls, sources: Mapping[NamedNode, Source], others: Iterable[Member], decisions: Iterable[Decision], lookup: Lookup) -> _World:
        own = [one for source in sources.values() for one in members(source.graph, source.statements.values(), lookup.ontology)]
        groups = clusters([*own, *others], decisions, lookup.ontology)
        canonical = {one.iri: group.canonical for group in groups for one in group.members}
        return cls(sources, tuple(groups), canonical, {group.canonical: classes_of(group, lookup.ontology) for group in groups})

    def standing(self, entity: NamedNode) -> tuple[NamedNode, frozenset[str]]:
        """What names the entity, and its classes: what is said of it depends on both."""
        canonical = self.canonical[entity]
        return canonical, self.types[canonical]

    def edges(self) -> set[Edge]:
        return {one for source in self.sources.values() for one in edges(source, self.canonical)}


def difference(lookup: Lookup, changes: Mapping[NamedNode, Source | None], decisions: Iterable[Decision]) -> Difference:
    """What the view must lose and gain when these articles' graphs become what is given (None: none) and these are the decisions.

    The store's view must be that of its present graphs and decisions under the same ontology.
    """
    before, after = _before_and_after(lookup, changes, tuple(decisions))
    old, new = _blocks(lookup, before, after)
    statements = {iri for world in (before, after) for source in world.sources.values() for iri in source.statements}
    between = Between(lookup, before.edges(), after.edges(), statements, after.types)
    old |= between.old_rows()
    new |= between.new_rows()
    return Difference(_quads(old - new), _quads(new - old))


def _before_and_after(lookup: Lookup, changes: Mapping[NamedNode, Source | None], decisions: tuple[Decision, ...]) -> tuple[_World, _World]:
    """Both worlds, with every article one of whose entities comes to be named otherwise or to be of other classes."""
    decided = lookup.decisions()
    changed = set(decided) ^ set(decisions)
    graphs = {*changes, *(one.article for one in changed if isinstance(one, Rejection))}
    named = {entity for one in changed if isinstance(one, Same | Different) for entity in one.entities}
    while True:
        stored = {graph: source for graph in graphs if (source := lookup.source(graph)) is not None}
        coming = {graph: source for graph in graphs if (source := changes.get(graph, None if graph in changes else stored.get(graph)))}
        old = {graph: source.without_rejected(decided) for graph, source in stored.items()}
        new = {graph: source.without_rejected(decisions) for graph, source in coming.items()}
        own = [one for source in (*old.values(), *new.values()) for one in _members(source, lookup)]
        others = _Others(lookup, graphs, (*decided, *decisions)).of(own, named)
        before, after = _World.of(old, others, decided, lookup), _World.of(new, others, decisions, lookup)
        moved = {article_of(one.iri) for one in others if before.standing(one.iri) != after.standing(one.iri)}
        if not moved:
            return before, after
        graphs |= moved


def _quads(rows: set[Row]) -> frozenset[Quad]:
    return frozenset(Quad(*row) for row in rows)


def _members(source: Source, lookup: Lookup) -> list[Member]:
    return members(source.graph, source.statements.values(), lookup.ontology)


def _blocks(lookup: Lookup, before: _World, after: _World) -> tuple[set[Row], set[Row]]:
    """The view's rows of these articles, their statements and their entities: as they are, and as they must be."""
    subjects: set[NamedNode] = set()
    named: set[NamedNode] = set()
    for world in (before, after):
        for graph, source in world.sources.items():
            subjects.add(graph)
            subjects.update(part for iri in source.statements for part in statement_parts(iri))
            named.update(world.canonical[one.iri] for one in _members(source, lookup))
    new = {row for group in after.groups if group.canonical in named for row in entity_rows(group, lookup.ontology)}
    for source in after.sources.values():
        new.update(source_rows(source, after.canonical, triple_terms=lookup.store.triple_terms))
    return lookup.blocks(subjects) | lookup.entity_blocks(named), new


class _Others:
    """Entities of articles that don't change but may be one with some that do, directly or through others."""

    def __init__(self, lookup: Lookup, graphs: Collection[NamedNode], decisions: Iterable[Decision]) -> None:
        self._lookup, self._graphs = lookup, graphs
        self._joined: dict[NamedNode, set[NamedNode]] = defaultdict(set)
        self._decisions = tuple(decisions)
        for one in self._decisions:
            if isinstance(one, Same):
                first, second = one.entities
                self._joined[first].add(second)
                self._joined[second].add(first)

    def of(self, own: Iterable[Member], named: Iterable[NamedNode]) -> list[Member]:
        found: dict[NamedNode, Member] = {}
        asked: set[tuple[str, str]] = set()
        frontier, wanted = list(own), set(named)
        while frontier or wanted:
            keys = {(one.type, one.key) for one in frontier if one.key is not None} - asked
            asked |= keys
            wanted |= self._lookup.namesakes(keys).union(*(self._joined[one.iri] for one in frontier))
            new = {iri for iri in wanted - found.keys() if article_of(iri) not in self._graphs}
            frontier = list(self._lookup.live_members(new, self._decisions))
            found.update((one.iri, one) for one in frontier)
            wanted = set()
        return list(found.values())
