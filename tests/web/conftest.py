"""The explorer in a real browser."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.browser import Visitor, visiting


@pytest.fixture
def visit(chromium: Browser, tmp_path: Path) -> Iterator[Visitor]:
    """Opens a page's markup (`kg.draw.explore.page(store)`)."""
    with visiting(chromium, tmp_path) as visitor:
        yield visitor
