"""A real browser, and what its pages must never do: complain, or ask for anything but themselves."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from shutil import which

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

FLAGS = ["--no-sandbox", "--disable-quic", "--no-first-run", "--disable-background-networking"]
FLAGS += ["--disable-component-update", "--disable-sync"]
FLAGS += ["--use-gl=angle", "--use-angle=swiftshader", "--enable-unsafe-swiftshader"]  # WebGL without a screen


@contextmanager
def started() -> Iterator[Browser]:
    """Debian's Chromium, or what there is."""
    found = which("chromium") or which("chromium-browser") or which("google-chrome")
    if found is None:
        pytest.fail("No Chromium is installed, which the pages' tests drive: run `apt-get update && apt-get install -y chromium`.")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=found, args=FLAGS, headless=True)
        yield browser
        browser.close()


class Visit:
    """An open page, with all that its browser complained of and all that it asked for."""

    def __init__(self, context: BrowserContext, file: Path) -> None:
        self.trouble: list[str] = []
        self.requests: list[str] = []
        self.address = file.as_uri()
        self.page: Page = context.new_page()
        self.page.on("console", lambda message: self.trouble.append(message.text))
        self.page.on("pageerror", lambda error: self.trouble.append(str(error)))
        self.page.on("request", lambda request: self.requests.append(request.url))
        self.page.goto(self.address)


Visitor = Callable[..., Visit]
"""Opens a page's markup in a tab of its own; what else is given goes to the browser's context (`viewport`, `color_scheme`)."""


@contextmanager
def visiting(chromium: Browser, folder: Path) -> Iterator[Visitor]:
    """Opens pages from files; afterwards no page may have complained or asked for anything but itself and what it made (blobs, data)."""
    visits: list[Visit] = []
    contexts: list[BrowserContext] = []

    def open_page(markup: str, **options: object) -> Visit:
        file = folder / f"page-{len(visits)}.html"
        file.write_text(markup, encoding="utf-8", newline="\n")
        contexts.append(chromium.new_context(**{"viewport": {"width": 1400, "height": 900}, **options}))  # type: ignore[arg-type]
        visits.append(Visit(contexts[-1], file))
        return visits[-1]

    yield open_page
    for one in visits:
        assert one.trouble == []
        assert {request for request in one.requests if not request.startswith(("blob:", "data:"))} == {one.address}
    for context in contexts:
        context.close()
