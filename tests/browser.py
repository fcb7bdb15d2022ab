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
    """An open page, with all that its browser complained of and all that it asked for; `own` is what addresses it may ask begin with."""

    def __init__(self, context: BrowserContext, address: str, own: str) -> None:
        self.trouble: list[str] = []
        self.requests: list[str] = []
        self.address, self._own = address, own
        self._forgiven: list[str] = []
        self.page: Page = context.new_page()
        self.page.on("console", lambda message: self.trouble.append(message.text))
        self.page.on("pageerror", lambda error: self.trouble.append(str(error)))
        self.page.on("request", lambda request: self.requests.append(request.url))
        self.page.goto(self.address)

    def forgive(self, words: str) -> None:
        """Say that the browser itself will complain of something that the test means to happen (a refused request)."""
        self._forgiven.append(words)

    def check(self) -> None:
        """AssertionError where the page complained, or asked for anything but its own and what it made (blobs, data)."""
        assert [one for one in self.trouble if not any(words in one for words in self._forgiven)] == []
        asked = {request for request in self.requests if not request.startswith(("blob:", "data:"))}
        assert {one for one in asked if not one.startswith(self._own)} == set()


Visitor = Callable[..., Visit]
"""Opens a page's markup in a tab of its own; what else is given goes to the browser's context (`viewport`, `color_scheme`)."""


@contextmanager
def visiting(chromium: Browser, folder: Path) -> Iterator[Visitor]:
    """Opens pages from files; afterwards each is checked."""
    with _opening(chromium) as opened:

        def open_page(markup: str, **options: object) -> Visit:
            file = folder / f"page-{len(list(folder.iterdir()))}.html"
            file.write_text(markup, encoding="utf-8", newline="\n")
            return opened(file.as_uri(), file.as_uri(), **options)

        yield open_page


@contextmanager
def visiting_server(chromium: Browser, server: str) -> Iterator[Visitor]:
    """Opens a server's pages by their paths; afterwards each is checked. `server` is its address, which ends in a slash."""
    with _opening(chromium) as opened:
        yield lambda path="", **options: opened(server + path, server, **options)


@contextmanager
def _opening(chromium: Browser) -> Iterator[Visitor]:
    visits: list[Visit] = []
    contexts: list[BrowserContext] = []

    def open_address(address: str, own: str, **options: object) -> Visit:
        contexts.append(chromium.new_context(**{"viewport": {"width": 1400, "height": 900}, **options}))  # type: ignore[arg-type]
        visits.append(Visit(contexts[-1], address, own))
        return visits[-1]

    yield open_address
    for one in visits:
        one.check()
    for context in contexts:
        context.close()
