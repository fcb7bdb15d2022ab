"""Article graphs, decisions and ontology → the view: what people query."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from pyoxigraph import NamedNode, Quad

from kg.identity.clusters import Cluster, clusters, members
from kg.identity.decisions import Decision
from kg.iris import DEFAULT_BASE
from kg.ontology.model import Ontology
from kg.rdf import Row
from kg.view.blocks import Source, classes_of, edges, entity_rows, source_rows
from kg.view.edges import Edge
from kg.view.ontology import ontology_quads
from kg.view.reasoning import reasoned

__all__ = ["Source", "view", "view_of"]


def view(
    sources: Iterable[Source],
    decisions: Iterable[Decision],
    ontology: Ontology,
    *,
    base: str = DEFAULT_BASE,
    triple_terms: bool = True,
) -> Iterator[Quad]:
    """The quads of the default graph. `sources` is gone through twice, so that it may be read from a store each time.

    An entity is in the view as far as an unrejected statement names it. Nothing but the ontology's lists, unions and
    restrictions is a blank node.
    """
    decided = tuple(decisions)
    found = [one for source in sources for one in members(source.graph, source.without_rejected(decided).statements.values(), ontology)]
    groups = clusters(found, decided, ontology)
    live_sources = (source.without_rejected(decided) for source in sources)
    return view_of(groups, live_sources, ontology, base=base, triple_terms=triple_terms)


def view_of(groups: Iterable[Cluster], sources: Iterable[Source], ontology: Ontology, *, base: str, triple_terms: bool) -> Iterator[Quad]:
    """The same where it is known which entities are one; the sources are without rejected statements, and gone through once."""
    canonical: dict[NamedNode, NamedNode] = {}
    types: dict[NamedNode, frozenset[str]] = {}
    for group in groups:
        canonical.update((one.iri, group.canonical) for one in group.members)
        types[group.canonical] = classes_of(group, ontology)
        yield from view_quads(entity_rows(group, ontology))
    said: list[Edge] = []
    for source in sources:
        said.extend(edges(source, canonical))
        yield from view_quads(source_rows(source, canonical, triple_terms=triple_terms))
    yield from view_quads(reasoned(said, types, ontology, base))
    yield from ontology_quads(ontology)


def view_quads(rows: Iterable[Row]) -> Iterator[Quad]:
    """Rows of the view as quads of the default graph."""
    return (Quad(*row) for row in rows)
