"""`kg validate`."""

from __future__ import annotations

import json
import sys
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from kg.cli.options import DEFAULT_STORE, AllowImports, Ontology, Store


class Format(StrEnum):
    """How violations are told."""

    TEXT = "text"
    JSON = "json"
    TURTLE = "turtle"


def validate(
    store: Store = DEFAULT_STORE,
    ontology: Ontology = None,
    allow_imports: AllowImports = None,
    shapes: Annotated[list[Path] | None, typer.Option("--shapes", metavar="FILE", help="More SHACL shapes; may be repeated.")] = None,
    format: Annotated[Format, typer.Option("--format", help="turtle: a SHACL validation report.")] = Format.TEXT,
) -> None:
    """Hold the store against the ontology's domains, ranges and bounds and against shapes.ttl, and show what violates them, with its
    sentences. Exits with 1 where something does."""
    from kg.export.turtle import turtle
    from kg.manifest import read_manifest
    from kg.ontology.load import load
    from kg.shapes import reading, told
    from kg.shapes.validation import validate as held
    from kg.store import open_store

    own, loaded = reading.read(reading.files(ontology, shapes or ())), load(ontology, allow_imports or ())
    with open_store(store, read_only=True) as opened:
        manifest = read_manifest(opened)
        if manifest is not None and manifest.ontology != loaded.digest:
            print("The store was built with another ontology than the one that it is held against: see --ontology.", file=sys.stderr)
        report = held(opened, loaded, own)
    if format is Format.TURTLE:
        sys.stdout.write(turtle(report.quads))
    elif format is Format.JSON:
        print(json.dumps(told.as_data(report.violations), ensure_ascii=False, indent=2))
    else:
        print("\n".join(told.lines(report.violations)), end="\n" if report.violations else "")
    if report.violations:
        print(told.summary(report.violations), file=sys.stderr)
        raise typer.Exit(1)
    print("Nothing violates the ontology or a shape.", file=sys.stderr)
