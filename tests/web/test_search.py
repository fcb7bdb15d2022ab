"""Finding names, relations and sentences, and leaving things out of the drawing."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from kg.draw.explore import data, markup, page
from tests.browser import visiting
from tests.draw.campaign import campaign_store


@pytest.fixture(scope="module")
def opened(chromium: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Page]:
    with visiting(chromium, tmp_path_factory.mktemp("search")) as visit:
        yield visit(page(campaign_store())).page


@pytest.fixture
def campaign(opened: Page) -> Page:
    """The campaign's two articles, nothing chosen, nothing left out."""
    for name in ("Clear filters", "Overview"):
        if opened.get_by_role("button", name=name).is_visible():
            opened.get_by_role("button", name=name).click()
    if opened.locator(".filters").is_visible():
        opened.get_by_role("button", name="Filters", exact=True).click()
    return opened


def suggested(opened: Page, typed: str) -> Locator:
    opened.keyboard.press("/")
    opened.keyboard.type(typed)
    return opened.get_by_role("option")


def heading(opened: Page) -> Locator:
    return opened.get_by_role("complementary", name="Evidence").get_by_role("heading", level=2)


def test_names_are_suggested_by_any_of_their_labels_and_chosen_by_key(campaign: Page) -> None:
    options = suggested(campaign, "vend")
    expect(options.first).to_contain_text("Brightline Outreach also third-party vendor")
    search = campaign.get_by_role("combobox", name="Find a name")
    expect(search).to_have_attribute("aria-expanded", "true")
    campaign.keyboard.press("ArrowDown")
    active = search.get_attribute("aria-activedescendant")
    assert active == options.first.get_attribute("id")
    expect(options.first).to_have_attribute("aria-selected", "true")
    campaign.keyboard.press("Enter")
    expect(heading(campaign)).to_have_text("Brightline Outreach")
    expect(search).to_have_value("")


def test_who_only_speaks_is_told_to_be_a_source(campaign: Page) -> None:
    expect(suggested(campaign, "meridian").first).to_contain_text("source of 6 claims")
    campaign.keyboard.press("Escape")
    campaign.keyboard.press("Escape")
    campaign.locator("h1").click()


def test_a_sentence_leads_to_its_claim(campaign: Page) -> None:
    suggested(campaign, "at the plains forum").last.click()
    expect(campaign.locator(".card blockquote").first).to_contain_text("at the Plains Forum")


def test_enter_opens_a_sentence_in_its_article_where_no_name_or_relation_is_meant(campaign: Page) -> None:
    campaign.keyboard.press("/")
    campaign.keyboard.type("forum ostrander")
    campaign.keyboard.press("Enter")
    expect(campaign.locator(".text mark.sought").first).to_be_in_viewport()
    sought = "".join(campaign.locator(".text mark.sought").all_inner_texts())
    assert sought == "Corvane’s chief executive, Marta Quill, met with Ostrander at the Plains Forum in Westmark on Dec. 11, 2019."


def test_words_that_no_claim_holds_are_found_in_their_article(campaign: Page) -> None:
    options = suggested(campaign, "callers sit")
    expect(options).to_have_count(1)
    expect(campaign.get_by_text("In the articles (no claim)")).to_be_visible()
    options.click()
    expect(campaign.locator(".text mark.sought")).to_have_text("callers sit")
    expect(campaign.locator(".text mark.sought")).to_be_in_viewport()


def test_words_in_any_order_are_found_in_an_article(campaign: Page) -> None:
    expect(suggested(campaign, "sit callers")).to_have_count(1)
    campaign.keyboard.press("Enter")
    expect(campaign.locator(".text mark.sought")).to_have_text("callers sit")


def test_a_relation_leaves_only_its_claims(campaign: Page) -> None:
    suggested(campaign, "hired").filter(has_text="relation").first.click()
    expect(campaign.locator(".filtered")).to_have_text("3 of 37 claims: only relation hired.Clear filters")
    campaign.get_by_role("button", name="Clear filters").click()
    expect(campaign.locator(".filtered")).to_have_count(0)


def test_what_is_not_there_is_said_not_to_be(campaign: Page) -> None:
    suggested(campaign, "zzz")
    expect(campaign.get_by_text("Nothing here is called so or says so.")).to_be_visible()
    campaign.keyboard.press("Escape")
    expect(campaign.get_by_text("Nothing here is called so or says so.")).to_be_hidden()
    campaign.keyboard.press("Escape")
    expect(campaign.get_by_role("combobox", name="Find a name")).to_have_value("")
    campaign.locator("h1").click()


def test_filters_tell_how_many_and_leave_out_what_is_unticked(campaign: Page) -> None:
    campaign.get_by_role("button", name="Filters", exact=True).click()
    filters = campaign.get_by_role("region", name="Filters")
    expect(filters.get_by_role("group", name="Status").locator("label")).to_have_text(
        ["Affirmed27", "Denied3", "Derived3", "Planned2", "Possible2"]
    )
    filters.get_by_role("checkbox", name="Denied").uncheck()
    expect(campaign.locator(".filtered span")).to_have_text("34 of 37 claims: without status Denied.")
    filters.get_by_role("button", name="Only Planned").click()
    expect(campaign.locator(".filtered span")).to_have_text("2 of 37 claims: only status Planned.")
    expect(campaign.locator("#left")).to_have_text("2 claims shown.")
    filters.get_by_role("button", name="Show all: Status").click()
    filters.get_by_role("button", name="Show none: Who says so").click()
    expect(campaign.locator(".filtered span")).to_have_text("0 of 37 claims: no speaker at all.")


def test_a_long_list_of_filters_is_searched(campaign: Page) -> None:
    campaign.get_by_role("button", name="Filters", exact=True).click()
    relations = campaign.get_by_role("group", name="Relation")
    relations.get_by_role("searchbox").fill("hir")
    expect(relations.locator("label")).to_have_text(["hired3"])


def test_the_timeline_draws_time_together(campaign: Page) -> None:
    timeline = campaign.get_by_role("region", name="Timeline")
    expect(timeline.locator("output")).to_have_text("2019-12-11 – 2020-01-03")
    start = timeline.get_by_role("slider", name="From")
    start.focus()
    start.press("End")
    expect(start).to_have_attribute("aria-valuetext", "2020-01-03")
    expect(campaign.locator(".filtered span")).to_have_text("2 of 37 claims: from 2020-01-03 on; without what has no date.")
    start.press("Home")
    expect(campaign.locator(".filtered")).to_have_count(0)
    timeline.get_by_role("slider", name="To").press("Home")
    expect(campaign.locator(".filtered span")).to_have_text("6 of 37 claims: until 2019-12-11; without what has no date.")


def test_a_timeline_of_little_is_folded(chromium: Browser, tmp_path: Path) -> None:
    graph = data(campaign_store())
    for article in graph["articles"]:
        article["published"] = None
    statements = [one for arrow in graph["arrows"] for one in arrow["statements"]]
    for statement in statements:
        statement["when"] = None
    statements[0]["when"] = {"words": "in 2019", "edtf": "2019"}
    with visiting(chromium, tmp_path) as visit:
        opened = visit(markup(graph, title="Few dates")).page
        timeline = opened.get_by_role("region", name="Timeline")
        expect(timeline.get_by_role("slider")).to_have_count(0)
        timeline.get_by_role("button", name="Timeline: 1 of 36 statements has a date").click()
        expect(timeline.get_by_role("slider")).to_have_count(2)
