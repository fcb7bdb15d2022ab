"""The plain page in a real browser."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from kg.store.interface import Store
from tests.browser import Visit, Visitor, visiting
from tests.draw.campaign import campaign_store
from tests.draw.view import plain_page


@pytest.fixture
def visit(chromium: Browser, tmp_path: Path) -> Iterator[Visitor]:
    """Opens a store's plain page."""
    with visiting(chromium, tmp_path) as visitor:

        def open_store(store: Store, **options: object) -> Visit:
            return visitor(plain_page(store), **options)

        yield open_store


@pytest.fixture(scope="session")
def opened(chromium: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Page]:
    with visiting(chromium, tmp_path_factory.mktemp("campaign")) as visitor:
        yield visitor(plain_page(campaign_store())).page


@pytest.fixture
def campaign(opened: Page) -> Page:
    """The made-up campaign's page, opened once; nothing is chosen or searched. Tests that move or filter open their own."""
    opened.locator("#query").fill("")
    opened.locator("#drawing").focus()
    opened.keyboard.press("Escape")
    return opened
