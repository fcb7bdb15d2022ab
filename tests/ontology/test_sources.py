"""Which files make the ontology: ours beside those given or not, and what imports may name."""

from __future__ import annotations

import http.server
import shutil
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from kg.errors import OntologyError
from kg.ontology.load import load
from kg.ontology.sources import sources
from kg.ontology.vocabulary import NAMESPACE
from kg.resources import folder

PREFIXES = """@prefix : <https://example.org/zoo#> .
@prefix kg: <https://w3id.org/accordingto#> .
@prefix kgn: <https://w3id.org/accordingto/names#> .
@prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
"""
ZOO = "https://example.org/zoo#"
OWN = ":Cat a owl:Class . :feeds a owl:ObjectProperty . "
Write = Callable[..., Path]
BESIDE = [
    "<https://example.org/zoo> a owl:Ontology ; owl:imports <https://w3id.org/accordingto> .",
    "<https://example.org/zoo> a owl:Ontology ; owl:imports <https://w3id.org/accordingto/0.1.0> .",
    ":feeds rdfs:domain kg:Agent .",
    ":feeds rdfs:range [ a owl:Class ; owl:unionOf ( :Cat kg:Prison ) ] .",
    ":Cat rdfs:subClassOf kg:Asset .",
    ":feeds rdfs:subPropertyOf kg:supplied .",
    ":feeds owl:inverseOf kg:hired .",
    ":feeds owl:propertyChainAxiom ( kg:owns :feeds ) .",
    ":feeds kg:also kg:supplied .",
    ":feeds kg:alternative kg:supplied .",
    ":Cat kg:plural kg:Group .",
    ":felix a kg:Person .",
    ':feeds kg:example "[s/Company:Norvale] feeds [the cat]." .',
    ':feeds kg:counter_example "[Norvale] feeds [o/Cat|Group:the cat] lies." .',
    ':feeds kg:planned_example "[Norvale] {acting_post:lets} feed [the cat]." .',
    'kg:hired kg:example "[Norvale] leashed [the cat]." .',
    'kgn:France skos:altLabel "Gaul" .',
]
INSTEAD = [
    "",
    ':feeds kg:example "[s/Cat:Felix] feeds [the mouse]." .',
    ":feeds skos:closeMatch kg:supplied ; rdfs:seeAlso kg:hired .",
    "kg:Company a owl:Class . :feeds rdfs:domain kg:Company .",
    ':Company a owl:Class . :feeds kg:example "[s/Company:Norvale] feeds [the cat]." .',
    'kg:hired a owl:ObjectProperty ; kg:example "[Norvale] leashed [the cat]." .',
    ':feeds kg:example "[Norvale] {feeding:feeds} [the cat]." . :feeding a kg:WordClass ; skos:prefLabel "feed" .',
]


@pytest.fixture
def write(tmp_path: Path) -> Write:
    def one(text: str, name: str = "zoo.ttl") -> Path:
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text if name.endswith(".owl") else PREFIXES + text, encoding="utf-8")
        return path

    return one


@pytest.mark.parametrize("text", BESIDE)
def test_ours_stands_beside_what_needs_it(write: Write, text: str) -> None:
    ontology = load([write(OWN + text)])
    assert NAMESPACE + "hired" in ontology.relations
    assert ZOO + "feeds" in ontology.relations
    assert ontology == load([write(OWN + text), folder("ontology")])


@pytest.mark.parametrize("text", INSTEAD)
def test_what_does_without_ours_stands_instead(write: Write, text: str) -> None:
    ontology = load([write(OWN + text)])
    assert NAMESPACE + "operates" not in ontology.relations
    assert not ontology.individuals


def test_one_file_may_declare_what_another_uses(write: Write) -> None:
    user = write(OWN + ":feeds rdfs:domain kg:Keeper .", "a.ttl")
    keeper = write("kg:Keeper a owl:Class .", "b.ttl")
    assert set(load([user, keeper]).classes) == {ZOO + "Cat", NAMESPACE + "Keeper"}


