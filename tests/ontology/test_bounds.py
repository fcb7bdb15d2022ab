"""What an ontology allows: read from its restrictions, disjoint classes and functional properties, and kept as it is."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.errors import OntologyError
from kg.ontology import kept
from kg.ontology.load import load
from kg.ontology.model import AtMost, Ontology

PREFIXES = """@prefix : <urn:x:> . @prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> . @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
"""
TURTLE = """
:Firm a owl:Class ; owl:disjointWith :Place ;
    rdfs:subClassOf :Body , [ a owl:Restriction ; owl:onProperty :audits ; owl:maxQualifiedCardinality 2 ; owl:onClass :Firm ] ,
        [ a owl:Restriction ; owl:onProperty :sits ; owl:cardinality "1"^^xsd:nonNegativeInteger ] ,
        [ a owl:Restriction ; owl:onProperty :sits ; owl:minCardinality 1 ] ,
        [ a owl:Restriction ; owl:onProperty :sits ; owl:someValuesFrom :Place ] .
:Body a owl:Class . :Place a owl:Class . :Event a owl:Class . :Person a owl:Class .
[] a owl:AllDisjointClasses ; owl:members ( :Event :Person :Place ) .
:audits a owl:ObjectProperty . :sits a owl:ObjectProperty , owl:FunctionalProperty .
:invented a owl:ObjectProperty , owl:InverseFunctionalProperty .
:founded a owl:DatatypeProperty , owl:FunctionalProperty ; rdfs:range xsd:date .
"""


def read(tmp_path: Path, turtle: str) -> Ontology:
    path = tmp_path / "own.ttl"
    path.write_text(PREFIXES + turtle, encoding="utf-8")
    return load([path])


def test_upper_bounds_disjoint_classes_and_functional_properties_are_read(tmp_path: Path) -> None:
    found = read(tmp_path, TURTLE)
    classes = {one.name: one for one in found.classes.values()}
    assert classes["Firm"].at_most == (AtMost("urn:x:audits", 2, "urn:x:Firm"), AtMost("urn:x:sits", 1))
    assert classes["Firm"].parents == ("urn:x:Body",)
    disjoint = {name: [iri.removeprefix("urn:x:") for iri in one.disjoint] for name, one in classes.items()}
    expected = {
        "Firm": ["Place"],
        "Body": [],
        "Place": ["Event", "Firm", "Person"],
        "Event": ["Person", "Place"],
        "Person": ["Event", "Place"],
    }
    assert disjoint == expected
    relations = {one.name: (one.functional, one.inverse_functional) for one in found.relations.values()}
    assert relations == {"audits": (False, False), "sits": (True, False), "invented": (False, True), "founded": (True, False)}
    assert kept.unpack(kept.pack(found)) == found


def test_a_bound_that_is_no_number_is_refused(tmp_path: Path) -> None:
    with pytest.raises(OntologyError, match="Firm has a cardinality of 'two': write a whole number"):
        read(tmp_path, ':Firm a owl:Class ; rdfs:subClassOf [ owl:onProperty :audits ; owl:maxCardinality "two" ] .')
