"""`kg reject` and `kg restore`."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from kg.cli.options import DEFAULT_STORE, AllowImports, Ontology, Store
from kg.user import user_name

Who = Annotated[str | None, typer.Option("--who", help="Who decides; without it the user's login name.")]
Statement = Annotated[str, typer.Argument(help="A statement, by its IRI or the end of that.")]


def reject(
    statement: Statement,
    why: Annotated[str, typer.Option("--why", help="What is wrong with it; kept with the decision.")],
    who: Who = None,
    store: Store = DEFAULT_STORE,
    ontology: Ontology = None,
    allow_imports: AllowImports = None,
) -> None:
    """Set a wrong statement aside, with a reason. It stays aside when its article is read anew."""
    from kg import corrections
    from kg.ontology.load import load
    from kg.store import open_store

    with open_store(store) as opened:
        decision = corrections.reject(opened, statement, why=why, who=who or user_name(), ontology=load(ontology, allow_imports or ()))
    print(f"Rejected {decision.statement.value}.", file=sys.stderr)


def restore(
    statement: Statement,
    why: Annotated[
        str | None, typer.Option("--why", help="Why it is right after all; kept in the rejection's place, of which nothing stays without.")
    ] = None,
    who: Who = None,
    store: Store = DEFAULT_STORE,
    ontology: Ontology = None,
    allow_imports: AllowImports = None,
) -> None:
    """Take the rejection of a statement back."""
    from kg import corrections
    from kg.ontology.load import load
    from kg.store import open_store

    with open_store(store) as opened:
        decision = corrections.restore(opened, statement, ontology=load(ontology, allow_imports or ()), why=why, who=who or user_name())
    print(f"Restored {decision.statement.value}.", file=sys.stderr)
