"""`python -m tests.packaging.picture`: takes the README's picture, the explorer on the articles of examples/, anew."""

from __future__ import annotations

import tempfile
from pathlib import Path
from shutil import which

from playwright.sync_api import sync_playwright

from tests.browser import FLAGS
from tests.packaging.shell import ROOT, copied_to, environment, ran

PICTURE = ROOT / "docs" / "explorer.png"
CHOSEN = "third-party vendor – hired – Procom"


def take(page_file: Path) -> None:
    """A screenshot of the page with one arrow chosen."""
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=which("chromium"), args=FLAGS, headless=True)
        page = chromium.new_page(viewport={"width": 1280, "height": 800})
        page.goto(page_file.as_uri())
        arrow = page.locator(f'#drawing .arrow[aria-label^="{CHOSEN}"]').first
        arrow.focus()
        arrow.press("Enter")
        page.screenshot(path=PICTURE)
        chromium.close()


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        copy = copied_to(Path(folder) / "copy")
        ran("kg build examples/procom.txt && kg explore out.html --title 'Who called the voters?'", copy, environment())
        take(copy / "out.html")
