"""Which of a store's quads are exported."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from pyoxigraph import DefaultGraph, Quad, QuerySolutions, Triple

from kg.store.interface import Store
from kg.vocabulary import MANIFEST


@dataclass(frozen=True, slots=True)
class Selection:
    """`everything`: the article graphs and decisions too, not the view alone. `rdf12`: triple terms too.
    `derived`: what follows from statements among the facts."""

    everything: bool = False
    rdf12: bool = False
    derived: bool = False


def selected(store: Store, selection: Selection) -> Iterator[Quad]:
    """The quads to be exported, in any order. The manifest, which tells of one machine, never is."""
    quads = _sources_and_view(store) if selection.everything else store.quads(DefaultGraph())
    return quads if selection.rdf12 else _without_triple_terms(quads)


def _sources_and_view(store: Store) -> Iterator[Quad]:
    found = store.query(f"SELECT ?manifest {{ GRAPH ?manifest {{ ?manifest a {MANIFEST} }} }}")
    assert isinstance(found, QuerySolutions)
    manifests = {row["manifest"] for row in found}
    return (quad for quad in store.quads() if quad.graph_name not in manifests)


def _without_triple_terms(quads: Iterable[Quad]) -> Iterator[Quad]:
    """What RDF 1.1 can say; `rdf:subject`, `rdf:predicate` and `rdf:object` say the same as `rdf:reifies`."""
    return (quad for quad in quads if not isinstance(quad.object, Triple))
