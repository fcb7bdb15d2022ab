"""RDF/XML, for tools that read nothing newer."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from pyoxigraph import DefaultGraph, Literal, Quad, RdfFormat, Triple, serialize

from kg.errors import KgError, UsageError
from kg.export.blanks import canonical
from kg.vocabulary import PREFIXES

_NOT_XML: Final = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def rdfxml(quads: Iterable[Quad]) -> str:
    """One graph. UsageError for several graphs or triple terms; KgError for what XML can't hold."""
    listed = canonical(quads)
    for quad in listed:
        if not isinstance(quad.graph_name, DefaultGraph) or isinstance(quad.object, Triple):
            raise UsageError("RDF/XML holds one graph of RDF 1.1: leave out --all and --rdf12, or write .trig.")
        if isinstance(quad.object, Literal) and _NOT_XML.search(quad.object.value):
            raise KgError("An article's words hold a control character, which XML can't: write .ttl instead.")
    try:
        data = serialize((quad.triple for quad in listed), format=RdfFormat.RDF_XML, prefixes=dict(PREFIXES))
    except ValueError as error:
        raise KgError(f"RDF/XML can't hold a relation of this store ({error}): write .ttl instead.") from error
    assert data is not None
    return data.decode() + "\n"
