"""Ontologies from elsewhere: SKOS, schema.org's way, OWL in all its syntaxes, FollowTheMoney; and facts by examples alone."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pyoxigraph
import pytest
import yaml

from kg.extractors.articles import create_pipeline
from kg.language.pipeline import statements
from kg.ontology.load import load
from kg.ontology.model import Ontology
from kg.ontology.sources import given_alone
from kg.ontology.writing import turtle

PREFIXES = """@prefix : <https://example.org/port#> .
@prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix schema: <https://schema.org/> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
@prefix ftm: <https://w3id.org/ftm#> .
"""
PORT = "https://example.org/port#"
FTM = "https://w3id.org/ftm#"
XSD = "http://www.w3.org/2001/XMLSchema#"
Write = Callable[[str, str], Path]


@pytest.fixture
def write(tmp_path: Path) -> Write:
    def one(name: str, text: str) -> Path:
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(PREFIXES + text if name.endswith(".ttl") else text, encoding="utf-8")
        return path

    return one


OWL_TEXT = """
<https://example.org/port> a owl:Ontology .
:Ship a owl:Class ; rdfs:label "Schiff"@de , "ship"@en , "vessel"@en-GB ; rdfs:comment "Swims."@en ;
    rdfs:subClassOf :Craft , [ a owl:Restriction ; owl:onProperty :flies ; owl:someValuesFrom :Flag ] .
:Craft a owl:Class ; rdfs:label "Fahrzeug"@de .
:Flag a owl:Class .
:sailsUnder a owl:ObjectProperty , owl:FunctionalProperty ; rdfs:domain :Ship , :Craft ; rdfs:range :Flag ;
    owl:inverseOf :flownBy , :borneBy ;
    owl:propertyChainAxiom ( [ owl:inverseOf :flies ] :flies ) .
:flownBy a owl:ObjectProperty ; owl:inverseOf :sailsUnder ; rdfs:range [ owl:unionOf ( :Ship :Craft ) ] .
:flies a owl:ObjectProperty ; rdfs:domain [ owl:intersectionOf ( :Ship :Craft ) ] ; rdfs:range owl:Thing .
:isFast a owl:FunctionalProperty .
:tonnage a owl:DatatypeProperty ; rdfs:domain :Ship ; rdfs:range xsd:decimal .
:homePort a owl:DatatypeProperty ; rdfs:range [ a rdfs:Datatype ; owl:oneOf ( "Wexcombe" ) ] .
:launched a rdf:Property ; rdfs:range xsd:date .
"""


def check_owl(ontology: Ontology) -> None:
    ship, craft = ontology.classes[PORT + "Ship"], ontology.classes[PORT + "Craft"]
    assert (ship.label, set(ship.labels) >= {"ship", "vessel"}, "Schiff" in ship.labels) == ("ship", True, False)
    assert (ship.parents, craft.label) == ((PORT + "Craft",), "Fahrzeug")
    under, flown = ontology.relations[PORT + "sailsUnder"], ontology.relations[PORT + "flownBy"]
    assert (under.label, under.domain, under.range) == ("sails under", {PORT + "Ship", PORT + "Craft"}, {PORT + "Flag"})
    assert (under.inverse, under.chains, flown.inverse, flown.range) == (PORT + "borneBy", (), None, {PORT + "Ship", PORT + "Craft"})
    assert (ontology.relations[PORT + "flies"].domain, ontology.relations[PORT + "flies"].range) == (frozenset(), frozenset())
    datatypes = {name: ontology.relations[PORT + name].datatype for name in ("tonnage", "launched", "isFast")}
    assert datatypes == {"tonnage": XSD + "decimal", "launched": XSD + "date", "isFast": None}
    assert ontology.relations[PORT + "homePort"].datatype is not None


def test_owl_is_read_for_what_it_is_worth(write: Write) -> None:
    check_owl(load([write("port.ttl", OWL_TEXT)]))


@pytest.mark.parametrize("suffix", [".rdf", ".owl", ".nt", ".jsonld", ".turtle.owl"])
def test_every_syntax_says_the_same(write: Write, tmp_path: Path, suffix: str) -> None:
    kinds = {".nt": pyoxigraph.RdfFormat.N_TRIPLES, ".jsonld": pyoxigraph.RdfFormat.JSON_LD, ".turtle.owl": pyoxigraph.RdfFormat.TURTLE}
    triples = (quad.triple for quad in pyoxigraph.parse(PREFIXES + OWL_TEXT, format=pyoxigraph.RdfFormat.TURTLE))
    path = tmp_path / f"port{suffix}"
    pyoxigraph.serialize(triples, str(path), format=kinds.get(suffix, pyoxigraph.RdfFormat.RDF_XML))
    check_owl(load([path]))


def test_entities_of_protege_are_no_bomb(write: Write) -> None:
    text = """<?xml version="1.0"?>
