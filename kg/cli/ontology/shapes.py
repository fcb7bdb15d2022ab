"""`kg ontology shapes`."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from kg.cli.options import AllowImports, Ontology


def shapes(
    out: Annotated[str, typer.Argument(help="A file, written as Turtle; - for stdout.")] = "-",
    ontology: Ontology = None,
    allow_imports: AllowImports = None,
) -> None:
    """Write the SHACL shapes that domains, ranges, bounds and disjoint classes come to, for other programs."""
    from kg.export.turtle import turtle
    from kg.files import replace
    from kg.ontology.load import load
    from kg.shapes.generated import shapes as generated

    text = turtle(generated(load(ontology, allow_imports or ())))
    if out == "-":
        sys.stdout.write(text)
    else:
        replace(Path(out), text)
