"""Connections lent to tellers, processes that answer plain requests from socket to socket, and taken back when there is more to do."""

from __future__ import annotations

import asyncio
import socket
from collections.abc import Coroutine
from contextlib import suppress
from itertools import count
from typing import Any, Final, Protocol, cast

from kg.query.process import Messages
from kg.server.teller import GivenBack, Service, Teller
from kg.store import is_address

_SLOW: Final = 0.05
"""Seconds after which a query is no business of a teller: it's asked through the pool, and the teller ended."""
_PAUSE: Final = 2.0
"""Seconds between two starts of tellers: a start costs as much as a thousand small queries."""


class Connection(Protocol):
    """What is lent, as far as it is known here."""

    def is_back(self, given: GivenBack) -> None:
        """It is no longer lent. What has come on it meanwhile is still to be read."""

    def is_broken(self) -> None:
        """It is no longer lent, and nobody knows how much of a response was sent on it."""


class _Channel(asyncio.Protocol):
    """A teller as who lends to it sees it, and the connections that it has."""

    def __init__(self, lending: Lending, teller: Teller) -> None:
        self.teller = teller
        self.lent: dict[int, Connection] = {}
        self.ready = False
        self._lending = lending
        self._messages = Messages()
        self._transport: asyncio.Transport | None = None
        self._begun = 0

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self._transport = cast(asyncio.Transport, transport)  # uvloop's is none of the class

    def data_received(self, data: bytes) -> None:
        for given in self._messages.feed(data):
            if given is None:
                self.ready = True
            else:
                self.lent.pop(given.number).is_back(given)

    def connection_lost(self, error: Exception | None) -> None:
        self._lending.has_ended(self)

    def judge(self) -> None:
        """End a teller that is at the same query as when this was asked before, but none that is about to send."""
        progress, before = self.teller.progress, self._begun
        self._begun = progress.begun
        if progress.asked and progress.begun == before and self.teller.may_send.acquire(block=False):
            if progress.asked and progress.begun == before:
                self.teller.process.kill()
            else:
                self.teller.may_send.release()

    def take_back(self) -> None:
        """All connections of a teller that has ended."""
        progress = self.teller.progress
        for number, connection in self.lent.items():
            if number == progress.sending:
                connection.is_broken()
            else:
                connection.is_back(GivenBack(number, asked=number == progress.asked))
        self.lent.clear()

    def recall(self) -> None:
        """Have the teller end when it has done what it is at."""
        if self._transport is not None:
            self._transport.write_eof()

    def close(self) -> None:
        if self._transport is not None:
            self._transport.abort()


class Lending:
    """Some tellers, started when there is first something to lend. Used in one event loop."""

    def __init__(self, service: Service, *, tellers: int) -> None:
        can = hasattr(socket, "send_fds") and not is_address(service.location)
        self._service, self._most = service, tellers if can else 0
        self._channels: list[_Channel] = []
        self._starting = 0
        self._next_start = float("-inf")
        self._numbers = count(1)
        self._watching = self._closed = False
        self._background: set[asyncio.Task[None]] = set()

    def lend(self, connection: Connection, descriptor: int) -> bool:
        """Lend a connection on which nothing is under way: nothing may be read there from now on until it is back. False where that isn't
        possible just now."""
        if self._closed:
            return False
        self._start_missing()
        if self._starting or not self._channels:
            return False
        channel = min(self._channels, key=lambda one: len(one.lent))
        number = next(self._numbers)
        if not channel.ready or not channel.teller.lend(number, descriptor):
            return False
        channel.lent[number] = connection
        self._watch_soon()
        return True

    def recall(self) -> None:
        """Have everything back soon, and lend nothing any more."""
        if not self._closed:
            self._closed = True
            for one in self._channels:
                one.recall()

    async def close(self) -> None:
        """End the tellers."""
        self._closed = True
        for one in self._background:
            one.cancel()
        channels, self._channels = self._channels, []
        for channel in channels:
            channel.close()
            await asyncio.to_thread(channel.teller.end)

    def has_ended(self, channel: _Channel) -> None:
        """A teller's process ended, by itself or not."""
        channel.take_back()
        if channel in self._channels:
            self._channels.remove(channel)
            self._later(asyncio.to_thread(channel.teller.end))

    def _watch_soon(self) -> None:
        if not self._watching:
            self._watching = True
            asyncio.get_running_loop().call_later(_SLOW, self._watch)

    def _watch(self) -> None:
        """As long as something is lent, see whether all get on."""
        self._watching = False
        for channel in self._channels:
            channel.judge()
        if any(one.lent for one in self._channels):
            self._watch_soon()

    def _start_missing(self) -> None:
        now, missing = asyncio.get_running_loop().time(), self._most - len(self._channels) - self._starting
        if missing and now >= self._next_start:
            self._next_start = now + _PAUSE
            self._starting += missing
            for _ in range(missing):
                self._later(self._start())

    async def _start(self) -> None:
        """Start one more; where the machine has no room for it, or nothing to share with it, it goes on without."""
        try:
            with suppress(OSError, ImportError):
                teller = await asyncio.to_thread(Teller, self._service)
                _, channel = await asyncio.get_running_loop().create_connection(lambda: _Channel(self, teller), sock=teller.socket)
                self._channels.append(channel)
        finally:
            self._starting -= 1

    def _later(self, work: Coroutine[Any, Any, Any]) -> None:
        one = asyncio.get_running_loop().create_task(work)
        self._background.add(one)
        one.add_done_callback(self._background.discard)
