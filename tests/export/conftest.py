from __future__ import annotations

import pytest

from kg.store.oxigraph import OxigraphStore
from tests.queries.told import HERE, store_of, table


def fixture_store(name: str) -> OxigraphStore:
    """The store of a named query's fixture, with article graphs."""
    return store_of(table(HERE / name / "case.toml"))


@pytest.fixture
def store() -> OxigraphStore:
    return fixture_store("chain")


@pytest.fixture
def wages() -> OxigraphStore:
    """Payments with amounts, times, a subject that isn't stated, a denial."""
    return fixture_store("paid")
