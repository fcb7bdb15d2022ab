"""How quickly the command starts, and what it doesn't import."""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path

import pytest

from kg.cli.app import command_options
from kg.store.oxigraph import OxigraphStore
from tests.queries.told import HERE, quads, table

HEAVY = ("spacy", "rdflib", "networkx", "pyoxigraph", "trafilatura", "lxml")
KG = "import sys; from kg.cli import main\ntry: main()\nfinally: print(*[m for m in {heavy!r} if m in sys.modules], file=sys.stderr)"


def imported(*arguments: str, cwd: Path | None = None) -> list[str]:
    root = str(Path(__file__).parents[2])
    script = f"import sys; sys.path.insert(0, {root!r}); " + KG.format(heavy=HEAVY)
    run = subprocess.run([sys.executable, "-c", script, *arguments], capture_output=True, text=True, cwd=cwd, check=True)
    return run.stderr.split()


def test_help_imports_nothing_heavy() -> None:
    assert imported("--help") == []


@pytest.mark.parametrize("command", command_options())
def test_no_commands_help_imports_anything_heavy(command: str) -> None:
    assert imported(*command.split(), "--help") == []


def test_a_query_loads_no_model(tmp_path: Path) -> None:
    with OxigraphStore(tmp_path / "kg.db") as store:
        store.load(quads(table(HERE / "chain" / "case.toml")))
    assert imported("query", "relations", cwd=tmp_path) == ["pyoxigraph"]


@pytest.mark.alone
def test_help_is_as_quick_as_that_of_empty_commands(tmp_path: Path) -> None:
    names = list(command_options())
    empty = (
        "import typer\napp = typer.Typer()\n"
        + "".join(f"@app.command()\ndef {name.replace(' ', '_')}() -> None: ...\n" for name in names)
        + "app()\n"
    )
    (tmp_path / "empty.py").write_text(empty, encoding="utf-8")
    root = str(Path(__file__).parents[2])
    (tmp_path / "ours.py").write_text(f"import sys\nsys.path.insert(0, {root!r})\nfrom kg.cli import main\nmain()\n", encoding="utf-8")
    taken: dict[str, list[float]] = {"empty.py": [], "ours.py": []}
    for _ in range(7):
        for script, seconds in taken.items():
            begun = time.perf_counter()
            subprocess.run([sys.executable, str(tmp_path / script), "--help"], capture_output=True, check=True)
            seconds.append(time.perf_counter() - begun)
    assert min(taken["ours.py"]) <= 1.5 * min(taken["empty.py"])


def test_a_closed_pipe_is_quiet(tmp_path: Path) -> None:
    with OxigraphStore(tmp_path / "kg.db") as store:
        store.load(quads(table(HERE / "chain" / "case.toml")))
    root = str(Path(__file__).parents[2])
    script = f"import sys; sys.path.insert(0, {root!r}); from kg.cli import main; main()"
    run = subprocess.Popen([sys.executable, "-c", script, "export", "-"], cwd=tmp_path, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    assert run.stdout is not None
    run.stdout.close()
    assert run.stderr is not None
    assert run.stderr.read() == b""
    run.wait(30)
