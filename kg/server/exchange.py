"""Requests and responses as the server's parts share them: bounded bodies, JSON, and one shape for all errors."""

from __future__ import annotations

import json
from collections.abc import Iterable
from functools import cache
from http import HTTPStatus
from typing import Any, Final

from starlette.types import Receive, Scope, Send

from kg.errors import BusyError, KgError, QueryError, StoreError, UsageError
from kg.server.pool import OverloadError
from kg.server.results import NotAcceptableError, TooMuchError

Headers = Iterable[tuple[bytes, bytes]]

JSON: Final = b"application/json"


class RequestError(KgError):
    """A request that isn't answered: the HTTP status, and the sentence that says why."""

    def __init__(self, status: int, sentence: str, headers: Headers = ()) -> None:
        super().__init__(status, sentence)
        self.status, self.sentence, self.headers = status, sentence, tuple(headers)

    def __str__(self) -> str:
        return self.sentence


async def respond(send: Send, status: int, media_type: bytes, body: bytes, headers: Headers = ()) -> None:
    """Send a whole response."""
    own = [(b"content-type", media_type), (b"content-length", b"%d" % len(body)), *headers]
    await send({"type": "http.response.start", "status": status, "headers": own})
    await send({"type": "http.response.body", "body": body})


async def respond_error(send: Send, error: KgError, headers: Headers = ()) -> None:
    """An error's body under the status that fits."""
    own = error.headers if isinstance(error, RequestError) else ()
    await respond(send, status_of(error), JSON, as_json(error_body(error)), [*own, *headers])


def error_body(error: KgError) -> dict[str, Any]:
    """`{"error": sentence}`; a query's error with `line` and `column` where it has them."""
    told: dict[str, Any] = {"error": str(error)}
    if isinstance(error, QueryError) and error.place is not None:
        told["line"], told["column"] = error.place
    return told


def status_of(error: KgError) -> int:
    """The HTTP status of an error."""
    match error:
        case RequestError():
            return error.status
        case OverloadError() | StoreError() if not isinstance(error, BusyError):
            return 503
        case BusyError():
            return 409
        case NotAcceptableError():
            return 406
        case TooMuchError() | QueryError() | UsageError():
            return 400
    return 500


@cache
def status_line(status: int) -> bytes:
    """How a response begins."""
    return f"HTTP/1.1 {status} {HTTPStatus(status).phrase}\r\n".encode()


async def body_of(scope: Scope, receive: Receive, most: int) -> bytes:
    """A request's body. RequestError where it has more than `most` bytes or ends too early."""
    too_long = RequestError(413, f"The request has more than {most:,} bytes: send less.", [(b"connection", b"close")])
    announced = dict(scope["headers"]).get(b"content-length", b"0")
    if not announced.isdigit() or int(announced) > most:
        raise too_long
    parts, size = [], 0
    while True:
        message = await receive()
        if message["type"] != "http.request":
            raise RequestError(400, "The request ended too early: send it again.")
        parts.append(message.get("body", b""))
        size += len(parts[-1])
        if size > most:
            raise too_long
        if not message.get("more_body", False):
            return b"".join(parts)


def as_json(value: Any) -> bytes:
    """JSON on one line, in UTF-8."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "replace")
