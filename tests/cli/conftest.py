from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from kg.cli.main import main
from kg.store.oxigraph import OxigraphStore
from tests.queries.told import HERE, quads, table


@dataclass(frozen=True)
class Ended:
    """How a run of the command ended."""

    code: int
    out: str
    err: str


Kg = Callable[..., Ended]


@pytest.fixture
def kg(capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Kg:
    """The command `kg`, run in a folder of its own whose `kg.db` is the chain's fixture."""
    monkeypatch.chdir(tmp_path)
    with OxigraphStore(tmp_path / "kg.db") as store:
        store.load(quads(table(HERE / "chain" / "case.toml")))

    def run(*arguments: str) -> Ended:
        with pytest.raises(SystemExit) as ended:
            main(arguments)
        shown = capsys.readouterr()
        assert isinstance(ended.value.code, int)
        return Ended(ended.value.code, shown.out, shown.err)

    return run
