"""The generator of large stores makes true ones: what it promises in numbers, and what kg itself would have made of the articles."""

from __future__ import annotations

from pathlib import Path

from benchmarks.big_store import extractions, write
from kg.iris import DEFAULT_BASE
from kg.ontology.load import load
from kg.statement import Status
from kg.store import open_store
from kg.view.stored import drift


def test_a_made_up_store_has_the_numbers_asked_for_and_the_view_that_kg_makes(tmp_path: Path) -> None:
    report = write(tmp_path / "made.db", 60, 180)
    assert (report.entities, sum(report.statements.values()), report.problems, report.skipped) == (60, 180, (), ())
    assert min(report.statements[one] for one in Status) > 0
    with open_store(tmp_path / "made.db", read_only=True) as store:
        assert not drift(store, load(), DEFAULT_BASE)


def test_the_same_numbers_make_the_same_articles() -> None:
    ontology = load()
    made = list(extractions(40, 100, ontology))
    assert made == list(extractions(40, 100, ontology))
    assert made != list(extractions(40, 100, ontology, seed=2))
    assert {one.type for each in made for statement in each.statements for one in statement.entities} <= set(ontology.classes)
