"""`kg ontology learn`."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from kg.cli.options import AllowImports, Ontology
from kg.terminal import printable


def learn(
    examples: Annotated[
        Path,
        typer.Argument(
            metavar="EXAMPLES", help='Lines {"text", "triples": [{"sub", "rel", "obj"}]}, an article\'s gold (.json), or a folder of them.'
        ),
    ],
    out: Annotated[Path | None, typer.Argument(metavar="[OUT.ttl]", help="The Turtle to write; else it goes to stdout.")] = None,
    ontology: Ontology = None,
    allow_imports: AllowImports = None,
    model: Annotated[str | None, typer.Option(metavar="NAME", help="A spaCy pipeline with parser and recogniser.")] = None,
) -> None:
    """Propose examples, trigger words, names and labels from annotated sentences, each with how well it holds, for you to edit."""
    from kg.errors import KgError
    from kg.files import replace
    from kg.language.model import load_model
    from kg.ontology.learning.learner import learn as learn_from
    from kg.ontology.learning.records import files, read_records
    from kg.ontology.learning.report import report
    from kg.ontology.learning.samples import read_samples
    from kg.ontology.learning.turtle import turtle
    from kg.ontology.load import load

    loaded = load(ontology, allow_imports or ())
    records, problems = read_records(files(examples))
    nlp = load_model(model)
    samples, unknown = read_samples(records, loaded, nlp)
    for problem in (*problems, *unknown):
        print(printable(problem), file=sys.stderr)
    if problems:
        print(f"{len(problems)} were skipped.", file=sys.stderr)
    if not any(sample.facts for sample in samples):
        raise KgError(f"{examples} has no facts of the ontology's relations: name examples of them, or the ontology with --ontology.")
    lesson = learn_from(samples, loaded, nlp)
    for line in report(lesson, samples):
        print(printable(line), file=sys.stderr)
    text = turtle(lesson, len(samples))
    if out is None:
        print(text, end="")
        return
    replace(out, text)
