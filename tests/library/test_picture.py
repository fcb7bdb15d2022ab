"""What a notebook shows of a graph and its parts, and what is saved of them."""

from __future__ import annotations

import importlib.util
from collections.abc import Iterator
from html import unescape
from pathlib import Path
from xml.etree.ElementTree import fromstring

import pytest
from playwright.sync_api import Browser

from kg.draw import picture
from kg.errors import KgError, UsageError
from kg.graph import Graph
from kg.store.oxigraph import OxigraphStore
from tests.browser import visiting
from tests.draw.campaign import campaign_store
from tests.draw.still import read


@pytest.fixture(scope="module")
def graph() -> Iterator[Graph]:
    with Graph(campaign_store()) as opened:
        yield opened


def test_a_notebook_may_choose(graph: Graph) -> None:
    shown = graph._repr_mimebundle_()
    assert list(shown) == ["text/plain", "image/svg+xml", "text/html"]
    assert shown["text/plain"] == "<26 names, 37 arrows (27 affirmed, 3 denied, 3 derived, 2 planned, 2 possible), 2 articles>"
    assert "Brightline Outreach" in [name.words for name in read(shown["image/svg+xml"]).names]
    assert list(graph._repr_mimebundle_(include=["image/svg+xml", "image/png"])) == ["image/svg+xml"]
    assert list(graph._repr_mimebundle_(exclude={"text/html"})) == ["text/plain", "image/svg+xml"]
    assert not hasattr(graph, "_repr_html_"), "it would be asked for besides"


def test_the_frame_can_reach_nothing_and_shows_the_explorer(graph: Graph, chromium: Browser, tmp_path: Path) -> None:
    frame = graph.around("Telcora", depth=1)._repr_mimebundle_()["text/html"]
    assert frame.count("<") == 2, "the page is inside the attribute"
    root = fromstring(frame.replace('srcdoc="', 'data="', 1))
    assert "allow-scripts" in root.attrib["sandbox"]
    assert "allow-same-origin" not in root.attrib["sandbox"]
    assert unescape(root.attrib["data"]).startswith("<!doctype html>")
    with visiting(chromium, tmp_path) as visitor:
        page = visitor(f"<!doctype html><title>Notebook</title>{frame}").page
        page.frame_locator("iframe").locator(".stage canvas, svg#drawing").first.wait_for()


def test_a_cell_that_is_shown_later_shows_the_explorer_then(graph: Graph, chromium: Browser, tmp_path: Path) -> None:
    frame = graph.around("Telcora", depth=1)._repr_mimebundle_()["text/html"]
    with visiting(chromium, tmp_path) as visitor:
        page = visitor(f"<!doctype html><title>Notebook</title><div hidden>{frame}</div>").page
        drawn = page.frame_locator("iframe").locator(".stage canvas, svg#drawing").first
        page.frame_locator("iframe").locator("#app, main").first.wait_for(state="attached")
        page.evaluate("document.querySelector('div').hidden = false")
        drawn.wait_for()


def test_the_surroundings_of_one_stand_out(graph: Graph) -> None:
    near, far = (read(graph.around("Telcora", depth=depth).svg()) for depth in (1, 2))
    assert {"Telcora", "Corvane Holdings"} < {one.words for one in near.names} < {one.words for one in far.names}
    assert "Redwood Data" not in {one.words for one in near.names}
    assert graph.around("Telcora").svg().count('stroke-width="3"') == 1


def test_a_connection_of_two(graph: Graph) -> None:
    found = read(graph.between("Halvorsen campaign", "Tallis Department of Corrections").svg(title="Money"))
    assert {"Halvorsen campaign", "Telcora", "Tallis Department of Corrections"} <= {one.words for one in found.names}
    assert {one.kind for one in found.arrows} <= {"affirmed", "derived"}
    with pytest.raises(UsageError, match="no entity named"):
        graph.between("Telcora", "Nobody")


def test_what_a_query_answers(graph: Graph) -> None:
    found = read(graph.answering("denied").svg())
    assert {one.kind for one in found.arrows} == {"denied"}
    with pytest.raises(UsageError, match="yes or no"):
        graph.answering("ASK { ?a ?b ?c }")


def test_a_picture_is_saved_by_its_suffix(graph: Graph, tmp_path: Path) -> None:
    part = graph.around("Telcora", depth=1)
    beginnings = {".html": b"<!doctype html>", ".svg": b"<svg", ".png": b"\x89PNG", ".pdf": b"%PDF"}
    for suffix, beginning in beginnings.items():
        part.save(tmp_path / f"out{suffix}", title="Telcora", size="600x400")
        content = (tmp_path / f"out{suffix}").read_bytes()
        assert content.startswith(beginning)
    assert b"<title>Telcora</title>" in (tmp_path / "out.svg").read_bytes()
    with pytest.raises(UsageError, match=r"not as \.doc"):
        part.save(tmp_path / "out.doc")


def test_an_empty_store_is_told_in_words(tmp_path: Path) -> None:
    shown = Graph(OxigraphStore())._repr_mimebundle_(exclude={"text/html"})
    assert shown == {"text/plain": "<0 names, 0 arrows, 0 articles>"}
    with pytest.raises(KgError, match="nothing to draw"):
        Graph(OxigraphStore()).picture().svg()


def test_where_nothing_draws_a_notebook_still_has_the_page(graph: Graph, monkeypatch: pytest.MonkeyPatch) -> None:
    find = importlib.util.find_spec
    monkeypatch.setattr("kg.draw.still.needs.find_spec", lambda name: None if name == "pygraphviz" else find(name))
    assert list(graph._repr_mimebundle_()) == ["text/plain", "text/html"]
    with pytest.raises(KgError, match=r"pip install 'accordingto\[draw\]'"):
        graph.picture().svg()


def test_a_page_too_large_for_a_notebook_is_left_out(graph: Graph, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(picture, "_MOST_HTML", 1000)
    assert list(graph._repr_mimebundle_()) == ["text/plain", "image/svg+xml"]
