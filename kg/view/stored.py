"""A store's whole view, computed anew from its article graphs and decisions, against what it holds."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from pyoxigraph import BlankNode, CanonicalizationAlgorithm, Dataset, DefaultGraph, NamedNode, Quad, QuerySolutions

from kg import vocabulary as v
from kg.identity.decisions import read_decisions
from kg.iris import decisions_graph
from kg.ontology.model import Ontology
from kg.store.interface import Store
from kg.view import Source, view


@dataclass(frozen=True, slots=True)
class Sources:
    """The articles in a store, read from it each time they are gone through."""

    store: Store

    def __iter__(self) -> Iterator[Source]:
        for graph in self.graphs():
            yield Source.of(graph, self.store.quads(graph))

    def graphs(self) -> list[NamedNode]:
        """The articles' graphs, in order."""
        found = self.store.query(f"SELECT ?g {{ GRAPH ?g {{ ?g a {v.NEWS_ARTICLE} }} }}")
        assert isinstance(found, QuerySolutions)
        return sorted((row["g"] for row in found), key=lambda graph: str(graph.value))


@dataclass(frozen=True, slots=True)
class Drift:
    """Where a store's view isn't what its graphs, decisions and ontology make it: quads that are too many, and that are missing."""

    extra: frozenset[Quad]
    missing: frozenset[Quad]

    def __bool__(self) -> bool:
        return bool(self.extra or self.missing)


def stored_view(store: Store, ontology: Ontology, base: str) -> Iterator[Quad]:
    """What the store's view must be."""
    decisions = read_decisions(store.quads(decisions_graph(base)))
    return view(Sources(store), decisions, ontology, base=base, triple_terms=store.triple_terms)


def drift(store: Store, ontology: Ontology, base: str) -> Drift:
    """The difference between the store's view and what it must be. Blank nodes count by what hangs on them."""
    held, right = _comparable(store.quads(DefaultGraph())), _comparable(stored_view(store, ontology, base))
    return Drift(frozenset(held - right), frozenset(right - held))


def is_blank(quad: Quad) -> bool:
    """Whether subject or object is a blank node."""
    return isinstance(quad.subject, BlankNode) or isinstance(quad.object, BlankNode)


def _comparable(quads: Iterable[Quad]) -> set[Quad]:
    ground: set[Quad] = set()
    blank = Dataset()
    for quad in quads:
        if is_blank(quad):
            blank.add(quad)
        else:
            ground.add(quad)
    blank.canonicalize(CanonicalizationAlgorithm.RDFC_1_0)
    return ground | set(blank)
