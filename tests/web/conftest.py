"""The front end in a real browser: pages by themselves, and those that `kg serve` gives."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pyoxigraph as ox
import pytest
from playwright.sync_api import Browser

from kg.store.oxigraph import OxigraphStore
from kg.vocabulary import SPARQL_PREFIXES
from tests.browser import Visitor, visiting, visiting_server
from tests.draw.campaign import campaign_trig
from tests.server.conftest import serving

_PLAIN = """
INSERT { ?subject ?relation ?object } WHERE {
  ?st a kg:Statement ; rdf:subject ?subject ; rdf:predicate ?relation ; rdf:object ?object ; kg:status kg:affirmed }"""


@pytest.fixture
def visit(chromium: Browser, tmp_path: Path) -> Iterator[Visitor]:
    """Opens a page's markup (`kg.draw.explore.page(store)`)."""
    with visiting(chromium, tmp_path) as visitor:
        yield visitor


@pytest.fixture(scope="session")
def campaign_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of `kg serve` over the campaign's store, for reading; a query may take four seconds and give a thousand rows."""
    path = tmp_path_factory.mktemp("served") / "kg.db"
    with OxigraphStore(path) as store:
        store.load(ox.parse(campaign_trig(), format=ox.RdfFormat.TRIG))
        store.update(SPARQL_PREFIXES + _PLAIN)
    with serving(path, "--timeout", "4", "--rows", "1000", "--workers", "2") as client:
        yield f"{str(client.base_url).rstrip('/')}/"


@pytest.fixture
def visit_server(chromium: Browser, campaign_server: str) -> Iterator[Visitor]:
    """Opens that server's pages by their paths."""
    with visiting_server(chromium, campaign_server) as visitor:
        yield visitor
