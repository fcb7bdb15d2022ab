"""The drawing as a person sees and handles it: looks, places, pictures for print."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from benchmarks.big_store import write
from kg.draw.explore import page
from kg.store import open_store
from tests.browser import Visitor, visiting
from tests.draw.campaign import campaign_store
from tests.web.pixels import spots

DENIED, PAPER, INK = "#c8102e", "#ffffff", "#1d232b"
_SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture(scope="module")
def campaign(chromium: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Page]:
    """The campaign's page, which all tests here look at and leave as it was."""
    with visiting(chromium, tmp_path_factory.mktemp("scene")) as visit:
        yield settled(visit(page(campaign_store(), title="Who called?"), reduced_motion="reduce").page)


@pytest.fixture(scope="module")
def crowd(chromium: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Page]:
    """The page of three hundred entities."""
    folder = tmp_path_factory.mktemp("crowd")
    write(folder / "crowd.db", 300, 900)
    with open_store(folder / "crowd.db", read_only=True) as store, visiting(chromium, folder) as visit:
        yield settled(visit(page(store, title="A crowd"), reduced_motion="reduce").page)


def settled(opened: Page) -> Page:
    """The page once its layout has come."""
    opened.locator('.stage[aria-busy="false"]').wait_for(timeout=30_000)
    opened.wait_for_timeout(200)
    return opened


def stage(opened: Page) -> Locator:
    return opened.get_by_role("region", name="Drawing")


def press(opened: Page, *keys: str) -> None:
    stage(opened).focus()
    for key in keys:
        opened.keyboard.press(key)
    opened.wait_for_timeout(250)


def saved(opened: Page, kind: str, folder: Path) -> Path:
    with opened.expect_download() as download:
        opened.get_by_role("button", name=kind, exact=True).click()
    path = folder / download.value.suggested_filename
    download.value.save_as(path)
    return path


def svg_of(opened: Page, folder: Path) -> ElementTree.Element:
    return ElementTree.parse(saved(opened, "SVG", folder)).getroot()


def words_of(svg: ElementTree.Element) -> list[str]:
    return [one.text or "" for one in svg.iter(f"{_SVG}text")]


def test_what_is_denied_is_red_and_the_rest_is_not(campaign: Page) -> None:
    [denied] = spots(stage(campaign), DENIED)
    assert denied.many > 60


def test_a_click_on_a_red_arrow_tells_what_is_denied(campaign: Page) -> None:
    [denied] = spots(stage(campaign), DENIED)
    box = stage(campaign).bounding_box()
    assert box is not None
    told = set()
    for x, y in denied.some:
        campaign.mouse.click(box["x"] + x, box["y"] + y)
        campaign.wait_for_timeout(350)  # the next click is another
        told.add(campaign.get_by_role("complementary", name="Evidence").get_by_role("heading", level=2).text_content())
    assert told & {"Halvorsen campaign hired Telcora", "Telcora paid women", "Red Fork prison part of Tallis Department of Corrections"}
    press(campaign, "Escape", "0")


def test_a_picture_for_print_says_what_the_drawing_says(campaign: Page, tmp_path: Path) -> None:
    svg = svg_of(campaign, tmp_path)
    words = words_of(svg)
    assert {"Who called?", "Telcora", "Priya Nandakumar", "affirmed", "possible", "planned", "denied", "derived", "person"} <= set(words)
    assert "— Meridian Ledger" in words
    assert words[-1] == "Source: 2 articles, The Daily Postil, Westmark Wire"
    dashes = {path.get("stroke-dasharray") for path in svg.iter(f"{_SVG}path")} - {None}
    assert len(dashes) == 2  # dashed and dotted


