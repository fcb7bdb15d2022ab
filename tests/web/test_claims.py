"""The list of claims: all that is drawn, to be read, sorted and searched."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from kg.draw.explore import page
from tests.browser import visiting
from tests.draw.campaign import ROWS, campaign_store

# The words, of the texts in these elements, that stand on two lines.
BROKEN = r"""(all) => all.flatMap((one) => {
  const found = [];
  const texts = document.createTreeWalker(one, NodeFilter.SHOW_TEXT);
  for (let text = texts.nextNode(); text; text = texts.nextNode())
    for (const word of text.data.matchAll(/[\p{L}\p{N}]+/gu)) {
      const range = document.createRange();
      range.setStart(text, word.index);
      range.setEnd(text, word.index + word[0].length);
      if (range.getClientRects().length > 1) found.push(word[0]);
    }
  return found;
})"""


@pytest.fixture(scope="module")
def campaign(chromium: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Page]:
    with visiting(chromium, tmp_path_factory.mktemp("claims")) as visit:
        yield visit(page(campaign_store())).page


@pytest.fixture
def claims(campaign: Page) -> Page:
    """The list of what the campaign's two articles say, as it first opens."""
    campaign.get_by_role("button", name="Drawing").click()
    campaign.get_by_role("button", name="Claims").click()
    return campaign


def column(opened: Page, number: int) -> list[str]:
    return opened.locator(f".claims tbody td:nth-child({number})").all_inner_texts()


def test_every_arrow_stands_in_the_list_with_its_speaker(claims: Page) -> None:
    arrows = {(row.subject, row.relation, row.object, row.status) for row in ROWS}
    expect(claims.locator(".claims tbody tr")).to_have_count(len(arrows) + 3)
    row = claims.get_by_role("row", name="Telcora paid Tallis Department of Corrections")
    expect(row.get_by_role("cell")).to_have_text(
        [
            "Telcora",
            "paid",
            "Tallis Department of Corrections",
            "Affirmed",
            "Meridian Ledger",
            "published 2019-12-24",
            "$7.25 an hour",
        ]
    )


def test_words_in_any_column_find_claims(claims: Page) -> None:
    claims.get_by_label("Find in the claims").fill("telcora DENIED")
    expect(claims.get_by_role("status").filter(has_text="claims")).to_have_text("2 of 37 claims")
    assert column(claims, 2) == ["hired", "paid"]


def test_words_of_the_sentences_find_claims_too(claims: Page) -> None:
    claims.get_by_label("Find in the claims").fill("plains forum chief executive")
    expect(claims.locator(".claims tbody a").first).to_be_visible()
    assert "Marta Quill" in column(claims, 1)
    expect(claims.get_by_role("status").filter(has_text="claims")).to_contain_text("by their sentences")


def test_a_heading_sorts_and_sorts_the_other_way(claims: Page) -> None:
    heading = claims.get_by_role("columnheader", name="to whom")
    heading.get_by_role("button").click()
    up = column(claims, 3)
    assert up == sorted(up, key=str.casefold)
    expect(heading).to_have_attribute("aria-sort", "ascending")
    heading.get_by_role("button").click()
    assert column(claims, 3)[0] == up[-1]


def test_claims_stand_in_groups(claims: Page) -> None:
    claims.get_by_label("Group by").select_option("who says so")
    group = claims.locator("tbody").filter(has=claims.get_by_role("rowheader", name="Priya Nandakumar"))
    expect(group.locator("a")).to_have_text(["ended ties with", "hired"])


def test_all_columns_are_seen_beside_the_filters_and_no_word_is_broken(claims: Page) -> None:
    claims.set_viewport_size({"width": 1440, "height": 900})
    claims.get_by_role("button", name="Filters", exact=True).click()
    assert claims.locator(".claims .rest").evaluate("one => one.scrollWidth - one.clientWidth") == 0
    assert claims.locator(".claims tbody td").evaluate_all(BROKEN) == []
    claims.get_by_role("button", name="Filters", exact=True).click()


def test_arrow_keys_go_through_the_list_and_enter_chooses(claims: Page) -> None:
    claims.locator(".claims tbody a").first.focus()
    claims.keyboard.press("ArrowDown")
    second = claims.locator(".claims tbody a").nth(1)
    expect(second).to_be_focused()
    claims.keyboard.press("Enter")
    expect(claims.locator(".claims tr.chosen")).to_have_count(1)
    expect(claims.locator("aside h2")).to_have_text(second.get_attribute("aria-label") or "")
