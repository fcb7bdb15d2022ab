"""How many objects of a relation a class lets its members have, and with which classes it shares none: the restrictions of its Turtle."""

from __future__ import annotations

from typing import Final

from pyoxigraph import BlankNode, Literal, NamedNode
from rdflib import OWL, RDFS

from kg.errors import OntologyError
from kg.ontology.model import AtMost
from kg.ontology.terms import Terms, local_name

_UPPER: Final = (OWL.maxCardinality, OWL.cardinality, OWL.maxQualifiedCardinality, OWL.qualifiedCardinality)
"""What sets an upper bound. A lower one binds no article, which never says everything."""


def at_most(terms: Terms, iri: str) -> tuple[AtMost, ...]:
    """The upper bounds of the restrictions that the class is a sub-class of. Raises OntologyError for one that is no whole number."""
    found = set()
    for one in terms.objects(NamedNode(iri), RDFS.subClassOf):
        if isinstance(one, BlankNode):
            relations = [node.value for node in terms.objects(one, OWL.onProperty) if isinstance(node, NamedNode)]
            of = next((node.value for node in terms.objects(one, OWL.onClass) if isinstance(node, NamedNode)), None)
            bounds = [number for kind in _UPPER for number in terms.objects(one, kind) if isinstance(number, Literal)]
            found |= {AtMost(relation, _number(bound, iri), of) for relation in relations for bound in bounds}
    return tuple(sorted(found, key=lambda one: (one.relation, one.number, one.of or "")))


def disjoint(terms: Terms, iri: str) -> tuple[str, ...]:
    """The classes that share no member with this one."""
    return tuple(sorted({*terms.either_way(iri, OWL.disjointWith), *terms.listed_with(iri, OWL.AllDisjointClasses, OWL.members)}))


def _number(bound: Literal, iri: str) -> int:
    try:
        return int(bound.value)
    except ValueError:
        raise OntologyError(f"{local_name(iri)} has a cardinality of {bound.value[:20]!r}: write a whole number.") from None
