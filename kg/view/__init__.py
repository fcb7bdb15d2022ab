"""Article graphs, decisions and ontology → the view: what people query."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from pyoxigraph import Quad

from kg.derivation import rules
from kg.identity.clusters import clusters, members
from kg.identity.decisions import Decision
from kg.iris import DEFAULT_BASE
from kg.ontology.model import Ontology
from kg.view.blocks import Source, edges, entity_rows, source_rows
from kg.view.edges import Edge, inferences, triple_rows
from kg.view.ontology import ontology_quads

__all__ = ["Source", "view"]


def view(
    sources: Iterable[Source],
    decisions: Iterable[Decision],
    ontology: Ontology,
    *,
    base: str = DEFAULT_BASE,
    triple_terms: bool = True,
) -> Iterator[Quad]:
    """The quads of the default graph. `sources` is gone through twice, so that it may be read from a store each time.

    An entity is in the view as far as an unrejected statement names it. Nothing but the ontology's lists and unions is a blank node.
    """
    decided = tuple(decisions)
    found = [one for source in sources for one in members(source.graph, source.without_rejected(decided).statements.values(), ontology)]
    groups = clusters(found, decided, ontology)
    canonical = {one.iri: group.canonical for group in groups for one in group.members}
    for group in groups:
        yield from (Quad(*row) for row in entity_rows(group))
    between: list[Edge] = []
    for source in sources:
        live = source.without_rejected(decided)
        between.extend(edges(live, canonical))
        yield from (Quad(*row) for row in source_rows(live, canonical, triple_terms=triple_terms))
    yield from (Quad(*row) for row in triple_rows(between, inferences(between, rules(ontology)), base))
    yield from ontology_quads(ontology)
