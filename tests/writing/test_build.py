"""Building: from nothing, into what is there, skipping what is unchanged, in any order, with nothing lost when it fails."""

from __future__ import annotations

import itertools
import random
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from pyoxigraph import DefaultGraph, NamedNode, Quad

from kg.article import Article
from kg.building import BuildReport, build
from kg.corrections import reject, verify
from kg.errors import KgError, StoreError, UsageError
from kg.readers.content import Skipped
from kg.statement import Extraction, Status
from kg.store import open_store
from tests.view.world import NS, ONTOLOGY, WITHOUT_CHAINS
from tests.view.world import article as random_article
from tests.writing.fake import VERSIONS, extract, made, statement_of

A = made("news/a.txt", "Cole Ltd runs Jail. Ann Bell hired Cole Ltd.", title="A", folder="/news")
B = made("news/b.txt", "Jail lies_in Eastham. Ann Bell didn't met Dorn.", folder="/news")
C = made("c.txt", "Eastham lies_in Fenland. Cole Ltd runs Jail.")


def run(articles: Iterable[Article | Skipped], location: str | Path, **options: object) -> BuildReport:
    return build(articles, extract, location, **{"ontology": ONTOLOGY, "versions": VERSIONS, **options})  # type: ignore[arg-type]


def held(location: str | Path) -> set[Quad]:
    """All quads without blank nodes, whose labels are a store's own."""
    with open_store(location, read_only=True) as store:
        assert not verify(store, ONTOLOGY)
        return {quad for quad in store.quads() if "BlankNode" not in repr(quad)}


def triples(location: str | Path) -> set[str]:
    with open_store(location, read_only=True) as store:
        view = [quad for quad in store.quads(DefaultGraph()) if quad.predicate.value.startswith(NS)]
    return {f"{_name(quad.subject)} {_name(quad.predicate)} {_name(quad.object)}" for quad in view}


def _name(term: object) -> str:
    assert isinstance(term, NamedNode)
    return term.value.rpartition("#")[2]


