"""Cycles: classes and relations that are below themselves, and chains that give themselves."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import networkx as nx

from kg.ontology.checking.findings import Finding, error
from kg.ontology.checking.written import Written
from kg.ontology.model import Ontology, Relation
from kg.ontology.terms import local_name


def cycles(ontology: Ontology, written: Written) -> Iterator[Finding]:
    """One finding for each group of terms that depend on each other."""
    classes = ((one.iri, up) for one in ontology.classes.values() for up in one.parents)
    relations = ((one.iri, up) for one in ontology.relations.values() for up in one.supers)
    for what, edges in (("sub-classes", classes), ("sub-properties", relations)):
        for group in _groups(edges):
            sentence = f"{_ring(group)} are {what} of one another, so that they are all the same: take one of these statements away."
            if len(group) == 1:
                sentence = f"{local_name(group[0])} is below itself: take that away."
            yield error("cycle", sentence, local_name(group[0]), written.place(group[0], group[1 % len(group)]))
    for group in _groups(edge for one in ontology.relations.values() for edge in _given_by(one)):
        sentence = f"The property chains of {_ring(group)} give themselves without end: make one of them of other relations."
        yield error("cycle", sentence, local_name(group[0]), written.place(group[0]))


def _groups(edges: Iterable[tuple[str, str]]) -> list[list[str]]:
    graph = nx.DiGraph(list(edges))
    found = (group for group in nx.strongly_connected_components(graph) if len(group) > 1 or graph.has_edge(*(2 * [*group])))
    return sorted(sorted(group) for group in found)


def _given_by(relation: Relation) -> Iterator[tuple[str, str]]:
    """What a relation's chains are made of. Itself twice, or at one end of others, does no harm, as in OWL 2."""
    own = relation.iri
    for chain in relation.chains:
        if chain != (own, own):
            inner = chain[1:] if chain[0] == own and len(chain) > 1 else chain[:-1] if chain[-1] == own and len(chain) > 1 else chain
            yield from ((own, iri) for iri in inner)


def _ring(group: list[str]) -> str:
    names = [local_name(iri) for iri in group[:6]]
    more = len(group) - len(names)
    return f"{', '.join(names[:-1])} and {names[-1]}" + (f" and {more} more" if more else "") if len(names) > 1 else names[0]
