"""`kg export`."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from kg.cli.options import DEFAULT_STORE, Store


def export(
    out: Annotated[str, typer.Argument(help="A file: .ttl .trig .nt .nq .rdf .jsonld .jsonl .csv .graphml or .gexf; - for stdout.")],
    store: Store = DEFAULT_STORE,
    format: Annotated[
        str | None, typer.Option("--format", help="The format, as a suffix; without it the file's own (stdout: trig).")
    ] = None,
    rdf12: Annotated[bool, typer.Option("--rdf12", help="Keep RDF 1.2's triple terms.")] = False,
    everything: Annotated[bool, typer.Option("--all", help="Article graphs and decisions too, not the view alone.")] = False,
    derived: Annotated[bool, typer.Option("--derived", help="In facts (.jsonl): what follows from others too.")] = False,
) -> None:
    """Write the store for other programs: RDF, facts, a table, a network."""
    from kg.export.formats import exported, suffix_of, write
    from kg.export.selection import Selection
    from kg.store import open_store

    suffix = suffix_of(f".{format.removeprefix('.')}" if format else ".trig" if out == "-" else out)
    selection = Selection(everything=everything, rdf12=rdf12, derived=derived)
    with open_store(store, read_only=True) as opened:
        if out == "-":
            sys.stdout.write(exported(opened, suffix, selection))
        else:
            write(opened, Path(out), suffix, selection)
