"""Which entities are one: what people decided first, then what the rules join, best score first."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final

import networkx as nx
from pyoxigraph import NamedNode

from kg.identity.decisions import Decision, Different, Same
from kg.identity.names import literal_key, name_key
from kg.iris import entity_iri
from kg.literals import value_literal
from kg.ontology.model import Ontology
from kg.statement import Entity, Statement, Status, Value

SAME_NAME_AND_FACT: Final = ("same class, full name and distinguishing fact", 1.0)
SAME_NAME: Final = ("same class and full name", 0.9)
DECIDED: Final = ("decided by a person", 1.0)
_PERSONAL: Final = frozenset({"he", "she"})


@dataclass(frozen=True, slots=True)
class Member:
    """An entity of one article, as far as matching needs it.

    `key` is its name's normal form, None where it has no name; `facts` are (relation, the other's name key, or a literal's) that could
    tell it from a namesake: its office, employer, place, year of birth.
    """

    iri: NamedNode
    type: str
    label: str
    labels: frozenset[str]
    named: bool
    key: str | None
    facts: frozenset[tuple[str, str]] = frozenset()


@dataclass(frozen=True, slots=True)
class Join:
    """Two entities were joined, by which rule and with which score (0 to 1)."""

    first: NamedNode
    second: NamedNode
    rule: str
    score: float


@dataclass(frozen=True, slots=True)
class Cluster:
    """Entities that are one, by IRI; the least names them all. `joins` tell why."""

    members: tuple[Member, ...]
    joins: tuple[Join, ...] = ()

    @property
    def canonical(self) -> NamedNode:
        return self.members[0].iri

    @property
    def label(self) -> str:
        """What most of the members are called; of equals the first in the alphabet."""
        counted = Counter(one.label for one in self.members)
        return min(counted, key=lambda label: (-counted[label], label))


def members(article: NamedNode, statements: Iterable[Statement], ontology: Ontology) -> list[Member]:
    """The entities that an article's statements name."""
    entities: dict[str, Entity] = {}
    facts: dict[str, set[tuple[str, str]]] = defaultdict(set)
    for one in statements:
        entities.update((entity.key, entity) for entity in one.entities)
        if one.subject and one.status is Status.AFFIRMED and one.relation in telling_apart(ontology):
            key = literal_key(value_literal(one.object)) if isinstance(one.object, Value) else name_key(one.object.label)
            facts[one.subject.key].add((one.relation, key))
    return [_member(entity_iri(article, key), entity, facts[key]) for key, entity in sorted(entities.items())]


def telling_apart(ontology: Ontology) -> frozenset[str]:
    """The relations whose objects tell namesakes apart, as the ontology says."""
    return frozenset(iri for iri, one in ontology.relations.items() if one.tells_apart)


def persons(ontology: Ontology) -> frozenset[str]:
    """The classes whose members are persons, as their pronouns say."""
    return frozenset(iri for iri in ontology.classes if _is_person(iri, ontology))


def clusters(entities: Iterable[Member], decisions: Iterable[Decision], ontology: Ontology) -> list[Cluster]:
    """The entities, each in one cluster, in the order of their canonical IRIs.

    A join that would put two that are different into one cluster, also through a third, is left out. By rule only those with the same
    class and full name join, and of persons none with a one-word name; what speaks against it (facts of the same relation with nothing
    in common) keeps them apart. A decision about an entity that isn't here counts for nothing.
    """
    groups = _Groups(sorted(entities, key=lambda one: one.iri.value), decisions)
    for same in sorted((one for one in decisions if isinstance(one, Same)), key=lambda one: (one.when, str(one.entities))):
        groups.join_decided(*same.entities)
    namesakes = _namesakes(groups.members.values(), ontology)
    for alike in namesakes:
        for one in _with_the_same_fact(alike):
            groups.join_first_fitting(one, SAME_NAME_AND_FACT)
    for alike in namesakes:
        groups.join_first_fitting(alike, SAME_NAME)
    return groups.clusters()


def _member(iri: NamedNode, entity: Entity, facts: Iterable[tuple[str, str]]) -> Member:
    key = (name_key(entity.label) or None) if entity.named else None
    return Member(iri, entity.type, entity.label, frozenset((entity.label, *entity.labels)), entity.named, key, frozenset(facts))


