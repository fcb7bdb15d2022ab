"""`kg propositions`."""

from __future__ import annotations

import sys
from io import TextIOWrapper
from pathlib import Path
from typing import Annotated

import typer


def propositions(
    file: Annotated[str, typer.Argument(metavar="FILE", help="A text with one sentence a line; - for standard input.")],
    model: Annotated[str | None, typer.Option("--model", help="A spaCy pipeline with parser and named entities.")] = None,
) -> None:
    """Show what sentences say as tuples of their own words, without the ontology: for benchmarks of open information extraction.

    A line of tab-separated values for each: sentence, subject, relation, arguments, and conf=, how far its construction can be trusted.
    """
    from kg.openie.extraction import table

    with sys.stdin.buffer if file == "-" else Path(file).open("rb") as source:
        for line in table(TextIOWrapper(source, encoding="utf-8-sig", errors="replace"), model):
            sys.stdout.write(line)
