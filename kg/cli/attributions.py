"""`kg attributions`."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Annotated

import typer

from kg.terminal import printable


def attributions(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="A folder of .txt files in UTF-8.")],
    model: Annotated[str | None, typer.Option("--model", help="A spaCy pipeline with parser and named entities.")] = None,
) -> None:
    """Write who says what in each text of a folder: source, cue and content of every attribution, a JSON object a line."""
    from kg.attributing import attributed

    for row in attributed(folder, model=model, problem=lambda sentence: print(printable(sentence), file=sys.stderr)):
        print(json.dumps(row, ensure_ascii=False))
