"""`kg ontology import`."""

from __future__ import annotations

import sys
from collections.abc import Sized
from pathlib import Path
from typing import Annotated

import typer

from kg.cli.options import AllowImports
from kg.terminal import printable


def import_ontology(
    given: Annotated[Path, typer.Argument(metavar="IN", help="A file or folder: OWL, SKOS, schema.org, a FollowTheMoney model.")],
    out: Annotated[str, typer.Argument(metavar="OUT.ttl", help="The Turtle file to write; - for stdout.")],
    allow_imports: AllowImports = None,
) -> None:
    """Write what is understood of an ontology from elsewhere as Turtle for editing.

    A relation of it is found in articles once it has an example: kg:example "[The vendor] hired [Procom]."
    """
    from kg.files import replace
    from kg.ontology.load import ontology_of
    from kg.ontology.sources import given_alone
    from kg.ontology.writing import turtle

    found = given_alone([given], allow_imports or ())
    ontology = ontology_of(found)
    if out == "-":
        sys.stdout.write(turtle(found))
    else:
        replace(Path(out), turtle(found))
    for note in found.notes:
        print(printable(note), file=sys.stderr)
    print(f"{counted(ontology.classes, 'class', 'classes')}, {counted(ontology.relations, 'relation', 'relations')}", file=sys.stderr)


def counted(things: Sized, one: str, several: str) -> str:
    """How many there are, in words that agree."""
    return f"{len(things)} {one if len(things) == 1 else several}"
