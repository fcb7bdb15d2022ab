"""`kg draw`."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from kg.cli.options import DEFAULT_STORE, Answering, AnyStatus, Around, Depth, From, Store, To
from kg.cli.parts import Wanted


def draw(
    out: Annotated[str, typer.Argument(help="A file: .svg, .png or .pdf; - for SVG on stdout.")],
    store: Store = DEFAULT_STORE,
    title: Annotated[str | None, typer.Option("--title", help="What stands above the picture.")] = None,
    size: Annotated[
        str | None,
        typer.Option("--size", metavar="SIZE", help="What it fits into: 1200x800 (pixels), 180x120mm, a4, 'a4 portrait'."),
    ] = None,
    entity: Around = None,
    depth: Depth = None,
    start: From = None,
    end: To = None,
    any_status: AnyStatus = False,
    query: Answering = None,
) -> None:
    """Draw the relationship graph, or a part of it, as a still picture for print, with a legend and its sources."""
    from kg.draw.reading import data
    from kg.draw.still.files import resolution_of, save, size_of, suffix_of
    from kg.draw.still.needs import demand
    from kg.draw.still.picture import picture
    from kg.store import open_store

    if out != "-":
        suffix_of(out)
    demand()
    fitted = None if size is None else size_of(size)
    wanted = Wanted(entity, depth, start, end, any_status, query)
    with open_store(store, read_only=True) as opened:
        part = wanted.part(opened, store)
        graph = data(opened, part)
    asked = part.entities if part is not None and query is None else ()
    svg = picture(graph, heading_text=title, size=fitted, asked=asked)
    if out == "-":
        sys.stdout.write(svg)
    else:
        save(svg, Path(out), resolution_of(size))
