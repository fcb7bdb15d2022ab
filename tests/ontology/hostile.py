"""Ontologies that mean harm. Run as a program with a folder, it makes and loads each, and prints what came of it, a JSON line each."""

from __future__ import annotations

import json
import os
import resource
import sys
import time
import zipfile
from collections.abc import Callable
from pathlib import Path

from kg.errors import OntologyError
from kg.ontology.load import load, ontology_of
from kg.ontology.sources import sources

PREFIXES = """@prefix : <https://example.org/zoo#> .
@prefix kg: <https://w3id.org/accordingto#> .
@prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
:q a owl:ObjectProperty ; kg:also :q .
"""
RDF = '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:rdfs="http://www.w3.org/2000/01/rdf-schema#">'
LABEL = '<rdf:Description rdf:about="urn:x"><rdfs:label>{}</rdfs:label></rdf:Description></rdf:RDF>'
MEMORY = 3_000_000_000
Make = Callable[[Path], Path]


def turtle(text: str) -> Make:
    return _file("zoo.ttl", PREFIXES + text)


def xml(document_type: str, body: str) -> Make:
    return _file("zoo.rdf", f'<?xml version="1.0"?><!DOCTYPE rdf:RDF [{document_type}]>{RDF}{body}')


def _file(name: str, data: str | bytes) -> Make:
    def make(folder: Path) -> Path:
        path = folder / name
        path.write_bytes(data.encode() if isinstance(data, str) else data)
        return path

    return make


def _link(folder: Path) -> Path:
    (folder / "zoo.ttl").symlink_to("/dev/zero")
    return folder


def _pipe(folder: Path) -> Path:
    os.mkfifo(folder / "zoo.ttl")
    return folder


def _pipe_itself(folder: Path) -> Path:
    return _pipe(folder) / "zoo.ttl"