def _namesakes(entities: Iterable[Member], ontology: Ontology) -> list[list[Member]]:
    """Entities of the same class and full name, each list in the order of IRIs."""
    alike: dict[tuple[str, str], list[Member]] = defaultdict(list)
    persons: dict[str, bool] = {}
    for one in entities:
        if one.key is not None:
            person = persons.setdefault(one.type, _is_person(one.type, ontology))
            if not person or " " in one.key:
                alike[one.type, one.key].append(one)
    return [found for found in alike.values() if len(found) > 1]


def _is_person(type: str, ontology: Ontology) -> bool:
    known = (ontology.classes[one] for one in ontology.ancestors(type) if one in ontology.classes)
    return any(_PERSONAL & set(one.pronouns) for one in known)


def _with_the_same_fact(alike: list[Member]) -> Iterator[list[Member]]:
    by_fact: dict[tuple[str, str], list[Member]] = defaultdict(list)
    for one in alike:
        for fact in one.facts:
            by_fact[fact].append(one)
    yield from (by_fact[fact] for fact in sorted(by_fact))


@dataclass
class _Group:
    """A cluster that still grows, with what it must not be joined with."""

    members: set[NamedNode]
    different: set[NamedNode] = field(default_factory=set)
    facts: dict[str, set[str]] = field(default_factory=dict)

    def is_different(self, other: _Group) -> bool:
        return not self.different.isdisjoint(other.members)

    def is_spoken_against(self, other: _Group) -> bool:
        shared = self.facts.keys() & other.facts.keys()
        return any(self.facts[one].isdisjoint(other.facts[one]) for one in shared)

    def take_in(self, other: _Group) -> None:
        self.members |= other.members
        self.different |= other.different
        for relation, values in other.facts.items():
            self.facts.setdefault(relation, set()).update(values)


class _Groups:
    """All entities, each in a group, and the joins made so far."""

    def __init__(self, entities: Iterable[Member], decisions: Iterable[Decision]) -> None:
        self.members: Mapping[NamedNode, Member] = {one.iri: one for one in entities}
        self._group = {iri: _Group({iri}, facts=_profile(one)) for iri, one in self.members.items()}
        self._graph: nx.Graph[NamedNode] = nx.Graph()
        self._graph.add_nodes_from(self.members)
        for one in decisions:
            if isinstance(one, Different) and all(entity in self._group for entity in one.entities):
                first, second = one.entities
                self._group[first].different.add(second)
                self._group[second].different.add(first)

    def join_decided(self, first: NamedNode, second: NamedNode) -> None:
        if first in self._group and second in self._group:
            mine, theirs = self._group[first], self._group[second]
            if mine is not theirs and not mine.is_different(theirs):
                self._join(first, second, DECIDED)

    def join_first_fitting(self, alike: Iterable[Member], rule: tuple[str, float]) -> None:
        """Join each with the first before it that nothing keeps it from."""
        fitting: list[NamedNode] = []
        for one in alike:
            if not any(self._fits(earlier, one.iri, rule) for earlier in fitting):
                fitting.append(one.iri)

    def clusters(self) -> list[Cluster]:
        found = []
        for component in nx.connected_components(self._graph):
            inside = tuple(self.members[iri] for iri in sorted(component, key=lambda iri: iri.value))
            joins: list[Join] = [known["join"] for _, _, known in self._graph.edges(component, data=True)]
            found.append(Cluster(inside, tuple(sorted(joins, key=lambda join: (-join.score, join.first.value, join.second.value)))))
        return sorted(found, key=lambda one: one.canonical.value)

    def _fits(self, earlier: NamedNode, later: NamedNode, rule: tuple[str, float]) -> bool:
        mine, theirs = self._group[earlier], self._group[later]
        if mine is theirs:
            return True
        if mine.is_different(theirs) or mine.is_spoken_against(theirs):
            return False
        self._join(earlier, later, rule)
        return True

    def _join(self, first: NamedNode, second: NamedNode, rule: tuple[str, float]) -> None:
        larger, smaller = sorted((self._group[first], self._group[second]), key=lambda group: -len(group.members))
        larger.take_in(smaller)
        for iri in smaller.members:
            self._group[iri] = larger
        self._graph.add_edge(first, second, join=Join(first, second, *rule))


def _profile(one: Member) -> dict[str, set[str]]:
    values: dict[str, set[str]] = defaultdict(set)
    for relation, value in one.facts:
        values[relation].add(value)
    return dict(values)
