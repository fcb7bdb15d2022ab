"""`kg explore`."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from kg.cli.options import DEFAULT_STORE, Store


def explore(
    out: Annotated[str, typer.Argument(help="An HTML file; - for stdout.")],
    store: Store = DEFAULT_STORE,
    title: Annotated[str | None, typer.Option("--title", help="What the page is called.")] = None,
) -> None:
    """Write the relationship graph as one page that opens offline in any browser."""
    from kg.draw.explore import page
    from kg.files import replace
    from kg.store import open_store

    with open_store(store, read_only=True) as opened:
        markup = page(opened, title=title)
    if out == "-":
        sys.stdout.write(markup)
    else:
        replace(Path(out), markup)
