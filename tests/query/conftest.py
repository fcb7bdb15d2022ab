from __future__ import annotations

from pathlib import Path

import pytest

from kg.store.oxigraph import OxigraphStore
from tests.queries.told import HERE, quads, store_of, table

CHAIN = HERE / "chain" / "case.toml"


@pytest.fixture
def store() -> OxigraphStore:
    """The store of the chain's fixture, in memory."""
    return store_of(table(CHAIN))


@pytest.fixture(scope="session")
def location(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The same in a folder."""
    path: Path = tmp_path_factory.mktemp("store") / "kg.db"
    with OxigraphStore(path) as store:
        store.load(quads(table(CHAIN)))
    return str(path)
