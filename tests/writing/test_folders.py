"""The same name below another folder is another article, until somebody says that it is the same."""

from __future__ import annotations

from pathlib import Path

from kg.building import BuildReport, build
from kg.readers.folder import read
from tests.view.world import ONTOLOGY
from tests.writing.fake import VERSIONS, extract


def run(path: Path, store: Path, replace: bool = False) -> BuildReport:
    return build(read([path]), extract, store, ontology=ONTOLOGY, versions=VERSIONS, replace=replace)


def test_a_folder_that_moved(tmp_path: Path) -> None:
    for name, text in (("one", "Ann Bell hired Cole Ltd."), ("two", "Ann Bell met Dorn.")):
        (tmp_path / name / "sub").mkdir(parents=True)
        (tmp_path / name / "sub" / "a.txt").write_text(text)
        (tmp_path / name / "page.md").write_text("---\nurl: https://news.example/page\n---\nCole Ltd runs Jail.\n")
    store = tmp_path / "kg.db"
    assert (run(tmp_path / "one", store).built, run(tmp_path / "one", store).unchanged) == (2, 2)
    report = run(tmp_path / "two", store)
    assert (report.built, report.unchanged) == (0, 1), "an article with an address is the same everywhere"
    (skipped,) = report.skipped
    assert skipped.source == "sub/a.txt"
    assert str(tmp_path / "one") in skipped.reason
    assert run(tmp_path / "two", store, replace=True).built == 1
    assert run(tmp_path / "two", store).unchanged == 2
