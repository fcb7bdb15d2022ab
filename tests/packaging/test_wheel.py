"""The wheel: built, installed elsewhere, and used there."""

from __future__ import annotations

import os
import zipfile
from pathlib import Path

import pytest

from tests.draw.pages import graph_in
from tests.packaging.shell import ROOT, borrowing, copied_to, ran


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, by way of the source distribution, as it's published."""
    folder = tmp_path_factory.mktemp("wheel")
    copy = copied_to(folder / "copy")
    ran(f"python -m build --no-isolation --outdir '{folder}' '{copy}'", folder, borrowing())
    return next(folder.glob("accordingto-*.whl"))


@pytest.fixture(scope="module")
def elsewhere(wheel: Path) -> Path:
    """A new folder that the wheel alone was installed into."""
    target = wheel.parent / "elsewhere"
    ran(f"python -m pip install --quiet --target '{target}' '{wheel}'", wheel.parent, borrowing())
    return target


def data(folder: str, suffixes: tuple[str, ...]) -> set[str]:
    return {path.name for path in (ROOT / folder).iterdir() if path.suffix in suffixes}


@pytest.mark.parametrize(
    ("folder", "in_wheel", "suffixes"),
    [
        ("ontology", "kg/data/ontology", (".ttl",)),
        ("queries", "kg/data/queries", (".rq",)),
        ("kg/draw/page", "kg/draw/page", (".js", ".css", ".html")),
        ("kg/web/dist", "kg/data/web", (".js", ".css")),
    ],
)
def test_its_data_is_in_it(wheel: Path, folder: str, in_wheel: str, suffixes: tuple[str, ...]) -> None:
    names = zipfile.ZipFile(wheel).namelist()
    assert {name.rpartition("/")[2] for name in names if name.rpartition("/")[0] == in_wheel} == data(folder, suffixes)


def test_nothing_but_the_package_is_in_it(wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()
    assert {name.partition("/")[0] for name in names} == {"kg", f"{'-'.join(wheel.name.split('-')[:2])}.dist-info"}
    assert "kg/py.typed" in names
    assert {Path(name).suffix for name in names if name.startswith("kg/")} == {".py", ".typed", ".ttl", ".rq", ".js", ".css", ".html"}


def test_it_runs_elsewhere(elsewhere: Path, tmp_path: Path) -> None:
    article = "Orla Finch hired Brandt Freight, the Penwick Gazette reported. Brandt Freight operates a warehouse in Wexcombe."
    (tmp_path / "article.txt").write_text(article, encoding="utf-8")
    env = borrowing()
    env |= {"PYTHONPATH": os.pathsep.join((str(elsewhere), env["PYTHONPATH"]))}
    where = 'python -c \'import kg, kg.resources as r; print(kg.__file__, *map(r.folder, ("ontology", "queries")))\''
    for one in ran(where, tmp_path, env).split():
        assert Path(one).is_relative_to(elsewhere)
    kg = f"python '{elsewhere / 'bin' / 'kg'}'"
    ran(f"{kg} build article.txt", tmp_path, env)
    assert "Orla Finch → hired → Brandt Freight → operates_in → Wexcombe\n" in ran(f"{kg} query chain", tmp_path, env)
    ran(f"{kg} explore page.html", tmp_path, env)
    assert "Brandt Freight" in [node["label"] for node in graph_in((tmp_path / "page.html").read_text(encoding="utf-8"))["nodes"]]
    shown = ran('python -c \'import spacy; print(spacy.blank("en").add_pipe("kg").__class__.__module__)\'', tmp_path, env)
    assert shown == "kg.language.pipeline\n"
