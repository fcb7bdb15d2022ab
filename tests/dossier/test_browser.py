"""A dossier's page in a real browser: each visit also asserts silence and no request but the file."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from kg.dossier import dossier, to_html
from tests.browser import Visitor, visiting
from tests.dossier.ferry import ferry_store
from tests.draw.hostile import hostile_store
from tests.web.axe import serious_faults

PHONE = {"width": 390, "height": 844}


@pytest.fixture
def visit(chromium: Browser, tmp_path: Path) -> Iterator[Visitor]:
    with visiting(chromium, tmp_path) as visitor:
        yield visitor


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_anyone_can_read_it(visit: Visitor, scheme: str) -> None:
    page = visit(to_html(dossier(ferry_store(), "Larkin Lines")), color_scheme=scheme).page
    assert serious_faults(page) == []


def test_a_number_leads_to_its_row(visit: Visitor) -> None:
    page = visit(to_html(dossier(ferry_store(), "Larkin Lines"))).page
    page.get_by_role("link", name="Claim 8").first.click()
    row = page.get_by_role("row").filter(has_text="Larkin Lines never paid me")
    expect(row).to_be_in_viewport()
    expect(row.get_by_role("rowheader")).to_have_text("8")
    expect(row.get_by_role("cell").last).to_have_text("denied")


def test_names_of_any_length_fit_a_phone(visit: Visitor) -> None:
    page = visit(to_html(dossier(hostile_store(), "urn:kg:script")), viewport=PHONE).page
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]
    assert page.title() != "owned"
