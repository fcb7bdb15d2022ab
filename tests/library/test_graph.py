"""The library's door: opening, asking and going through what was built."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
import rdflib
from pyoxigraph import QuerySolutions

import kg
from kg.building import build
from kg.corrections import reject
from kg.errors import QueryError, StoreError, UsageError
from kg.statement import Status
from kg.store import open_store
from tests.view.world import NS, ONTOLOGY
from tests.writing.fake import VERSIONS, extract, made, statement_of

ARTICLES = [
    made("news/a.txt", "Cole Ltd runs Jail. Ann Bell hired Cole Ltd.", title="Of a jail"),
    made("news/b.txt", "Jail lies_in Eastham. Ann Bell didn't met Dorn."),
]


@pytest.fixture
def location(tmp_path: Path) -> Path:
    build(ARTICLES, extract, tmp_path / "kg.db", ontology=ONTOLOGY, versions=VERSIONS)
    return tmp_path / "kg.db"


def test_a_graph_is_asked_in_sparql_or_by_name(location: Path) -> None:
    with kg.open(location) as graph:
        found = graph.query(f"SELECT ?place {{ ?firm <{NS}runs_in> ?place }}")
        assert isinstance(found, QuerySolutions)
        assert [row["place"].value.rpartition("#")[2] for row in found] == ["eastham"]
        assert list(graph.query("about", entity="Ann Bell"))  # type: ignore[arg-type]
        with pytest.raises(UsageError, match="no query 'abuot'"):
            graph.query("abuot")
        with pytest.raises(QueryError):
            graph.query("SELECT { this is wrong")


def test_its_statements_and_articles_are_those_that_were_read(location: Path) -> None:
    told = {one for extraction in extract(ARTICLES) for one in extraction.statements}
    with kg.open(location) as graph:
        assert set(graph.statements()) == told
        assert set(graph.articles()) == set(ARTICLES)
    with open_store(location) as store:
        reject(store, statement_of(store, "runs"), why="another jail", who="Ann", ontology=ONTOLOGY)
    with kg.open(location) as graph:
        assert set(graph.statements()) == {one for one in told if one.relation != NS + "runs"}


def test_it_becomes_a_network_turtle_and_files(location: Path, tmp_path: Path) -> None:
    with kg.open(location) as graph:
        edges = graph.to_networkx().edges(data=True)
        assert sorted(known["status"] for _, _, known in edges) == [Status.AFFIRMED] * 3 + [Status.DENIED]
        turtle = graph.to_turtle()
        graph.export(tmp_path / "out.ttl")
    assert (tmp_path / "out.ttl").read_text() == turtle
    read = rdflib.Graph().parse(data=turtle)
    assert len(list(read.subjects(rdflib.RDF.type, rdflib.URIRef("https://w3id.org/accordingto#Statement")))) == 4


def test_what_isnt_there_isnt_opened(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="There is no store at"):
        kg.open(tmp_path / "none")
    with pytest.raises(AttributeError, match="'kg' has no attribute 'bulid'"):
        kg.bulid  # type: ignore[attr-defined]  # noqa: B018


@pytest.mark.parametrize(
    ("code", "unwanted"),
    [("import kg", "spacy rdflib networkx pyoxigraph"), ("import kg; kg.open", "spacy"), ("import kg.store", "spacy rdflib networkx")],
)
def test_nothing_heavy_is_loaded_before_it_is_needed(code: str, unwanted: str) -> None:
    program = f"{code}\nimport sys\nprint([one for one in {unwanted.split()!r} if one in sys.modules])"
    ended = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True, cwd=Path(__file__).parents[2])
    assert ended.stdout.strip() == "[]"
