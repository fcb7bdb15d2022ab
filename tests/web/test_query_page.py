"""The SPARQL page of a served store: queries are written, run, refused and shown."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser import Visit, Visitor
from tests.web.axe import serious_faults

ENDLESS = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l . FILTER(?a != ?d && ?g != ?j && ?a != ?l) }"
REFUSED = "Failed to load resource"  # what Chromium itself says of a response of 400


@pytest.fixture
def opened(visit_server: Visitor) -> Visit:
    visit = visit_server("query")
    expect(visit.page.get_by_role("button", name="All that one source says")).to_be_visible()
    return visit


@pytest.fixture
def page(opened: Visit) -> Page:
    return opened.page


def editor(page: Page) -> Locator:
    return page.get_by_role("textbox", name="SPARQL query")


def suggestions(page: Page) -> Locator:
    return page.get_by_role("listbox", name="Suggestions").get_by_role("option")


def write(page: Page, query: str) -> None:
    """Put a query in place of what is there."""
    editor(page).click()
    page.keyboard.press("Control+A")
    page.keyboard.insert_text(query)


def run(page: Page, query: str) -> None:
    write(page, query)
    page.keyboard.press("Control+Enter")


def cells(page: Page) -> list[list[str]]:
    """What the table shows, once the names have come."""
    expect(page.get_by_role("table")).to_have_attribute("aria-busy", "false")
    return [row.locator("td").all_inner_texts() for row in page.locator("tbody tr").all()]


def test_a_named_query_takes_an_entity_by_its_name(page: Page) -> None:
    page.get_by_role("button", name="All that one source says").click()
    expect(page.get_by_role("heading", name="All that one source says")).to_be_visible()
    page.get_by_role("combobox", name="speaker").fill("postil is not a name")
    expect(page.get_by_text("Nothing is called so.")).to_be_visible()
    page.get_by_role("combobox", name="speaker").fill("priya")
    expect(suggestions(page)).to_contain_text(["Priya Nandakumar"])
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(page.get_by_role("combobox", name="speaker")).to_have_value("Priya Nandakumar")
    page.get_by_role("button", name="Run").click()
    expect(page.get_by_role("columnheader")).to_contain_text(["speaker", "voice", "subject"])
    assert {row[0] for row in cells(page)} == {"Priya Nandakumar"}
    page.reload()
    expect(page.get_by_role("combobox", name="speaker")).to_have_value("Priya Nandakumar")
    expect(editor(page)).to_contain_text("kg:attributed_to ?speaker")


def test_what_a_query_needs_is_asked_for_at_its_field(opened: Visit) -> None:
    opened.forgive(REFUSED)
    page = opened.page
    page.get_by_role("button", name="Everything about one entity").click()
    page.get_by_role("button", name="Run").click()
    expect(page.get_by_role("alert")).to_have_text("Say whom or what it is about.")
    page.get_by_role("combobox", name="entity").fill("Telkora")
    page.get_by_role("button", name="Run").click()
    expect(page.get_by_role("alert")).to_contain_text("Telkora")
    page.get_by_role("combobox", name="entity").fill("Telcora")  # a whole name needs no choosing
    page.get_by_role("button", name="Run").click()
    assert len(cells(page)) > 5


def test_relations_are_offered_and_bring_their_prefix(page: Page) -> None:
    write(page, "SELECT * {\n  ?a \n}")
    page.keyboard.press("ArrowUp")
    page.keyboard.press("End")
    page.keyboard.type("hir")
    page.locator(".cm-tooltip-autocomplete li", has_text="kg:hired").first.click()
    page.keyboard.type(" ?b")
    page.keyboard.press("Control+Enter")
    assert ["Brightline Outreach", "Telcora"] in cells(page)
    assert editor(page).inner_text().startswith("PREFIX kg: <https://w3id.org/accordingto#>")


def test_known_prefixes_are_added_when_a_query_runs(page: Page) -> None:
    run(page, "ASK { ?a kg:hired ?b }")
    expect(page.get_by_text("Yes.")).to_be_visible()
    expect(editor(page)).to_contain_text("PREFIX kg:")


def test_an_error_is_told_at_its_place(opened: Visit) -> None:
    opened.forgive(REFUSED)
    page = opened.page
    run(page, "SELECT * {\n  ?a ?b ?c .\n  ?a ?b § .\n}")
    expect(page.get_by_role("alert")).to_contain_text("can't be read at line 3")
    expect(page.locator(".cm-lintRange-error")).to_be_visible()
    page.get_by_role("button", name="Go to line 3").click()
    page.keyboard.type("X")
    expect(page.locator(".cm-line").nth(2)).to_contain_text("X")


def test_results_are_links_labels_and_literals_with_their_kinds(page: Page, campaign_server: str) -> None:
    run(
        page,
        'PREFIX kg: <https://w3id.org/accordingto#>\nSELECT ?a ?b ?st ("x"@en AS ?word) (7 AS ?n) { ?a kg:hired ?b . '
        "?st a kg:Statement ; <http://www.w3.org/1999/02/22-rdf-syntax-ns#subject> ?a ; "
        "<http://www.w3.org/1999/02/22-rdf-syntax-ns#object> ?b }",
    )
    page.get_by_role("table").wait_for()
    link = page.get_by_role("link", name="Brightline Outreach").first
    expect(link).to_have_attribute("href", "/#entity=urn%3Akg%3Abrightline")
    expect(page.get_by_role("link", name="evidence").first).to_be_visible()
    assert cells(page)[0][3:] == ["x @en", "7 xsd:integer"]
    link.click()
    page.wait_for_url(f"{campaign_server}#entity=urn%3Akg%3Abrightline")
    expect(page.get_by_role("heading", name="Brightline Outreach", level=2)).to_be_visible()


def test_a_column_is_an_order_and_many_rows_are_pages(page: Page, tmp_path: Path) -> None:
    run(page, "SELECT ?n { VALUES ?n { " + " ".join(str(n) for n in range(250)) + " } }")
    expect(page.get_by_text("250 rows in")).to_be_visible()
    page.get_by_role("button", name="n", exact=True).click()
    page.get_by_role("button", name="n", exact=True).click()
    expect(page.get_by_role("columnheader", name="n")).to_have_attribute("aria-sort", "descending")
    assert cells(page)[0] == ["249 xsd:integer"]
    page.get_by_role("button", name="Next").click()
    expect(page.get_by_text("Rows 101 to 200 of 250")).to_be_visible()
    assert cells(page)[0] == ["149 xsd:integer"]
    with page.expect_download() as saved:
        page.get_by_role("button", name="CSV").click()
    saved.value.save_as(tmp_path / "rows.csv")
    assert list(csv.reader((tmp_path / "rows.csv").open(newline="")))[:3] == [["n"], ["0"], ["1"]]
    with page.expect_download() as saved:
        page.get_by_role("button", name="JSON").click()
    saved.value.save_as(tmp_path / "rows.json")
    assert len(json.loads((tmp_path / "rows.json").read_text())["results"]["bindings"]) == 250


def test_a_graph_is_triples(page: Page) -> None:
    run(page, "CONSTRUCT { ?a kg:hired ?b } { ?a kg:hired ?b }")
    expect(page.get_by_role("columnheader")).to_have_text(["subject", "predicate", "object"])
    assert ["Brightline Outreach", "hired", "Telcora"] in cells(page)


def test_results_are_drawn_with_their_evidence(page: Page) -> None:
    run(page, "SELECT * { ?a kg:owns ?b }")
    page.get_by_role("button", name="Graph").click()
    page.locator(".picture .stage canvas").first.wait_for()
    panel = page.get_by_role("complementary", name="Evidence")
    panel.get_by_role("link", name="Corvane Holdings").first.click()
    expect(panel.get_by_role("heading", name="Corvane Holdings", level=2)).to_be_visible()
    panel.get_by_role("link", name="Redwood Data").first.click()
    expect(panel.locator("blockquote mark")).to_have_text("which also owns Redwood Data")
    assert "#query=" in page.url


def test_a_runaway_is_cancelled_or_ended(opened: Visit) -> None:
    opened.forgive(REFUSED)
    page = opened.page
    run(page, ENDLESS)
    expect(page.get_by_text("The query is running.")).to_be_visible()
    page.get_by_role("button", name="Cancel").click()
    expect(page.get_by_text("The query was cancelled.")).to_be_visible()
    run(page, "ASK {}")
    expect(page.get_by_text("Yes.")).to_be_visible()
    run(page, ENDLESS)
    expect(page.get_by_role("alert")).to_contain_text("took longer than 4 seconds", timeout=15_000)


def test_too_many_rows_are_told(opened: Visit) -> None:
    opened.forgive(REFUSED)
    run(opened.page, "SELECT * { ?a ?b ?c . ?a ?d ?e }")
    expect(opened.page.get_by_role("alert")).to_contain_text("more than 1,000 rows")


@pytest.mark.parametrize(("width", "scheme"), [(1400, "light"), (390, "dark")])
def test_nobody_is_left_out(visit_server: Visitor, width: int, scheme: str) -> None:
    page = visit_server("query", viewport={"width": width, "height": 844}, color_scheme=scheme).page
    page.get_by_role("button", name="All that one source says").click()
    run(page, "# ?owner (entity): who owns\nSELECT * { ?owner kg:owns ?owned }")
    page.get_by_role("table").wait_for()
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert serious_faults(page) == []
