"""`kg ontology try`."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from kg.cli.options import AllowImports, Ontology
from kg.terminal import printable


def attempt(
    sentence: Annotated[str, typer.Argument(help="A sentence, or some of them.")],
    ontology: Ontology = None,
    allow_imports: AllowImports = None,
    picture: Annotated[Path | None, typer.Option("--picture", metavar="FILE", help="Draw the parse too, as .svg or .html.")] = None,
    model: Annotated[str | None, typer.Option("--model", help="A spaCy pipeline with parser and named entities.")] = None,
) -> None:
    """Show what is found in a sentence and why, and what wordings were nearly found."""
    from kg.draw.parse import save_parse
    from kg.extractors.articles import create_pipeline
    from kg.ontology.trying import trial
    from kg.ontology.trying.text import show_trial
    from kg.query.show import console_for

    found = trial.attempt(sentence, create_pipeline(model, ontology, allow_imports or ()))
    for problem in found.problems:
        print(printable(problem), file=sys.stderr)
    show_trial(found, console_for())
    if picture is not None:
        save_parse(found, picture)
