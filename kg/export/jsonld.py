"""JSON-LD of RDF 1.1."""

from __future__ import annotations

from collections.abc import Iterable

from pyoxigraph import Quad, RdfFormat, Triple, serialize

from kg.errors import UsageError
from kg.export.blanks import canonical
from kg.vocabulary import PREFIXES


def jsonld(quads: Iterable[Quad]) -> str:
    """The quads with their graphs. UsageError for triple terms, which JSON-LD doesn't have."""
    listed = canonical(quads)
    if any(isinstance(quad.object, Triple) for quad in listed):
        raise UsageError("JSON-LD holds RDF 1.1 alone: leave out --rdf12, or write .trig.")
    data = serialize(listed, format=RdfFormat.JSON_LD, prefixes=dict(PREFIXES))
    assert data is not None
    return data.decode() + "\n"
