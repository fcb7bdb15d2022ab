"""`kg ontology docs`."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from kg.cli.options import AllowImports, Ontology
from kg.terminal import printable


def docs(
    out: Annotated[str, typer.Argument(metavar="OUT.html", help="An HTML file; - for stdout.")],
    ontology: Ontology = None,
    allow_imports: AllowImports = None,
) -> None:
    """Write the ontology as one page to read: pictures, classes, relations and their examples."""
    from kg.files import replace
    from kg.ontology.sources import sources
    from kg.reference import page

    found = sources(ontology, allow_imports or ())
    for note in found.notes:
        print(printable(note), file=sys.stderr)
    markup = page(found)
    if out == "-":
        sys.stdout.write(markup)
    else:
        replace(Path(out), markup)
