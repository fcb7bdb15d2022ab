"""The ontology's labels and axioms, as the view shows them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from pyoxigraph import BlankNode, Literal, NamedNode, Quad

from kg import vocabulary as v
from kg.iris import digest16
from kg.ontology.model import AtMost, Ontology, OntologyClass, Relation
from kg.rdf import Row


def ontology_quads(ontology: Ontology) -> Iterator[Quad]:
    """Classes and relations with labels, hierarchy and axioms. Lists, unions and restrictions are the view's only blank nodes,
    named by content."""
    for one in ontology.classes.values():
        yield from (Quad(*row) for row in _class_rows(one))
    for relation in ontology.relations.values():
        yield from (Quad(*row) for row in _relation_rows(relation))


def _class_rows(one: OntologyClass) -> Iterator[Row]:
    iri = NamedNode(one.iri)
    yield iri, v.TYPE, v.CLASS
    yield iri, v.LABEL, Literal(one.label)
    for parent in one.parents:
        yield iri, v.SUB_CLASS_OF, NamedNode(parent)
    for other in one.equivalents:
        yield iri, v.EQUIVALENT_CLASS, NamedNode(other)
    for other in one.disjoint:
        yield iri, v.DISJOINT_WITH, NamedNode(other)
    for bound in one.at_most:
        yield from _restriction(iri, bound)
    if one.passed_last:
        yield iri, v.PASSED_LAST, Literal(True)


def _restriction(iri: NamedNode, bound: AtMost) -> Iterator[Row]:
    node = BlankNode(f"most{digest16(f'{iri} {bound}')}")
    yield iri, v.SUB_CLASS_OF, node
    yield node, v.TYPE, v.RESTRICTION
    yield node, v.ON_PROPERTY, NamedNode(bound.relation)
    number = Literal(bound.number)  # an xsd:integer, since stores give back the narrower types as that
    yield node, v.MAX_CARDINALITY if bound.of is None else v.MAX_QUALIFIED, number
    if bound.of is not None:
        yield node, v.ON_CLASS, NamedNode(bound.of)


def _relation_rows(relation: Relation) -> Iterator[Row]:
    iri = NamedNode(relation.iri)
    yield iri, v.TYPE, v.OBJECT_PROPERTY if relation.datatype is None else v.DATATYPE_PROPERTY
    yield iri, v.LABEL, Literal(relation.label)
    if relation.comment:
        yield iri, v.COMMENT, Literal(relation.comment)
    characteristics = {
        v.SYMMETRIC: relation.symmetric,
        v.TRANSITIVE: relation.transitive,
        v.FUNCTIONAL: relation.functional,
        v.INVERSE_FUNCTIONAL: relation.inverse_functional,
    }
    for characteristic, holds in characteristics.items():
        if holds:
            yield iri, v.TYPE, characteristic
    for parent in relation.supers:
        yield iri, v.SUB_PROPERTY_OF, NamedNode(parent)
    for other in relation.equivalents:
        yield iri, v.EQUIVALENT_PROPERTY, NamedNode(other)
    if relation.inverse is not None:
        yield iri, v.INVERSE_OF, NamedNode(relation.inverse)
    yield from _class_alternatives(iri, v.DOMAIN, relation.domain)
    yield from _class_alternatives(iri, v.RANGE, relation.range if relation.datatype is None else [relation.datatype])
    for chain in relation.chains:
        yield from _list_rows(iri, v.CHAIN, chain)


def _class_alternatives(iri: NamedNode, side: NamedNode, classes: Iterable[str]) -> Iterator[Row]:
    alternatives = sorted(classes)
    if len(alternatives) == 1:
        yield iri, side, NamedNode(alternatives[0])
    elif alternatives:
        union = BlankNode(f"union{digest16(f'{iri} {side}')}")
        yield iri, side, union
        yield union, v.TYPE, v.CLASS
        yield from _list_rows(union, v.UNION_OF, alternatives)


def _list_rows(subject: NamedNode | BlankNode, predicate: NamedNode, members: Sequence[str]) -> Iterator[Row]:
    nodes = [BlankNode(f"list{digest16(f'{subject} {predicate} {members} {place}')}") for place in range(len(members))]
    yield subject, predicate, nodes[0] if nodes else v.NIL
    for place, (node, member) in enumerate(zip(nodes, members, strict=True)):
        yield node, v.FIRST, NamedNode(member)
        yield node, v.REST, nodes[place + 1] if place + 1 < len(nodes) else v.NIL
