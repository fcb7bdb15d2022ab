"""A query's answer in the format that a client asks for: what a worker does for `/sparql`."""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence
from functools import lru_cache
from itertools import islice
from typing import Final

from pyoxigraph import NamedNode, QueryBoolean, QueryResultsFormat, QuerySolutions, QueryTriples, RdfFormat, parse_query_results, serialize

from kg.errors import KgError, QueryError, StoreError, UsageError
from kg.query.safety import refuse_service
from kg.store.interface import Dataset, Store

MOST_BYTES: Final = 100_000_000
"""Of an answer."""

Content = tuple[bytes, bytes]
"""A media type, and what is of it."""

RESULTS: Final[Mapping[str, QueryResultsFormat]] = {
    "application/sparql-results+json": QueryResultsFormat.JSON,
    "application/json": QueryResultsFormat.JSON,
    "application/sparql-results+xml": QueryResultsFormat.XML,
    "application/xml": QueryResultsFormat.XML,
    "text/xml": QueryResultsFormat.XML,
    "text/csv": QueryResultsFormat.CSV,
    "text/tab-separated-values": QueryResultsFormat.TSV,
}
GRAPHS: Final[Mapping[str, RdfFormat]] = {
    "text/turtle": RdfFormat.TURTLE,
    "application/n-triples": RdfFormat.N_TRIPLES,
    "text/plain": RdfFormat.N_TRIPLES,
    "application/ld+json": RdfFormat.JSON_LD,
    "application/rdf+xml": RdfFormat.RDF_XML,
    "application/xml": RdfFormat.RDF_XML,
}
_RESULTS: Final = tuple(RESULTS)
_GRAPHS: Final = tuple(GRAPHS)


class TooMuchError(QueryError):
    """A query gives more than a server hands out."""


class NotAcceptableError(KgError):
    """A client takes none of the formats that there are."""


def results(store: Store, text: str, accept: str, dataset: Dataset | None, most_rows: int, most_bytes: int) -> Content:
    """The answer to a query, in the format that `accept` (a header) likes best.

    Raises QueryError, UsageError for a dataset that the store can't show, TooMuchError, and NotAcceptableError.
    """
    refuse_service(text)
    try:
        found = store.query(text, dataset=dataset)
        if isinstance(found, QueryTriples):
            return _graph(found, accept, most_rows, most_bytes)
        return _results(found, accept, most_rows, most_bytes)
    except _FullError:
        raise TooMuchError(f"The query gives more than {most_bytes:,} bytes: narrow it, or give it a LIMIT.") from None
    except (OSError, RuntimeError) as error:
        raise StoreError(f"The query could not be finished ({error}): check the store with `kg verify`.") from error


def chosen_dataset(default: Sequence[str], named: Sequence[str]) -> Dataset | None:
    """The dataset of these graphs, None where none are given. UsageError for what is no IRI."""
    if not default and not named:
        return None
    try:
        return Dataset(tuple(map(NamedNode, default)), tuple(map(NamedNode, named)))
    except ValueError as error:
        raise UsageError(
            f"A graph is given by its IRI, which this isn't ({error}): correct default-graph-uri or named-graph-uri."
        ) from error


class _FullError(Exception):
    """No more bytes fit in."""


class _Bounded(io.BytesIO):
    def __init__(self, most: int) -> None:
        super().__init__()
        self._left = most

    def write(self, data: bytes) -> int:  # type: ignore[override]
        self._left -= len(data)
        if self._left < 0:
            raise _FullError
        return super().write(data)


def _results(found: QuerySolutions | QueryBoolean, accept: str, most_rows: int, most_bytes: int) -> Content:
    media_type = _liked(accept, _RESULTS)
    format = RESULTS[media_type]
    if isinstance(found, QueryBoolean):
        data = found.serialize(format=format)
        assert data is not None
        return media_type.encode(), data
    out = _Bounded(most_bytes)
    found.serialize(out, format=format)
    data = out.getvalue()
    if len(data) > most_rows and _rows(data, format, most_rows + 1) > most_rows:
        raise TooMuchError(_too_many(most_rows, "rows"))
    return media_type.encode(), data


def _graph(found: QueryTriples, accept: str, most_rows: int, most_bytes: int) -> Content:
    media_type = _liked(accept, _GRAPHS)
    triples = list(islice(found, most_rows + 1))
    if len(triples) > most_rows:
        raise TooMuchError(_too_many(most_rows, "triples"))
    out = _Bounded(most_bytes)
    serialize(triples, out, GRAPHS[media_type])
    return media_type.encode(), out.getvalue()


def _too_many(most: int, what: str) -> str:
    return f"The query gives more than {most:,} {what}: narrow it, or give it a LIMIT."


def _rows(data: bytes, format: QueryResultsFormat, most: int) -> int:
    """How many rows the results have, or more than `most`."""
    if format == QueryResultsFormat.CSV:
        return sum(outside.count(b"\r\n") for outside in data.split(b'"')[::2]) - 1
    found = parse_query_results(data, format)
    assert isinstance(found, QuerySolutions)
    return sum(1 for _ in islice(found, most))


@lru_cache(maxsize=256)
def _liked(accept: str, offered: tuple[str, ...]) -> str:
    """Which of the media types a header likes best; of several equal ones the first that is offered."""
    ranges = [_range(one) for one in accept.split(",")] if accept.strip() else [("*/*", 1.0)]
    best, most = "", 0.0
    for media_type in offered:
        kind = media_type.partition("/")[0]
        weights = dict(ranges)
        weight = next((weights[one] for one in (media_type, f"{kind}/*", "*/*") if one in weights), 0.0)
        if weight > most:
            best, most = media_type, weight
    if not best:
        raise NotAcceptableError(f"The answer can be had as {', '.join(offered)}: accept one of them.")
    return best


def _range(text: str) -> tuple[str, float]:
    """A media range and its weight."""
    name, *parameters = (one.strip().lower() for one in text.split(";"))
    for one in parameters:
        if one.startswith("q="):
            try:
                return name, min(max(float(one[2:]), 0.0), 1.0)
            except ValueError:
                return name, 0.0
    return name, 1.0
