"""`kg ontology suggest`."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from kg.cli.options import DEFAULT_STORE, AllowImports, Ontology, Store


def suggest(
    location: Annotated[str | None, typer.Argument(metavar="STORE", help="The store, as --store names it.")] = None,
    store: Store = DEFAULT_STORE,
    ontology: Ontology = None,
    allow_imports: AllowImports = None,
    least: Annotated[int, typer.Option("--min", min=1, help="How often a thing must be said.")] = 2,
    most: Annotated[int, typer.Option("--limit", min=1, help="How many relations are suggested.")] = 20,
    model: Annotated[str | None, typer.Option("--model", help="A spaCy pipeline with parser and named entities.")] = None,
) -> None:
    """Suggest relations for what the store's articles say between known entities and no relation covers, as Turtle."""
    from kg.extractors.articles import create_pipeline
    from kg.graph import open_graph
    from kg.suggesting import suggest_for

    with open_graph(location or store) as graph:
        found = suggest_for(graph, create_pipeline(model, ontology, allow_imports or ()), least=least, most=most)
    if found.relations:
        print(found.turtle, end="")
    told = f"{len(found.relations)} relation{'' if len(found.relations) == 1 else 's'}"
    print(f"Suggested {told}, of {found.propositions} propositions that none covers.", file=sys.stderr)
    if not found.relations and found.propositions:
        print("Give --min 1 for what is said but once.", file=sys.stderr)
