"""The explorer over a running server: it fetches what it shows, follows the store, and tells when the server is gone."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pyoxigraph as ox
import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from kg.store.oxigraph import OxigraphStore
from kg.vocabulary import SPARQL_PREFIXES
from tests.browser import Visit, Visitor, visiting_server
from tests.draw.campaign import campaign_trig
from tests.server.conftest import serving
from tests.web.axe import serious_faults

LOST = "Failed to load resource"  # what Chromium itself says of a request that isn't answered


@pytest.fixture
def opened(visit_server: Visitor) -> Visit:
    visit = visit_server()
    panel(visit.page).get_by_text("2 articles").wait_for()
    return visit


def panel(page: Page) -> Locator:
    return page.get_by_role("complementary", name="Evidence")


def test_an_article_is_fetched_when_its_words_are_looked_at(opened: Visit) -> None:
    page = opened.page
    assert not [one for one in opened.requests if "/api/article" in one]
    page.get_by_role("button", name="Claims").click()
    page.get_by_role("link", name="Corvane Holdings owns Redwood Data").first.click()
    expect(panel(page).locator("blockquote mark")).to_have_text("which also owns Redwood Data")
    assert len([one for one in opened.requests if "/api/article" in one]) == 1


def test_the_articles_of_a_name_are_fetched_for_the_sentences_that_name_it(visit_server: Visitor) -> None:
    visit = visit_server("#entity=urn%3Akg%3Atelcora")
    sentences = panel(visit.page).get_by_role("region", name="Without a claim")
    expect(sentences.get_by_role("link")).to_have_text("Corvane’s Telcora won prison contract")
    assert len([one for one in visit.requests if "/api/article" in one]) == 2


def test_articles_that_are_not_fetched_are_said_not_to_be_searched(opened: Visit) -> None:
    opened.page.keyboard.press("/")
    opened.page.keyboard.type("nobody had told")
    expect(opened.page.locator(".nothing")).to_contain_text("Not searched: 2 articles whose text isn’t in this page.")


def test_an_address_chooses_and_the_pages_lead_to_one_another(visit_server: Visitor) -> None:
    page = visit_server("#entity=urn%3Akg%3Atelcora").page
    expect(panel(page).get_by_role("heading", level=2)).to_have_text("Telcora")
    pages = page.get_by_role("navigation", name="Pages")
    assert pages.get_by_role("link", name="Ontology").get_attribute("href") == "/ontology"
    pages.get_by_role("link", name="Query").click()
    page.get_by_role("heading", name="Named queries").wait_for()
    pages.get_by_role("link", name="Explorer").click()
    panel(page).get_by_text("2 articles").wait_for()


def test_a_server_for_reading_offers_no_decisions(opened: Visit) -> None:
    page = opened.page
    page.get_by_role("button", name="Claims").click()
    page.get_by_role("link", name="Corvane Holdings owns Redwood Data").first.click()
    expect(panel(page).locator("blockquote")).to_be_visible()
    expect(page.get_by_role("button", name="Reject")).to_have_count(0)


def test_a_server_that_is_gone_is_told_and_asked_again(opened: Visit) -> None:
    opened.forgive(LOST)
    page = opened.page
    page.route("**/api/*", lambda route: route.abort())
    notice = page.get_by_role("status").filter(has_text="The server doesn't answer")
    expect(notice).to_be_visible(timeout=15_000)
    page.unroute("**/api/*")
    notice.get_by_role("button", name="Try again").click()
    expect(notice).to_be_hidden()


def test_a_page_that_cannot_begin_says_so_and_begins_later(opened: Visit) -> None:
    opened.forgive(LOST)
    page = opened.page
    page.route("**/api/graph*", lambda route: route.abort())
    page.reload()
    expect(page.get_by_role("alert")).to_contain_text("The server doesn't answer: see whether `kg serve` is still running")
    page.unroute("**/api/graph*")
    page.get_by_role("button", name="Try again").click()
    panel(page).get_by_text("2 articles").wait_for()


def test_a_large_store_begins_with_a_part_and_others_are_brought_in(opened: Visit) -> None:
    page = opened.page
    many = {"head": {"vars": ["n"]}, "results": {"bindings": [{"n": {"type": "literal", "value": "300000"}}]}}
    page.route("**/sparql", lambda route: route.fulfill(json=many, content_type="application/sparql-results+json"))
    page.route("**/api/graph?*", lambda route: route.continue_(url=route.request.url.replace("LIMIT+300", "LIMIT+3")))
    page.reload()
    page.get_by_text("The 300 names of whom most is said are shown.").wait_for()
    assert not panel(page).get_by_text("2 articles").is_visible()
    page.get_by_role("combobox", name="The 300 names").fill("lena")
    page.get_by_role("listbox", name="Suggestions").get_by_role("option", name="Lena Ostrander").click()
    expect(panel(page).get_by_role("heading", level=2)).to_have_text("Lena Ostrander")
    expect(panel(page).get_by_role("link", name="Plains Forum").first).to_be_visible()


def test_the_bar_and_the_form_shut_nobody_out(opened: Visit) -> None:
    page = opened.page
    page.get_by_role("button", name="Read an article").click()
    page.get_by_label("and the article’s text").wait_for()
    assert serious_faults(page) == []
    page.keyboard.press("Escape")
    expect(page.get_by_label("and the article’s text")).to_be_hidden()


def test_a_file_that_is_no_text_is_refused_in_a_sentence(opened: Visit) -> None:
    page = opened.page
    page.get_by_role("button", name="Read an article").click()
    page.locator("input[type=file]").set_input_files({"name": "scan.pdf", "mimeType": "application/pdf", "buffer": b"%PDF"})
    expect(page.get_by_role("alert")).to_contain_text("scan.pdf is not read here: give a text, Markdown or HTML file")


@pytest.fixture
def changing(chromium: Browser, tmp_path: Path) -> Iterator[tuple[Path, Visitor]]:
    """A store that the test may change, and its pages."""
    path = tmp_path / "kg.db"
    with OxigraphStore(path) as store:
        store.load(ox.parse(campaign_trig(), format=ox.RdfFormat.TRIG))
    with serving(path, "--workers", "1") as client, visiting_server(chromium, f"{str(client.base_url).rstrip('/')}/") as visit:
        yield path, visit


def test_a_changed_store_is_told_and_shown_with_what_was_chosen(changing: tuple[Path, Visitor]) -> None:
    path, visit = changing
    page = visit("#entity=urn%3Akg%3Atelcora").page
    expect(panel(page).get_by_role("heading", level=2)).to_have_text("Telcora")
    with OxigraphStore(path) as store:
        store.update(
            SPARQL_PREFIXES
            + 'DELETE DATA { <urn:kg:telcora> rdfs:label "Telcora" } ; INSERT DATA { <urn:kg:telcora> rdfs:label "Telcora Ltd" }'
        )
    notice = page.get_by_role("status").filter(has_text="The store has changed")
    expect(notice).to_be_visible(timeout=15_000)
    expect(panel(page).get_by_role("heading", level=2)).to_have_text("Telcora")
    notice.get_by_role("button", name="Show it as it is now").click()
    expect(panel(page).get_by_role("heading", level=2)).to_have_text("Telcora Ltd")
    expect(notice).to_be_hidden()
