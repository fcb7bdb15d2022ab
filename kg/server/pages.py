"""The pages that people look at: the explorer, the one for queries, and the ontology's."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from html import escape
from pathlib import Path
from typing import Final

from starlette.routing import Route
from starlette.types import Receive, Scope, Send

from kg.draw import explore
from kg.draw.shell import NOT_BUILT, Settings, is_built, shell
from kg.errors import KgError
from kg.server.exchange import respond, respond_error
from kg.server.pool import OWN_WORK, Pool
from kg.store.interface import Store

_HTML: Final = b"text/html; charset=utf-8"
_TITLE: Final = "Who is connected to whom"
_UNSTYLED: Final = "default-src 'none'"


class Pages:
    """The pages over a pool; `ontology` and `allow_imports` are as `kg ontology docs` takes them."""

    def __init__(self, pool: Pool, *, edit: bool, ontology: Sequence[Path], allow_imports: Sequence[str]) -> None:
        self._pool, self._edit = pool, edit
        self._ontology, self._allow_imports = tuple(ontology), tuple(allow_imports)
        self._reference: str | None = None

    def routes(self) -> list[Route]:
        """A route for each page."""
        pages = {"/": self._explorer, "/query": self._query, "/ontology": self._reference_page}
        return [Route(path, _Page(made), methods=["GET"]) for path, made in pages.items()]

    async def _explorer(self) -> str:
        if is_built():
            return shell("explorer", Settings(title=_TITLE, live=True, edit=self._edit))
        return await self._pool.ask(_plain_explorer, seconds=OWN_WORK)

    async def _query(self) -> str:
        if is_built():
            return shell("query", Settings(title="Query", live=True, edit=self._edit))
        return (
            f'<!doctype html><html lang="en"><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="{_UNSTYLED}">'
            f"<title>Query</title></head><body><h1>Query</h1><p>{escape(NOT_BUILT)}</p>"
            "<p>Queries are answered at /sparql, by the SPARQL 1.1 Protocol.</p></body></html>"
        )

    async def _reference_page(self) -> str:
        if self._reference is None:
            self._reference = await self._pool.ask(_ontology_page, self._ontology, self._allow_imports, seconds=OWN_WORK)
        return self._reference


class _Page:
    """One page."""

    def __init__(self, made: Callable[[], Awaitable[str]]) -> None:
        self._made = made

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        try:
            markup = await self._made()
        except KgError as error:
            await respond_error(send, error)
        else:
            await respond(send, 200, _HTML, markup.encode("utf-8", "replace"), [(b"cache-control", b"no-cache")])


def _plain_explorer(store: Store) -> str:
    return explore.page(store)


def _ontology_page(store: Store, paths: Sequence[Path], allow_imports: Sequence[str]) -> str:
    from kg.ontology.sources import sources  # rdflib, which no query needs
    from kg.reference import page

    return page(sources(list(paths) or None, allow_imports), beside={"Explorer": "/", "Query": "/query"})
