"""The server's parts put together as one ASGI application."""

from __future__ import annotations

import os
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route
from starlette.types import Receive, Scope, Send

from kg.server.api import Api
from kg.server.guard import Guard, Names
from kg.server.lending import Lending
from kg.server.pages import Pages
from kg.server.plain import PlainRequests
from kg.server.pool import Pool
from kg.server.posts import Posts
from kg.server.sparql import SparqlEndpoint
from kg.server.teller import Service

_MOST_TELLERS: Final = min(os.cpu_count() or 1, 4)


@dataclass(frozen=True, slots=True)
class Options:
    """What is served and how: the store, whether decisions are taken, what a query may take, who may ask, and the ontology's files."""

    store: str
    edit: bool = False
    seconds: float = 30
    rows: int = 100_000
    workers: int = min(os.cpu_count() or 1, 8) + 2
    names: tuple[str, ...] = ("localhost", "127.0.0.1", "::1")
    origins: tuple[str, ...] = ()
    ontology: tuple[Path, ...] = ()
    allow_imports: tuple[str, ...] = ()


class Application:
    """The server, as an ASGI application."""

    def __init__(self, options: Options) -> None:
        pool = Pool(options.store, workers=options.workers, seconds=options.seconds)
        ontology, imports = options.ontology, options.allow_imports
        pages = Pages(pool, edit=options.edit, ontology=ontology, allow_imports=imports)
        posts = Posts(pool, options.store, edit=options.edit, ontology=ontology, allow_imports=imports)
        routes = [*pages.routes(), *Api(pool, edit=options.edit).routes(), *posts.routes()]

        @asynccontextmanager
        async def running(app: Starlette) -> AsyncIterator[None]:
            await pool.start()
            yield
            posts.close()
            await pool.close()
            await self.lending.close()

        names = Names(options.names)
        refusals = {HTTPException: _refused, Exception: _failed}
        self.sparql = SparqlEndpoint(pool, most_rows=options.rows)
        routes.append(Route("/sparql", self.sparql))
        self.requests = PlainRequests(names)
        self.lending = Lending(Service(options.store, names, options.rows, pool.written), tellers=min(options.workers, _MOST_TELLERS))
        self._guard = Guard(Starlette(routes=routes, lifespan=running, exception_handlers=refusals), names=names, origins=options.origins)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        await self._guard(scope, receive, send)


def _refused(request: Request, error: Exception) -> Response:
    """What Starlette refuses, in the shape of all errors."""
    assert isinstance(error, HTTPException)
    told = {404: "There is nothing here: see / for the explorer.", 405: "This address isn't asked so: see its method in `Allow`."}
    return JSONResponse({"error": told.get(error.status_code, error.detail)}, error.status_code, error.headers)


def _failed(request: Request, error: Exception) -> Response:
    """What nobody thought of: the server's log has the rest."""
    return JSONResponse({"error": "The server failed at this, which is a fault of the program: please report it."}, 500)
