"""A real browser for the pages that are drawn."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from shutil import which

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from kg.store.interface import Store
from tests.draw.campaign import campaign_store
from tests.draw.view import plain_page

FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"]
FLAGS += ["--disable-component-update", "--disable-sync"]


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    found = which("chromium") or which("chromium-browser") or which("google-chrome")
    if found is None:
        pytest.fail("No Chromium is installed, which the explorer's tests drive: run `apt-get update && apt-get install -y chromium`.")
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


@contextmanager
def visiting(chromium: Browser, folder: Path) -> Iterator[Visitor]:
    """Opens stores' pages from files; afterwards no page may have complained or asked for anything but itself."""
    visits: list[Visit] = []
    contexts: list[BrowserContext] = []

    def open_page(store: Store, **options: object) -> Visit:
        file = folder / f"graph-{len(visits)}.html"
        file.write_text(plain_page(store), encoding="utf-8", newline="\n")
        contexts.append(chromium.new_context(**{"viewport": {"width": 1400, "height": 900}, **options}))  # type: ignore[arg-type]
        visits.append(Visit(contexts[-1], file))
        return visits[-1]

    yield open_page
    for one in visits:
        assert one.trouble == []
        assert set(one.requests) == {one.address}
    for context in contexts:
        context.close()


@pytest.fixture
def visit(chromium: Browser, tmp_path: Path) -> Iterator[Visitor]:
    with visiting(chromium, tmp_path) as visitor:
        yield visitor


@pytest.fixture(scope="session")
def opened(chromium: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Page]:
    with visiting(chromium, tmp_path_factory.mktemp("campaign")) as visitor:
        yield visitor(campaign_store()).page


@pytest.fixture
def campaign(opened: Page) -> Page:
    """The made-up campaign's page, opened once; nothing is chosen or searched. Tests that move or filter open their own."""
    opened.locator("#query").fill("")
    opened.locator("#drawing").focus()
    opened.keyboard.press("Escape")
    return opened
