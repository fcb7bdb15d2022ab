"""Two builds of the same articles, in another order and by another number of processes: the same bytes."""

from __future__ import annotations

from pathlib import Path

import pytest

import kg
from kg.export.formats import exported
from kg.export.selection import Selection
from kg.store import open_store
from tests.chain.telling import tell

EXAMPLES = Path(__file__).parents[2] / "examples"


@pytest.fixture(scope="module")
def articles(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    folder = tmp_path_factory.mktemp("articles")
    for seed in range(8):
        (folder / f"telling-{seed}.txt").write_text(tell(seed).text, encoding="utf-8")
    return [*sorted(folder.iterdir()), *sorted(path for path in EXAMPLES.iterdir() if path.name != "README.md")]


def built(articles: list[Path], store: Path, jobs: int) -> dict[str, str]:
    """What the exports hold after a build."""
    graph = kg.build(articles, store, jobs=jobs)
    assert graph.report is not None
    assert graph.report.built >= len(articles)
    del graph
    opened = open_store(store, read_only=True)
    try:
        return {suffix: exported(opened, suffix, Selection(everything=True)) for suffix in (".trig", ".nq")} | {
            ".ttl": exported(opened, ".ttl", Selection())
        }
    finally:
        opened.close()


def test_order_and_jobs_change_no_byte(articles: list[Path], tmp_path: Path) -> None:
    first = built(articles, tmp_path / "first.db", 1)
    assert first[".ttl"].count("a kg:Statement") > 50
    assert built(articles[::-1], tmp_path / "second.db", 2) == first


def test_an_unchanged_article_is_skipped_and_an_edited_one_replaces_itself(articles: list[Path], tmp_path: Path) -> None:
    text = tmp_path / "telling.txt"
    text.write_text(tell(1).text, encoding="utf-8")
    store = tmp_path / "kg.db"
    assert kg.build([text], store).report.built == 1  # type: ignore[union-attr]
    again = kg.build([text], store).report
    assert again is not None
    assert (again.built, again.unchanged) == (0, 1)
    text.write_text(tell(2).text, encoding="utf-8")
    edited = kg.build([text], store).report
    assert edited is not None
    assert (edited.built, edited.articles) == (1, 1)
