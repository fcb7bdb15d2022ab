"""Relations to literals from the article to the export and back: built, asked, rejected, removed, in two articles that disagree."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
import spacy
from pyoxigraph import DefaultGraph, Literal, NamedNode, QuerySolutions, Triple
from spacy.tokens import DocBin

import kg
from kg import corrections
from kg.export.selection import Selection, selected
from kg.export.turtle import turtle
from kg.graph import Graph
from kg.language.model import BUNDLED
from kg.ontology.load import load
from kg.path import paths
from kg.statement import Value
from kg.store import open_store

ONTOLOGY = Path(__file__).parents[1] / "extractors" / "values.ttl"
GOLDEN = Path(__file__).with_name("golden_values.ttl")
FIRST = """Tarnwick Freight was founded in 1998.

Tarnwick Freight employs 300 people, Dana Whitlock said.

Tarnwick Freight had revenue of $3.2 million in 2019.
"""
SECOND = """Dana Whitlock runs Ostrel Group.

Ostrel Group employs 300 people. Ostrel Group denied that Tarnwick Freight was founded in 1998.

Tarnwick Freight will employ more than 8,500 people.
"""
FIGURES = "https://example.org/figures#"


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    home = tmp_path_factory.mktemp("values")
    (home / "articles").mkdir()
    (home / "articles" / "freight.txt").write_text(FIRST, encoding="utf-8")
    (home / "articles" / "group.txt").write_text(SECOND, encoding="utf-8")
    kg.build(home / "articles", home / "kg.db", ontology=[ONTOLOGY], jobs=1).close()
    return home


@pytest.fixture
def graph(home: Path) -> Graph:
    return kg.open(home / "kg.db")


def rows(graph: Graph, query: str, columns: str, **parameters: str) -> list[tuple[str, ...]]:
    found = graph.query(query, **parameters)
    assert isinstance(found, QuerySolutions)
    return [tuple(row[name].value for name in columns.split()) for row in found]


def plain(graph: Graph) -> set[tuple[str, str, str]]:
    """The plain triples whose object is a literal: subject's and relation's local names, and the literal."""
    quads = [quad for quad in graph.store.quads(DefaultGraph()) if quad.predicate.value.startswith(FIGURES)]
    found = [quad for quad in quads if isinstance(quad.object, Literal) and isinstance(quad.subject, NamedNode)]
    return {(one.subject.value.rpartition("#")[2], one.predicate.value.removeprefix(FIGURES), str(one.object)) for one in found}


def xsd(value: str, kind: str) -> str:
    return f'"{value}"^^<http://www.w3.org/2001/XMLSchema#{kind}>'


def test_turtle_is_the_golden_file(graph: Graph) -> None:
    quads = [quad for quad in selected(graph.store, Selection()) if str(quad.subject).startswith("<urn:kg:article/freight")]
    with graph:
        assert turtle(quads).encode() == GOLDEN.read_bytes()


def test_only_what_is_affirmed_is_a_plain_triple(graph: Graph) -> None:
    with graph:
        assert plain(graph) == {
            ("tarnwick-freight", "founded_on", xsd("1998", "gYear")),
            ("tarnwick-freight", "staff", xsd("300", "integer")),
            ("tarnwick-freight", "revenue", xsd("3200000", "decimal")),
            ("ostrel-group", "staff", xsd("300", "integer")),
        }
        reified = {str(quad.object) for quad in graph.store.quads(DefaultGraph()) if isinstance(quad.object, Triple)}
        assert any(xsd("8500", "integer") in one for one in reified)


def test_it_is_asked_for_in_the_articles_words(graph: Graph) -> None:
    with graph:
        about = rows(graph, "about", "relationLabel objectLabel status speakerLabel", entity="Tarnwick Freight")
        assert [(relation, words, status.rpartition("#")[2], who) for relation, words, status, who in about] == [
            ("founded on", "1998", "affirmed", "the article"),
            ("founded on", "1998", "denied", "Ostrel Group"),
            ("revenue", "$3.2 million", "affirmed", "the article"),
            ("staff", "300 people", "affirmed", "Dana Whitlock"),
            ("staff", "more than 8,500 people", "planned", "the article"),
        ]
        assert rows(graph, "disputed", "relationLabel objectLabel denierLabel") == [("founded on", "1998", "Ostrel Group")]
        assert rows(graph, "timeline", "date relationLabel objectLabel", entity="Tarnwick Freight")[:2] == [
            ("1998", "founded on", "1998"),
            ("1998", "founded on", "1998"),
        ]


def test_a_number_that_two_share_joins_nobody(graph: Graph) -> None:
    with graph:
        assert paths(graph.store, "Tarnwick Freight", "Ostrel Group", any_status=True) == []
        network = graph.to_networkx()
    staff = [(one, other) for one, other, known in network.edges(data=True) if known["relation"] == "staff"]
    assert len({other for _, other in staff}) == len(staff) == 3
    ends = [network.nodes[other] for _, other in staff]
    assert {(known["label"], known["value"], known["class"]) for known in ends} == {
        ("300 people", "300", "integer"),
        ("more than 8,500 people", "8500", "integer"),
    }


def test_a_rejected_value_stays_away_and_a_removed_articles_goes(graph: Graph, home: Path, tmp_path: Path) -> None:
    ontology = load([ONTOLOGY])
    with graph:
        (statement,) = {
            one for one, words in rows(graph, "says", "statement objectLabel", speaker="Dana Whitlock") if words == "300 people"
        }
        before = set(graph.store.quads())
    shutil.copytree(home / "kg.db", tmp_path / "kg.db")
    with open_store(tmp_path / "kg.db") as store:
        corrections.reject(store, statement, why="she meant another firm", who="Ann", ontology=ontology)
        assert not corrections.verify(store, ontology)
        assert ("tarnwick-freight", "staff", xsd("300", "integer")) not in plain(Graph(store))

    edited = tmp_path / "articles"
    edited.mkdir()
    (edited / "freight.txt").write_text(f"A closer look.\n\n{FIRST}", encoding="utf-8")
    (edited / "group.txt").write_text(SECOND, encoding="utf-8")
    with kg.build(edited, tmp_path / "kg.db", ontology=[ONTOLOGY], jobs=1, replace=True) as again:
        assert ("tarnwick-freight", "staff", xsd("300", "integer")) not in plain(again), "the rejection holds for the edited article"

    with kg.build(home / "articles", tmp_path / "kg.db", ontology=[ONTOLOGY], jobs=1, replace=True):
        pass
    with open_store(tmp_path / "kg.db") as store:
        corrections.restore(store, statement, ontology=ontology)
        assert not corrections.verify(store, ontology)
        assert {quad for quad in store.quads() if "manifest" not in str(quad)} == {quad for quad in before if "manifest" not in str(quad)}
        corrections.remove(store, "freight", ontology=ontology)
        assert not corrections.verify(store, ontology)
        assert plain(Graph(store)) == {("ostrel-group", "staff", xsd("300", "integer"))}


def test_a_doc_keeps_its_values() -> None:
    nlp = spacy.load(BUNDLED)
    nlp.add_pipe("kg", config={"ontology": [str(ONTOLOGY)]})
    docs = list(nlp.pipe([FIRST, SECOND]))
    kept = list(DocBin(store_user_data=True, docs=docs).get_docs(nlp.vocab))
    assert [doc._.statements for doc in kept] == [doc._.statements for doc in docs]
    values = [one.object for doc in kept for one in doc._.statements if isinstance(one.object, Value)]
    assert [value.lexical for value in values] == ["1998", "300", "3200000", "300", "1998", "8500"]
