"""An ontology from elsewhere, as it was understood, in Turtle that a person edits."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

import rdflib
from rdflib import OWL, RDF, RDFS, SKOS

from kg import vocabulary
from kg.ontology import vocabulary as kg
from kg.ontology.load import graph_of
from kg.ontology.sources import Sources

_TYPES: Final = frozenset(
    (OWL.Class, RDFS.Class, OWL.ObjectProperty, OWL.DatatypeProperty, OWL.SymmetricProperty, OWL.TransitiveProperty, OWL.Ontology)
)
_KEPT: Final = frozenset(
    (
        *(RDFS.label, RDFS.comment, RDFS.subClassOf, RDFS.subPropertyOf, RDFS.domain, RDFS.range, RDFS.seeAlso),
        *(SKOS.prefLabel, SKOS.altLabel, SKOS.hiddenLabel, SKOS.closeMatch, SKOS.exactMatch, SKOS.example),
        *(OWL.inverseOf, OWL.propertyChainAxiom, OWL.equivalentClass, OWL.equivalentProperty, OWL.versionInfo, OWL.versionIRI),
    )
)
_SIDES: Final = frozenset((RDFS.domain, RDFS.range, OWL.propertyChainAxiom))
"""What may have a blank node for its object: a union, or a list."""


def turtle(found: Sources) -> str:
    """Classes and relations of these files with what the loader uses; restrictions and other axioms are left out.

    The same files give the same text, and loading it gives the same ontology. Raises OntologyError for triple terms.
    """
    whole = graph_of(found)
    kept = rdflib.Graph(bind_namespaces="none")
    for prefix, namespace in vocabulary.PREFIXES.items():
        kept.bind(prefix, namespace)
    for triple in _kept(whole):
        kept.add(triple)
    text = kept.serialize(format="turtle")
    prefix = f"@prefix kg: <{kg.NAMESPACE}> .\n"
    return text if prefix in text else f"{prefix}{text}"


def _kept(whole: rdflib.Graph) -> Iterator[tuple[rdflib.term.Node, rdflib.term.Node, rdflib.term.Node]]:
    for subject, predicate, value in whole:
        named = isinstance(subject, rdflib.URIRef) and not (isinstance(value, rdflib.BNode) and predicate not in _SIDES)
        known = predicate in _KEPT or str(predicate).startswith(kg.NAMESPACE)
        if named and (known or (predicate == RDF.type and (value in _TYPES or (value, RDF.type, OWL.Class) in whole))):
            yield subject, predicate, value
            if isinstance(value, rdflib.BNode):
                yield from _below(whole, [value])


def _below(whole: rdflib.Graph, nodes: Iterable[rdflib.BNode]) -> Iterator[tuple[rdflib.term.Node, rdflib.term.Node, rdflib.term.Node]]:
    """All that hangs on these blank nodes."""
    todo, seen = list(nodes), set(nodes)
    while todo:
        for triple in whole.triples((todo.pop(), None, None)):
            yield triple
            if isinstance(triple[2], rdflib.BNode) and triple[2] not in seen:
                seen.add(triple[2])
                todo.append(triple[2])
