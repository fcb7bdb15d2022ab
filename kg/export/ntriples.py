"""N-Triples and N-Quads: a statement a line, sorted."""

from __future__ import annotations

from collections.abc import Iterable

from pyoxigraph import DefaultGraph, Quad, RdfFormat, serialize

from kg.errors import UsageError
from kg.export.blanks import canonical


def ntriples(quads: Iterable[Quad]) -> str:
    """One graph's triples. UsageError where the quads are of several graphs."""
    listed = canonical(quads)
    if any(not isinstance(quad.graph_name, DefaultGraph) for quad in listed):
        raise UsageError("N-Triples holds one graph alone: write article graphs and decisions as .nq or .trig.")
    return _lines(serialize((quad.triple for quad in listed), format=RdfFormat.N_TRIPLES))


def nquads(quads: Iterable[Quad]) -> str:
    """All quads, each with its graph."""
    return _lines(serialize(canonical(quads), format=RdfFormat.N_QUADS))


def _lines(data: bytes | None) -> str:
    assert data is not None
    return "".join(f"{line}\n" for line in sorted(data.decode().split("\n")) if line)
