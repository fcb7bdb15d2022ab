"""The server's parts put together as one ASGI application."""

from __future__ import annotations

import os
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.types import ASGIApp, Receive, Scope, Send

from kg.server.api import Api
from kg.server.guard import Guard
from kg.server.pages import Pages
from kg.server.pool import Pool
from kg.server.posts import Posts
from kg.server.sparql import SparqlEndpoint


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


def application(options: Options) -> ASGIApp:
    """The server."""
    pool = Pool(options.store, workers=options.workers, seconds=options.seconds)
    api = Api(pool, edit=options.edit)
    pages = Pages(pool, edit=options.edit, ontology=options.ontology, allow_imports=options.allow_imports)

    posts = Posts(pool, options.store, edit=options.edit, ontology=options.ontology, allow_imports=options.allow_imports)

    @asynccontextmanager
    async def running(app: Starlette) -> AsyncIterator[None]:
        await pool.start()
        yield
        posts.close()
        await pool.close()

    sparql = SparqlEndpoint(pool, most_rows=options.rows)
    others = Starlette(
        routes=[*pages.routes(), *api.routes(), *posts.routes()],
        lifespan=running,
        exception_handlers={HTTPException: _refused, Exception: _failed},
    )

    async def routed(scope: Scope, receive: Receive, send: Send) -> None:
        """SPARQL by the shortest way, which many small queries go; all else by Starlette's."""
        if scope["type"] == "http" and scope["path"] == "/sparql":
            await sparql(scope, receive, send)
        else:
            await others(scope, receive, send)

    return Guard(routed, names=options.names, origins=options.origins)


def _refused(request: Request, error: Exception) -> Response:
    """What Starlette refuses, in the shape of all errors."""
    assert isinstance(error, HTTPException)
    told = {404: "There is nothing here: see / for the explorer.", 405: "This address isn't asked so: see its method in `Allow`."}
    return JSONResponse({"error": told.get(error.status_code, error.detail)}, error.status_code, error.headers)


def _failed(request: Request, error: Exception) -> Response:
    """What nobody thought of: the server's log has the rest."""
    return JSONResponse({"error": "The server failed at this, which is a fault of the program: please report it."}, 500)
