"""What another ontology makes of the same articles: which statements come and which go."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from pyoxigraph import NamedNode, QuerySolutions

from kg import vocabulary as v
from kg.store.interface import Store


@dataclass(frozen=True, slots=True)
class Change:
    """How many statements of a relation (IRI) came and went, and in how many articles."""

    relation: str
    gained: int
    lost: int
    articles: int


@dataclass(slots=True)
class Changes:
    """The articles that were read again with another ontology, counted as they come."""

    articles: int = 0
    _gained: dict[str, int] = field(default_factory=lambda: defaultdict(int))
    _lost: dict[str, int] = field(default_factory=lambda: defaultdict(int))
    _articles: dict[str, int] = field(default_factory=lambda: defaultdict(int))

    def add(self, before: Mapping[NamedNode, str], after: Mapping[NamedNode, str]) -> None:
        """Count one article, by its statements' IRIs with their relations', as they were and as they are."""
        self.articles += 1
        gained = [after[iri] for iri in after.keys() - before.keys()]
        lost = [before[iri] for iri in before.keys() - after.keys()]
        for relations, counted in ((gained, self._gained), (lost, self._lost), ({*gained, *lost}, self._articles)):
            _count(relations, counted)

    def by_relation(self) -> tuple[Change, ...]:
        """What changed, by relation: the one with most changes first."""
        found = [Change(one, self._gained.get(one, 0), self._lost.get(one, 0), number) for one, number in self._articles.items()]
        return tuple(sorted(found, key=lambda one: (-one.gained - one.lost, one.relation)))


def relations(store: Store, article: NamedNode) -> dict[NamedNode, str]:
    """The statements in an article's graph, with their relations' IRIs."""
    found = store.query(f"SELECT ?st ?relation {{ GRAPH {article} {{ ?st a {v.STATEMENT} ; {v.RELATION} ?relation }} }}")
    assert isinstance(found, QuerySolutions)
    return {row["st"]: row["relation"].value for row in found}


def _count(relations: Iterable[str], counted: dict[str, int]) -> None:
    for one in relations:
        counted[one] += 1
