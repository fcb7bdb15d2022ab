"""Ontologies that weren't written for this program: SKOS schemes, schema.org's way, and any OWL, as our loader wants them.

A file that uses none of the model's terms is such a one. What it says that our loader has no place for (restrictions, complex domains) is
left; nothing of it is an error.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from pyoxigraph import BlankNode, NamedNode, Triple
from rdflib import OWL, RDF, RDFS, SKOS, XSD

from kg.errors import OntologyError
from kg.ontology import vocabulary as kg
from kg.ontology.terms import Term, Terms

_SCHEMA: Final = ("https://schema.org/", "http://schema.org/")
_DATATYPES: Final = {
    namespace + name: str(datatype)
    for namespace in _SCHEMA
    for name, datatype in {
        "Boolean": XSD.boolean,
        "CssSelectorType": XSD.string,
        "Date": XSD.date,
        "DateTime": XSD.dateTime,
        "Float": XSD.double,
        "Integer": XSD.integer,
        "Number": XSD.decimal,
        "PronounceableText": XSD.string,
        "Text": XSD.string,
        "Time": XSD.time,
        "URL": XSD.anyURI,
        "XPathType": XSD.string,
    }.items()
}
_LITERALS: Final = frozenset((str(RDFS.Literal), str(RDF.langString), str(RDF.PlainLiteral)))
_EVERYTHING: Final = frozenset((str(OWL.Thing), str(RDFS.Resource)))
_PROPERTY_TYPES: Final = frozenset(
    str(one)
    for one in (
        *(RDF.Property, OWL.ObjectProperty, OWL.DatatypeProperty, OWL.FunctionalProperty, OWL.InverseFunctionalProperty),
        *(OWL.SymmetricProperty, OWL.AsymmetricProperty, OWL.TransitiveProperty, OWL.ReflexiveProperty, OWL.IrreflexiveProperty),
    )
)
_KEPT_TYPES: Final = frozenset(
    map(str, (OWL.SymmetricProperty, OWL.TransitiveProperty, OWL.FunctionalProperty, OWL.InverseFunctionalProperty))
)
_DOMAIN: Final = (str(RDFS.domain), *(one + "domainIncludes" for one in _SCHEMA))
_RANGE: Final = (str(RDFS.range), *(one + "rangeIncludes" for one in _SCHEMA))
_REPLACED: Final = frozenset((*_DOMAIN, *_RANGE, str(OWL.inverseOf), str(OWL.propertyChainAxiom)))
_TYPE: Final = NamedNode(str(RDF.type))
_CLASS: Final = NamedNode(str(OWL.Class))
_BROADER: Final = frozenset((str(SKOS.broader), str(SKOS.broaderTransitive)))
_NARROWER: Final = frozenset((str(SKOS.narrower), str(SKOS.narrowerTransitive)))


def is_foreign(triples: Iterable[Triple]) -> bool:
    """Whether none of the model's terms is used."""
    used = (term.value for one in triples for term in (one.predicate, one.object) if isinstance(term, NamedNode))
    return not any(iri.startswith(kg.NAMESPACE) for iri in used)


def understood(triples: Sequence[Triple]) -> Iterator[Triple]:
    """The same with classes, relations, domains and ranges as our loader wants them."""
    terms = Terms(triples)
    concepts = set(terms.of_types([str(SKOS.Concept)]))
    properties = dict.fromkeys(terms.of_types(_PROPERTY_TYPES))
    for iri in concepts:
        yield Triple(NamedNode(iri), _TYPE, _CLASS)
    paired: set[str] = set()
    for iri in properties:
        yield from _property(terms, iri, paired)
    for one in triples:
        subject = one.subject.value if isinstance(one.subject, NamedNode) else ""
        predicate = one.predicate.value
        if subject in properties and (predicate in _REPLACED or (predicate == str(RDF.type) and _is_kind(one.object))):
            continue
        if predicate == str(RDF.type) and subject in _DATATYPES:
            continue
        if subject in concepts and isinstance(one.object, NamedNode):
            if predicate in _BROADER:
                yield Triple(one.subject, NamedNode(str(RDFS.subClassOf)), one.object)
            elif predicate in _NARROWER:
                yield Triple(one.object, NamedNode(str(RDFS.subClassOf)), one.subject)
        if predicate == str(SKOS.definition) and subject and not terms.objects(NamedNode(subject), str(RDFS.comment)):
            yield Triple(NamedNode(subject), NamedNode(str(RDFS.comment)), one.object)
        yield one


