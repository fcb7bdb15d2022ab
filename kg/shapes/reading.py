"""Shapes that people wrote: those of an ontology's folder, and files that are named."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Final

from pyoxigraph import Literal, Triple

from kg import vocabulary as v
from kg.errors import OntologyError, QueryError
from kg.ontology.files import SHAPES, read_file
from kg.ontology.formats import parsed
from kg.query.safety import refuse_service
from kg.resources import folder

_QUERIES: Final = frozenset(v.SH(name) for name in ("select", "ask", "construct", "update"))


def files(ontology: Iterable[Path] | None, more: Iterable[Path] = ()) -> list[Path]:
    """The `shapes.ttl` of the package, those that an ontology's folders hold or that are named among its files, and these files."""
    chosen = [path / SHAPES if path.is_dir() else path for path in (folder("ontology"), *(ontology or ()))]
    beside = [path for path in chosen if path.name == SHAPES and path.is_file()]
    return list({path.resolve(): path for path in (*beside, *more)}.values())


def read(paths: Sequence[Path]) -> list[Triple]:
    """The triples of all of them. Raises OntologyError, which names file and place, also for a shape that would ask another server."""
    return [triple for path in paths for triple in _safe(path)]


def _safe(path: Path) -> Iterator[Triple]:
    for triple in parsed(read_file(path)):
        if triple.predicate in _QUERIES and isinstance(triple.object, Literal):
            try:
                refuse_service(triple.object.value)
            except QueryError as error:
                raise OntologyError(f"{path}: {error}") from error
        yield triple
