"""A few worker processes that answer what a server is asked, each from the state of the store at that moment."""

from __future__ import annotations

import asyncio
import os
from collections import deque
from collections.abc import Callable
from contextlib import suppress
from typing import Any, Final, TypeVar, cast

from kg.errors import KgError
from kg.query import process
from kg.query.child import CONTEXT
from kg.query.process import ENDED, Messages, Worker
from kg.server.states import States

_SLOW: Final = 0.05
"""Seconds after which what waits behind a task is done by other workers."""
_VERY_SLOW: Final = 1.0
"""Seconds after which a worker gives way to the others."""
OWN_WORK: Final = 300.0
"""Seconds for what the server itself asks, which grows with the store alone."""
_SMALL: Final = 0.0005
"""Seconds that a small task takes at most."""
_SOON: Final = 0.003
"""Seconds that small tasks wait for a worker that is at others."""
_LONGEST_WAIT: Final = 15.0
"""Seconds that a task waits for a worker before it is given up, or as long as it may take, where that is more."""
_MOST_WAITING: Final = 10_000
_T = TypeVar("_T")


class OverloadError(KgError):
    """A task took too much of time or memory, or there are too many of them."""


class _Task:
    """What a worker is to do."""

    def __init__(self, message: bytes, answer: asyncio.Future[Any], asked: float, seconds: float) -> None:
        self.message, self.answer, self.asked, self.seconds = message, answer, asked, seconds

    def end(self, given: Any) -> None:
        """Give what a worker gave, unless nobody waits for it any more."""
        if self.answer.done():
            return
        if isinstance(given, Exception):
            self.answer.set_exception(given)
        else:
            self.answer.set_result(given)


class _Channel(asyncio.Protocol):
    """A worker as its pool sees it: the tasks in its hands, in the order in which it does them; None for one that another does now."""

    def __init__(self, pool: Pool, worker: Worker) -> None:
        self.pool, self.worker = pool, worker
        self.tasks: deque[_Task | None] = deque()
        self.ready = self.yields = False
        self._messages = Messages()
        self._transport: asyncio.Transport | None = None
        self._given = self._begun = self._done = 0
        self._since = self._begun_since = self._spent = 0.0

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self._transport = cast(asyncio.Transport, transport)  # uvloop's is none of the class

    def give(self, tasks: list[_Task]) -> None:
        """Hand over some tasks to a free worker."""
        assert self._transport is not None
        self.tasks.extend(tasks)
        self._given += len(tasks)
        self._since = self._begun_since = self.pool.now()
        self._transport.write(b"".join([one.message for one in tasks]))

    def data_received(self, data: bytes) -> None:
        for given in self._messages.feed(data):
            if self.ready and (task := self.tasks.popleft()):
                task.end(given)
            self.ready = True
        if not self.tasks and self.ready:
            spent, done = self.worker.spent, self._given
            pace = (spent - self._spent) / (done - self._done) if done > self._done else None
            self._spent, self._done = spent, done
            self.pool.is_free(self, pace)

    def connection_lost(self, error: Exception | None) -> None:
        self.pool.has_ended(self)

    def taken(self) -> float:
        """For how many seconds it has been at its task, as far as was seen when this was asked before."""
        begun, now = self.worker.begun, self.pool.now()
        if begun != self._begun:
            self._begun, self._begun_since = begun, now
        return now - self._begun_since

    def given_for(self) -> float:
        """How many seconds ago it was given its tasks."""
        return self.pool.now() - self._since

    def at(self) -> int:
        """The place of the task that it is at: the answers to those before it are held back."""
        return max(0, len(self.tasks) - (self._given - self.worker.begun) - 1)

    def close(self) -> None:
        if self._transport is not None:
            self._transport.abort()