def test_no_name_lies_over_another_in_a_small_picture(campaign: Page, tmp_path: Path) -> None:
    names = [one for one in svg_of(campaign, tmp_path).iter(f"{_SVG}text") if one.get("fill") == INK and one.get("text-anchor") is None]
    boxes = []
    for one in names:
        x, y, size = float(one.get("x") or 0), float(one.get("y") or 0), float(one.get("font-size") or 0)
        if size < 20 and len(one.text or "") > 1:
            half = 0.2 * size * len(one.text or "")
            boxes.append((x - half, y - size * 0.4, x + half, y + size * 0.4))
    assert len(boxes) > 25
    over = [(a, b) for n, a in enumerate(boxes) for b in boxes[:n] if a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]]
    assert over == []


def test_a_picture_of_dots_is_twice_as_fine(campaign: Page, tmp_path: Path) -> None:
    svg = svg_of(campaign, tmp_path)
    width, height = struct.unpack(">II", saved(campaign, "PNG", tmp_path).read_bytes()[16:24])
    assert [width, height] == pytest.approx([2 * float(svg.get("width") or 0), 2 * float(svg.get("height") or 0)], abs=2)


def test_keys_go_through_the_nodes_by_importance_and_dim_the_rest(campaign: Page) -> None:
    [before] = spots(stage(campaign), DENIED)
    press(campaign, "n")
    expect(campaign.get_by_role("complementary", name="Evidence").get_by_role("heading", level=2)).to_have_text("Telcora")
    press(campaign, "n", "n", "n", "n")
    [dimmed] = spots(stage(campaign), DENIED)
    assert dimmed.many < before.many
    press(campaign, "Escape", "0")
    [after] = spots(stage(campaign), DENIED)
    assert after.many == pytest.approx(before.many, rel=0.05)


def test_a_pointer_that_rests_does_not_dim_what_is_chosen(campaign: Page) -> None:
    def choose(name: str) -> int:
        campaign.keyboard.press("/")
        campaign.keyboard.type(name)
        campaign.keyboard.press("Enter")
        campaign.wait_for_timeout(250)
        [denied] = spots(stage(campaign), DENIED)
        press(campaign, "Escape", "0")
        return denied.many

    wanted = choose("telcora")
    [denied] = spots(stage(campaign), DENIED)
    box = stage(campaign).bounding_box()
    assert box is not None
    campaign.mouse.move(box["x"] + denied.some[0][0], box["y"] + denied.some[0][1])
    campaign.wait_for_timeout(250)
    assert spots(stage(campaign), DENIED)[0].many < denied.many
    assert choose("telcora") == pytest.approx(wanted, rel=0.05)
    campaign.mouse.move(5, 5)


def test_zoom_makes_things_larger_and_0_brings_all_back(campaign: Page) -> None:
    [before] = spots(stage(campaign), DENIED)
    press(campaign, "+")
    campaign.get_by_role("button", name="Zoom in").click()
    campaign.wait_for_timeout(250)
    [larger] = spots(stage(campaign), DENIED)
    campaign.get_by_role("button", name="Zoom out").click()
    campaign.get_by_role("button", name="Show all").click()
    campaign.wait_for_timeout(250)
    [after] = spots(stage(campaign), DENIED)
    assert (larger.x, larger.y) != pytest.approx((before.x, before.y), abs=5)
    assert (after.many, after.x, after.y) == pytest.approx((before.many, before.x, before.y), rel=0.01)


def test_the_camera_goes_to_what_a_filter_leaves_only_where_not_all_of_it_is_seen(campaign: Page) -> None:
    def only(words: str) -> None:
        campaign.keyboard.press("/")
        campaign.keyboard.type(words)
        campaign.keyboard.press("Enter")
        campaign.wait_for_timeout(250)

    def lift() -> None:
        campaign.get_by_role("button", name="Clear filters").click()
        campaign.wait_for_timeout(250)

    only("part of")
    [small] = spots(stage(campaign), DENIED)
    lift()
    only("Unity Party")
    press(campaign, "Escape", *"++++++")
    [none] = spots(stage(campaign), DENIED)
    only("part of")
    [large] = spots(stage(campaign), DENIED)
    lift()
    only("part of")
    [again] = spots(stage(campaign), DENIED)
    lift()
    only("Red Fork prison")
    press(campaign, "Escape", *"++++++")
    [some] = spots(stage(campaign), DENIED)
    only("part of")
    [whole] = spots(stage(campaign), DENIED)
    lift()
    press(campaign, "0")
    assert none.many == 0 < 5 * small.many < large.many
    assert again == large == whole != some
    assert some.many > 0


