"""Options that several commands have."""

from __future__ import annotations

from typing import Annotated

import typer

Store = Annotated[str, typer.Option("--store", metavar="DIR|URL", help="The store: a folder, or a SPARQL endpoint's address.")]
DEFAULT_STORE = "./kg.db"
