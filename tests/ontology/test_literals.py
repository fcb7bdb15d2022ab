"""Relations to literals in an ontology: what their ranges may be, and which examples can't be read."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from pyoxigraph import NamedNode
from spacy.language import Language

from kg import vocabulary as v
from kg.errors import OntologyError
from kg.ontology.compile import Compiled, compile_ontology
from kg.ontology.load import load
from kg.ontology.patterns import in_words
from kg.view.ontology import ontology_quads

NS = "https://example.org/mill#"
XSD = "http://www.w3.org/2001/XMLSchema#"
PREFIXES = f"""@prefix : <{NS}> .
@prefix kg: <https://w3id.org/accordingto#> .
@prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix xsd: <{XSD}> .
:Firm a owl:Class ; rdfs:label "firm" ; skos:prefLabel "firm" ; kg:ner_label "ORG" .
"""


def written(folder: Path, turtle: str) -> Path:
    path = folder / "mill.ttl"
    path.write_text(PREFIXES + turtle, encoding="utf-8")
    return path


def compiled(nlp: Language, folder: Path, range_: str, *examples: str) -> Compiled:
    listed = " , ".join(f'"{one}"' for one in examples)
    path = written(folder, f':size a owl:DatatypeProperty ; rdfs:label "size" ; rdfs:range {range_} ; kg:example {listed} .')
    with nlp.select_pipes(disable=["kg_blocks", "kg", "ner"]):
        return compile_ontology(load([path]), nlp)


@pytest.mark.parametrize(
    ("range_", "datatype"),
    [
        ("rdfs:range xsd:date", XSD + "date"),
        ("rdfs:range xsd:nonNegativeInteger", XSD + "nonNegativeInteger"),
        ("rdfs:domain :Firm", "http://www.w3.org/2000/01/rdf-schema#Literal"),
        ("rdfs:range [ a rdfs:Datatype ; owl:unionOf ( xsd:date xsd:string ) ]", "http://www.w3.org/2000/01/rdf-schema#Literal"),
    ],
)
def test_a_datatype_property_is_a_relation_to_literals(tmp_path: Path, range_: str, datatype: str) -> None:
    ontology = load([written(tmp_path, f":size a owl:DatatypeProperty ; {range_} .")])
    one = ontology.relations[NS + "size"]
    assert (one.datatype, one.range) == (datatype, frozenset())
    quads = {(quad.predicate, quad.object) for quad in ontology_quads(ontology) if quad.subject == NamedNode(NS + "size")}
    assert {(v.TYPE, v.DATATYPE_PROPERTY), (v.RANGE, NamedNode(datatype))} <= quads
    assert (v.TYPE, v.OBJECT_PROPERTY) not in quads


def test_a_relation_between_entities_has_no_datatype(tmp_path: Path) -> None:
    one = load([written(tmp_path, ":owns a owl:ObjectProperty ; rdfs:range :Firm .")]).relations[NS + "owns"]
    assert (one.datatype, one.range) == (None, frozenset({NS + "Firm"}))


@pytest.mark.parametrize(
    ("turtle", "why"),
    [
        (":size a owl:DatatypeProperty , owl:ObjectProperty .", "size is both"),
        (":size a owl:DatatypeProperty ; rdfs:range xsd:date , xsd:string .", "size's range is stated 2 times"),
    ],
)
def test_what_is_two_things_at_once_is_refused(tmp_path: Path, turtle: str, why: str) -> None:
    with pytest.raises(OntologyError, match=why):
        load([written(tmp_path, turtle)])


@pytest.mark.parametrize(
    ("range_", "example", "why"),
    [
        ("xsd:integer", "[Norvale Group] employs [Dana Whitlock].", "has no integer for its object: write one in the brackets"),
        ("xsd:date", "[Norvale Group] was founded in [Ohio].", "has no date for its object"),
        (
            "xsd:duration",
            "[Norvale Group] lasted [three years].",
            "has an object of duration, which isn't read from words: .* or xsd:unsignedShort",
        ),
        (
            "xsd:integer",
            "[Norvale Group] employs [o/Firm:300 people].",
            "demands a class of an object that is a literal: leave out the /Firm",
        ),
        ("xsd:integer", "[Norvale Group] has [300 people].", "is too general"),
    ],
)
def test_an_example_that_cannot_be_read_says_why(nlp: Language, tmp_path: Path, range_: str, example: str, why: str) -> None:
    found = compiled(nlp, tmp_path, range_, example)
    (doubt,) = found.doubts
    assert found.patterns == ()
    assert (doubt.relation, doubt.example) == (NS + "size", example)
    assert re.search(why, doubt.why)


@pytest.mark.parametrize(
    ("range_", "example", "patterns"),
    [
        ("xsd:integer", "[Norvale Group] employs [300 people].", ["employ(obj: OBJECT/integer, subj: SUBJECT)"]),
        (
            "xsd:integer",
            "[Norvale Group] has [300 employees*].",
            [
                "have(obj: OBJECT:employee/integer, subj: SUBJECT)",
                *(f"OBJECT:employee/integer({role}: SUBJECT)" for role in ("poss", "of", "at")),
                "SUBJECT(with: OBJECT:employee/integer)",
            ],
        ),
        (
            "xsd:date",
            "[Norvale Group] was founded in [1998].",
            [f"found({role}: OBJECT/date, obj: SUBJECT)" for role in ("in", "on", "when")],
        ),
        (
            "xsd:decimal",
            "[Norvale Group]'s revenue was [$3 million].",
            [
                "OBJECT/decimal(holder: revenue(poss: SUBJECT))",
                "revenue(holder: OBJECT/decimal, poss: SUBJECT)",
                "have(obj: revenue, of: OBJECT/decimal, subj: SUBJECT)",
                "revenue(of: OBJECT/decimal, poss: SUBJECT)",
                "revenue(compound: OBJECT/decimal, poss: SUBJECT)",
            ],
        ),
    ],
)
def test_what_examples_become(nlp: Language, tmp_path: Path, range_: str, example: str, patterns: list[str]) -> None:
    found = compiled(nlp, tmp_path, range_, example)
    assert [in_words(one.root, {}) for one in found.patterns] == patterns
