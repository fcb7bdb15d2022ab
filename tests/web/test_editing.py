"""An article is dropped onto the page, looked at, kept, removed; a statement is rejected and restored. One test: a pipeline is loaded."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Browser, Locator, Page, expect

from kg.store.oxigraph import OxigraphStore
from tests.browser import visiting_server
from tests.server.conftest import serving

ARTICLE = """# News from the quarry 🚢

Kelder Stone acquired Lorne Ferries. Ilse Marrow denied that Kelder Stone had paid Piet Varga. The Aldwin Bank may sue Kelder Stone.
"""
DROP = """([name, text]) => {
  const held = new DataTransfer();
  held.items.add(new File([text], name));
  const options = { dataTransfer: held, bubbles: true, cancelable: true };
  for (const kind of ["dragenter", "dragover", "drop"]) document.dispatchEvent(new DragEvent(kind, options));
}"""


def test_from_a_dropped_article_to_a_removed_one(chromium: Browser, tmp_path: Path) -> None:
    path = tmp_path / "kg.db"
    OxigraphStore(path).close()
    with serving(path, "--edit", "--workers", "1") as client, visiting_server(chromium, f"{str(client.base_url).rstrip('/')}/") as visit:
        page = visit().page
        page.get_by_role("button", name="Read an article").wait_for()
        _read_and_keep(page)
        _reject_and_restore(page)
        _remove(page)


def _read_and_keep(page: Page) -> None:
    page.evaluate(DROP, ["quarry.md", ARTICLE])
    reading = page.get_by_role("dialog")
    expect(reading.get_by_role("heading")).to_have_text("Read: nothing of this is kept yet", timeout=90_000)
    facts = reading.get_by_role("list", name="Facts").get_by_role("listitem")
    expect(facts).to_have_count(3)
    expect(facts.nth(0)).to_contain_text("Kelder Stone acquired Lorne Ferries")
    expect(facts.nth(1)).to_contain_text("denied, by Ilse Marrow")
    facts.nth(1).click()
    expect(reading.locator("mark.chosen")).to_have_text("Ilse Marrow denied that Kelder Stone had paid Piet Varga.")
    reading.locator("mark", has_text="may sue").click()
    expect(facts.nth(2).get_by_role("button")).to_have_attribute("aria-pressed", "true")
    assert not _panel(page).get_by_text("1 article,").is_visible()
    reading.get_by_role("button", name="Keep").click()
    expect(_panel(page).get_by_role("heading", level=2)).to_have_text("News from the quarry 🚢", timeout=30_000)


def _reject_and_restore(page: Page) -> None:
    page.get_by_role("button", name="Claims").click()
    claim = page.get_by_role("link", name="Kelder Stone acquired Lorne Ferries").first
    claim.click()
    _panel(page).get_by_role("button", name="Reject …").click()
    _panel(page).get_by_label("Why is this statement wrong?").fill("It was only a plan.")
    _panel(page).get_by_role("button", name="Reject", exact=True).click()
    expect(page.get_by_text("The statement was rejected.")).to_be_visible(timeout=30_000)
    expect(claim).to_have_count(0)
    page.get_by_role("button", name="Rejected …").click()
    rejected = page.get_by_role("dialog")
    expect(rejected).to_contain_text("It was only a plan.")
    rejected.get_by_label("Why it holds after all").fill("The deal went through.")
    rejected.get_by_role("button", name="Restore").click()
    expect(rejected).to_contain_text("None is rejected.", timeout=30_000)
    rejected.get_by_role("button", name="Close").click()
    expect(claim).to_be_visible()


def _remove(page: Page) -> None:
    page.get_by_role("link", name="Kelder Stone acquired Lorne Ferries").first.click()
    _panel(page).get_by_role("link", name="Show in the article").click()
    _panel(page).get_by_role("button", name="Remove this article …").click()
    _panel(page).get_by_role("button", name="Remove", exact=True).click()
    expect(page.get_by_text("The article was removed, with all that rested on it alone.")).to_be_visible(timeout=30_000)
    expect(page.get_by_role("link", name="Kelder Stone acquired Lorne Ferries")).to_have_count(0)


def _panel(page: Page) -> Locator:
    return page.get_by_role("complementary", name="Evidence")
