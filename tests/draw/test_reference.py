"""The ontology's page in a real browser: nothing is blocked or asked for, links lead to what they name, and it fits a narrow window."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from kg.ontology.sources import sources
from kg.reference import page
from tests.browser import Visit


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("reference") / "ontology.html"
    path.write_text(page(sources(None)), encoding="utf-8", newline="\n")
    return path


@pytest.mark.parametrize(("width", "scheme"), [(1300, "light"), (420, "dark")])
def test_the_page_of_the_ontology_in_a_browser(chromium: Browser, file: Path, width: int, scheme: str) -> None:
    with chromium.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme) as context:  # type: ignore[arg-type]
        visit = Visit(context, file.as_uri(), file.as_uri())
        assert visit.page.evaluate("document.documentElement.scrollWidth") <= width
        ink, paper = (_brightness(visit.page.evaluate(f"getComputedStyle(document.body).{one}")) for one in ("color", "backgroundColor"))
        assert (ink < paper) == (scheme == "light")
        for link in (visit.page.locator("svg.joins a").first, visit.page.locator("nav a", has_text="hired").first):
            target = link.get_attribute("href")
            link.click()
            box = visit.page.locator(f"[id='{target[1:]}']" if target else "none").bounding_box()
            assert box
            assert 0 <= box["y"] < 900
        visit.page.emulate_media(media="print")
        assert not visit.page.locator("nav").is_visible()
        assert visit.page.locator("#relation-hired details li").last.is_visible()
        assert not visit.trouble
        assert visit.requests == [visit.address]


def _brightness(colour: str) -> int:
    return sum(map(int, colour.removeprefix("rgb(").removesuffix(")").split(",")))
