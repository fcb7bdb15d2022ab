"""Turtle → ontology: what is read, what is refused, and where the message points."""

from __future__ import annotations

from pathlib import Path

import pytest
import rdflib.compare

from kg.errors import OntologyError
from kg.ontology import load as loader
from kg.ontology.load import graph, load
from kg.ontology.vocabulary import NAMESPACE

PREFIXES = """@prefix : <https://example.org/zoo#> .
@prefix kg: <https://w3id.org/accordingto#> .
@prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
"""
ZOO = "https://example.org/zoo#"
ANIMALS = (
    PREFIXES
    + """
:Animal a owl:Class ; rdfs:label "animal" .
:Cat a owl:Class ; rdfs:label "cat" ; rdfs:subClassOf :Animal ; skos:prefLabel "cat" ; skos:altLabel "tom" , "kitten" ;
    skos:hiddenLabel "Felix" ; kg:ner_label "PET" ; kg:pronoun "it" ; kg:speaks false ; kg:passed_last true ; kg:title "Sir" ;
    kg:masculine "tom" ; kg:feminine "queen" ; kg:plural :Animal .
:chases a owl:ObjectProperty ; rdfs:label "chases" ; rdfs:comment "Runs after." ; rdfs:domain :Cat ;
    rdfs:range [ a owl:Class ; owl:unionOf ( :Cat :Animal ) ] ; owl:inverseOf :chased_by ; rdfs:subPropertyOf :meets ;
    owl:propertyChainAxiom ( :meets :chases ) ; kg:also :meets ;
    kg:example "[The cat] chased [the mouse]." , "[Felix] ran after [the mouse]." ; kg:counter_example "[The cat] chased a dream." .
:chased_by a owl:ObjectProperty .
:meets a owl:ObjectProperty , owl:SymmetricProperty , owl:TransitiveProperty .
"""
)


@pytest.fixture
def write(tmp_path: Path):  # type: ignore[no-untyped-def]
    def one(text: str | bytes, name: str = "one.ttl") -> Path:
        path = tmp_path / name
        path.write_bytes(text.encode() if isinstance(text, str) else text)
        return path

    return one


def test_class_is_read_whole(write) -> None:  # type: ignore[no-untyped-def]
    cat = load([write(ANIMALS)]).classes[ZOO + "Cat"]
    assert (cat.name, cat.label, cat.labels) == ("Cat", "cat", ("cat", "kitten", "tom"))
    assert (cat.parents, cat.plural) == ((ZOO + "Animal",), ZOO + "Animal")
    assert (cat.ner_labels, cat.pronouns, cat.speaks, cat.passed_last) == (("PET",), ("it",), False, True)
    assert (cat.titles, cat.masculine, cat.feminine, cat.hidden_labels) == (("Sir",), ("tom",), ("queen",), ("Felix",))


def test_relation_is_read_whole(write) -> None:  # type: ignore[no-untyped-def]
    relations = load([write(ANIMALS)]).relations
    chases, meets = relations[ZOO + "chases"], relations[ZOO + "meets"]
    assert (chases.label, chases.comment, chases.inverse) == ("chases", "Runs after.", ZOO + "chased_by")
    assert (chases.domain, chases.range) == (frozenset({ZOO + "Cat"}), frozenset({ZOO + "Cat", ZOO + "Animal"}))
    assert (chases.supers, chases.also, chases.chains) == ((ZOO + "meets",), (ZOO + "meets",), ((ZOO + "meets", ZOO + "chases"),))
    assert chases.examples == ("[Felix] ran after [the mouse].", "[The cat] chased [the mouse].")
    assert chases.counter_examples == ("[The cat] chased a dream.",)
    assert (meets.symmetric, meets.transitive, meets.label, meets.domain) == (True, True, "meets", frozenset())
    assert relations[ZOO + "chased_by"].inverse is None


def test_files_add_up_in_any_order(write) -> None:  # type: ignore[no-untyped-def]
    first = write(ANIMALS, "a.ttl")
    second = write(PREFIXES + ':chases kg:example "[The cat] hunted [the mouse]." .', "b.ttl")
    both = load([first, second])
    assert len(both.relations[ZOO + "chases"].examples) == 3
    assert both == load([second, first])
    assert both.digest != load([first]).digest
    assert both.digest.startswith("sha256:")


def test_terms_of_the_model_are_no_classes_or_relations() -> None:
    ours = load()
    assert not {NAMESPACE + name for name in ("Statement", "status", "also")} & {*ours.classes, *ours.relations}


def test_imports_are_not_followed(write) -> None:  # type: ignore[no-untyped-def]
    missing = write(PREFIXES + "<https://example.org/zoo> a owl:Ontology ; owl:imports <file:///no/such/file> .")
    assert load([missing]).classes == {}


def test_byte_order_mark_is_no_fault(write) -> None:  # type: ignore[no-untyped-def]
    assert load([write(b"\xef\xbb\xbf" + ANIMALS.encode())]).classes


@pytest.mark.parametrize(
    ("text", "says"),
    [
        (PREFIXES + ":a :b \n  é .", "one.ttl, line 7, column 3"),
        (PREFIXES + ':a rdfs:label "open .', "one.ttl, line 6"),
        (PREFIXES + "zoo:a a owl:Class .", "one.ttl, line 6"),
        (PREFIXES.encode() + b':a rdfs:label "\xff" .', "one.ttl, line 6"),
        (PREFIXES + ":p a owl:ObjectProperty ; rdfs:domain :A , :B .", "p's domain is stated 2 times"),
        (PREFIXES + ':p a owl:ObjectProperty ; rdfs:range "A" .', "p's range is neither a class nor an owl:unionOf"),
        (PREFIXES + ':p a owl:ObjectProperty ; rdfs:range [ owl:unionOf ( "A" ) ] .', "p's range isn't a list"),
        (PREFIXES + ":p a owl:ObjectProperty ; owl:propertyChainAxiom :q .", "p's property chain isn't a list"),
        (PREFIXES + ":p a owl:ObjectProperty ; owl:inverseOf :q , :r .", "p has 2 inverses (q, r)"),
    ],
)
def test_fault_is_told_with_its_place(text: str | bytes, says: str, write) -> None:  # type: ignore[no-untyped-def]
    with pytest.raises(OntologyError) as caught:
        load([write(text)])
    message = str(caught.value)
    assert says in message
    assert "\n" not in message


def test_endless_list_is_refused(write) -> None:  # type: ignore[no-untyped-def]
    rdf = "@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> ."
    loop = ":p a owl:ObjectProperty ; owl:propertyChainAxiom _:x . _:x rdf:first :q ; rdf:rest _:x ."
    with pytest.raises(OntologyError, match="isn't a list"):
        load([write(rdf + PREFIXES + loop)])


def test_missing_and_oversized_files_are_refused(write, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    with pytest.raises(OntologyError, match=r"none\.ttl can't be read"):
        load([tmp_path / "none.ttl"])
    with pytest.raises(OntologyError, match="at least one"):
        load([])
    monkeypatch.setattr(loader, "MAX_BYTES", 100)
    with pytest.raises(OntologyError, match="larger than"):
        load([write(ANIMALS)])


def test_graph_has_all_triples_as_they_stand(write) -> None:  # type: ignore[no-untyped-def]
    text = PREFIXES + ':Cat rdfs:label "cat"@en , "chat"@fr , "cat" ; rdfs:seeAlso [ rdfs:label "x" ] ; :weight 4.50 ; :tame true .'
    expected = rdflib.Graph().parse(data=text, format="turtle")
    assert rdflib.compare.isomorphic(graph([write(text)]), expected)
