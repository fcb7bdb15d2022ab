"""Answers on stdout: for people, in SPARQL's own formats, or in Turtle where the answer is a graph."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from typing import Final

from pyoxigraph import DefaultGraph, Quad, QueryBoolean, QueryResultsFormat, QuerySolutions, parse_query_results

from kg.errors import UsageError
from kg.export.turtle import turtle
from kg.query.run import Answer, Kind
from kg.query.show import console_for, show

TABLE: Final = "table"
TURTLE: Final = "turtle"
_RESULTS: Final[Mapping[str, QueryResultsFormat]] = {
    "json": QueryResultsFormat.JSON,
    "csv": QueryResultsFormat.CSV,
    "tsv": QueryResultsFormat.TSV,
    "xml": QueryResultsFormat.XML,
}
FORMATS: Final = (TABLE, *_RESULTS, TURTLE)


def check_format(format: str) -> None:
    """UsageError where there is no such format."""
    if format not in FORMATS:
        raise UsageError(f"There is no format {format!r}: use one of {', '.join(FORMATS)}.")


def write(answer: Answer, format: str) -> None:
    """Print the answer. In the format `table` rows are a table or paths, yes or no is a word, and a graph is Turtle."""
    if format != TABLE:
        sys.stdout.write(serialized(answer, format))
    elif answer.kind is Kind.TRIPLES:
        sys.stdout.write(serialized(answer, TURTLE))
    elif answer.kind is Kind.BOOLEAN:
        sys.stdout.write("yes\n" if answer.boolean() else "no\n")
    else:
        show(answer.solutions(), console_for())


def serialized(answer: Answer, format: str) -> str:
    """The answer in one of SPARQL's formats, or a graph in Turtle. UsageError where the two don't go together."""
    if answer.kind is Kind.TRIPLES:
        if format != TURTLE:
            raise UsageError(f"CONSTRUCT and DESCRIBE give a graph, which can't be written as {format}: use --format turtle.")
        return turtle(Quad(one.subject, one.predicate, one.object, DefaultGraph()) for one in answer.triples())
    if format not in _RESULTS:
        raise UsageError(f"Only CONSTRUCT and DESCRIBE give {format}: use --format {', '.join(_RESULTS)} or table.")
    results = parse_query_results(answer.data, QueryResultsFormat.JSON)
    assert isinstance(results, QuerySolutions | QueryBoolean)
    data = results.serialize(format=_RESULTS[format])
    assert data is not None
    text = data.decode()
    return text if text.endswith("\n") else text + "\n"
