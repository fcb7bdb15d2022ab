"""`kg ontology check`."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated

import typer

from kg.cli.options import AllowImports, Ontology

_FAILED = 1


def check(
    files: Annotated[list[Path] | None, typer.Argument(metavar="[FILE…]", help="Files of an ontology, or folders of them.")] = None,
    ontology: Ontology = None,
    allow_imports: AllowImports = None,
    verbose: Annotated[bool, typer.Option("--verbose", help="Every warning, not one of each kind and relation.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="JSON, for programs: all findings and figures.")] = False,
    model: Annotated[str | None, typer.Option("--model", help="A spaCy pipeline with parser and named entities.")] = None,
) -> int:
    """Tell what is wrong with an ontology and where, and how well its examples teach. FILEs are checked together with --ontology's."""
    from kg.language.model import load_model
    from kg.ontology.checking.check import check as checked
    from kg.ontology.checking.findings import Severity
    from kg.ontology.checking.text import as_json as report_as_json
    from kg.ontology.checking.text import show
    from kg.query.show import console_for

    report = checked([*(ontology or []), *(files or [])] or None, load_model(model), allow_imports or ())
    if as_json:
        print(json.dumps(report_as_json(report), ensure_ascii=False))
    else:
        show(report, console_for(), all_of_them=verbose)
    return _FAILED if report.number(Severity.ERROR) else 0