class Pool:
    """Workers over one store. Started and closed in one event loop."""

    def __init__(self, location: str, *, workers: int, seconds: float) -> None:
        """`seconds` is what one task may take; a worker that takes longer is ended, and another stands in its place."""
        self._location, self._number, self._seconds = location, workers, seconds
        self.written = CONTEXT.RawValue("Q", 0)
        """Counts, for other processes too, what the server itself wrote."""
        self._states = States(location, self.written)
        self._free: deque[_Channel] = deque()
        self._channels: set[_Channel] = set()
        self._waiting: deque[_Task] = deque()
        self._handing_out = self._watching = self._closed = False
        self._pace = _SMALL
        self._latest: _Channel | None = None
        self._background: set[asyncio.Task[None]] = set()

    async def start(self) -> None:
        """Start the workers; tasks wait until they are ready."""
        self._loop = asyncio.get_running_loop()
        self.now = self._loop.time
        await asyncio.gather(*(self._add() for _ in range(self._number)))

    async def close(self) -> None:
        """End the workers."""
        self._closed = True
        for one in self._background:
            one.cancel()
        for channel in list(self._channels):
            channel.close()
            await asyncio.to_thread(channel.worker.end)

    def state(self) -> object:
        """What differs once the store was written to; None for an endpoint, whose state nobody tells."""
        self._states.look()
        return self._states.latest

    def look_again(self) -> None:
        """The store was written to just now."""
        self.written.value += 1

    def ask(self, function: Callable[..., _T], *arguments: Any, seconds: float | None = None) -> asyncio.Future[_T]:
        """What the function gives for the store and these arguments, within so many seconds (None: those of any task). Raises what it
        raises as a KgError; OverloadError."""
        answer: asyncio.Future[_T] = self._loop.create_future()
        one = _Task(process.task(self._states.look(), function, *arguments), answer, self.now(), seconds or self._seconds)
        if len(self._waiting) >= _MOST_WAITING:
            one.end(OverloadError("Too much is asked at once: try again later."))
        else:
            self._waiting.append(one)
            self._hand_out_soon()
        return answer

    def is_free(self, channel: _Channel, pace: float | None) -> None:
        """A worker has done all that it had, in so many seconds for each (None: it has only started)."""
        if pace is not None:
            self._pace += (pace - self._pace) / 8
        if channel.yields:  # what gave way can't be made as quick again
            channel.close()
        else:
            self._free.append(channel)
            if self._waiting:
                self._hand_out()

    def has_ended(self, channel: _Channel) -> None:
        """A worker's process ended, by itself or not: the task it was at is to blame, the others are done elsewhere."""
        self._channels.discard(channel)
        with suppress(ValueError):
            self._free.remove(channel)
        if channel.tasks:
            self._end(channel, ENDED)
            self._pass_on(channel)
        if not self._closed:
            self._later(self._replace(channel))

    def _hand_out_soon(self) -> None:
        """At the end of this turn of the loop, so that what came at once is handed out at once."""
        if not self._handing_out:
            self._handing_out = True
            self._loop.call_soon(self._hand_out)

    def _hand_out(self) -> None:
        """Each free worker gets its share of what waits. Small tasks rather wait for the worker that is about to have done some, and
        are given to it together: a message costs as much as a small task."""
        self._handing_out = False
        small = self._pace < _SMALL
        if small and self._latest is not None and self._latest.tasks and self._latest.given_for() < _SOON:
            self._handing_out = True
            self._loop.call_later(_SOON, self._hand_out)
            return
        while self._waiting and self._free:
            share = len(self._waiting) if small else -(-len(self._waiting) // len(self._free))
            tasks = [one for one in (self._waiting.popleft() for _ in range(share)) if not one.answer.done()]  # or nobody waits for it
            if tasks:
                self._latest = self._free.pop()
                self._latest.give(tasks)
        if not self._watching:
            self._watching = True
            self._loop.call_later(_SLOW, self._watch)

    def _pass_on(self, channel: _Channel) -> None:
        """What waits beside a worker's task waits for any worker."""
        at = channel.at()
        for place, one in enumerate(channel.tasks):
            if one is not None and place != at:
                self._waiting.append(one)
                channel.tasks[place] = None
        if self._waiting:
            self._hand_out_soon()

    def _watch(self) -> None:
        """As long as there is something to do, see whether it gets done."""
        now = self.now()
        while self._waiting and now - self._waiting[0].asked > max(self._waiting[0].seconds, _LONGEST_WAIT):
            self._waiting.popleft().end(OverloadError("All workers are busy: try again later."))
        busy = [one for one in self._channels if one.tasks]
        for channel in busy:
            self._judge(channel, channel.taken())
        self._watching = bool(busy or self._waiting)
        if self._watching:
            self._loop.call_later(_SLOW, self._watch)

    def _judge(self, channel: _Channel, taken: float) -> None:
        """Do what is to be done about a worker that took so many seconds for the task it is at."""
        one = channel.tasks[channel.at()]
        seconds = one.seconds if one else self._seconds
        if one and one.answer.cancelled() and taken > _SLOW:
            channel.close()  # nobody waits for it any more
        elif taken > seconds:
            self._end(channel, f"The query took longer than {seconds:g} seconds and was ended: narrow it.")
            channel.close()
        elif taken > _SLOW:
            self._pass_on(channel)
        if taken > _VERY_SLOW and not channel.yields:
            channel.yields = True
            _give_way(channel.worker)

    def _end(self, channel: _Channel, why: str) -> None:
        """Give up the task that a worker is at."""
        if task := channel.tasks[channel.at()]:
            task.end(OverloadError(why))

    async def _add(self) -> None:
        worker = await asyncio.to_thread(Worker, self._location)
        _, channel = await self._loop.create_connection(lambda: _Channel(self, worker), sock=worker.socket)
        self._channels.add(channel)

    async def _replace(self, channel: _Channel) -> None:
        await asyncio.to_thread(channel.worker.end)
        if not channel.ready:  # it couldn't even start: not again at once
            await asyncio.sleep(_VERY_SLOW)
        while True:
            try:
                return await self._add()
            except OSError:  # the machine has no room for a process just now
                await asyncio.sleep(_VERY_SLOW)

    def _later(self, work: Any) -> None:
        one = self._loop.create_task(work)
        self._background.add(one)
        one.add_done_callback(self._background.discard)


def _give_way(worker: Worker) -> None:
    """Let other processes have the processor first."""
    if hasattr(os, "setpriority") and worker.process.pid is not None:
        with suppress(OSError):
            os.setpriority(os.PRIO_PROCESS, worker.process.pid, 19)
