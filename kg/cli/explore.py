"""`kg explore`."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from kg.cli.options import DEFAULT_STORE, Answering, AnyStatus, Around, Depth, From, Store, To
from kg.cli.parts import Wanted


def explore(
    out: Annotated[str, typer.Argument(help="An HTML file; - for stdout.")],
    store: Store = DEFAULT_STORE,
    title: Annotated[str | None, typer.Option("--title", help="What the page is called.")] = None,
    entity: Around = None,
    depth: Depth = None,
    start: From = None,
    end: To = None,
    any_status: AnyStatus = False,
    query: Answering = None,
) -> None:
    """Write the relationship graph, or a part of it, as one page that opens offline in any browser."""
    from kg.draw.explore import page
    from kg.draw.shell import NOT_BUILT, is_built
    from kg.files import replace
    from kg.store import open_store

    wanted = Wanted(entity, depth, start, end, any_status, query)
    with open_store(store, read_only=True) as opened:
        markup = page(opened, wanted.part(opened, store), title=title)
    if out == "-":
        sys.stdout.write(markup)
    else:
        replace(Path(out), markup)
    if not is_built():
        print(NOT_BUILT, file=sys.stderr)
