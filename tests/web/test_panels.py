"""The explorer around its drawing: what there is, who says what, by keyboard, in the dark, on a phone; nothing that shuts anybody out."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pytest
from playwright.sync_api import Browser, Page, expect

from kg.draw.explore import page
from tests.browser import visiting
from tests.draw.campaign import campaign_store

AXE: Final = Path(__file__).parents[2] / "kg" / "web" / "node_modules" / "axe-core" / "axe.min.js"
WIDE: Final = {"viewport": {"width": 1400, "height": 900}}
PHONE: Final = {"viewport": {"width": 390, "height": 844}, "has_touch": True, "is_mobile": True}


@pytest.fixture(scope="module")
def opened(chromium: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Page]:
    with visiting(chromium, tmp_path_factory.mktemp("panels")) as visit:
        yield visit(page(campaign_store(), title="Who called?")).page


@pytest.fixture
def campaign(opened: Page) -> Page:
    """The campaign's two articles, nothing chosen, nothing left out."""
    opened.evaluate("location.hash = ''")
    opened.keyboard.press("d")
    if opened.get_by_role("button", name="Clear filters").is_visible():
        opened.get_by_role("button", name="Clear filters").click()
    return opened


def faults(opened: Page, *rules: str) -> list[str]:
    """What axe-core finds serious or critical, by these rules or by all."""
    if not opened.evaluate("'axe' in window"):
        opened.evaluate(AXE.read_text(encoding="utf-8") + "; 0")
    found: list[str] = opened.evaluate(
        """async (rules) => (await axe.run(document, {resultTypes: ["violations"], ...(rules.length && {runOnly: rules})})).violations
           .filter((one) => ["serious", "critical"].includes(one.impact))
           .map((one) => `${one.id}: ${one.nodes.map((node) => node.html).join(" ")}`)""",
        list(rules),
    )
    return found


def test_the_overview_tells_what_there_is_and_each_line_leads_on(campaign: Page) -> None:
    panel = campaign.get_by_role("complementary", name="Evidence")
    expect(panel.get_by_text("2 articles, 26 names, 37 claims.")).to_be_visible()
    expect(panel.get_by_role("button", name="Affirmed")).to_have_text("Affirmed27")
    expect(panel.get_by_text("23 claims are in an article’s own voice: it names nobody who says so.")).to_be_visible()
    panel.get_by_role("button", name="Meridian Ledger").click()
    expect(campaign.locator(".filtered span")).to_contain_text("only speaker Meridian Ledger")
    expect(panel.get_by_role("heading", name="What the filters leave (6)")).to_be_in_viewport()
    assert panel.evaluate("one => one.scrollTop") == 0
    expect(panel.get_by_text("1 of 2 articles, 6 names, 6 claims.")).to_be_visible()
    expect(panel.get_by_role("heading", name=", of all claims")).to_have_text(
        ["Told most often, of all claims", "Who says so, of all claims", "Articles, of all claims (2)"]
    )
    expect(campaign.locator(".claims")).to_have_count(0)
    campaign.get_by_role("button", name="Clear filters").click()
    panel.get_by_role("link", name="Telcora").first.click()
    expect(panel.get_by_role("heading", level=2)).to_have_text("Telcora")


def test_a_number_stays_whole_beside_a_long_title(campaign: Page) -> None:
    count = campaign.get_by_role("link", name="Halvorsen campaign drops a firm").locator(".count")
    assert len(count.inner_text()) == 2
    pieces = "(one) => { const all = document.createRange(); all.selectNodeContents(one); return all.getClientRects().length; }"
    assert count.evaluate(pieces) == 1


def test_the_articles_are_listed_and_open(campaign: Page) -> None:
    panel = campaign.get_by_role("complementary", name="Evidence")
    panel.get_by_role("link", name="Corvane’s Telcora won prison contract").click()
    expect(panel.locator(".text mark")).to_have_text(["Telcora was hired by Brightline Outreach", "Marta Quill runs Corvane Holdings"])
    expect(panel.get_by_role("heading", name="What it says (2 claims)")).to_be_visible()


def test_a_name_tells_its_names_its_class_and_what_is_said_of_it(campaign: Page) -> None:
    campaign.keyboard.press("/")
    campaign.keyboard.type("telcora")
    campaign.keyboard.press("Enter")
    panel = campaign.get_by_role("complementary", name="Evidence")
    expect(panel.locator(".kind")).to_have_text("company · organization · agent")
    expect(panel.get_by_text("Also called call-center firm.")).to_be_visible()
    expect(panel.get_by_role("heading", name="What Telcora denies (1)")).to_be_visible()
    headings = panel.get_by_role("heading", level=4).all_text_contents()
    assert headings.index("paid …") < headings.index("… hired Telcora")
    hired = panel.locator("section").filter(has_text="… hired Telcora")
    expect(hired.get_by_role("link")).to_have_text(
        ["Brightline Outreach by The Daily Postil and two people who know the contract", "Halvorsen campaign denied, by Priya Nandakumar"]
    )