def test_an_example_is_added_to_ours(write: Write) -> None:
    example = "[Norvale] leashed [the cat]."
    ours, more = load(), load([write(f'kg:hired kg:example "{example}" .')])
    assert set(more.relations[NAMESPACE + "hired"].examples) == {*ours.relations[NAMESPACE + "hired"].examples, example}
    assert len(more.relations) == len(ours.relations)


@pytest.mark.parametrize(("more", "taken"), [("", True), ('kg:ner_label "ORG"', False), ("kg:speaks true", False)])
def test_a_class_of_an_equal_label_takes_over_our_words(write: Write, more: str, taken: bool) -> None:
    classes = load([write(f':Firm a owl:Class ; rdfs:label "organization" ; {more} . :Cat a owl:Class ; rdfs:label "cat" .')]).classes
    assert ("vendor" in classes[ZOO + "Firm"].labels) == taken
    assert ("Inc." in classes[ZOO + "Firm"].hidden_labels) == taken
    assert classes[ZOO + "Firm"].label == "organization"
    assert classes[ZOO + "Cat"].labels == ("cat",)


def test_nothing_of_ours_is_there_twice(write: Write, tmp_path: Path) -> None:
    mine = write(OWN + ":feeds rdfs:domain kg:Agent .")
    copied = shutil.copytree(folder("ontology"), tmp_path / "copied")
    wanted = load([mine])
    for given in ([folder("ontology"), mine], [mine, *sorted(copied.iterdir())], [folder("ontology") / "wordings.ttl", mine]):
        assert load(given) == wanted
    assert load([folder("ontology") / "wordings.ttl"]) == load()
    assert len(sources([mine]).documents) == len(sources(None).documents) + 1


# -- imports ----------------------------------------------------------------------------------------------------------------------------


def imports(iri: str) -> str:
    return f"<https://example.org/zoo> a owl:Ontology ; owl:imports <{iri}> . "


def test_files_beside_are_imported_once_whatever_the_order(write: Write) -> None:
    first = write(imports("b.ttl") + imports("more/c%20d.ttl") + ":Cat a owl:Class .", "a.ttl")
    write(imports("a.ttl") + imports("b.ttl") + ":Dog a owl:Class .", "b.ttl")
    write(imports("e.ttl") + ":Eel a owl:Class .", "more/c d.ttl")
    write(":Fox a owl:Class .", "more/e.ttl")
    assert set(load([first]).classes) == {ZOO + name for name in ("Cat", "Dog", "Eel", "Fox")}


def test_an_ontology_that_is_given_is_there(write: Write) -> None:
    first = write(imports("https://example.org/dogs") + ":Cat a owl:Class .", "a.ttl")
    second = write("<https://example.org/dogs> a owl:Ontology . :Dog a owl:Class .", "b.ttl")
    assert set(load([first, second]).classes) == {ZOO + "Cat", ZOO + "Dog"}


@pytest.mark.parametrize("iri", ["https://schema.org/", "http://www.w3.org/2004/02/skos/core", "http://xmlns.com/foaf/0.1/"])
def test_what_ours_only_speaks_of_is_left_with_a_note(write: Write, iri: str) -> None:
    (note,) = sources([write(imports(iri))]).notes
    assert iri in note


