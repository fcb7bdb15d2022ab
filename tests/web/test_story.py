"""A story made by hand in the explorer, and what a newspaper gets of it: a page that works in a frame and without JavaScript; pictures."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pytest
from playwright.sync_api import Browser, Page, expect

from kg.draw.explore import page
from tests.browser import Visitor, visiting
from tests.draw.campaign import campaign_store
from tests.draw.hostile import BREAKOUT, ROWS, hostile_store
from tests.web.axe import serious_faults

STEPS: Final = (
    ("A vendor hired the firm.", ["Halvorsen campaign contracted Brightline Outreach", "Brightline Outreach hired Telcora"]),
    (
        "The campaign says that it didn’t.",
        ["Halvorsen campaign hired Telcora", "Jonas Weil investigated Telcora", "Telcora operates in Tallis state prisons"],
    ),
)


def make(opened: Page, steps: tuple[tuple[str, list[str]], ...] = STEPS) -> None:
    """Make a story by clicking and typing alone."""
    opened.get_by_role("button", name="Story", exact=True).click()
    opened.get_by_label("Title").fill("Who called?")
    opened.get_by_label("Byline").fill("By Ann Example")
    opened.get_by_role("button", name="Claims", exact=True).click()
    for number, (caption, claims) in enumerate(steps, 1):
        if number > 1:
            opened.get_by_role("button", name="Add a step").click()
        opened.get_by_label(f"Caption of step {number}").fill(caption)
        for claim in claims:
            opened.get_by_role("link", name=claim, exact=True).first.click()
            opened.get_by_role("button", name=f"Add to step {number}", exact=True).click()


def saved(opened: Page, name: str, folder: Path) -> Path:
    """What a button saves."""
    with opened.expect_download() as download:
        opened.get_by_role("button", name=name, exact=True).click()
    file = folder / download.value.suggested_filename
    download.value.save_as(file)
    return file


@pytest.fixture(scope="module")
def made(chromium: Browser, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """The exported page, and the draft."""
    folder = tmp_path_factory.mktemp("saved")
    with visiting(chromium, tmp_path_factory.mktemp("story")) as visit:
        opened = visit(page(campaign_store(), title="Campaign")).page
        make(opened)
        return saved(opened, "Save the page", folder), saved(opened, "Save the draft", folder)


@pytest.fixture
def story(made: tuple[Path, Path]) -> str:
    """The exported page's markup."""
    return made[0].read_text(encoding="utf-8")


@pytest.fixture
def drafted(chromium: Browser, tmp_path: Path, made: tuple[Path, Path]) -> Iterator[Page]:
    """The explorer with the same draft opened from its file."""
    with visiting(chromium, tmp_path) as visit:
        opened = visit(page(campaign_store(), title="Campaign")).page
        opened.get_by_role("button", name="Claims", exact=True).click()
        opened.get_by_role("button", name="Story", exact=True).click()
        opened.get_by_label("A story’s draft").set_input_files(made[1])
        expect(opened.get_by_label(f"Caption of step {len(STEPS)}")).to_have_value(STEPS[-1][0])  # the file is read by and by
        yield opened


@pytest.fixture
def published(chromium: Browser, tmp_path: Path, story: str) -> Iterator[Page]:
    with visiting(chromium, tmp_path) as visit:
        yield visit(story).page


def test_steps_are_told_one_at_a_time_with_their_pictures_and_claims(published: Page) -> None:
    expect(published).to_have_title("Who called?")
    first, second = published.locator(".step").all()
    expect(published.get_by_role("status")).to_have_text("Step 1 of 2")
    expect(first.locator(".caption")).to_have_text("A vendor hired the firm.")
    expect(first.locator("svg.wide")).to_contain_text("contracted [1]")
    expect(first.locator("svg.wide")).to_contain_text("— Meridian Ledger")
    expect(second.locator(".caption")).to_be_hidden()
    published.get_by_role("button", name="Next").click()
    expect(first.locator(".caption")).to_be_hidden()
    expect(second.locator(".said li")).to_have_text(
        [
            "Denied by Priya Nandakumar: Halvorsen campaign hired Telcora [4] one voice alone",
            "Possible, according to The Daily Postil: Jonas Weil investigated Telcora [5] one voice alone",
            (
                "Nobody says so; it follows from what is said by The Daily Postil: Telcora operates in Tallis state prisons [6] "
                "what it follows from rests on one voice alone follows from 7, 8"
            ),
        ]
    )
    published.keyboard.press("ArrowLeft")
    expect(first.locator(".caption")).to_be_visible()
    published.get_by_role("button", name="All steps").click()
    expect(second.locator(".caption")).to_be_visible()


