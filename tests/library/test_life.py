"""An article built, left alone, edited, corrected, retracted and brought back by the real pipeline; the view is right after each step."""

from __future__ import annotations

from pathlib import Path

import pytest
from pyoxigraph import QuerySolutions

import kg
from kg import corrections
from kg.export.formats import exported
from kg.export.selection import Selection
from kg.ontology.load import load
from kg.store import open_store

FIRST = "Halden Inc. hired Veridell last year.\n\nVeridell operates in Tulsa.\n"
EDITED = "A closer look.\n\nHalden Inc. hired Veridell last year.\n\nVeridell sued Bluecask Inc. in March.\n"
OTHER = "Dovetrail hired Bluecask Inc. last year.\n"


class Desk:
    """A folder of two articles, its store, and what is done to them; each change is verified."""

    def __init__(self, home: Path) -> None:
        self.folder, self.store = home / "articles", home / "kg.db"
        self.folder.mkdir()
        self.write(FIRST)
        (self.folder / "other.txt").write_text(OTHER, encoding="utf-8")

    def write(self, text: str) -> None:
        (self.folder / "halden.txt").write_text(text, encoding="utf-8")

    def build(self, *, replace: bool = False) -> tuple[int, int]:
        """How many articles were built, and how many left alone."""
        with kg.build(self.folder, self.store, replace=replace) as graph:
            report = graph.report
        assert report is not None
        assert (report.skipped, report.problems) == ((), ())
        self.verify()
        return report.built, report.unchanged

    def reject(self, statement: str) -> None:
        with open_store(self.store) as opened:
            corrections.reject(opened, statement, why="it was another firm", who="Ann", ontology=load())
        self.verify()

    def restore(self, statement: str) -> None:
        with open_store(self.store) as opened:
            corrections.restore(opened, statement, ontology=load())
        self.verify()

    def remove(self, article: str) -> None:
        with open_store(self.store) as opened:
            corrections.remove(opened, article, ontology=load())
        self.verify()

    def verify(self) -> None:
        with open_store(self.store, read_only=True) as opened:
            assert not corrections.verify(opened, load())

    def exported(self) -> tuple[str, ...]:
        with open_store(self.store, read_only=True) as opened:
            return exported(opened, ".ttl"), exported(opened, ".nq", Selection(everything=True, rdf12=True)), exported(opened, ".jsonl")

    def statements(self, article: str = "") -> dict[str, str]:
        """Relation → IRI of the view's statements from the article (or all)."""
        with open_store(self.store, read_only=True) as opened:
            found = opened.query(
                "PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> PREFIX kg: <https://w3id.org/accordingto#>"
                "SELECT ?st ?p { ?st a kg:Statement ; rdf:predicate ?p }"
            )
            assert isinstance(found, QuerySolutions)
            rows = [(row["p"].value.rpartition("#")[2], str(row["st"].value)) for row in found]
        return {relation: statement for relation, statement in rows if f"/{article}" in statement}


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    desk = Desk(tmp_path)
    assert desk.build() == (2, 0)
    assert sorted(desk.statements("halden")) == ["hired", "operates_in"]
    assert sorted(desk.statements("other")) == ["hired"]
    return desk


def test_what_is_unchanged_is_left_alone(desk: Desk) -> None:
    before = desk.exported()
    assert desk.build() == (0, 2)
    assert desk.exported() == before


def test_an_edited_article_replaces_its_former_self(desk: Desk) -> None:
    before = desk.exported()
    desk.write(EDITED)
    assert desk.build() == (1, 1)
    assert sorted(desk.statements("halden")) == ["hired", "sued"]
    desk.write(FIRST)
    assert desk.build() == (1, 1)
    assert desk.exported() == before


def test_a_retracted_article_can_come_back(desk: Desk) -> None:
    before = desk.exported()
    desk.remove("halden.txt")
    assert sorted(desk.statements()) == ["hired"]
    assert "Tulsa" not in desk.exported()[1]
    assert desk.build() == (1, 1)
    assert desk.exported() == before


def test_a_rejection_survives_rebuilding_and_editing(desk: Desk) -> None:
    before = desk.exported()
    rejected = desk.statements("halden")["hired"]
    desk.reject(rejected)
    assert sorted(desk.statements("halden")) == ["operates_in"]
    assert desk.build(replace=True) == (0, 2)
    assert sorted(desk.statements("halden")) == ["operates_in"]
    desk.write(EDITED)
    assert desk.build() == (1, 1)
    assert sorted(desk.statements("halden")) == ["sued"]
    desk.remove("halden.txt")
    assert desk.build() == (1, 1)
    assert sorted(desk.statements("halden")) == ["sued"]
    desk.restore(rejected)
    assert sorted(desk.statements("halden")) == ["hired", "sued"]
    assert desk.statements("halden")["hired"] != rejected
    desk.write(FIRST)
    assert desk.build() == (1, 1)
    assert desk.exported() == before
