"""The page in a real browser, from a file: what a reader sees and can do. Each visit also asserts silence and no request but the file."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from kg.draw.reading import NOT_STATED
from kg.store.oxigraph import OxigraphStore
from tests.browser import Visitor
from tests.draw.campaign import ENTITIES, ROWS, SECOND, TEXT, campaign_store
from tests.draw.hostile import BREAKOUT, IMAGE, LONG, RTL, hostile_store
from tests.draw.view import PREFIXES, Said, Told, store_of, trig

DENIED = "Halvorsen campaign – hired – Telcora. Denied"


def arrow(page: Page, beginning: str) -> Locator:
    return page.locator(f'#drawing .arrow[aria-label^="{beginning}"]')


def node(page: Page, label: str) -> Locator:
    return page.locator(f'#drawing .node[aria-label^="{label},"]')


def choose(found: Locator) -> None:
    found.focus()
    found.press("Enter")


def test_everything_said_is_drawn(campaign: Page) -> None:
    drawn = {row.subject for row in ROWS} | {row.object for row in ROWS}
    assert campaign.locator("#drawing .node").count() == len(drawn) == 26
    assert campaign.locator("#drawing .arrow").count() == len({(r.subject, r.relation, r.object, r.status) for r in ROWS}) + 3
    expect(campaign.locator("#summary")).to_have_text("26 names · 37 relations · 2 articles")


@pytest.mark.parametrize(
    ("text", "offset", "index"),
    [("", 0, 0), ("abc", 2, 2), ("📞abc", 1, 2), ("a📞b🗳️c", 3, 4), ("a📞b🗳️c", 5, 7), ("é́x", 2, 2), ("abc", 9, 3), ("👩‍👧!", 3, 5)],
)
def test_code_points_become_utf16_units(campaign: Page, text: str, offset: int, index: int) -> None:
    assert campaign.evaluate("([text, offset]) => utf16Index(text, offset)", [text, offset]) == index
    assert len(text[:offset].encode("utf-16-le")) // 2 == index


@pytest.mark.parametrize("row", [row for row in ROWS if row.article == "first"], ids=lambda row: row.evidence[:30])
def test_the_exact_words_are_highlighted(campaign: Page, row: Said) -> None:
    label = ENTITIES[row.subject][1] if len(ENTITIES[row.subject]) > 1 else NOT_STATED
    words = f"{label} – {row.relation.replace('_', ' ')} – {ENTITIES[row.object][1]}. {row.status.title()}"
    choose(arrow(campaign, words))
    card = campaign.locator(".card").filter(has=campaign.locator("blockquote mark", has_text=row.evidence)).first
    assert card.locator("blockquote mark").text_content() == row.evidence
    if not card.locator("details").evaluate("one => one.open"):
        card.locator("summary").click()
    box = card.locator(".text")
    expect(box.locator("mark")).to_have_text(row.evidence)
    assert box.text_content() == TEXT
    assert box.evaluate("one => one.firstChild.textContent") == TEXT[: TEXT.index(row.evidence)]
    mark, frame = box.locator("mark").bounding_box(), box.bounding_box()
    assert mark
    assert frame
    assert frame["y"] <= mark["y"] <= frame["y"] + frame["height"]


def test_a_click_on_an_arrow_shows_its_evidence(campaign: Page) -> None:
    arrow(campaign, "Halvorsen campaign – contracted – Brightline").locator(".relation").click()
    panel = campaign.locator("#panel")
    expect(panel.locator("h2")).to_have_text("Halvorsen campaign contracted Brightline Outreach")
    expect(panel.locator(".speaker")).to_have_text("— according to Meridian Ledger")
    expect(panel.locator(".alone")).to_have_text("Rests on one voice alone: Meridian Ledger.")
    expect(panel.locator(".source")).to_have_text(f"{TEXT.splitlines()[0]} · The Daily Postil · 2019-12-24")
    link = panel.locator(".source a")
    assert link.get_attribute("href") == "https://example.org/2019/12/halvorsen"
    assert "noopener" in (link.get_attribute("rel") or "")


def test_two_voices_are_not_one(campaign: Page) -> None:
    choose(arrow(campaign, "Brightline Outreach – hired – Telcora"))
    panel = campaign.locator("#panel")
    assert panel.locator(".alone").count() == 0
    assert panel.locator(".card").count() == 2
    expect(panel.locator(".speaker").first).to_have_text("— The article itself")
    expect(panel.locator(".speaker").last).to_have_text("— according to two people who know the contract")
    panel.locator("details summary").last.click()
    expect(panel.locator(".text").last).to_have_text(SECOND.strip())


def test_amount_and_time_are_shown_as_said_and_as_counted(campaign: Page) -> None:
    choose(arrow(campaign, "Telcora – paid – Tallis"))
    expect(campaign.locator("#panel dl")).to_have_text("Amount$7.25 an hour (USD 7.25 per hour)")
    choose(arrow(campaign, "Plains Forum – located in"))
    expect(campaign.locator("#panel dl")).to_have_text("WhenDec. 11, 2019 (2019-12-11)")


def test_status_has_its_own_line(campaign: Page) -> None:
    def style(found: Locator, part: str, name: str) -> str:
        return str(found.locator(part).evaluate(f"one => getComputedStyle(one).{name}"))

    denied, affirmed = arrow(campaign, DENIED), arrow(campaign, "Marta Quill – leads")
    assert style(denied, ".line", "stroke") == style(denied, ".cross", "stroke") == "rgb(193, 39, 45)"
    assert len((denied.locator(".cross").get_attribute("d") or "").split("M")) == 3
    assert campaign.locator("#drawing .arrow:not(.denied) .cross").count() == 0
    assert style(affirmed, ".line", "strokeDasharray") == "none"
    firsts = (campaign.locator(f"#drawing .arrow.{name}").first for name in ("possible", "planned"))
    possible, planned = (style(one, ".line", "strokeDasharray") for one in firsts)
    assert len({possible, planned, "none"}) == 3
    assert float(style(campaign.locator("#drawing .arrow.derived").first, ".line", "strokeWidth")[:-2]) < 1
    assert style(affirmed, ".line", "strokeWidth") == "3px"  # two voices


def test_a_denial_says_so_in_words(campaign: Page) -> None:
    choose(arrow(campaign, DENIED))
    expect(campaign.locator("#panel .status")).to_have_text("Denied: said not to be so.")
    choose(arrow(campaign, "Red Fork prison – part of"))
    expect(campaign.locator("#panel .status")).to_have_text("Denied: said that it will not happen.")


def test_a_derived_arrow_shows_what_it_rests_on(campaign: Page) -> None:
    choose(arrow(campaign, "Telcora – operates in – Tallis state prisons"))
    panel = campaign.locator("#panel")
    expect(panel.locator("h3")).to_have_text("It rests on")
    assert panel.locator(".card mark").all_text_contents()[0] == "operates two call centers"
    panel.locator(".card .row").last.click()
    expect(panel.locator("h2")).to_have_text("two call centers located in Tallis state prisons")


def test_a_dispute_names_the_other_side(visit: Visitor) -> None:
    rows = [Said("a", "paid", "b", "A paid B", article="one"), Said("a", "paid", "b", "A denied it", "a", status="denied", article="one")]
    entities: dict[str, tuple[str, ...]] = {"a": ("Firm", "A"), "b": ("Firm", "B")}
    page = visit(store_of(trig({"one": Told("A paid B. A denied it.")}, entities, rows))).page
    choose(arrow(page, "A – paid – B. Affirmed"))
    page.locator("#panel .dispute .row").click()
    expect(page.locator("#panel .speaker")).to_have_text("— according to A")
    paths = {one.locator(".line").get_attribute("d") for one in page.locator("#drawing .arrow").all()}
    assert len(paths) == 2  # drawn apart


def test_a_click_on_a_node_shows_all_of_it(campaign: Page) -> None:
    node(campaign, "Brightline Outreach").locator(".shape").click()
    panel = campaign.locator("#panel")
    expect(panel.locator(".kind")).to_have_text("company · organization · agent")
    expect(panel.locator("p.quiet")).to_have_text("Also called Brightline, third-party vendor, vendor.")
    assert panel.locator(".row").count() == 2
    choose(node(campaign, "Ada Halvorsen"))
    assert panel.locator(".row").count() == 4
    campaign.keyboard.press("Escape")
    expect(panel.locator("h2")).to_have_text("Every arrow has its evidence")


def test_a_speaker_shows_what_it_says(campaign: Page) -> None:
    choose(arrow(campaign, "Halvorsen campaign – contracted – Brightline"))
    campaign.locator("#panel .speaker button").click()
    expect(campaign.locator("#panel h3")).to_have_text("What else it says")
    assert campaign.locator("#panel .row").count() == len([row for row in ROWS if row.speaker == "ledger"])


def test_search_finds_names_relations_and_sentences(campaign: Page) -> None:
    campaign.locator("#query").fill("BRIGHTLÍNE")
    expect(campaign.locator("#found-count")).to_have_text("6 found")
    campaign.keyboard.press("Enter")
    expect(campaign.locator("#panel h2")).to_have_text("Brightline Outreach")
    assert campaign.locator("#drawing .node.hit").count() == 1
    campaign.locator("#query").fill("minimum moon")
    expect(campaign.locator("#found-count")).to_have_text("Nothing found")
    campaign.locator("#query").fill("rural")
    assert campaign.locator("#found .row").all_text_contents() == ["Tallis state prisons located in Oklahoma"]


def test_filters_hide_and_show(visit: Visitor) -> None:
    campaign = visit(campaign_store()).page
    campaign.locator('#filters input[value="denied"]').uncheck()
    assert campaign.locator("#drawing .arrow.denied:visible").count() == 0
    expect(campaign.locator("#summary")).to_contain_text("34 relations")
    campaign.locator('#filters input[value$="#Office"]').uncheck()
    expect(node(campaign, "president")).to_be_hidden()
    campaign.locator("#filters fieldset").last.get_by_role("button", name="none").click()
    expect(campaign.locator("#summary")).to_contain_text("0 names · 0 relations")
    campaign.locator('#filters input[value$="#owns"]').check()
    assert campaign.locator("#drawing .node:visible").count() == 3


def test_zoom_pan_and_drag(visit: Visitor) -> None:
    campaign = visit(campaign_store()).page

    def transform() -> str:
        return campaign.locator("#graph").get_attribute("transform") or ""

    before = transform()
    campaign.mouse.move(700, 500)
    campaign.mouse.wheel(0, -300)
    campaign.wait_for_function("before => document.getElementById('graph').getAttribute('transform') !== before", arg=before)
    campaign.locator("#zoom-fit").click()
    dot = node(campaign, "president").locator(".shape").bounding_box()
    assert dot
    campaign.mouse.move(dot["x"] + 5, dot["y"] + 8)
    campaign.mouse.down()
    campaign.mouse.move(dot["x"] + 65, dot["y"] + 48, steps=4)
    campaign.mouse.up()
    moved = node(campaign, "president").locator(".shape").bounding_box()
    assert moved
    assert (moved["x"] - dot["x"], moved["y"] - dot["y"]) == pytest.approx((60, 40), abs=1)
    expect(campaign.locator("#panel h2")).to_have_text("Every arrow has its evidence")  # a drag is no choice


def test_the_keyboard_reaches_all(campaign: Page) -> None:
    focusable = campaign.locator("#drawing .arrow, #drawing .node")
    for one in focusable.all():
        assert (one.get_attribute("tabindex"), one.get_attribute("role")) == ("0", "button")
        assert one.get_attribute("aria-label")
    choose(node(campaign, "Telcora"))
    assert campaign.evaluate("document.activeElement.tagName") == "H2"
    campaign.keyboard.press("Escape")
    assert (campaign.evaluate("document.activeElement.getAttribute('aria-label')") or "").startswith("Telcora")


def test_nothing_lies_on_anything(campaign: Page) -> None:
    """Names of nodes keep clear of one another, and few names of arrows touch."""
    boxes = campaign.locator("#drawing .node .name").evaluate_all("all => all.map(one => one.getBoundingClientRect().toJSON())")
    assert overlaps(boxes) == 0
    relations = campaign.locator("#drawing .relation").evaluate_all("all => all.map(one => one.getBoundingClientRect().toJSON())")
    assert overlaps(relations) <= 2


def overlaps(boxes: list[dict[str, float]]) -> int:
    def shared(a: dict[str, float], b: dict[str, float], low: str, high: str) -> float:
        return min(a[high], b[high]) - max(a[low], b[low])

    pairs = [(a, b) for index, a in enumerate(boxes) for b in boxes[:index]]
    return sum(shared(a, b, "left", "right") > 2 and shared(a, b, "top", "bottom") > 2 for a, b in pairs)


def test_the_layout_is_the_same_every_time(visit: Visitor) -> None:
    first, second = (visit(campaign_store()).page.locator("#drawing").inner_html() for _ in range(2))
    assert first == second


def test_hostile_texts_are_shown_as_texts(visit: Visitor) -> None:
    page = visit(hostile_store()).page
    assert page.title() == "Who is connected to whom"
    names = page.locator("#drawing .node .name").all_text_contents()
    assert max(map(len, names)) < 200
    assert any(name.startswith("</script>") for name in names)
    choose(page.locator(f"#drawing .arrow[aria-label*='{RTL}']").first)
    assert page.locator("#panel h2").text_content() is not None
    for one in page.locator("#drawing .arrow, #drawing .node").all():
        choose(one)
        assert page.locator("#panel h2").text_content()
    page.locator("#query").fill(LONG[:50])
    page.keyboard.press("Enter")
    assert page.locator("#panel h2").text_content() == LONG
    page.locator("#query").fill("</script>")
    page.keyboard.press("Enter")
    assert page.locator("#panel h2").text_content() == BREAKOUT
    assert IMAGE in (page.locator("#panel").text_content() or "")
    assert page.locator("img, iframe, #panel script, #panel b").count() == 0
    assert page.title() == "Who is connected to whom"


def test_only_web_addresses_become_links(visit: Visitor) -> None:
    page = visit(hostile_store()).page
    links = []
    for one in page.locator("#drawing .arrow").all():
        choose(one)
        links += [link.get_attribute("href") for link in page.locator("#panel a").all()]
    assert set(links) == {"https://example.org/?a=1&b=%22%3E%3Cscript%3E"}


def test_an_empty_store_has_a_page(visit: Visitor) -> None:
    expect(visit(store_of(PREFIXES)).page.locator("#summary")).to_have_text("0 names · 0 relations · 0 articles")


@pytest.mark.parametrize(("scheme", "paper"), [("light", "rgb(251, 250, 246)"), ("dark", "rgb(22, 24, 27)")])
def test_light_and_dark(visit: Visitor, scheme: str, paper: str) -> None:
    page = visit(campaign_store(), color_scheme=scheme).page
    assert page.locator("body").evaluate("one => getComputedStyle(one).backgroundColor") == paper
    assert page.evaluate(CONTRAST) >= 4.5


CONTRAST = """() => {
  const light = (colour) => {
    const linear = (c) => (c <= 0.03928 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4);
    const [r, g, b] = colour.match(/[\\d.]+/g).map((part) => linear(part / 255));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const paper = light(getComputedStyle(document.body).backgroundColor);
  const texts = [...document.querySelectorAll("#drawing text")].map((one) => light(getComputedStyle(one).fill));
  const quiet = [...document.querySelectorAll(".quiet")].map((one) => light(getComputedStyle(one).color));
  return Math.min(...[...texts, ...quiet].map((one) => (Math.max(one, paper) + 0.05) / (Math.min(one, paper) + 0.05)));
}"""


def test_on_a_phone_all_fits_its_width(visit: Visitor) -> None:
    page = visit(campaign_store(), viewport={"width": 390, "height": 800}, has_touch=True).page
    assert page.evaluate("document.documentElement.scrollWidth") == 390
    choose(arrow(page, DENIED))
    expect(page.locator("#panel blockquote")).to_be_in_viewport()
    expect(page.locator("#drawing")).to_be_in_viewport()
    assert page.evaluate("document.documentElement.scrollWidth") == 390


def crowd(size: int) -> OxigraphStore:
    """A graph of many names, one of them joined to many."""
    pairs = [(number, (number * 7 + 1) // 9) for number in range(1, size)] + [(number, 0) for number in range(5, size, 6)]
    entities: dict[str, tuple[str, ...]] = {f"n{number}": ("Firm", f"Firm number {number}") for number in range(size)}
    rows = [Said(f"n{a}", "paid", f"n{b}", "Firms paid", article="one") for a, b in pairs if a != b]
    return store_of(trig({"one": Told("Firms paid.")}, entities, rows))


def test_three_hundred_names_are_soon_there(visit: Visitor) -> None:
    page = visit(crowd(300)).page
    assert page.locator("#drawing .node").count() == 300
    assert page.evaluate("performance.timing.loadEventEnd - performance.timing.navigationStart") < 8000
    zoom = "() => { const from = performance.now(); document.querySelector('#zoom-in').click(); return performance.now() - from; }"
    assert page.evaluate(zoom) < 200


def test_of_more_names_the_most_connected_are_drawn_and_the_others_found(visit: Visitor) -> None:
    page = visit(crowd(320)).page
    assert page.locator("#drawing .node").count() == 300
    expect(page.locator("#note")).to_have_text(re.compile("300 most connected of 320"))
    missing = set(range(320)) - {int(re.findall(r"\d+", text)[0]) for text in page.locator("#drawing .node .name").all_text_contents()}
    page.locator("#query").fill(f"Firm number {max(missing)}")
    page.keyboard.press("Enter")
    expect(node(page, f"Firm number {max(missing)}")).to_be_visible()
