from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import httpx
import pytest

from kg.store.oxigraph import OxigraphStore
from tests.queries.told import HERE, quads, table

KG_COMMAND = [sys.executable, "-c", "from kg.cli import main; main()"]


@dataclass(frozen=True)
class Served:
    """A running server: its process, and a client that asks it."""

    process: subprocess.Popen[str]
    client: httpx.Client


@contextmanager
def running(store: Path | str, *options: str) -> Iterator[Served]:
    """A `kg serve` on a free port."""
    process = subprocess.Popen([*KG_COMMAND, "serve", "--store", str(store), "--port", "0", *options], stdout=subprocess.PIPE, text=True)
    try:
        assert process.stdout is not None
        address = process.stdout.readline().strip()
        assert address, "kg serve ended at once"
        with httpx.Client(base_url=address, trust_env=False, timeout=30) as client:
            yield Served(process, client)
    finally:
        process.terminate()
        assert process.wait(20) is not None


@contextmanager
def serving(store: Path | str, *options: str) -> Iterator[httpx.Client]:
    """A client that asks a `kg serve` of its own."""
    with running(store, *options) as served:
        yield served.client


@pytest.fixture(scope="session")
def location(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What three articles say, those of two of the named queries' fixtures."""
    path = tmp_path_factory.mktemp("served") / "kg.db"
    chain, single = (table(HERE / name / "case.toml") for name in ("chain", "single"))
    told = {"entities": chain["entities"] | single["entities"], "article": chain["article"] + single["article"]}
    with OxigraphStore(path) as store:
        store.load(quads(told))
    return path


@pytest.fixture(scope="session")
def served(location: Path) -> Iterator[Served]:
    """`kg serve` over it, for reading; a query may take a second and give a thousand rows."""
    with running(location, "--timeout", "1.5", "--rows", "1000", "--workers", "2") as found:
        yield found


@pytest.fixture(scope="session")
def server(served: Served) -> httpx.Client:
    """A client that asks it."""
    return served.client