@pytest.fixture(params=["folder", "endpoint"])
def location(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    return str(tmp_path / "kg.db") if request.param == "folder" else str(request.getfixturevalue("endpoint"))


def test_a_build_reports_what_it_did(location: str) -> None:
    told: list[str] = []
    odd = made("odd.txt", "Ann Bell hired Dorn. Cole Ltd oops Jail. An odd one.")
    other = Skipped("notes.bin", "not text", "other kind")
    report = run([A, other, B, odd], location, progress=lambda article: told.append(article.key))
    assert report == BuildReport(
        built=3,
        unchanged=0,
        skipped=(other,),
        problems=(
            "odd.txt: the words 'oops' aren't at 21–40 of its text; correct the extractor.",
            "odd.txt: a sentence of 9 words was too odd",
        ),
        articles=3,
        statements={Status.AFFIRMED: 4, Status.DENIED: 1, Status.POSSIBLE: 0, Status.PLANNED: 0},
        entities=6,  # Ann Bell is one, Dorn, who has but one name, is two
    )
    assert told == [A.key, B.key, odd.key]


def test_what_is_built_is_what_is_said_and_what_follows(location: str) -> None:
    run([A, B], location)
    assert triples(location) == {
        "cole-ltd runs jail",
        "cole-ltd manages jail",  # its equivalent
        "jail lies_in eastham",
        "cole-ltd runs_in eastham",
        "cole-ltd deals_with eastham",
        "ann-bell hired cole-ltd",
        "cole-ltd hired_by ann-bell",
        "ann-bell deals_with cole-ltd",
    }


def test_no_order_and_no_way_of_building_matters(location: str, tmp_path: Path) -> None:
    expected = None
    for number, order in enumerate(itertools.permutations([A, B, C])):
        at_once, one_by_one = tmp_path / f"at-once-{number}", tmp_path / f"one-by-one-{number}"
        run(order, at_once)
        for one in order:
            run([one], one_by_one)
        expected = expected or held(at_once)
        assert held(at_once) == expected
        assert held(one_by_one) == expected
    run([C, B, A], location)
    assert held(location) == expected


def test_a_larger_build_at_once_is_the_same_as_one_by_one(tmp_path: Path) -> None:
    world = dict(random_article(f"k{number}", 12, random.Random(number)) for number in range(12))

    def told(articles: Iterable[Article]) -> Iterator[Extraction]:
        return (Extraction(one, tuple(world[one])) for one in articles)

    settings = {"ontology": ONTOLOGY, "versions": VERSIONS}
    build(world, told, tmp_path / "all", **settings)  # type: ignore[arg-type]
    build([], told, tmp_path / "each", **settings)  # type: ignore[arg-type]
    build(list(world)[::-1], told, tmp_path / "each", **settings)  # type: ignore[arg-type]
    assert held(tmp_path / "all") == held(tmp_path / "each")


def test_the_unchanged_is_left_alone(location: str) -> None:
    run([A, B], location)
    before = held(location)
    extracted: list[str] = []

    def watched(articles: Iterable[Article]) -> Iterator[Extraction]:
        for one in extract(articles):
            extracted.append(one.article.key)
            yield one

    report = build([A, B, C], watched, location, ontology=ONTOLOGY, versions=VERSIONS)
    assert (report.built, report.unchanged, extracted) == (1, 2, [C.key])
    assert before < held(location)


@pytest.mark.parametrize(
    "changed",
    [
        {"article": replace(A, text=A.text + " Dorn met Ann Bell.")},
        {"article": replace(A, title="Another title")},
        {"versions": replace(VERSIONS, model="fake-2")},
        {"versions": replace(VERSIONS, code="0.2")},
        {"versions": replace(VERSIONS, ontology="sha256:other")},
    ],
)
def test_what_changed_is_read_anew(tmp_path: Path, changed: dict[str, object]) -> None:
    run([A], tmp_path / "kg.db")
    article = changed.pop("article", A)
    assert isinstance(article, Article)
    report = run([article], tmp_path / "kg.db", **changed)
    assert (report.built, report.unchanged, report.articles) == (1, 0, 1)
    run([article], tmp_path / "fresh", **changed)
    assert held(tmp_path / "kg.db") == held(tmp_path / "fresh")


def test_an_edited_article_replaces_its_former_self(location: str) -> None:
    run([A, B], location)
    run([replace(A, text="Ann Bell hired Cole Ltd.")], location)
    assert "cole-ltd runs jail" not in triples(location)
    assert "cole-ltd runs_in eastham" not in triples(location)
    assert "ann-bell hired cole-ltd" in triples(location)


def test_another_ontology_makes_another_view(location: str) -> None:
    run([A, B], location)
    run([], location, ontology=WITHOUT_CHAINS)
    assert "cole-ltd runs_in eastham" not in triples(location)
    assert "ann-bell deals_with cole-ltd" in triples(location)
    with open_store(location) as store:
        assert not verify(store, WITHOUT_CHAINS)
    run([], location)
    assert "cole-ltd runs_in eastham" in triples(location)


@pytest.mark.parametrize("first", [True, False])
def test_a_key_met_twice(tmp_path: Path, first: bool) -> None:
    again = replace(A, text="Ann Bell met Dorn.")
    path = tmp_path / "kg.db"
    if not first:
        run([], path)
    report = run([A, again], path)
    assert [one.source for one in report.skipped] == [A.key]
    assert "ann-bell hired cole-ltd" in triples(path)
    report = run([A, again], tmp_path / "replaced" if first else path, replace=True)
    assert report.skipped == ()
    assert triples(tmp_path / "replaced" if first else path) == {"ann-bell met dorn", "dorn met ann-bell"}


def test_the_same_key_from_another_folder(tmp_path: Path) -> None:
    run([A], tmp_path / "kg.db")
    elsewhere = made(A.key, "Ann Bell met Dorn.", folder="/elsewhere")
    report = run([elsewhere], tmp_path / "kg.db")
    assert "/news" in report.skipped[0].reason
    assert "--replace" in report.skipped[0].reason
    assert "ann-bell met dorn" not in triples(tmp_path / "kg.db")
    assert run([elsewhere], tmp_path / "kg.db", replace=True).built == 1
    assert "ann-bell met dorn" in triples(tmp_path / "kg.db")


def test_the_base_begins_all_iris_and_stays(location: str) -> None:
    run([A], location, base="https://graph.example/")
    quads = held(location)
    assert not any("urn:kg:" in str(quad) for quad in quads)
    assert any(str(quad.graph_name) == "<https://graph.example/manifest>" for quad in quads)
    run([B], location)
    assert len({str(quad.graph_name) for quad in held(location)}) == 4
    with pytest.raises(UsageError, match=r"begin with https://graph.example/, not urn:x:"):
        run([C], location, base="urn:x:")


def test_a_bad_article_doesnt_stop_the_others(location: str) -> None:
    report = run([A, replace(B, title="half of a pair \ud83d"), C], location)
    assert (report.built, [one.source for one in report.skipped]) == (2, [B.key])
    assert not any(B.key in str(quad) for quad in held(location))


def test_a_rejection_survives_rebuilding(location: str) -> None:
    run([A, B], location)
    with open_store(location) as store:
        statement = statement_of(store, "runs")
        reject(store, statement, why="another jail", who="Ann", ontology=ONTOLOGY)
    assert "cole-ltd runs_in eastham" not in triples(location)
    run([replace(A, text="Corrected. " + A.text), B], location)
    assert "cole-ltd runs jail" not in triples(location)
    assert "ann-bell hired cole-ltd" in triples(location)
    assert held(location)


def test_an_empty_build_is_a_store(location: str) -> None:
    report = run([], location)
    assert (report.articles, report.entities, sum(report.statements.values())) == (0, 0, 0)
    assert triples(location) == set()
    assert held(location)


def test_a_folder_or_endpoint_with_other_data_is_left_alone(tmp_path: Path, endpoint: str) -> None:
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "notes.txt").write_text("mine")
    with pytest.raises(StoreError, match="holds other files"):
        run([A], tmp_path / "mine")
    with open_store(endpoint) as store:
        store.update("INSERT DATA { <urn:my:a> <urn:my:b> <urn:my:c> }")
    with pytest.raises(StoreError, match="holds other data"):
        run([A], endpoint)
    with open_store(endpoint) as store:
        assert len(list(store.quads())) == 1


