"""`kg remove`."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from kg.cli.options import DEFAULT_STORE, AllowImports, Ontology, Store


def remove(
    article: Annotated[str, typer.Argument(help="An article, by its key, its short name, its IRI or the end of that.")],
    store: Store = DEFAULT_STORE,
    ontology: Ontology = None,
    allow_imports: AllowImports = None,
) -> None:
    """Retract an article: its statements go, and what rests on them alone."""
    from kg import corrections
    from kg.ontology.load import load
    from kg.store import open_store

    with open_store(store) as opened:
        iri = corrections.remove(opened, article, ontology=load(ontology, allow_imports or ()))
    print(f"Removed {iri.value}.", file=sys.stderr)
