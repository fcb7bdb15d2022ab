"""`/sparql` by the SPARQL 1.1 Protocol. It only asks: what the store holds is changed in other ways."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from typing import Final
from urllib.parse import parse_qsl, unquote_to_bytes

from starlette.types import Receive, Scope, Send

from kg.errors import KgError
from kg.server.exchange import RequestError, body_of, respond, respond_error
from kg.server.pool import Pool
from kg.server.results import MOST_BYTES, Content, chosen_dataset, results
from kg.store.interface import Dataset

_ALLOWED: Final = "GET, HEAD, POST, OPTIONS"
_LONGEST: Final = 1_000_000
"""Bytes of a query."""
_MOST_FIELDS: Final = 100
_FORM: Final = "application/x-www-form-urlencoded"
_UPDATE: Final = RequestError(
    403,
    "Updates aren't taken: what the store shows is made of its articles and of what people decided, so change it with `kg build`, "
    "`kg remove`, `kg reject` and `kg restore`, or in the explorer of `kg serve --edit`.",
)
VARIES: Final = ((b"vary", b"accept"),)

Fields = list[tuple[str, str]]


class SparqlEndpoint:
    """The endpoint, as an ASGI application over a pool."""

    def __init__(self, pool: Pool, *, most_rows: int) -> None:
        self._pool, self._most_rows = pool, most_rows

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        try:
            if scope["method"] == "OPTIONS":
                await respond(send, 204, b"text/plain", b"", [(b"allow", _ALLOWED.encode())])
                return
            text, default, named = _asked(await _fields(scope, receive))
            dataset = chosen_dataset(default, named) if default or named else None
            answer = self.asked(text, _header(scope, b"accept"), dataset)
            media_type, body = await _unless_gone(answer, receive)
        except KgError as error:
            await respond_error(send, error, VARIES)
        else:
            await respond(send, 200, media_type, body, VARIES)

    def asked(self, text: str, accept: str, dataset: Dataset | None = None) -> asyncio.Future[Content]:
        """The answer to a query. Who cancels it doesn't want it any more."""
        return self._pool.ask(results, text, accept, dataset, self._most_rows, MOST_BYTES)


async def _unless_gone(answer: asyncio.Future[Content], receive: Receive) -> Content:
    """Wait for an answer, as long as somebody else does; RequestError, which nobody will read, when the client has gone."""
    gone = asyncio.ensure_future(_leaving(receive))
    await asyncio.wait((answer, gone), return_when=asyncio.FIRST_COMPLETED)
    gone.cancel()
    if not answer.done():
        answer.cancel()
        raise RequestError(503, "Nobody waits for this answer any more.")
    return answer.result()


async def _leaving(receive: Receive) -> None:
    """Wait until the client has gone."""
    while (await receive())["type"] != "http.disconnect":
        pass


async def _fields(scope: Scope, receive: Receive) -> Fields:
    """The fields of a request, wherever they stand."""
    fields = _decoded(scope["query_string"])
    if scope["method"] in ("GET", "HEAD"):
        return fields
    if scope["method"] != "POST":
        raise RequestError(405, f"Only {_ALLOWED} are answered here: use GET or POST.", [(b"allow", _ALLOWED.encode())])
    media_type = _header(scope, b"content-type").partition(";")[0].strip().lower()
    if media_type == "application/sparql-update":
        raise _UPDATE
    if media_type not in (_FORM, "application/sparql-query"):
        raise RequestError(415, f"A query is posted as application/sparql-query or {_FORM}, not {media_type or 'without a type'}.")
    body = await body_of(scope, receive, _LONGEST)
    if media_type == _FORM:
        return [*fields, *_decoded(body)]
    return [*fields, ("query", _text(body))]


def _asked(fields: Fields) -> tuple[str, Sequence[str], Sequence[str]]:
    """The query, and the graphs that its default graph and its named graphs are to be."""
    if len(fields) == 1 and fields[0][0] == "query":
        return fields[0][1], (), ()
    values: dict[str, list[str]] = {}
    for name, value in fields:
        values.setdefault(name, []).append(value)
    if "update" in values:
        raise _UPDATE
    queries = values.get("query", [])
    if len(queries) != 1:
        raise RequestError(400, "Give one query, in the field `query`." if queries else "Give a query, in the field `query`.")
    return queries[0], values.get("default-graph-uri", ()), values.get("named-graph-uri", ())


def _decoded(encoded: bytes) -> Fields:
    if len(encoded) > _LONGEST:
        raise RequestError(414, f"The address has more than {_LONGEST:,} bytes: post the query.")
    try:
        if encoded.startswith(b"query=") and b"&" not in encoded:  # nearly always: a fifth of what the server does for a small query
            return [("query", unquote_to_bytes(encoded[6:].replace(b"+", b" ")).decode())]
        return parse_qsl(_text(encoded), keep_blank_values=True, errors="strict", max_num_fields=_MOST_FIELDS)
    except ValueError as error:
        raise RequestError(400, "The request's fields can't be read: send them URL-encoded, in UTF-8.") from error


def _text(data: bytes) -> str:
    try:
        return data.decode()
    except UnicodeDecodeError as error:
        raise RequestError(400, "The request isn't UTF-8: send it in UTF-8.") from error


def _header(scope: Scope, name: bytes) -> str:
    """A header's value; several of the same name are one list."""
    return ",".join([value.decode("latin-1") for key, value in scope["headers"] if key == name])
