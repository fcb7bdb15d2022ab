"""Options that several commands have."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Final

import typer

DEFAULT_STORE: Final = "./kg.db"

Store = Annotated[str, typer.Option("--store", metavar="DIR|URL", help="The store: a folder, or a SPARQL endpoint's address.")]
Ontology = Annotated[
    list[Path] | None,
    typer.Option("--ontology", metavar="PATH", help="A Turtle file, or a folder of them, in place of kg's own ontology; may be repeated."),
]