def test_sentences_that_name_it_are_shown_those_without_a_claim_first(campaign: Page) -> None:
    campaign.keyboard.press("/")
    campaign.keyboard.type("telcora")
    campaign.keyboard.press("Enter")
    panel = campaign.get_by_role("complementary", name="Evidence")
    expect(panel.get_by_role("heading", name="In the articles (8)")).to_be_visible()
    expect(panel.get_by_role("heading", name="a claim (")).to_have_text(["Without a claim (1)", "With a claim (7)"])
    claimed = panel.get_by_role("region", name="With a claim")
    expect(claimed.get_by_role("link")).to_have_count(5)
    claimed.get_by_role("button", name="Show 2 more").click()
    expect(claimed.get_by_role("link")).to_have_count(7)
    sentence = panel.get_by_role("region", name="Without a claim").get_by_role("link")
    expect(sentence).to_have_text("Corvane’s Telcora won prison contract")
    expect(sentence.locator("b")).to_have_text("Telcora")
    sentence.click()
    expect(panel.get_by_role("heading", level=2)).to_have_text("Corvane’s Telcora won prison contract")
    expect(panel.locator("mark.sought")).to_have_text("Corvane’s Telcora won prison contract")
    expect(panel.locator("mark.sought")).to_be_in_viewport()


def test_two_names_are_shown_to_be_connected_step_by_step(campaign: Page) -> None:
    campaign.keyboard.press("/")
    campaign.keyboard.type("halvorsen campaign")
    campaign.keyboard.press("Enter")
    panel = campaign.get_by_role("complementary", name="Evidence")
    panel.get_by_role("combobox", name="How is it connected to").fill("state prisons")
    campaign.keyboard.press("Enter")
    way = panel.get_by_role("region", name="Way 1")
    expect(way.get_by_role("heading")).to_have_text("3 steps, by way of Telcora and two call centers")
    expect(way.get_by_role("link")).to_contain_text(
        ["Halvorsen campaign contracted Telcora", "Telcora operates two call centers", "two call centers located in Tallis state prisons"]
    )
    way.get_by_role("link").first.click()
    expect(panel.get_by_text("One voice: Meridian Ledger.")).to_be_visible()
    panel.get_by_role("button", name="Back", exact=True).click()
    expect(panel.get_by_role("heading", name="How it is connected to Tallis state prisons")).to_be_visible()
    assert "&to=" in campaign.url


def test_an_entity_can_be_gone_to_pinned_and_folded(campaign: Page) -> None:
    campaign.keyboard.press("c")
    campaign.keyboard.press("/")
    campaign.keyboard.type("telcora")
    campaign.keyboard.press("Enter")
    campaign.get_by_role("button", name="Pin it").click()
    expect(campaign.get_by_role("button", name="Pin it")).to_have_attribute("aria-pressed", "true")
    campaign.get_by_role("button", name="Hide what hangs on it alone").click()
    campaign.get_by_role("button", name="Show what hangs on it alone").click()
    campaign.get_by_role("button", name="Go to it").click()
    expect(campaign.locator(".claims")).to_have_count(0)


def test_the_legend_has_the_drawings_signs(campaign: Page) -> None:
    campaign.locator(".legend summary").click()
    rows = campaign.locator(".legend li")
    expect(rows.filter(has_text="company")).to_have_count(1)
    expect(rows.filter(has_text="denied")).to_have_count(1)
    fills = rows.locator(".swatch > *").evaluate_all("all => all.map((one) => one.getAttribute('fill') + one.tagName)")
    assert len(set(fills)) == len(fills)
    campaign.locator(".legend summary").click()


