"""`kg path`."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from kg.cli.options import DEFAULT_STORE, Store
from kg.terminal import printable


def path(
    start: Annotated[str, typer.Argument(metavar="A", help="An entity, by its name or IRI.")],
    end: Annotated[str, typer.Argument(metavar="B", help="Another.")],
    store: Store = DEFAULT_STORE,
    any_status: Annotated[bool, typer.Option("--any-status", help="Go over what is denied, possible or planned too.")] = False,
) -> None:
    """Show how two entities are connected: the three shortest ways, each step with its sentence and speaker."""
    from kg.path import paths, shown
    from kg.query.show import console_for, show_paths
    from kg.store import open_store

    with open_store(store, read_only=True) as opened:
        found = shown(opened, paths(opened, start, end, any_status=any_status))
    show_paths(found, console_for())
    if not found:
        print(printable(f"Nothing in the store connects {start} and {end} in six steps or fewer."), file=sys.stderr)