def test_a_locked_store(tmp_path: Path) -> None:
    run([A], tmp_path / "kg.db")
    with open_store(tmp_path / "kg.db"), pytest.raises(StoreError, match="being written by another process"):
        run([B], tmp_path / "kg.db")


def test_the_folder_may_be_there_and_empty(tmp_path: Path) -> None:
    (tmp_path / "kg.db").mkdir()
    run([A], tmp_path / "kg.db")
    assert [one.name for one in tmp_path.iterdir()] == ["kg.db"]
    assert held(tmp_path / "kg.db")


def test_an_extractor_that_fails_leaves_nothing_new(location: str) -> None:
    def failing(articles: Iterable[Article]) -> Iterator[Extraction]:
        for one in extract(articles):
            if one.article == B:
                raise KgError("The model is gone: install it again.")
            yield one

    with pytest.raises(KgError, match="The model is gone"):
        build([A, B, C], failing, location, ontology=ONTOLOGY, versions=VERSIONS)
    if Path(location).parent.is_dir():
        assert list(Path(location).parent.iterdir()) == []
    run([A, B, C], location)
    before = held(location)
    with pytest.raises(KgError, match="The model is gone"):
        build([replace(B, title="edited")], lambda articles: map(_fail, articles), location, ontology=ONTOLOGY, versions=VERSIONS)
    assert held(location) == before


def _fail(article: Article) -> Extraction:
    raise KgError("The model is gone: install it again.")
