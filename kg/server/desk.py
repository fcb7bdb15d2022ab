"""A process for work that takes long or changes the store: one thing at a time, and none of it twice."""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncGenerator, Callable
from contextlib import aclosing
from typing import Any, Final

from kg.query.process import Messages, Part, Worker, task
from kg.server.pool import OverloadError

_AT_A_TIME: Final = 1 << 16
_MOST_WAITING: Final = 10


class Desk:
    """One worker over a store, started when it is first needed."""

    def __init__(self, location: str, *, seconds: float) -> None:
        """`seconds` is what one task may take."""
        self._location, self._seconds = location, seconds
        self._turn = asyncio.Lock()
        self._waiting = 0
        self._worker: Worker | None = None
        self._reader: asyncio.StreamReader | None = None
        self._writer: asyncio.StreamWriter | None = None
        self._messages = Messages()

    async def ask(self, function: Callable[..., Any], *arguments: Any) -> Any:
        """What a function gives for the store, opened for reading, and these arguments. Raises what it raises as a KgError, and
        OverloadError."""
        return [one async for one in self._messages_of(function, arguments)][-1]

    async def stream(self, function: Callable[..., Any], *arguments: Any) -> AsyncGenerator[Any, None]:
        """What a generator yields, as it does; raises as `ask`. Who stops listening ends the work."""
        async with aclosing(self._messages_of(function, arguments)) as messages:
            async for one in messages:
                if isinstance(one, Part):
                    yield one.content

    def close(self) -> None:
        """End the process, whatever it does."""
        if self._worker is not None:
            self._worker.end()
        if self._writer is not None:
            self._writer.close()
        self._worker = self._reader = self._writer = None

    async def _messages_of(self, function: Callable[..., Any], arguments: tuple[Any, ...]) -> AsyncGenerator[Any, None]:
        """A task's parts and its answer."""
        if self._waiting >= _MOST_WAITING:
            raise OverloadError("Too much is asked at once: try again later.")
        self._waiting += 1
        try:
            async with self._turn:
                done = False
                try:
                    until = time.monotonic() + self._seconds
                    await self._start(until)
                    assert self._writer is not None
                    self._writer.write(task(None, function, *arguments))
                    while not done:
                        for one in await self._received(until):
                            done = not isinstance(one, Part)
                            if isinstance(one, Exception):
                                raise one
                            yield one
                finally:
                    if not done:
                        self.close()
        finally:
            self._waiting -= 1

    async def _start(self, until: float) -> None:
        if self._worker is None:
            self._worker = await asyncio.to_thread(Worker, self._location)
            self._reader, self._writer = await asyncio.open_connection(sock=self._worker.socket)
            self._messages = Messages()
            while not await self._received(until):
                pass

    async def _received(self, until: float) -> list[Any]:
        """The messages that came with the next piece. OverloadError where none comes in time."""
        assert self._reader is not None
        try:
            data = await asyncio.wait_for(self._reader.read(_AT_A_TIME), until - time.monotonic())
        except TimeoutError:
            raise OverloadError(f"This took longer than {self._seconds:g} seconds and was ended: give less.") from None
        if not data:
            raise OverloadError("The process ended without an answer, out of memory perhaps: give less.")
        return list(self._messages.feed(data))