def test_the_denied_is_red_and_crossed_and_the_possible_dashed(published: Page) -> None:
    second = published.locator("#step-2 svg.wide")
    assert second.locator('g[stroke="#c8102e"] path[stroke-width="2.2"]').count() == 2
    assert second.locator("g:not([opacity]) path[stroke-dasharray]").count() == 1
    assert second.locator('g[opacity="0.38"]').text_content() == "".join(
        re.findall(r"<text[^>]*>([^<]*)", second.locator('g[opacity="0.38"]').inner_html())
    )
    expect(second.locator('g[opacity="0.38"]')).to_contain_text("hired [2, 3]")
    expect(published.get_by_role("list", name="What the signs mean").get_by_role("listitem")).to_contain_text(
        ["affirmed: said to be so", "possible: left open whether it is so", "denied: said not to be so", "derived: no article says it"]
    )


def test_every_claim_has_a_footnote_with_sentence_article_speaker_and_status(published: Page) -> None:
    rows = published.get_by_role("table").get_by_role("row")
    expect(rows).to_have_count(1 + 8)
    denied = rows.nth(4)
    expect(denied.locator(".claim")).to_have_text("Denied: Halvorsen campaign hired Telcora one voice alone")
    expect(denied.locator("mark")).to_have_text("The campaign did not hire Telcora")
    expect(denied.locator(".article a")).to_have_attribute("href", "https://example.org/2019/12/halvorsen")
    expect(denied.locator(".article")).to_contain_text("The Daily Postil · 24 December 2019")
    expect(denied.locator(".speaker")).to_have_text("Priya Nandakumar")
    expect(denied.locator(".status").last).to_have_text("Denied: said not to be so.")
    expect(rows.nth(2).locator(".date")).to_contain_text("in the spring")
    published.get_by_role("button", name="Next").click()
    published.get_by_role("link", name="Claim 4").first.click()
    expect(denied).to_be_in_viewport()
    denied.get_by_role("link", name="step 2").click()
    expect(published.get_by_role("status")).to_have_text("Step 2 of 2")


@pytest.mark.parametrize("width", [1000, 390])
def test_it_fits_and_shuts_nobody_out(published: Page, width: int) -> None:
    published.set_viewport_size({"width": width, "height": 800})
    assert published.evaluate("document.documentElement.scrollWidth") == width
    expect(published.locator("#step-1 svg.wide")).to_be_visible(visible=width > 500)
    expect(published.locator("#step-1 svg.narrow")).to_be_visible(visible=width < 500)


def test_it_is_small_and_axe_finds_nothing_serious(chromium: Browser, tmp_path: Path, story: str) -> None:
    assert len(story) < 60_000
    # axe-core is no script of the page's own, so its policy is taken off for it alone.
    without = re.sub(r'<meta http-equiv="Content-Security-Policy"[^>]*>', "", story)
    with visiting(chromium, tmp_path) as visit:
        opened = visit(without).page
        assert serious_faults(opened) == []
        opened.get_by_role("button", name="All steps").click()
        assert serious_faults(opened) == []


def test_without_javascript_it_is_a_sequence_of_pictures_and_captions(chromium: Browser, tmp_path: Path, story: str) -> None:
    with visiting(chromium, tmp_path) as visit:
        opened = visit(story, java_script_enabled=False).page
        boxes = [opened.locator(f"#step-{step} {part}").bounding_box() for step in (1, 2) for part in (".caption", "svg.wide", ".said")]
        tops = [box["y"] for box in boxes if box]
        assert len(tops) == len(boxes)
        assert tops == sorted(tops)
        expect(opened.locator(".stepper")).to_be_hidden()
        expect(opened.get_by_role("table")).to_be_visible()


def test_a_newspaper_shows_it_in_a_sandboxed_frame(chromium: Browser, tmp_path: Path, story: str) -> None:
    framed = html.escape(story)
    outer = f'<!doctype html><title>News</title><iframe width="600" height="700" sandbox="allow-scripts" srcdoc="{framed}"></iframe>'
    with visiting(chromium, tmp_path) as visit:
        frame = visit(outer).page.frame_locator("iframe")
        expect(frame.get_by_role("status")).to_have_text("Step 1 of 2")
        frame.get_by_role("button", name="Next").click()
        expect(frame.locator("#step-2 .caption")).to_be_visible()


def test_steps_are_ordered_by_keyboard_changes_undone_and_all_is_kept(drafted: Page) -> None:
    drafted.get_by_role("button", name="Step 1: later").focus()
    drafted.keyboard.press("Enter")
    expect(drafted.get_by_role("button", name="Step 2: later")).to_be_focused()
    expect(drafted.get_by_label("Caption of step 1")).to_have_value(STEPS[1][0])
    drafted.get_by_role("button", name="Remove Step 1").click()
    expect(drafted.locator(".plot > li")).to_have_count(1)
    drafted.get_by_role("button", name="Undo").click()
    drafted.get_by_role("button", name="Undo").click()
    expect(drafted.get_by_label("Caption of step 1")).to_have_value(STEPS[0][0])
    drafted.get_by_role("button", name="Take it out of Step 1").first.click()
    assert serious_faults(drafted) == []
    drafted.reload()
    drafted.get_by_role("button", name="Story (4)").click()
    expect(drafted.get_by_label("Title")).to_have_value("Who called?")


