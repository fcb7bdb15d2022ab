"""Blank nodes under names that depend on what they say alone."""

from __future__ import annotations

from collections.abc import Iterable

from pyoxigraph import BlankNode, CanonicalizationAlgorithm, Dataset, Quad


def canonical(quads: Iterable[Quad]) -> list[Quad]:
    """The same quads, each once and in order, with blank nodes named by RDFC-1.0: the same data gives the same list."""
    ground: set[Quad] = set()
    blank = Dataset()
    for quad in quads:
        if any(isinstance(term, BlankNode) for term in quad):
            blank.add(quad)
        else:
            ground.add(quad)
    blank.canonicalize(CanonicalizationAlgorithm.RDFC_1_0)
    return sorted(ground | set(blank), key=str)
