"""What several areas' tests share."""

from __future__ import annotations

import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from kg import cache

if TYPE_CHECKING:
    from playwright.sync_api import Browser
    from spacy.language import Language

_OPENER = urllib.request.build_opener(urllib.request.ProxyHandler({}))


def serve(*options: str) -> tuple[subprocess.Popen[bytes], str]:
    """A running `oxigraph serve` in memory, and its address."""
    beside = Path(sys.executable).with_name("oxigraph")
    program = str(beside) if beside.exists() else shutil.which("oxigraph")
    assert program, "the development group's package `oxigraph` isn't installed"
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [program, "serve", "--bind", f"127.0.0.1:{port}", *options]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    address = f"http://127.0.0.1:{port}"
    for _ in range(200):
        try:
            _OPENER.open(f"{address}/query?query=ASK%7B%7D", timeout=5).close()
        except OSError:
            assert process.poll() is None, "oxigraph serve ended at once"
            time.sleep(0.05)
        else:
            return process, address
    raise AssertionError("oxigraph serve doesn't answer")


def change(address: str, update: str) -> None:
    """Run a SPARQL Update on the server, past all of our own code."""
    headers = {"Content-Type": "application/sparql-update"}
    _OPENER.open(urllib.request.Request(f"{address}/update", data=update.encode(), headers=headers, method="POST")).close()


@pytest.fixture(scope="session", autouse=True)
def caches(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """No article was parsed in an earlier run: what a test finds, and how long it takes, never hangs on what others left.

    What ontologies became stays, under a digest of all that it hangs on: it takes long to make.
    """
    home = tmp_path_factory.mktemp("caches")
    (home / "accordingto").mkdir()
    for kept in (cache.ontologies(), cache.wordings()):
        kept.folder.mkdir(parents=True, exist_ok=True)
        (home / "accordingto" / kept.kind).symlink_to(kept.folder)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_CACHE_HOME", str(home))
        yield


@pytest.fixture(scope="session")
def endpoint_server() -> Iterator[str]:
    process, address = serve()
    yield address
    process.terminate()
    process.wait(10)


@pytest.fixture
def endpoint(endpoint_server: str) -> str:
    """The address of a real SPARQL server, empty at the test's beginning."""
    change(endpoint_server, "CLEAR ALL")
    return endpoint_server


@pytest.fixture(scope="session")
def nlp() -> Language:
    """The pipeline that articles go through, loaded once, its wordings compiled."""
    from kg.extractors.articles import create_pipeline  # costs seconds: only where it's wanted

    return create_pipeline()


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """One browser for all pages."""
    from tests.browser import started

    with started() as browser:
        yield browser
