"""What is doubtful is told to be so: disputes, what the ontology doesn't take, what is left out; and offsets that count as Python does."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from kg.draw.explore import data, markup
from tests.browser import visiting
from tests.draw.campaign import ARTICLES, AXIOMS, ENTITIES, INFERENCES, ROWS
from tests.draw.view import Said, Told, store_of, trig

TEXT = "🙂 Telcora met nobody.\r\n\r\n👩‍👩‍👧 The women hired Telcora. Ostrander hired Telcora, she 🗳️ said.\r\nThe end 🙂"
EVIDENCE = "Ostrander hired Telcora, she 🗳️ said."
MORE = [
    Said("campaign", "hired", "telcora", "contracted with a call-center firm", "ledger"),
    Said("women", "hired", "telcora", "The women hired Telcora.", article="crlf"),
    Said("ostrander", "hired", "telcora", EVIDENCE, "ostrander", article="crlf"),
]


@pytest.fixture(scope="module")
def opened(chromium: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Page]:
    """The campaign's page with a dispute, a claim that doesn't fit the ontology, a doubtful inference and a name with more beyond."""
    graph = data(store_of(trig({**ARTICLES, "crlf": Told(TEXT, "Emoji")}, ENTITIES, [*ROWS, *MORE], AXIOMS, INFERENCES)))
    for arrow in graph["arrows"]:
        arrow["violates"] = ["range"] if arrow["label"] == "endorsed" else []
    for one in graph["derived"]:
        one["cautions"] = ["disputed"]
    for node in graph["nodes"]:
        node["hidden"] = 12 if node["label"] == "Jonas Weil" else 0
    with visiting(chromium, tmp_path_factory.mktemp("doubts")) as visit:
        yield visit(markup(graph, title="Doubts")).page


def choose(opened: Page, words: str, number: int = 0) -> None:
    opened.get_by_role("button", name="Claims", exact=True).click()
    opened.get_by_label("Find in the claims").fill(words)
    opened.locator(".claims tbody a").nth(number).click()


def test_a_dispute_names_who_says_the_opposite_and_leads_there(opened: Page) -> None:
    choose(opened, "halvorsen hired telcora affirmed")
    dispute = opened.locator(".dispute")
    expect(dispute).to_contain_text("Disputed: Priya Nandakumar says the opposite.")
    dispute.get_by_role("link").click()
    expect(opened.locator("aside .status")).to_have_text("Denied: said not to be so.")
    expect(opened.locator(".dispute")).to_contain_text("Disputed: Meridian Ledger says the opposite.")


def test_what_the_ontology_does_not_take_is_told_in_plain_words(opened: Page) -> None:
    choose(opened, "weil endorsed")
    expect(opened.locator(".doubt")).to_have_text("Not taken for a fact: its object isn't of the class that this relation asks for.")
    expect(opened.locator(".claims tbody tr").first.locator(".tag")).to_have_text("Affirmed, not taken for a fact")
    opened.locator("aside h2").get_by_role("link", name="Jonas Weil").click()
    expect(opened.locator("aside a.row.untaken")).to_have_text("Ada Halvorsen not taken for a fact, by The Daily Postil")


def test_what_is_disputed_or_told_otherwise_is_listed_once_each(opened: Page) -> None:
    opened.get_by_role("button", name="Overview").click()
    panel = opened.get_by_role("complementary", name="Evidence")
    expect(panel.get_by_role("heading", name="Disputed or told otherwise too (1)")).to_be_visible()


def test_what_follows_from_something_doubtful_is_doubtful(opened: Page) -> None:
    choose(opened, "derived")
    expect(opened.locator(".doubt")).to_have_text("Doubtful: somebody denies what it follows from.")


def test_what_is_beyond_this_part_is_counted(opened: Page) -> None:
    choose(opened, "weil endorsed")
    opened.locator("aside h2").get_by_role("link", name="Jonas Weil").click()
    expect(opened.get_by_text("12 more arrows beyond this part of the store.")).to_be_visible()


def test_emoji_and_crlf_move_no_mark(opened: Page) -> None:
    choose(opened, "ostrander hired")
    expect(opened.locator("blockquote mark")).to_have_text(EVIDENCE)
    opened.get_by_role("link", name="Show in the article").click()
    text = opened.locator(".text")
    assert text.text_content() == TEXT
    assert text.locator("mark").all_text_contents() == ["The women hired Telcora.", EVIDENCE]
    assert text.locator("mark.chosen").text_content() == EVIDENCE
