"""What stands behind an arrow: every statement, its very words, who says it, and where it stands in the article."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from kg.draw.explore import data, markup, page
from kg.draw.reading import NOT_STATED
from tests.browser import visiting
from tests.draw.campaign import ENTITIES, ROWS, TEXT, campaign_store
from tests.draw.view import Said


@pytest.fixture(scope="module")
def campaign(chromium: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Page]:
    """The page of the campaign's two articles, which all tests here look at."""
    folder: Path = tmp_path_factory.mktemp("evidence")
    with visiting(chromium, folder) as visit:
        yield visit(page(campaign_store(), title="Who called?")).page


def choose(opened: Page, words: str) -> Locator:
    """Choose a claim in the list; gives the panel."""
    opened.get_by_role("button", name="Claims").click()
    opened.get_by_label("Find in the claims").fill("")
    opened.get_by_role("link", name=words, exact=True).first.click()
    return opened.get_by_role("complementary", name="Evidence")


def words_of(row: Said) -> str:
    subject, object = (ENTITIES[one][1] if len(ENTITIES[one]) > 1 else NOT_STATED for one in (row.subject, row.object))
    return f"{subject} {row.relation.replace('_', ' ')} {object}"


def test_each_statement_shows_its_very_words_and_leads_to_them_in_the_article(campaign: Page) -> None:
    for row in [one for one in ROWS if one.article == "first" and one.status in ("affirmed", "planned")][::5]:
        panel = choose(campaign, words_of(row))
        card = panel.locator(".card").filter(has=campaign.locator("blockquote mark").get_by_text(row.evidence, exact=True)).first
        assert card.locator("blockquote mark").text_content() == row.evidence
        card.get_by_role("link", name="Show in the article").click()
        text = panel.locator(".text")
        assert text.text_content() == TEXT
        assert "".join(text.locator("mark.chosen").all_text_contents()) == row.evidence
        expect(text.locator("mark.chosen").first).to_be_in_viewport()


def test_an_arrow_names_its_voice_its_article_and_its_amount(campaign: Page) -> None:
    panel = choose(campaign, "Telcora paid Tallis Department of Corrections")
    expect(panel.get_by_role("heading", level=2)).to_have_text("Telcora paid Tallis Department of Corrections")
    expect(panel.get_by_text("One voice: Meridian Ledger.")).to_be_visible()
    expect(panel.locator(".speaker")).to_have_text("According to Meridian Ledger")
    expect(panel.locator("dl")).to_contain_text("$7.25 an hour (USD 7.25 per hour)")
    expect(panel.locator("cite")).to_have_text(TEXT.splitlines()[0])
    expect(panel.locator(".origin")).to_contain_text("The Daily Postil · 24 December 2019")
    link = panel.get_by_role("link", name="Open at example.org")
    assert link.get_attribute("href") == "https://example.org/2019/12/halvorsen"
    assert "noopener" in (link.get_attribute("rel") or "")


def test_what_has_no_date_says_so(chromium: Browser, tmp_path: Path) -> None:
    graph = data(campaign_store())
    for article in graph["articles"]:
        article["published"] = article["publisher"] = None
    for arrow in graph["arrows"]:
        for one in arrow["statements"]:
            one["when"] = {"words": "last month", "edtf": None}
    with visiting(chromium, tmp_path) as visit:
        opened = visit(markup(graph, title="No dates")).page
        panel = choose(opened, "Brightline Outreach hired Telcora")
        expect(panel.locator("dl").first).to_contain_text("last month (no date: the article gives none to count from)")
        expect(panel.locator(".origin").first).to_contain_text("No outlet given · no date given")
        panel.get_by_role("link", name="Show in the article").first.click()
        expect(panel.get_by_text("no date given: what “last month” or “Tuesday” means in it can’t be told.")).to_be_visible()


def test_two_voices_are_not_one(campaign: Page) -> None:
    panel = choose(campaign, "Brightline Outreach hired Telcora")
    expect(panel.locator(".voices")).to_have_text("2 voices: the article itself (The Daily Postil) and two people who know the contract.")
    expect(panel.locator(".card")).to_have_count(2)
    expect(panel.locator(".alone")).to_have_count(0)


def test_a_denial_is_told_as_one(campaign: Page) -> None:
    panel = choose(campaign, "Halvorsen campaign hired Telcora")
    expect(panel.locator(".status")).to_have_text("Denied: said not to be so.")
    expect(panel.locator(".speaker")).to_have_text("According to Priya Nandakumar")


def test_what_follows_shows_what_it_follows_from(campaign: Page) -> None:
    campaign.get_by_role("button", name="Claims").click()
    campaign.get_by_label("Find in the claims").fill("derived")
    campaign.locator(".claims tbody a").first.click()
    panel = campaign.get_by_role("complementary", name="Evidence")
    expect(panel.get_by_text("no article says it")).to_be_visible()
    assert panel.locator(".card blockquote mark").count() > 1
    panel.locator(".card .row").first.click()
    expect(panel.get_by_role("heading", name="1 statement")).to_be_visible()


def test_marked_words_lead_back_to_their_arrow_and_several_arrows_are_a_choice(campaign: Page) -> None:
    panel = choose(campaign, "Telcora paid Tallis Department of Corrections")
    panel.get_by_role("link", name="Show in the article").click()
    panel.locator(".text mark").get_by_role("link", name="Weil, a member of the Unity Party").click()
    expect(panel.get_by_role("heading", level=2)).to_have_text("Jonas Weil member of Unity Party")
    campaign.go_back()
    expect(panel.locator(".text mark.chosen")).to_be_visible()
    panel.locator("mark.several").get_by_role("button").first.click()
    assert panel.locator(".choice a").count() > 1
    panel.locator(".choice a").nth(1).click()
    expect(panel.locator(".card").first).to_be_visible()


def test_a_link_to_a_claim_can_be_kept(campaign: Page) -> None:
    choose(campaign, "Telcora paid Tallis Department of Corrections")
    campaign.reload()
    expect(campaign.get_by_role("heading", level=2)).to_have_text("Telcora paid Tallis Department of Corrections")
    campaign.get_by_role("link", name="Meridian Ledger").first.click()
    expect(campaign.get_by_role("heading", level=2)).to_have_text("Meridian Ledger")
    campaign.go_back()
    expect(campaign.get_by_role("heading", level=2)).to_have_text("Telcora paid Tallis Department of Corrections")
    campaign.go_forward()
    expect(campaign.get_by_role("heading", level=2)).to_have_text("Meridian Ledger")