def _zip(folder: Path) -> Path:
    with zipfile.ZipFile(folder / "zoo.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("zoo.ttl", " " * 10_000_000)
    return folder / "zoo.zip"


def _disguised(folder: Path) -> Path:
    return _zip(folder).rename(folder / "zoo.ttl")


def _many_files(folder: Path) -> Path:
    for number in range(1_100):
        (folder / f"{number}.ttl").write_text(f"<urn:{number}> a <urn:x> .")
    return folder


def _sparse(folder: Path) -> Path:
    with (folder / "zoo.ttl").open("wb") as file:
        file.truncate(10_000_000_000)
    return folder / "zoo.ttl"


def _relation(number: int) -> str:
    examples = " , ".join(f'"[The vendor] hit{number} [the firm] in {month}."' for month in range(10))
    return f":p{number} a owl:ObjectProperty ; kg:example {examples} .\n"


ENTITIES = '<!ENTITY a0 "lol">' + "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 12))
DEEP = 60_000
HOSTILE: dict[str, tuple[Make, str]] = {
    "a billion laughs": (xml(ENTITIES, LABEL.format("&a11;")), "made of others"),
    "hidden laughs": (xml('<!ENTITY a "lol"><!ENTITY b "&#38;a;&#38;a;">', LABEL.format("&b;")), "made of others"),
    "one long entity often": (xml(f'<!ENTITY a "{"x" * 100_000}">', LABEL.format("&a;" * 10_000)), "stand for 1,000 MB"),
    "an external entity": (xml('<!ENTITY a SYSTEM "file:///etc/passwd">', LABEL.format("&a;")), "nothing is fetched"),
    "a parameter entity": (xml('<!ENTITY % a SYSTEM "http://127.0.0.1:9/x.dtd"> %a;', LABEL.format("x")), "nothing is fetched"),
    "attributes by default": (xml(f'<!ATTLIST rdf:Description a CDATA "{"x" * 1000}">', LABEL.format("x")), "declares attributes"),
    "deep elements": (_file("zoo.rdf", RDF + "<rdfs:a><rdfs:b>" * DEEP), "nested more than 100 deep"),
    "no XML": (_file("zoo.rdf", "<rdf:RDF"), "line 1, column 1: this isn't RDF/XML"),
    "brackets in an example": (turtle(f':p a owl:ObjectProperty ; kg:example "{"[" * 1_000_000}" .'), "shorten it to 500"),
    "spaces in an example": (turtle(f':p a owl:ObjectProperty ; kg:example "[:{" " * 1_000_000}" .'), "shorten it to 500"),
    "a label of 10 MB": (turtle(f':A a owl:Class ; rdfs:label "{"x" * 10_000_000}" .'), "shorten it"),
    "a line of 18 MB": (_file("zoo.nt", f'<urn:a> <urn:b> "{"x" * 18_000_000}" .\n'), "shorten it"),
    "100,000 classes": (turtle("".join(f":A{n} a owl:Class .\n" for n in range(100_000))), "has 100,000 classes"),
    "100,000 examples": (
        turtle(":p a owl:ObjectProperty ; kg:example " + ",".join(f'"[A] hit{n} [B]."' for n in range(100_000)) + " ."),
        "has 100,000 examples",
    ),
    "10,000 relations": (turtle("".join(f":p{n} a owl:ObjectProperty .\n" for n in range(10_000))), "10,001 relations"),
    "nesting without end": (turtle(":a :b " + "[ :b " * 1_000_000), "in which nothing is said"),
    "lists without end": (turtle(":a :b " + "( " * 3_000_000), "more than 400,000 triples"),
    "triple terms without end": (turtle(":a :b " + "<<( :a :b " * 1_000_000), "in which nothing is said"),
    "a million blank nodes": (turtle(":a :b " + "[]," * 1_000_000 + "[] ."), "more than 400,000 triples"),
    "a list that bites its tail": (
        turtle(
            ":p a owl:ObjectProperty ; owl:propertyChainAxiom _:x . _:x rdf:first :q ; rdf:rest _:y . _:y rdf:first :q ; rdf:rest _:x ."
        ),
        "isn't a list",
    ),
    "a chain of 1,000": (turtle(f":p a owl:ObjectProperty ; owl:propertyChainAxiom ( {':q ' * 1_000}) ."), "shorten it to 20"),
    "10,000 classes that exclude one another": (
        turtle(f"[] a owl:AllDisjointClasses ; owl:members ( {' '.join(f':A{n}' for n in range(10_000))} ) . :A1 a owl:Class ."),
        "shorten it to 1,000",
    ),
    "a ladder of classes": (
        turtle("".join(f":A{n} a owl:Class ; rdfs:subClassOf :A{n + 1} .\n" for n in range(15_000))),
        "over 200 terms above it",
    ),
    "a ring of classes": (
        turtle("".join(f":A{n} a owl:Class ; rdfs:subClassOf :A{(n + 1) % 15_000} .\n" for n in range(15_000))),
        "over 200 terms above it",
    ),
    "no UTF-8": (_file("zoo.ttl", PREFIXES.encode() + b'\n:A rdfs:label "\xff" .'), "line 8: this isn't UTF-8"),
    "UTF-16": (_file("zoo.ttl", PREFIXES.encode("utf-16")), "line 1: this isn't UTF-8"),
    "a NUL": (_file("zoo.ttl", PREFIXES + "\n:A rdfs:label\0 ."), "line 8: there is a NUL"),
    "a link to zeros without end": (_link, "leads out of the folder"),
    "a pipe in a folder": (_pipe, "no ordinary file"),
    "a pipe": (_pipe_itself, "no ordinary file"),
    "a zip": (_zip, "of no kind that is known"),
    "a zip in disguise": (_disguised, "this isn't UTF-8|there is a NUL"),
    "10 GB": (_sparse, "larger than 20 MB"),
    "1,100 files": (_many_files, "larger than 20 MB or 1,000 files"),
    "a remote context": (_file("zoo.jsonld", '{"@context": "http://127.0.0.1:9/c", "@id": "urn:x"}'), "this isn't JSON-LD"),
    "deep JSON-LD": (_file("zoo.jsonld", '[{"@id": "urn:x", "urn:p": ' * 200_000), "this isn't JSON-LD"),
    "deep JSON": (_file("zoo.json", '{"a":' * 200_000), "nested|isn't JSON"),
    "an endless number": (_file("zoo.json", '{"a": ' + "9" * 1_000_000 + "}"), "numbers without end"),
    "a laugh in YAML": (_file("zoo.yaml", "a: &a [x, x]\n" + "".join(f"{n}: &b{n} [*a, *a]\n" for n in range(9))), "aliases"),
    "deep YAML": (_file("zoo.yaml", "[" * 200_000), "deep nesting"),
    "YAML of something else": (_file("zoo.yaml", "site_name: zoo\n"), "no FollowTheMoney model"),
    "YAML that calls Python": (_file("zoo.yaml", "!!python/object/apply:os.system ['echo called']"), "this isn't YAML"),
    "imports of one another": (
        turtle("".join(f"<urn:o> owl:imports <http://127.0.0.1:9/{n}> .\n" for n in range(50_000))),
        "nothing is fetched",
    ),
}
FINE: dict[str, Make] = {
    "300 relations": turtle("".join(map(_relation, range(300))) + ":p1 rdfs:domain kg:Agent ."),
    "three classes in a ring": turtle("".join(f":A{n} a owl:Class ; rdfs:subClassOf :A{(n + 1) % 3} .\n" for n in range(3))),
}


def main(folder: Path) -> None:
    """Load ours as a yardstick, then each of these, in memory that is bounded."""
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    begun = time.process_time()
    ontology_of(sources(None))  # past what is kept of it
    print(json.dumps(["", "", time.process_time() - begun]), flush=True)
    for number, (name, make) in enumerate({**{name: make for name, (make, _) in HOSTILE.items()}, **FINE}.items()):
        place = folder / str(number)
        place.mkdir()
        given = make(place)
        begun = time.process_time()
        try:
            load([given])
            message = ""
        except OntologyError as error:
            message = str(error)
        print(json.dumps([name, message, time.process_time() - begun]), flush=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
