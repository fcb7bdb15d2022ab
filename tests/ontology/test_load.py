"""Turtle → ontology: what is read, what is refused, and where the message points."""

from __future__ import annotations

from pathlib import Path

import pytest
import rdflib.compare

from kg.errors import OntologyError
from kg.ontology import limits
from kg.ontology.load import graph, load
from kg.ontology.vocabulary import NAMESPACE
from kg.resources import folder

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


def test_a_folder_means_all_its_turtle_files(write, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    (tmp_path / "zoo").mkdir()
    first = write(ANIMALS, "zoo/b.ttl")
    second = write(PREFIXES + ':chases kg:example "[The cat] hunted [the mouse]." .', "zoo/a.ttl")
    write("no Turtle", "zoo/notes.txt")
    third = write(PREFIXES + ':chases kg:example "[The cat] stalked [the mouse]." .', "c.ttl")
    assert load([tmp_path / "zoo", third]) == load([second, first, third])
    assert load([folder("ontology")]) == load()


def test_a_file_named_twice_is_read_once(write, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    file = write(ANIMALS)
    assert load([tmp_path, file]) == load([file])


def test_a_folder_without_turtle_is_refused(tmp_path: Path) -> None:
    with pytest.raises(OntologyError, match=r"has no Turtle file \(\.ttl\)"):
        load([tmp_path])


INDIVIDUALS = (
    PREFIXES
    + """
:Animal a owl:Class ; rdfs:label "animal" ; kg:masculine_name "Bruno" ; kg:feminine_name "Minka" ; kg:given_name "Pip" .
:felix a :Animal ; skos:prefLabel "Felix" ; skos:altLabel "Felix the Tom" , "Felixes" ; skos:hiddenLabel "F" .
:nameless a :Animal .
:cat_word a kg:WordClass ; skos:prefLabel "chase" ; skos:altLabel "Hunt down" , "stalk" .
:chases a owl:ObjectProperty ; kg:alternative :hunts ; kg:planned_example "[The cat] will chase [the mouse]." .
:hunts a owl:ObjectProperty .
"""
)


def test_known_individuals_are_read_with_their_names(write) -> None:  # type: ignore[no-untyped-def]
    ontology = load([write(INDIVIDUALS)])
    felix, nameless = ontology.individuals[ZOO + "felix"], ontology.individuals[ZOO + "nameless"]
    assert (felix.type, felix.label) == (ZOO + "Animal", "Felix")
    assert (felix.names, felix.marks) == (("Felix", "Felix the Tom", "Felixes"), ("F",))
    assert (nameless.label, nameless.names) == ("nameless", ())
    assert {name: one.label for name, one in ontology.by_name.items()} == dict.fromkeys(("Felix", "Felix the Tom", "Felixes", "F"), "Felix")


def test_given_names_tell_a_pronoun_or_none(write) -> None:  # type: ignore[no-untyped-def]
    assert load([write(INDIVIDUALS)]).classes[ZOO + "Animal"].given_names == (("Bruno", "he"), ("Minka", "she"), ("Pip", ""))


def test_word_classes_are_known_by_local_name(write) -> None:  # type: ignore[no-untyped-def]
    ontology = load([write(INDIVIDUALS)])
    assert ontology.word_classes == {"cat_word": {"chase", "hunt down", "stalk"}}
    assert ZOO + "cat_word" not in {*ontology.classes, *ontology.individuals}


def test_alternatives_and_plans_are_read(write) -> None:  # type: ignore[no-untyped-def]
    chases = load([write(INDIVIDUALS)]).relations[ZOO + "chases"]
    assert (chases.alternatives, chases.planned_examples) == ((ZOO + "hunts",), ("[The cat] will chase [the mouse].",))


def test_terms_of_the_model_are_no_classes_or_relations() -> None:
    ours = load()
    assert not {NAMESPACE + name for name in ("Statement", "status", "also")} & {*ours.classes, *ours.relations}


def test_byte_order_mark_is_no_fault(write) -> None:  # type: ignore[no-untyped-def]
    assert load([write(b"\xef\xbb\xbf" + ANIMALS.encode())]).classes


@pytest.mark.parametrize(
    ("text", "says"),
    [
        (PREFIXES + ":a :b \n  é .", "one.ttl, line 7, column 3"),
        (PREFIXES + ':a rdfs:label "open .', "one.ttl, line 6"),
        (PREFIXES + "zoo:a a owl:Class .", "one.ttl, line 6"),
        (PREFIXES.encode() + b':a rdfs:label "\xff" .', "one.ttl, line 6"),
        (PREFIXES + ":p a owl:ObjectProperty ; kg:also :q ; rdfs:domain :A , :B .", "p's domain is stated 2 times"),
        (PREFIXES + ':p a owl:ObjectProperty ; kg:also :q ; rdfs:range "A" .', "p's range is neither a class nor an owl:unionOf"),
        (PREFIXES + ':p a owl:ObjectProperty ; kg:also :q ; rdfs:range [ owl:unionOf ( "A" ) ] .', "p's range isn't a list"),
        (PREFIXES + ":p a owl:ObjectProperty ; kg:also :q ; owl:propertyChainAxiom :q .", "p's property chain isn't a list"),
        (PREFIXES + ":p a owl:ObjectProperty ; kg:also :q ; owl:inverseOf :q , :r .", "p has 2 inverses (q, r)"),
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
    loop = ":p a owl:ObjectProperty ; kg:also :q ; owl:propertyChainAxiom _:x . _:x rdf:first :q ; rdf:rest _:x ."
    with pytest.raises(OntologyError, match="isn't a list"):
        load([write(rdf + PREFIXES + loop)])


def test_missing_and_oversized_files_are_refused(write, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    with pytest.raises(OntologyError, match=r"none\.ttl can't be read"):
        load([tmp_path / "none.ttl"])
    with pytest.raises(OntologyError, match="at least one"):
        load([])
    monkeypatch.setattr(limits, "MAX_BYTES", 100)
    with pytest.raises(OntologyError, match="larger than"):
        load([write(ANIMALS)])


def test_graph_has_all_triples_as_they_stand(write) -> None:  # type: ignore[no-untyped-def]
    text = PREFIXES + ':Cat rdfs:label "cat"@en , "chat"@fr , "cat" ; rdfs:seeAlso [ rdfs:label "x" ] ; :weight 4.50 ; :tame true .'
    expected = rdflib.Graph().parse(data=text, format="turtle")
    assert rdflib.compare.isomorphic(graph([write(text)]), expected)


def test_equivalents_are_those_of_both(tmp_path: Path) -> None:
    turtle = """@prefix : <urn:x:> . @prefix owl: <http://www.w3.org/2002/07/owl#> .
        :Firm a owl:Class ; owl:equivalentClass :Company . :Company a owl:Class .
        :runs a owl:ObjectProperty . :leads a owl:ObjectProperty ; owl:equivalentProperty :runs , <urn:y:leads> ."""
    path = tmp_path / "o.ttl"
    path.write_text(turtle, encoding="utf-8")
    found = load([path])
    assert {one.name: one.equivalents for one in found.classes.values()} == {"Firm": ("urn:x:Company",), "Company": ("urn:x:Firm",)}
    assert {one.name: one.equivalents for one in found.relations.values()} == {
        "runs": ("urn:x:leads",),
        "leads": ("urn:x:runs", "urn:y:leads"),
    }
    assert found.is_a("urn:x:Firm", ["urn:x:Company"])
    assert found.is_a("urn:x:Company", ["urn:x:Firm"])
