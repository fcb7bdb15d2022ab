"""Still pictures as files, as people open them: in a browser, as pixels, on a page."""

from __future__ import annotations

import io
import struct
from itertools import combinations
from pathlib import Path
from zlib import crc32

import pytest
from playwright.sync_api import Browser
from pypdf import PdfReader

from kg.draw.reading import data
from kg.draw.still import files
from kg.draw.still.files import pdf, png, resolution_of, save, size_of, suffix_of
from kg.draw.still.picture import picture
from kg.errors import UsageError
from tests.browser import visiting
from tests.draw.campaign import campaign_store
from tests.draw.still import between, made_graph, statement

TITLE = "The campaign & “the <prison>”"


@pytest.fixture(scope="module")
def campaign() -> str:
    return picture(data(campaign_store()), heading_text=TITLE)


def pixels(content: bytes) -> tuple[int, int]:
    """A PNG's width and height, where it's whole."""
    assert content[:8] == b"\x89PNG\r\n\x1a\n"
    end = len(content) - 12
    assert struct.unpack(">I4sI", content[end:]) == (0, b"IEND", crc32(b"IEND"))
    return struct.unpack(">II", content[16:24])


def test_a_browser_finds_no_words_over_others(chromium: Browser, tmp_path: Path) -> None:
    """Its own measure of every text, in the face that the picture brings along."""
    graph = made_graph(4)
    for one in graph["nodes"]:
        one["label"] = "".join(letter for letter in one["label"] if ord(letter) < 0x250 or letter == "ș") or one["id"]
    with visiting(chromium, tmp_path) as visitor:
        page = visitor(f"<!doctype html><title>x</title>{picture(graph)}").page
        page.evaluate("document.fonts.ready")
        assert page.evaluate("document.fonts.size") == 1
        rectangles = page.evaluate(
            """() => [...document.querySelectorAll("g.name, g.arrow")].map((group) => [...group.querySelectorAll("text")].map((text) => {
              const { left, top, right, bottom } = text.getBoundingClientRect();
              const height = bottom - top;
              return [left, top + 0.15 * height, right, bottom - 0.15 * height];
            }))"""
        )
    groups = [[tuple(one) for one in group] for group in rectangles]
    assert len(groups) == 40 + len(graph["arrows"]) + 1

    def overlap(one: tuple[float, ...], other: tuple[float, ...]) -> bool:
        across = min(one[2], other[2]) - max(one[0], other[0])
        return across > 1 and min(one[3], other[3]) - max(one[1], other[1]) > 1

    assert not [(one, other) for a, b in combinations(groups, 2) for one in a for other in b if overlap(one, other)]


def test_a_png_has_the_size_that_was_asked_for(campaign: str) -> None:
    small = between(statement(1, "affirmed"))
    assert pixels(png(picture(small, size=size_of("900x600")), resolution_of("900x600"))) == (900, 600)
    assert pixels(png(picture(small, size=size_of("63.5x38.1mm")), resolution_of("63.5x38.1mm"))) == (750, 450)
    wide, high = pixels(png(campaign, resolution_of(None)))
    assert f'width="{wide // 2}" height="{high // 2}"' in campaign


def test_a_picture_as_large_as_a_wall_is_made_of_fewer_pixels(campaign: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(files, "_MOST_PIXELS", 100_000)
    wide, high = pixels(png(campaign, 300))
    assert 99_000 < wide * high < 101_000


def test_the_text_of_a_pdf_can_be_read(campaign: str) -> None:
    found = PdfReader(io.BytesIO(pdf(campaign)))
    assert len(found.pages) == 1
    assert found.metadata is not None
    assert found.metadata.title == TITLE
    text = found.pages[0].extract_text()
    assert TITLE in text
    for words in ("Brightline Outreach", "denied by Priya Nandakumar", "according to Meridian Ledger", "class not stated", "Westmark Wire"):
        assert words in text
    sheet = PdfReader(io.BytesIO(pdf(picture(between(statement(1, "denied")), size=size_of("a4"))))).pages[0].mediabox
    assert (round(float(sheet.width)), round(float(sheet.height))) == (842, 595)


def test_the_same_picture_gives_the_same_bytes(campaign: str) -> None:
    assert pdf(campaign) == pdf(campaign)
    assert png(campaign, 30) == png(campaign, 30)


def test_the_suffix_says_what_is_written(campaign: str, tmp_path: Path) -> None:
    beginnings = {".svg": b"<svg ", ".PNG": b"\x89PNG", ".pdf": b"%PDF-"}
    for suffix, beginning in beginnings.items():
        save(campaign, tmp_path / f"out{suffix}", 60)
        assert (tmp_path / f"out{suffix}").read_bytes().startswith(beginning)
    assert len(list(tmp_path.iterdir())) == 3
    with pytest.raises(UsageError, match=r"not as \.jpg"):
        suffix_of("out.jpg")


@pytest.mark.parametrize(
    ("text", "size"),
    [
        ("1200x800", (1200, 800)),
        ("8x6in", (768, 576)),
        ("A4", (1122.5, 793.7)),
        ("a4 portrait", (793.7, 1122.5)),
        ("letter", (1056, 816)),
    ],
)
def test_sizes(text: str, size: tuple[float, float]) -> None:
    assert size_of(text) == pytest.approx(size, abs=0.1)


@pytest.mark.parametrize("text", ["", "a9", "1200", "1200x", "-1x5", "0x0", "1x1", "99999x10", "1e3x5", "10x10 portrait", "９x９"])
def test_what_is_no_size(text: str) -> None:
    with pytest.raises(UsageError, match="no size"):
        size_of(text)
