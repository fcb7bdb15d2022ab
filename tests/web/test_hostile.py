"""Names, titles and sentences that try to break out of the page, or to break it."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from kg.draw.explore import page
from tests.browser import visiting
from tests.draw.hostile import BREAKOUT, IMAGE, ROWS, RTL, TEXT, hostile_store


@pytest.mark.parametrize("width", [1400, 390])
def test_hostile_texts_are_shown_as_texts_and_break_nothing(chromium: Browser, tmp_path: Path, width: int) -> None:
    with visiting(chromium, tmp_path) as visit:
        opened = visit(page(hostile_store(), title=BREAKOUT), viewport={"width": width, "height": 844}).page
        expect(opened.get_by_role("heading", level=1)).to_have_text(BREAKOUT)
        opened.get_by_role("button", name="Claims", exact=True).click()
        expect(opened.locator(".claims tbody tr")).to_have_count(len(ROWS))
        for number in range(len(ROWS)):
            opened.locator(".claims tbody a").nth(number).click()
            expect(opened.locator("aside .card").first).to_be_visible()
            fits(opened, width)
            opened.get_by_role("link", name="Show in the article").first.click()
            assert opened.locator(".text").text_content() == TEXT
            fits(opened, width)
        assert opened.title() == BREAKOUT
        assert opened.locator("#app img, #app script").count() == 0


def test_hostile_names_are_found_and_chosen(chromium: Browser, tmp_path: Path) -> None:
    with visiting(chromium, tmp_path) as visit:
        opened = visit(page(hostile_store())).page
        search = opened.get_by_role("combobox", name="Find a name")
        for typed, label in (("<img", IMAGE), ("شركة", RTL), ("</script", BREAKOUT), ("👩‍👩", "👩‍👩‍👧‍👦" * 8), ("öööö", "Ö" * 10_000)):
            search.fill(typed)
            opened.get_by_role("option").filter(has_text=label[:30]).first.click()
            expect(opened.locator("aside h2")).to_have_text(label)
            fits(opened, 1400)


def test_addresses_that_are_none_become_no_links(chromium: Browser, tmp_path: Path) -> None:
    with visiting(chromium, tmp_path) as visit:
        opened = visit(page(hostile_store())).page
        opened.get_by_role("button", name="Claims", exact=True).click()
        for number in range(len(ROWS)):
            opened.locator(".claims tbody a").nth(number).click()
            addresses = opened.locator("aside a[target]").evaluate_all("all => all.map((one) => one.getAttribute('href'))")
            assert addresses in ([], ["https://example.org/?a=1&b=%22%3E%3Cscript%3E"])


def fits(opened: Page, width: int) -> None:
    """Nothing sticks out of the page or its panel."""
    assert opened.evaluate("document.documentElement.scrollWidth") == width
    assert opened.locator("aside.panel").evaluate("one => one.scrollWidth <= one.clientWidth")