@pytest.mark.parametrize(
    ("iri", "says"),
    [
        ("../secret.ttl", "no file in its folder"),
        ("%2e%2e/secret.ttl", "leads out of the folder"),
        ("x/../../secret.ttl", "no file in its folder"),
        ("/etc/passwd", "no file in its folder"),
        ("%2Fetc/passwd", "leads out of the folder"),
        ("file:///etc/passwd", "no file in its folder"),
        ("link.ttl", "leads out of the folder"),
        ("notes.txt", "of no kind that is known"),
        ("none.ttl", "can't be read"),
        ("n%00ne.ttl", "can't be read"),
        ("ftp://example.org/dogs.ttl", "no file in its folder"),
        ("http://127.0.0.1:9/dogs.ttl", "nothing is fetched: name a file of it too, or give --allow-imports http://127.0.0.1:9/dogs.ttl"),
    ],
)
def test_no_import_leads_out_of_the_folder(write: Write, tmp_path: Path, iri: str, says: str) -> None:
    write(":Secret a owl:Class .", "secret.ttl")
    first = write(imports(iri), "zoo/a.ttl")
    (tmp_path / "zoo" / "link.ttl").symlink_to(tmp_path / "secret.ttl")
    (tmp_path / "zoo" / "notes.txt").write_text("")
    with pytest.raises(OntologyError, match=says):
        load([first])


class Handler(http.server.BaseHTTPRequestHandler):
    """Answers by path, and counts."""

    asked: list[str]

    def do_GET(self) -> None:
        self.asked.append(self.path)
        kind, body = "text/turtle", PREFIXES + ":Dog a owl:Class ."
        if self.path == "/here":
            return self.redirect("/dogs")
        if self.path == "/away":
            return self.redirect("http://localhost:9/dogs")
        if self.path == "/file":
            return self.redirect("file:///etc/passwd")
        if self.path == "/html":
            kind = "text/html"
        if self.path == "/huge":
            body += "#" * 20_000_001
        if self.path == "/local":
            body += f"<x> owl:imports <file:///ontology/a.ttl> , <{self.path}> ."
        if self.path == "/more":
            body += f"<http://{self.headers['Host']}/more> owl:imports <dogs> ."
        self.send_response(404 if self.path == "/none" else 200)
        self.send_header("Content-Type", kind)
        self.end_headers()
        self.wfile.write(body.encode())
        return None

    def redirect(self, where: str) -> None:
        self.send_response(302)
        self.send_header("Location", where)
        self.end_headers()

    def log_message(self, format: str, *args: object) -> None:
        pass


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    monkeypatch.setenv("no_proxy", "127.0.0.1,localhost")
    monkeypatch.setattr(Handler, "asked", [], raising=False)
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler) as running:
        threading.Thread(target=running.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{running.server_port}"
        running.shutdown()


def test_an_import_is_fetched_where_it_is_allowed(write: Write, server: str) -> None:
    first = write(imports(f"{server}/here") + ":Cat a owl:Class .")
    with pytest.raises(OntologyError, match="nothing is fetched"):
        load([first], [f"{server}/dogs"])
    assert Handler.asked == []
    wanted = load([first], [f"{server}/here"])
    assert set(wanted.classes) == {ZOO + "Cat", ZOO + "Dog"}
    assert load([first], [f"{server}/here"]) == wanted
    assert Handler.asked == ["/here", "/dogs"]


@pytest.mark.parametrize(
    ("path", "says"),
    [
        ("/away", "leads elsewhere"),
        ("/file", "is not allowed"),
        ("/html", "no RDF by its type"),
        ("/huge", "larger than 20 MB"),
        ("/none", "404|Not Found"),
        ("/local", "what comes from the network can't"),
        ("/more", "nothing is fetched: .*/dogs"),
    ],
)
def test_what_is_fetched_stays_in_bounds(write: Write, server: str, path: str, says: str) -> None:
    with pytest.raises(OntologyError, match=says):
        load([write(imports(server + path), "a.ttl")], [server + path])


def test_a_slow_server_is_given_up(write: Write, server: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kg.ontology.remote._SECONDS", -1.0)
    monkeypatch.setattr("kg.ontology.remote._PATIENCE", 10.0)
    with pytest.raises(OntologyError, match="download it, and name the file"):
        load([write(imports(f"{server}/slow"))], [f"{server}/slow"])