def _is_kind(term: Term) -> bool:
    """Whether it is a type that is replaced."""
    return isinstance(term, NamedNode) and term.value in _PROPERTY_TYPES - _KEPT_TYPES


def _property(terms: Terms, iri: str, paired: set[str]) -> Iterator[Triple]:
    """One kind, one domain, one range, at most one inverse, and the chains that name relations alone."""
    this = NamedNode(iri)
    ranges = _alternatives(terms, iri, _RANGE)
    classes = [one for one in ranges if not _is_literal(one)]
    is_literal = terms.has_type(iri, OWL.DatatypeProperty) and not terms.has_type(iri, OWL.ObjectProperty)
    is_literal = is_literal or (bool(ranges) and not classes and not terms.has_type(iri, OWL.ObjectProperty))
    yield Triple(this, _TYPE, NamedNode(str(OWL.DatatypeProperty if is_literal else OWL.ObjectProperty)))
    yield from _side(this, RDFS.domain, [one for one in _alternatives(terms, iri, _DOMAIN) if not _is_literal(one)])
    if is_literal:
        literals = sorted(_DATATYPES.get(one, one) for one in ranges if _is_literal(one))
        yield from _side(this, RDFS.range, [str(XSD.string) if one in _LITERALS else one for one in literals][:1])
        return
    yield from _side(this, RDFS.range, classes)
    for inverse in terms.iris(iri, OWL.inverseOf)[:1]:
        if inverse != iri and not {iri, inverse} & paired:
            paired |= {iri, inverse}
            yield Triple(this, NamedNode(str(OWL.inverseOf)), NamedNode(inverse))
    for chain in terms.objects(this, OWL.propertyChainAxiom):
        if _is_list_of_names(terms, chain):
            yield Triple(this, NamedNode(str(OWL.propertyChainAxiom)), chain)


def _alternatives(terms: Terms, iri: str, sides: Iterable[str]) -> list[str]:
    """The classes and datatypes of a side, those of unions too; none where anything is allowed."""
    found: list[str] = []
    for side in sides:
        for one in terms.objects(NamedNode(iri), side):
            if isinstance(one, NamedNode):
                found.append(one.value)
            elif isinstance(one, BlankNode):
                for union in terms.objects(one, OWL.unionOf):
                    if not _is_list_of_names(terms, union):
                        return []
                    found.extend(terms.members(union, "classes"))
    return [] if _EVERYTHING & set(found) else sorted(set(found))


def _is_literal(iri: str) -> bool:
    return iri.startswith(str(XSD)) or iri in _LITERALS or iri in _DATATYPES


def _is_list_of_names(terms: Terms, head: Term) -> bool:
    try:
        return bool(terms.members(head, "names"))
    except OntologyError:
        return False


def _side(this: NamedNode, side: str, alternatives: Sequence[str]) -> Iterator[Triple]:
    predicate = NamedNode(str(side))
    if len(alternatives) == 1:
        yield Triple(this, predicate, NamedNode(alternatives[0]))
    elif alternatives:
        union = BlankNode()
        yield Triple(this, predicate, union)
        yield Triple(union, _TYPE, _CLASS)
        head: BlankNode | NamedNode = NamedNode(str(RDF.nil))
        for one in reversed(alternatives):
            cell = BlankNode()
            yield Triple(cell, NamedNode(str(RDF.first)), NamedNode(one))
            yield Triple(cell, NamedNode(str(RDF.rest)), head)
            head = cell
        yield Triple(union, NamedNode(str(OWL.unionOf)), head)
