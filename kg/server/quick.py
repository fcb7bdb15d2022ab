"""The way that many small queries go: a plain GET of `/sparql` is answered without the detour of an ASGI message for each of its parts, and
a connection on which one follows another is lent to a process that answers them itself.

Half of what a small query costs is the reading of its request. All that is out of the ordinary goes uvicorn's way, with the same answers.
"""

from __future__ import annotations

import asyncio
from typing import Any, Final

from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol

from kg.errors import KgError
from kg.server.lending import Lending
from kg.server.plain import PlainRequests, response
from kg.server.results import Content
from kg.server.sparql import SparqlEndpoint
from kg.server.teller import GivenBack

_MOST_BESIDE: Final = 1_000_000
"""Bytes of a request beside its body: of its headers, most of all."""
_PATIENCE: Final = 60.0
"""Seconds within which a request has come to its end."""
_FOLLOWING: Final = 2
"""Plain requests one after another until more are expected."""
_AFTER_SLOW: Final = 100
"""Those after one that wasn't small."""


class QuickProtocol(HttpToolsProtocol):
    """A connection. What comes whole and in one piece between two requests, and is plain, is answered here; not so where much of the last
    response is still to be sent: uvicorn waits with the next one until it has been read."""

    def __init__(self, *arguments: Any, sparql: SparqlEndpoint, requests: PlainRequests, lending: Lending, **options: Any) -> None:
        super().__init__(*arguments, **options)
        self._sparql, self._requests, self._lending = sparql, requests, lending
        self._inside = self._last = self._lent = False
        self._until_lent = _FOLLOWING
        self._beside = 0
        self._late: asyncio.TimerHandle | None = None
        self._answer: asyncio.Future[Content] | None = None
        self._held = bytearray()

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        super().connection_made(transport)
        self._expect()

    def data_received(self, data: bytes) -> None:
        if self._answer is not None:  # the next request, sent before the answer to this one
            self._held += data
            self.transport.pause_reading()
            return
        request = self._requests.read(data) if self._is_between() and not self.flow.write_paused else None
        if request is None:
            self._until_lent = max(self._until_lent, _FOLLOWING)
            super().data_received(data)
            self._beside += len(data)
            if self._inside and self._beside > _MOST_BESIDE:
                self.send_400_response("The request has too much beside its body: send less.")
            return
        self._has_come()
        self._unset_keepalive_if_required()
        self._answer = self._sparql.asked(*request)
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
        if self._lent:
            self._last = True
            self._lending.recall()
        elif self._answer is not None:
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

    def _is_between(self) -> bool:
        """Whether it is between two requests."""
        return not self._inside and (self.cycle is None or self.cycle.response_complete)

    def _answered(self, answer: asyncio.Future[Content]) -> None:
        self._answer = None
        if answer.cancelled() or self.transport.is_closing():
            return
        error = answer.exception()
        if error is not None and not isinstance(error, KgError):
            raise error
        dated = b"".join([b"%b: %b\r\n" % one for one in self.server_state.default_headers])
        self.transport.write(response(answer.result() if error is None else error, dated))
        self.server_state.total_requests += 1
        if self._last:
            self.transport.close()
        elif self._held:
            data, self._held = bytes(self._held), bytearray()
            self.transport.resume_reading()
            self.data_received(data)
        else:
            self._wait(self.timeout_keep_alive)
            self._until_lent -= 1
            if self._until_lent <= 0:
                self.loop.call_soon(self._lend)  # when the response has been sent

    def _wait(self, seconds: float) -> None:
        """Wait for another request, but no longer than this."""
        self.timeout_keep_alive_task = self.loop.call_later(seconds, self.timeout_keep_alive_handler)

    def _lend(self) -> None:
        """Let others read here, if there is nothing to be done: what came until now was answered, and went out."""
        if self._lent or self._last or self._answer or not self._is_between():
            return
        transport = self.transport
        if transport.is_closing() or transport.get_write_buffer_size():
            return
        self._lent = self._lending.lend(self, transport.get_extra_info("socket").fileno())
        if self._lent:
            transport.pause_reading()
            self._unset_keepalive_if_required()

    def is_back(self, given: GivenBack) -> None:
        self._lent = False
        if self.transport.is_closing():
            return
        if given.slow or given.asked:
            self._until_lent = _AFTER_SLOW
        if given.rest:
            self.transport.write(given.rest)
        if self._last and not given.asked:
            self.transport.close()
            return
        self._wait(max(0.0, self.timeout_keep_alive - given.idle))
        self.transport.resume_reading()

    def is_broken(self) -> None:
        self.transport.abort()
