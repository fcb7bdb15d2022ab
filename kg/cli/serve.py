"""`kg serve`."""

from __future__ import annotations

import importlib.util
import os
import sys
from typing import Annotated

import typer

from kg.cli.options import DEFAULT_STORE, AllowImports, Ontology, Store
from kg.errors import UsageError
from kg.terminal import printable


def serve(
    store: Store = DEFAULT_STORE,
    port: Annotated[int, typer.Option("--port", min=0, max=65535, help="Where it listens; 0 for any free port.")] = 8000,
    host: Annotated[str, typer.Option("--host", help="The address it listens on; one that others reach needs --public.")] = "127.0.0.1",
    public: Annotated[
        bool, typer.Option("--public", help="Let other machines in: whoever reaches the port reads the whole store.")
    ] = False,
    edit: Annotated[
        bool, typer.Option("--edit", help="Take decisions: statements rejected and restored, articles kept and removed.")
    ] = False,
    name: Annotated[list[str] | None, typer.Option("--name", help="A further name it is asked under; may be repeated.")] = None,
    allow_origin: Annotated[
        list[str] | None, typer.Option("--allow-origin", metavar="ORIGIN", help="Another site whose pages may ask it; may be repeated.")
    ] = None,
    timeout: Annotated[float, typer.Option("--timeout", min=0.1, help="Seconds after which a query is ended.")] = 30,
    rows: Annotated[int, typer.Option("--rows", min=1, help="Rows or triples that a query may give.")] = 100_000,
    workers: Annotated[int, typer.Option("--workers", min=1, help="Processes that answer queries.")] = min(os.cpu_count() or 1, 8) + 2,
    ontology: Ontology = None,
    allow_imports: AllowImports = None,
) -> None:
    """Serve the store: the explorer, a page for queries, the ontology, a JSON API, and SPARQL at /sparql.

    It listens on this machine alone and changes nothing, unless it is told to.
    """
    if any(importlib.util.find_spec(one) is None for one in ("starlette", "uvicorn")):
        raise UsageError("kg serve needs Starlette and uvicorn: install them with pip install 'accordingto[web]'.")
    from kg.server.app import Options
    from kg.server.run import is_loopback, names, serve
    from kg.store import open_store

    if not is_loopback(host):
        if not public:
            raise UsageError(
                f"On {host} other machines reach the server, and whoever does reads the whole store{' and changes it' if edit else ''}: "
                "give --public if that is meant."
            )
        changes = ", and can reject, restore, remove and add" if edit else ""
        print(f"Whoever reaches {printable(host)} reads the whole store{changes}: nobody is asked who they are.", file=sys.stderr)
    open_store(store, read_only=True).close()

    def started(address: str) -> None:
        print(address, flush=True)
        print(f"{printable(store)} is served there{', for editing' if edit else ', read-only'}; Ctrl-C stops it.", file=sys.stderr)

    options = Options(
        store,
        edit=edit,
        seconds=timeout,
        rows=rows,
        workers=workers,
        names=names(host, tuple(name or ())),
        origins=tuple(allow_origin or ()),
        ontology=tuple(ontology or ()),
        allow_imports=tuple(allow_imports or ()),
    )
    serve(options, host, port, started=started)