def test_escape_leads_back_and_keys_are_told(campaign: Page) -> None:
    campaign.keyboard.press("c")
    campaign.locator(".claims tbody a").first.focus()
    campaign.keyboard.press("Enter")
    panel = campaign.get_by_role("complementary", name="Evidence")
    claim = panel.get_by_role("heading", level=2).text_content() or ""
    expect(campaign.locator("#chosen")).to_contain_text(f"Chosen: {claim}.")
    panel.get_by_role("link", name="Show in the article").first.click()
    expect(panel.locator(".text")).to_be_visible()
    campaign.keyboard.press("Escape")
    expect(panel.get_by_role("heading", level=2)).to_have_text(claim)
    campaign.keyboard.press("Escape")
    expect(panel.get_by_role("heading", level=2)).to_have_text("Every arrow has its evidence")
    campaign.keyboard.press("?")
    dialog = campaign.get_by_role("dialog", name="Help")
    expect(dialog).to_be_visible()
    expect(dialog.get_by_role("heading", name="Help")).to_be_in_viewport()
    terms = dialog.locator("dl").first.get_by_role("term")
    expect(terms).to_contain_text(["Affirmed", "Derived", "Affirmed, not taken for a fact", "in the article’s own voice", "one voice"])
    campaign.keyboard.press("Escape")
    expect(dialog).to_be_hidden()


def test_skip_links_come_first(campaign: Page) -> None:
    campaign.reload()
    campaign.get_by_role("heading", level=2).wait_for()
    campaign.keyboard.press("Tab")
    expect(campaign.get_by_role("link", name="Skip to the evidence")).to_be_focused()
    expect(campaign.get_by_role("link", name="Skip to the evidence")).to_be_in_viewport()
    campaign.keyboard.press("Tab")
    campaign.keyboard.press("Enter")
    expect(campaign.locator("#middle")).to_be_focused()
    expect(campaign.locator(".claims")).to_be_visible()


def test_light_becomes_dark_by_a_switch(campaign: Page) -> None:
    paper = "getComputedStyle(document.body).backgroundColor"
    light = campaign.evaluate(paper)
    switch = campaign.get_by_role("button", name="Dark")
    switch.click()
    expect(switch).to_have_attribute("aria-pressed", "true")
    assert campaign.evaluate(paper) != light
    switch.click()
    assert campaign.evaluate(paper) == light


@pytest.mark.parametrize(
    ("scheme", "size", "rules"),
    [("light", WIDE, []), ("dark", WIDE, ["color-contrast"]), ("light", PHONE, [])],
    ids=["light", "dark", "phone"],
)
def test_nothing_shuts_anybody_out(chromium: Browser, tmp_path: Path, scheme: str, size: dict[str, object], rules: list[str]) -> None:
    with visiting(chromium, tmp_path) as visit:
        opened = visit(page(campaign_store()), color_scheme=scheme, **size).page
        opened.get_by_role("heading", level=2).wait_for()
        assert faults(opened, *rules) == []
        opened.get_by_role("button", name="Filters", exact=True).click()
        assert faults(opened, *rules) == []
        if size is PHONE:
            opened.get_by_role("button", name="Close filters").click()
        opened.get_by_role("combobox", name="Find a name").fill("tel")
        opened.get_by_role("option").first.wait_for()
        assert faults(opened, *rules) == []
        opened.keyboard.press("Escape")
        opened.get_by_role("button", name="Claims", exact=True).click()
        opened.get_by_role("link", name="Brightline Outreach hired Telcora").click()
        assert faults(opened, *rules) == []
        opened.get_by_role("link", name="Show in the article").first.click()
        opened.locator("mark.several").get_by_role("button").first.click()
        assert faults(opened, *rules) == []
        opened.evaluate("location.hash = 'entity=urn:kg:telcora'")
        opened.get_by_role("heading", name="Without a claim").wait_for()
        assert faults(opened, *rules) == []


def test_a_phone_has_the_drawing_on_top_and_nothing_cut_off(chromium: Browser, tmp_path: Path) -> None:
    with visiting(chromium, tmp_path) as visit:
        opened = visit(page(campaign_store()), **PHONE).page
        stage, panel = opened.locator(".stage").bounding_box(), opened.locator("aside.panel").bounding_box()
        assert stage
        assert panel
        assert stage["height"] > 190
        assert stage["y"] + stage["height"] <= panel["y"] + 110
        assert opened.evaluate("document.documentElement.scrollWidth") == 390
        opened.get_by_role("button", name="Claims", exact=True).click()
        opened.get_by_role("link", name="Telcora paid Tallis Department of Corrections").click()
        expect(opened.locator(".card")).to_be_visible()
        assert opened.evaluate("document.documentElement.scrollWidth") == 390
        assert opened.locator("aside.panel").evaluate("one => one.scrollWidth <= one.clientWidth")
        small = opened.locator("button:visible, a.row:visible, .actions a:visible").evaluate_all(
            "all => all.filter((one) => one.getBoundingClientRect().height < 40 && !one.closest('mark')).map((one) => one.textContent)"
        )
        assert small == []