def test_a_step_is_seen_as_it_will_be(drafted: Page) -> None:
    drafted.get_by_text("See step 1 as it will be").click()
    picture = drafted.get_by_role("img", name="Step 1 of the story")
    expect(picture).to_be_visible()
    before = picture.get_attribute("src")
    drafted.get_by_label("Caption of step 2").focus()
    expect(drafted.get_by_role("img", name="Step 2 of the story")).not_to_have_attribute("src", before or "")
    assert drafted.get_by_role("img", name="Step 2 of the story").evaluate("async (one) => (await one.decode(), one.naturalWidth)") == 720


def test_pictures_are_saved_with_and_without_captions(drafted: Page, tmp_path: Path) -> None:
    whole = saved(drafted, "Save the story as SVG", tmp_path).read_text(encoding="utf-8")
    assert "1. A vendor hired the firm." in whole
    assert "Source: 2 articles, The Daily Postil, Westmark Wire" in whole
    drafted.get_by_label("with captions").uncheck()
    alone = saved(drafted, "Save step 1 as SVG", tmp_path).read_text(encoding="utf-8")
    assert ("hired [2, 3]" in alone, "vendor hired" in alone, "denied" in alone) == (True, False, False)
    assert saved(drafted, "Save step 1 as PNG", tmp_path).read_bytes().startswith(b"\x89PNG")


def test_a_file_that_is_no_draft_changes_nothing(drafted: Page, tmp_path: Path) -> None:
    broken = tmp_path / "broken.json"
    broken.write_text(json.dumps({"format": "accordingto story 1", "title": ["<b>"]}), encoding="utf-8")
    drafted.get_by_label("A story’s draft").set_input_files(broken)
    expect(drafted.get_by_role("alert")).to_contain_text("“earlier” must be")
    expect(drafted.get_by_label("Caption of step 2")).to_have_value(STEPS[1][0])


def test_a_served_store_gives_its_articles_sentences(visit_server: Visitor, made: tuple[Path, Path], tmp_path: Path) -> None:
    opened = visit_server().page
    opened.get_by_role("button", name="Story", exact=True).click()
    opened.get_by_label("A story’s draft").set_input_files(made[1])
    markup = saved(opened, "Save the page", tmp_path).read_text(encoding="utf-8")
    assert "<mark>The campaign did not hire Telcora</mark>" in markup
    assert markup.count('id="claim-') == made[0].read_text(encoding="utf-8").count('id="claim-')


def test_keys_open_the_story_and_add_to_it(drafted: Page) -> None:
    drafted.locator("h1").click()
    drafted.keyboard.press("s")
    expect(drafted.get_by_role("complementary", name="Evidence")).to_be_visible()
    drafted.get_by_role("link", name="Telcora used prison labor", exact=True).click()
    drafted.keyboard.press("a")
    expect(drafted.get_by_role("button", name="In step 1")).to_be_disabled()
    expect(drafted.get_by_role("button", name="Story (6)")).to_be_visible()


def test_hostile_texts_stay_texts(chromium: Browser, tmp_path: Path) -> None:
    with visiting(chromium, tmp_path) as visit:
        opened = visit(page(hostile_store(), title=BREAKOUT)).page
        opened.get_by_role("button", name="Story", exact=True).click()
        opened.get_by_label("Introduction").fill(BREAKOUT)
        opened.get_by_role("button", name="Claims", exact=True).click()
        for number in range(len(ROWS)):
            opened.locator(".claims tbody a").nth(number).click()
            opened.get_by_role("button", name="Add to step 1", exact=True).click()
        opened.get_by_label("Caption of step 1").fill(BREAKOUT)
        assert opened.locator("aside.panel").evaluate("one => one.scrollWidth <= one.clientWidth")
        markup = saved(opened, "Save the page", tmp_path).read_text(encoding="utf-8")
        told = visit(markup, viewport={"width": 390, "height": 800}).page
        assert told.title() == BREAKOUT
        expect(told.locator(".caption")).to_have_text(BREAKOUT)
        assert told.locator("img, script").count() == 1
        assert told.evaluate("document.documentElement.scrollWidth") == 390
        assert (
            told.locator("a[target]").evaluate_all("all => all.map((one) => one.href)")
            == ["https://example.org/?a=1&b=%22%3E%3Cscript%3E"] * 2
        )