def test_a_node_is_moved_by_dragging_and_stays_pinned(campaign: Page) -> None:
    press(campaign, "n")
    box = stage(campaign).bounding_box()
    assert box is not None
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    pin = campaign.get_by_role("button", name="Pin", exact=True)
    expect(pin).to_have_attribute("aria-pressed", "false")
    campaign.mouse.move(x, y)
    campaign.mouse.down()
    campaign.mouse.move(x + 60, y + 40, steps=4)
    campaign.mouse.move(x + 120, y + 80, steps=4)
    campaign.mouse.up()
    expect(pin).to_have_attribute("aria-pressed", "true")
    campaign.mouse.click(x + 120, y + 80)
    expect(campaign.get_by_role("complementary", name="Evidence").get_by_role("heading", level=2)).to_have_text("Telcora")
    pin.click()
    campaign.get_by_role("button", name="Lay out anew").click()
    settled(campaign)
    press(campaign, "Escape", "0")


def test_a_nodes_leaves_are_hidden_and_shown(campaign: Page, tmp_path: Path) -> None:
    press(campaign, "n")  # Telcora, of whom alone it is said that it used prison labor
    fold = campaign.get_by_role("button", name="Hide its leaves")
    fold.click()
    folded = words_of(svg_of(campaign, tmp_path))
    fold.click()
    shown = words_of(svg_of(campaign, tmp_path))
    assert "prison labor" in shown
    assert "prison labor" not in folded
    assert {"Telcora", "Brightline Outreach"} <= set(folded)
    press(campaign, "Escape", "0")


def test_communities_are_one_node_each_open_at_a_click_and_close_again(crowd: Page, tmp_path: Path) -> None:
    toggle = crowd.get_by_role("button", name="Communities as one")
    toggle.click()
    closed = words_of(svg_of(crowd, tmp_path))
    assert any(" more" in one for one in closed)
    press(crowd, "n")  # opens the largest
    opened = words_of(svg_of(crowd, tmp_path))
    assert len(opened) > len(closed)
    crowd.get_by_role("button", name="Close all communities").click()
    assert words_of(svg_of(crowd, tmp_path)) == closed
    toggle.click()
    press(crowd, "0")


def test_a_claim_inside_communities_is_shown_by_opening_them(crowd: Page, tmp_path: Path) -> None:
    def signs() -> int:
        return sum(one.tag in (f"{_SVG}circle", f"{_SVG}polygon") for one in svg_of(crowd, tmp_path).iter())

    crowd.get_by_role("button", name="Communities as one").click()
    closed = signs()
    crowd.get_by_role("button", name="Claims", exact=True).click()
    crowd.get_by_role("region", name="Claims").get_by_role("link").first.click()
    crowd.get_by_role("button", name="Go to it in the drawing").click()
    assert signs() > closed
    crowd.get_by_role("button", name="Close all communities").click()
    crowd.get_by_role("button", name="Communities as one").click()
    press(crowd, "Escape", "0")


def test_the_same_graph_gives_the_same_drawing(campaign: Page, visit: Visitor, tmp_path: Path) -> None:
    again = settled(visit(page(campaign_store(), title="Who called?"), reduced_motion="reduce").page)
    assert saved(again, "SVG", tmp_path).read_bytes() == saved(campaign, "SVG", tmp_path).read_bytes()
    assert spots(stage(again), DENIED, INK) == spots(stage(campaign), DENIED, INK)


def test_in_the_dark_the_paper_is_dark(visit: Visitor) -> None:
    opened = settled(visit(page(campaign_store()), color_scheme="dark", reduced_motion="reduce").page)
    [light, dark] = spots(stage(opened), PAPER, "#14181d", near=6)
    assert light.many < 1_000 < dark.many
