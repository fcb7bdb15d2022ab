"""The way that many small queries go: a plain GET of `/sparql` is answered without the detour of an ASGI message for each of its parts.

Half of what a small query costs is the reading of its request. All that is out of the ordinary goes uvicorn's way, with the same answers.
"""

from __future__ import annotations

import asyncio
import re
from typing import Any, Final
from urllib.parse import unquote_to_bytes

from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol

from kg.errors import KgError
from kg.server.exchange import JSON, as_json, error_body, status_line, status_of
from kg.server.guard import DATA, SAID, Guard
from kg.server.results import Content
from kg.server.sparql import VARIES, SparqlEndpoint

_START: Final = b"GET /sparql?query="
_VERSION: Final = b" HTTP/1.1"
_QUERY: Final = re.compile(rb"[A-Za-z0-9%+*._~!$'(),;:@/?=-]+")
_HEADERS: Final = re.compile(
    rb"(?:(?:host|accept|accept-encoding|accept-language|user-agent|connection: *keep-alive)(?::[^\r\n\0]*)?\r\n)+\r\n", re.I
)
_LONGEST: Final = 8_192
"""Bytes of such a request: longer ones may come in pieces."""
_MOST_BESIDE: Final = 1_000_000
"""Bytes of a request beside its body: of its headers, most of all."""
_PATIENCE: Final = 60.0
"""Seconds within which a request has come to its end."""
_SAID: Final = b"".join(b"%b: %b\r\n" % one for one in (*VARIES, *SAID, DATA))


class QuickProtocol(HttpToolsProtocol):
    """A connection. What comes whole and in one piece between two requests, and is such a GET with nothing but everyday headers, is
    answered here."""

    def __init__(self, *arguments: Any, sparql: SparqlEndpoint, guard: Guard, **options: Any) -> None:
        super().__init__(*arguments, **options)
        self._sparql, self._guard = sparql, guard
        self._inside = self._last = False
        self._beside = 0
        self._late: asyncio.TimerHandle | None = None
        self._answer: asyncio.Future[Content] | None = None
        self._held = bytearray()
        self._headers, self._accept = b"", ""

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        super().connection_made(transport)
        self._expect()

    def data_received(self, data: bytes) -> None:
        if self._answer is not None:  # the next request, sent before the answer to this one
            self._held += data
            self.transport.pause_reading()
            return
        query = None if self._inside or not (self.cycle is None or self.cycle.response_complete) else self._query(data)
        if query is None:
            super().data_received(data)
            self._beside += len(data)
            if self._inside and self._beside > _MOST_BESIDE:
                self.send_400_response("The request has too much beside its body: send less.")
            return
        self._has_come()
        self._unset_keepalive_if_required()
        self._answer = self._sparql.asked(query, self._accept)
        self._answer.add_done_callback(self._answered)

    def on_message_begin(self) -> None:
        self._inside = True
        self._expect()
        super().on_message_begin()

    def on_body(self, body: bytes) -> None:
        self._beside -= len(body)
        super().on_body(body)

    def on_message_complete(self) -> None:
        self._inside = False
        self._beside = 0
        self._has_come()
        super().on_message_complete()

    def connection_lost(self, exc: Exception | None) -> None:
        self._has_come()
        if self._answer is not None:
            self._answer.cancel()
        super().connection_lost(exc)

    def shutdown(self) -> None:
        if self._answer is not None:
            self._last = True
        else:
            super().shutdown()

    def _expect(self) -> None:
        """From now on a request has its time to come: whoever sends none, or no end of it, keeps no place of others."""
        self._has_come()
        self._late = self.loop.call_later(_PATIENCE, self.transport.close)

    def _has_come(self) -> None:
        if self._late is not None:
            self._late.cancel()
            self._late = None

    def _query(self, data: bytes) -> str | None:
        """The query that is asked, None where the request is another kind."""
        if not data.startswith(_START) or len(data) > _LONGEST:
            return None
        line, _, headers = data.partition(b"\r\n")
        encoded = line[len(_START) : -len(_VERSION)]
        if not line.endswith(_VERSION) or not _QUERY.fullmatch(encoded) or not self._are_plain(headers):
            return None
        try:
            return unquote_to_bytes(encoded.replace(b"+", b" ")).decode()
        except UnicodeDecodeError:
            return None

    def _are_plain(self, headers: bytes) -> bool:
        """Whether these headers say nothing that matters but what is accepted, and name this server. They are mostly those of the last
        request, which were looked at then."""
        if headers == self._headers:
            return True
        if not _HEADERS.fullmatch(headers):
            return False
        values = {name.lower(): value.strip() for name, _, value in (line.partition(b":") for line in headers.split(b"\r\n") if line)}
        if headers.count(b"\r\n") != len(values) + 1 or not self._guard.is_own(values.get(b"host", b"")):
            return False
        self._headers, self._accept = headers, values.get(b"accept", b"").decode("latin-1")
        return True

    def _answered(self, answer: asyncio.Future[Content]) -> None:
        self._answer = None
        if answer.cancelled() or self.transport.is_closing():
            return
        error = answer.exception()
        if error is None:
            media_type, body = answer.result()
            status = 200
        elif isinstance(error, KgError):
            media_type, body, status = JSON, as_json(error_body(error)), status_of(error)
        else:
            raise error
        dated = b"".join([b"%b: %b\r\n" % one for one in self.server_state.default_headers])
        head = b"%b%bcontent-type: %b\r\ncontent-length: %d\r\n%b\r\n" % (status_line(status), dated, media_type, len(body), _SAID)
        self.transport.write(head + body)
        self.server_state.total_requests += 1
        if self._last:
            self.transport.close()
        elif self._held:
            data, self._held = bytes(self._held), bytearray()
            self.transport.resume_reading()
            self.data_received(data)
        else:
            self.timeout_keep_alive_task = self.loop.call_later(self.timeout_keep_alive, self.timeout_keep_alive_handler)
