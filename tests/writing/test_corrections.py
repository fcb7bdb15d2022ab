"""Taking an article out, setting a statement aside and back, and finding out whether all is right."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from pyoxigraph import DefaultGraph, Literal, NamedNode, Quad

from kg import vocabulary as v
from kg.building import build
from kg.corrections import reject, remove, restore, verify
from kg.editing import Editor
from kg.errors import StoreError, UsageError
from kg.iris import article_iri, decisions_graph
from kg.store import open_store
from kg.store.interface import Store
from tests.view.world import NS, ONTOLOGY, WITHOUT_CHAINS
from tests.writing.fake import VERSIONS, extract, made, statement_of

ARTICLES = [
    made("news/a.txt", "Cole Ltd runs Jail. Ann Bell hired Cole Ltd."),
    made("news/b.txt", "Jail lies_in Eastham."),
    made("other/b.txt", "Jail lies_in Eastham. Jail lies_in Fenland."),
]
ANN = {"why": "another jail", "who": "Ann", "ontology": ONTOLOGY}


@pytest.fixture(params=["folder", "endpoint"])
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Store]:
    location = str(tmp_path / "kg.db") if request.param == "folder" else str(request.getfixturevalue("endpoint"))
    build(ARTICLES, extract, location, ontology=ONTOLOGY, versions=VERSIONS)
    with open_store(location) as opened:
        yield opened


def triples(store: Store) -> set[str]:
    view = [quad for quad in store.quads(DefaultGraph()) if quad.predicate.value.startswith(NS)]
    return {" ".join(str(term.value).rpartition("#")[2] for term in quad.triple) for quad in view}  # type: ignore[union-attr]


def test_one_of_two_supports_keeps_what_follows_and_the_last_ends_it(store: Store) -> None:
    assert "cole-ltd runs_in eastham" in triples(store)
    assert remove(store, "news/b.txt", ontology=ONTOLOGY) == article_iri("news/b.txt")
    assert "cole-ltd runs_in eastham" in triples(store)
    assert not verify(store, ONTOLOGY)
    remove(store, "other/b.txt", ontology=ONTOLOGY)
    assert triples(store) == {
        "cole-ltd runs jail",
        "cole-ltd manages jail",  # its equivalent
        "ann-bell hired cole-ltd",
        "cole-ltd hired_by ann-bell",
        "ann-bell deals_with cole-ltd",
    }
    assert not verify(store, ONTOLOGY)
    assert not [quad for quad in store.quads() if "b.txt" in str(quad)]


@pytest.mark.parametrize("name", ["news/a.txt", "a", article_iri("news/a.txt").value, article_iri("news/a.txt").value[-16:]])
def test_an_article_has_several_names(store: Store, name: str) -> None:
    assert remove(store, name, ontology=ONTOLOGY) == article_iri("news/a.txt")


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("b", r"2 articles are called 'b'; give one of them in full: .*article/b-\w+, .*article/b-\w+\.$"),
        ("c", r"no article 'c' in the store; it has: urn:kg:article/a-\w+, "),
        ("", r"no article '' in the store; it has: "),
    ],
)
def test_an_article_that_isnt_known_or_isnt_one(store: Store, name: str, message: str) -> None:
    before = set(store.quads())
    with pytest.raises(UsageError, match=message):
        remove(store, name, ontology=ONTOLOGY)
    assert set(store.quads()) == before


def test_rejecting_and_restoring(store: Store) -> None:
    before = set(store.quads())
    iri = statement_of(store, "runs")
    rejection = reject(store, iri[-16:], when=datetime(2024, 5, 1, 12, tzinfo=UTC), **ANN)  # type: ignore[arg-type]
    assert (rejection.statement.value, rejection.when) == (iri, "2024-05-01T12:00:00Z")
    assert triples(store) >= {"ann-bell hired cole-ltd", "jail lies_in eastham"}
    assert not {one for one in triples(store) if "runs" in one}
    in_view = {quad.subject for quad in store.quads(DefaultGraph())}
    assert NamedNode(iri) not in in_view
    assert Quad(NamedNode(iri), v.TYPE, v.STATEMENT, article_iri("news/a.txt")) in set(store.quads())
    noted = {quad.predicate: quad.object for quad in store.quads(decisions_graph("urn:kg:"))}
    assert noted[v.WHY] == Literal("another jail")
    assert noted[v.EVIDENCE] == Literal("Cole Ltd runs Jail.")
    assert not verify(store, ONTOLOGY)
    assert restore(store, iri[-16:], ontology=ONTOLOGY) == rejection
    assert set(store.quads()) == before


def test_a_reason_to_restore_a_statement_is_kept(store: Store) -> None:
    before, iri = set(store.quads()), statement_of(store, "runs")
    reject(store, iri, **ANN)  # type: ignore[arg-type]
    restore(store, iri, why="it was that jail", who="Bo", ontology=ONTOLOGY, when=datetime(2024, 5, 2, 12, tzinfo=UTC))
    added = set(store.quads()) - before
    assert before < set(store.quads())
    assert {quad.graph_name for quad in added} == {decisions_graph("urn:kg:")}
    assert {quad.object for quad in added} >= {v.RESTORATION, NamedNode(iri), Literal("it was that jail"), Literal("Bo")}
    assert Literal("another jail") not in {quad.object for quad in added}
    assert not verify(store, ONTOLOGY)
    with pytest.raises(UsageError, match="There is no rejected statement"):
        restore(store, iri, ontology=ONTOLOGY)
    reject(store, iri, **ANN)  # type: ignore[arg-type]
    assert not {one for one in triples(store) if "runs" in one}
    restore(store, iri, ontology=ONTOLOGY)
    assert set(store.quads()) == before


def test_a_removed_article_comes_back_as_it_was_decided(store: Store) -> None:
    iri = statement_of(store, "runs")
    reject(store, iri, **ANN)  # type: ignore[arg-type]
    remove(store, "a", ontology=ONTOLOGY)
    assert not verify(store, ONTOLOGY)
    (told,) = extract([ARTICLES[0]])
    Editor(store, ONTOLOGY).put(told.article, told.statements, VERSIONS)
    assert "ann-bell hired cole-ltd" in triples(store)
    assert "cole-ltd runs jail" not in triples(store)


def test_a_statement_that_isnt_known_or_isnt_one(store: Store) -> None:
    before = set(store.quads())
    with pytest.raises(UsageError, match=r"no statement 'nonsense' in the store; it has: urn:kg:article/a-\w+#s-\w+, "):
        reject(store, "nonsense", **ANN)  # type: ignore[arg-type]
    with pytest.raises(UsageError, match="no statement '\"}'"):
        reject(store, '"}', **ANN)  # type: ignore[arg-type]
    with pytest.raises(UsageError, match="no statement"):
        reject(store, "\udcff", **ANN)  # type: ignore[arg-type]
    with pytest.raises(UsageError, match=r"no statement '.' in the store"):
        reject(store, statement_of(store, "runs")[-1], **ANN)  # type: ignore[arg-type]
    with pytest.raises(UsageError, match="There is no rejected statement in the store"):
        restore(store, "anything", ontology=ONTOLOGY)
    reject(store, statement_of(store, "runs"), **ANN)  # type: ignore[arg-type]
    with pytest.raises(UsageError, match=r"no rejected statement 'anything' in the store; it has: urn:kg:article/a-\w+#s-\w+\.$"):
        restore(store, "anything", ontology=ONTOLOGY)
    restore(store, statement_of_rejected(store), ontology=ONTOLOGY)
    assert set(store.quads()) == before


def statement_of_rejected(store: Store) -> str:
    (quad,) = [quad for quad in store.quads(decisions_graph("urn:kg:")) if quad.predicate == v.OF_STATEMENT]
    assert isinstance(quad.object, NamedNode)
    return quad.object.value


def test_verify_finds_what_somebody_changed(store: Store) -> None:
    assert not verify(store, ONTOLOGY)
    store.update(f"INSERT DATA {{ <urn:my:a> <{NS}hired> <urn:my:b> }}")
    found = verify(store, ONTOLOGY)
    assert (len(found.extra), len(found.missing)) == (1, 0)
    store.update(f"DELETE WHERE {{ ?s <{NS}hired> ?o }}")
    found = verify(store, ONTOLOGY)
    assert (len(found.extra), len(found.missing)) == (0, 1)


def test_another_ontology_than_the_stores_is_refused(store: Store) -> None:
    for action in (lambda: remove(store, "a", ontology=WITHOUT_CHAINS), lambda: verify(store, WITHOUT_CHAINS)):
        with pytest.raises(UsageError, match="built with another ontology"):
            action()


def test_a_store_that_kg_didnt_build(tmp_path: Path) -> None:
    with open_store(tmp_path / "kg.db") as empty, pytest.raises(StoreError, match="Nothing was built into this store yet"):
        verify(empty, ONTOLOGY)