<!DOCTYPE rdf:RDF [ <!ENTITY port "https://example.org/port#"> <!ENTITY owl "http://www.w3.org/2002/07/owl#"> ]>
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:owl="&owl;"><owl:Class rdf:about="&port;Ship"/></rdf:RDF>"""
    assert list(load([write("port.owl", text)]).classes) == [PORT + "Ship"]


def test_concepts_are_classes(write: Write) -> None:
    text = """
:scheme a skos:ConceptScheme .
:vessel a skos:Concept ; skos:prefLabel "vessel"@en , "Schiff"@de ; skos:altLabel "boat"@en ; skos:narrower :tug .
:tanker a skos:Concept ; skos:prefLabel "tanker" ; skos:broader :vessel ; skos:definition "Carries oil." .
:tug a skos:Concept ; skos:prefLabel "tug" .
"""
    classes = load([write("ships.ttl", text)]).classes
    assert {one.name: one.parents for one in classes.values()} == {"vessel": (), "tanker": (PORT + "vessel",), "tug": (PORT + "vessel",)}
    assert classes[PORT + "vessel"].labels == ("vessel", "boat")


SCHEMA = """{"@context": {"rdfs": "http://www.w3.org/2000/01/rdf-schema#", "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
  "schema": "%s", "domain": {"@id": "schema:domainIncludes", "@type": "@id"}, "range": {"@id": "schema:rangeIncludes", "@type": "@id"},
  "sub": {"@id": "rdfs:subClassOf", "@type": "@id"}},
 "@graph": [
  {"@id": "schema:Thing", "@type": "rdfs:Class", "rdfs:label": "Thing"},
  {"@id": "schema:Person", "@type": "rdfs:Class", "rdfs:label": "Person", "sub": "schema:Thing"},
  {"@id": "schema:Organization", "@type": "rdfs:Class", "rdfs:label": "Organization", "sub": "schema:Thing"},
  {"@id": "schema:Text", "@type": ["schema:DataType", "rdfs:Class"]},
  {"@id": "schema:parentOrganization", "@type": "rdf:Property", "rdfs:label": "parentOrganization",
   "domain": "schema:Organization", "range": "schema:Organization"},
  {"@id": "schema:member", "@type": "rdf:Property", "domain": "schema:Organization", "range": ["schema:Organization", "schema:Person"]},
  {"@id": "schema:foundingDate", "@type": "rdf:Property", "domain": "schema:Organization", "range": "schema:Date"},
  {"@id": "schema:slogan", "@type": "rdf:Property", "domain": ["schema:Organization", "schema:Person"], "range": "schema:Text"}]}"""


@pytest.mark.parametrize("namespace", ["https://schema.org/", "http://schema.org/"])
def test_what_schema_org_includes_are_alternatives(write: Write, namespace: str) -> None:
    ontology = load([write("schema.jsonld", SCHEMA % namespace)])
    assert set(ontology.classes) == {namespace + name for name in ("Thing", "Person", "Organization")}
    parent, member = ontology.relations[namespace + "parentOrganization"], ontology.relations[namespace + "member"]
    assert (parent.label, parent.domain) == ("parent organization", {namespace + "Organization"})
    assert member.range == {namespace + "Organization", namespace + "Person"}
    assert ontology.relations[namespace + "foundingDate"].datatype == XSD + "date"
    assert ontology.relations[namespace + "slogan"].datatype == XSD + "string"
    assert "PERSON" in ontology.classes[namespace + "Person"].ner_labels
    assert "vendor" in ontology.classes[namespace + "Organization"].labels


YAML = {
    "Thing": "Thing:\n  label: Thing\n  abstract: true\n  properties:\n    name:\n      label: Name\n      type: name\n",
    "LegalEntity": "LegalEntity:\n  label: Legal entity\n  extends: Thing\n  properties:\n    incorporationDate:\n      type: date\n"
    "    parent:\n      label: Parent company\n      type: entity\n      range: LegalEntity\n      reverse:\n        name: subsidiaries\n",
    "Asset": "Asset:\n  label: Asset\n  extends:\n    - Thing\n",
    "Interest": "Interest:\n  properties:\n    share:\n      type: number\n    old:\n      deprecated: true\n",
    "Ownership": "Ownership:\n  label: Ownership\n  extends: Interest\n  description: Who owns what.\n"
    "  edge:\n    source: owner\n    target: asset\n    label: owns\n  properties:\n"
    "    owner:\n      type: entity\n      range: LegalEntity\n    asset:\n      type: entity\n      range: Asset\n",
}


def check_ftm(ontology: Ontology) -> None:
    assert {one.name: one.parents for one in ontology.classes.values()} == {
        "Thing": (),
        "LegalEntity": (FTM + "Thing",),
        "Asset": (FTM + "Thing",),
        "Interest": (),
    }
    owns, parent = ontology.relations[FTM + "Ownership"], ontology.relations[FTM + "LegalEntity:parent"]
    assert (owns.label, owns.comment, owns.domain, owns.range) == ("owns", "Who owns what.", {FTM + "LegalEntity"}, {FTM + "Asset"})
    assert (parent.label, parent.range, parent.inverse) == ("parent company", {FTM + "LegalEntity"}, FTM + "LegalEntity:subsidiaries")
    date = ontology.relations[FTM + "LegalEntity:incorporationDate"]
    assert (date.label, date.datatype) == ("incorporation date", XSD + "date")
    assert ontology.relations[FTM + "Interest:share"].datatype == XSD + "decimal"
    assert FTM + "Interest:old" not in ontology.relations


def test_schemata_of_followthemoney_are_classes_and_relations(write: Write, tmp_path: Path) -> None:
    for name, text in YAML.items():
        write(f"model/{name}.yaml", text)
    check_ftm(load([tmp_path / "model"]))


def test_the_dump_of_a_model_says_the_same(write: Write) -> None:
    schemata = {name: schema for text in YAML.values() for name, schema in yaml.safe_load(text).items()}
    schemata["LegalEntity"]["properties"]["parent"]["reverse"] = "subsidiaries"
    check_ftm(load([write("model.json", json.dumps({"schemata": schemata, "types": {}}))]))


@pytest.mark.parametrize("name", ["port.ttl", "schema.jsonld", "model.json"])
def test_what_was_understood_is_written_for_editing(write: Write, tmp_path: Path, name: str) -> None:
    schemata = {"schemata": {name: schema for text in YAML.values() for name, schema in yaml.safe_load(text).items()}}
    given = write(name, {"port.ttl": OWL_TEXT, "schema.jsonld": SCHEMA % "https://schema.org/", "model.json": json.dumps(schemata)}[name])
    out = tmp_path / "mine.ttl"
    out.write_text(turtle(given_alone([given])), encoding="utf-8")
    wanted, found = load([given]), load([out])
    assert found.classes == wanted.classes
    assert found.relations == wanted.relations
    assert turtle(given_alone([given])) == out.read_text(encoding="utf-8")
    assert turtle(given_alone([out])) == out.read_text(encoding="utf-8")


# -- only examples are added ------------------------------------------------------------------------------------------------------------


def facts(paths: list[Path], text: str) -> set[tuple[str, str | None, str, str]]:
    found = statements(create_pipeline(ontology_paths=paths)(text))
    names = (lambda iri: iri.rpartition("#")[2].rpartition("/")[2],)
    return {(names[0](one.relation), one.subject.label if one.subject else None, one.status.value, one.object.label) for one in found}


KG = "@prefix kg: <https://w3id.org/accordingto#> .\n"


def test_examples_make_an_imported_schema_find_facts(write: Write) -> None:
    schema = write("schema.jsonld", SCHEMA % "https://schema.org/")
    mine = write("mine.ttl", KG + 'schema:parentOrganization kg:example "[Norvale Group] is a subsidiary of [the vendor]." .')
    text = "Redfern Logistics is a subsidiary of Halden Foods. The vendor was not a subsidiary of Brackwell Systems."
    assert facts([schema, mine], text) == {
        ("parentOrganization", "Redfern Logistics", "affirmed", "Halden Foods"),
        ("parentOrganization", "vendor", "denied", "Brackwell Systems"),
    }


def test_examples_make_an_imported_model_find_facts(write: Write, tmp_path: Path) -> None:
    for name, text in YAML.items():
        write(f"model/{name}.yaml", text)
    mine = write("mine.ttl", KG + 'ftm:Ownership kg:example "[Norvale Group] bought up [the yacht]." .')
    assert facts([tmp_path / "model", mine], "The yacht was bought up by Halden Foods.") == {
        ("Ownership", "Halden Foods", "affirmed", "yacht")
    }


def test_one_class_for_firms_and_places_makes_no_names_of_what_is_said(write: Write) -> None:
    model = write("firm.yaml", "LegalEntity:\n  properties:\n    parent: {type: entity, range: LegalEntity}\n")
    mine = write(
        "mine.ttl", KG + '<https://w3id.org/ftm#LegalEntity:parent> kg:example "[Norvale Group] is a subsidiary of [the vendor]." .'
    )
    text = "Redfern Logistics, a subsidiary of Halden Foods, denied that it is a subsidiary of Brackwell Systems."
    assert facts([model, mine], text) == {
        ("LegalEntity:parent", "Redfern Logistics", "affirmed", "Halden Foods"),
        ("LegalEntity:parent", "Redfern Logistics", "denied", "Brackwell Systems"),
    }


def test_beside_ours_what_matches_fits(write: Write) -> None:
    schema = write("schema.jsonld", SCHEMA % "https://schema.org/")
    mine = write(
        "mine.ttl",
        KG + "schema:parentOrganization rdfs:subPropertyOf kg:part_of ; "
        'kg:example "[Norvale Group] reports every quarter to [the vendor]." .',
    )
    ontology = load([schema, mine])
    assert "https://schema.org/Organization" in ontology.ancestors("https://w3id.org/accordingto#Company")
