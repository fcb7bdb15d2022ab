"""The explorer's page: it opens, offline, and shows what the store says."""

from __future__ import annotations

from kg.draw.explore import page
from tests.browser import Visitor
from tests.draw.campaign import campaign_store


def test_it_opens_with_its_title_and_a_drawing(visit: Visitor) -> None:
    opened = visit(page(campaign_store(), title="Who called?")).page
    opened.get_by_role("heading", name="Who called?").wait_for()
    opened.locator(".stage canvas").first.wait_for()
