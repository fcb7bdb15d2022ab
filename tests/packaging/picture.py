"""`python -m tests.packaging.picture`: takes the README's pictures anew, the explorer and a drawing of an article of examples/."""

from __future__ import annotations

import tempfile
from pathlib import Path

from tests.browser import started
from tests.packaging.shell import ROOT, copied_to, environment, ran

EXPLORER = ROOT / "docs" / "explorer.png"
DRAWING = ROOT / "docs" / "drawing.svg"
CHOSEN = "third-party vendor hired Procom"
PART = "--entity Procom --depth 1 --title 'Who called the voters?'"


def take(page_file: Path) -> None:
    """A screenshot of the page with one arrow chosen, and its sentence shown in the article."""
    with started() as chromium:
        page = chromium.new_page(viewport={"width": 1200, "height": 640}, reduced_motion="reduce")
        page.goto(page_file.as_uri())
        page.get_by_role("button", name="Claims", exact=True).click()
        page.get_by_role("link", name=CHOSEN, exact=True).first.click()
        page.get_by_role("button", name="Drawing", exact=True).click()
        page.get_by_role("link", name="Show in the article").click()
        page.locator('.stage[aria-busy="false"]').wait_for()
        page.wait_for_timeout(1000)  # the last movements of the camera and of the names
        page.screenshot(path=EXPLORER)


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        copy = copied_to(Path(folder) / "copy")
        ran(f"kg build examples/procom.txt && kg explore out.html {PART} && kg draw '{DRAWING}' {PART}", copy, environment())
        take(copy / "out.html")
