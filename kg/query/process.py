"""Queries in processes of their own: one that is asked can't be interrupted, only ended."""

from __future__ import annotations

import pickle
import socket
from collections.abc import Callable, Generator, Iterator, Mapping
from dataclasses import dataclass
from time import perf_counter
from typing import Any, Final

from kg.errors import QueryError
from kg.query.child import CONTEXT, Child
from kg.query.named import Query
from kg.query.opened import Opened, told
from kg.query.run import Answer, answer

ENDED: Final = "The query's process ended without an answer, out of memory perhaps: narrow the query."
_AT_A_TIME: Final = 1 << 16
_HELD_BACK: Final = 0.0005
"""Seconds that an answer may wait for those after it."""
_LENGTH: Final = 4
"""Bytes before each message that give its length."""


def answer_within(seconds: float, location: str, query: Query, arguments: Mapping[str, str]) -> Answer:
    """Ask the store at `location`, opened for reading alone. QueryError where the answer takes longer than `seconds` or
    more than 2 GB of memory."""
    worker = Worker(location)
    try:
        worker.socket.settimeout(seconds)
        worker.socket.sendall(task(0, answer, query, dict(arguments)))
        _, given = _first(worker.socket, 2)
    except TimeoutError:
        raise QueryError(f"The query took longer than {seconds:g} seconds: narrow it, or give it more with --timeout.") from None
    except (EOFError, ConnectionError):
        raise QueryError(ENDED) from None
    finally:
        worker.end()
    if isinstance(given, Exception):
        raise given
    assert isinstance(given, Answer)
    return given


@dataclass(frozen=True, slots=True)
class Part:
    """One of the things that a task gives one after another."""

    content: Any


class Worker(Child):
    """A process that does tasks with the store at `location`, one after another, and answers each through `socket`.

    A task is a function of the store and what else it takes; its answer what the function gives, or the KgError that it raises. What a
    generator yields is sent at once, each as a Part, and then None. The first message is None: the process is ready. Answers may be held
    back for a moment, to be sent together; `begun` counts the tasks begun, and `spent` the seconds that went into those done.
    """

    def __init__(self, location: str) -> None:
        """Start the process; it opens the store with its first task."""
        self._begun, self._spent = CONTEXT.RawValue("Q", 0), CONTEXT.RawValue("d", 0.0)
        super().__init__(_work, self._begun, self._spent, location)

    @property
    def begun(self) -> int:
        return int(self._begun.value)

    @property
    def spent(self) -> float:
        return float(self._spent.value)


def task(state: object, function: Callable[..., Any], *arguments: Any) -> bytes:
    """A task as a message. A worker that opened the store in another `state` opens it anew."""
    return message((state, function, arguments))


class Messages:
    """What comes through a worker's socket, put together from the pieces it comes in."""

    def __init__(self) -> None:
        self._held = bytearray()

    def feed(self, data: bytes) -> Iterator[Any]:
        """The messages that this piece completes."""
        self._held += data
        while len(self._held) >= _LENGTH:
            end = _LENGTH + int.from_bytes(self._held[:_LENGTH], "big")
            if len(self._held) < end:
                break
            whole = bytes(self._held[_LENGTH:end])
            del self._held[:end]
            yield pickle.loads(whole)


def message(content: object) -> bytes:
    """Something as a message."""
    data = pickle.dumps(content, pickle.HIGHEST_PROTOCOL)
    return len(data).to_bytes(_LENGTH, "big") + data


def _first(source: socket.socket, number: int) -> list[Any]:
    """The first messages of a socket. EOFError where it ends before."""
    messages, found = Messages(), list[Any]()
    while len(found) < number:
        data = source.recv(_AT_A_TIME)
        if not data:
            raise EOFError
        found += messages.feed(data)
    return found


def _work(ours: socket.socket, begun: Any, spent: Any, location: str) -> None:
    """What a worker's process does, until nobody is left to ask it."""
    messages, opened = Messages(), Opened(location)
    ours.sendall(message(None))
    while data := ours.recv(_AT_A_TIME):
        held: list[bytes] = []
        since = before = perf_counter()
        for state, function, arguments in messages.feed(data):
            begun.value += 1
            held.append(_done(ours, opened, state, function, arguments))
            now = perf_counter()
            spent.value += now - before
            before = now
            if now - since > _HELD_BACK:
                ours.sendall(b"".join(held))
                held, since = [], now
        if held:
            ours.sendall(b"".join(held))


def _done(ours: socket.socket, opened: Opened, state: object, function: Callable[..., Any], arguments: tuple[Any, ...]) -> bytes:
    """A task's answer, as a message; its parts are sent before."""
    try:
        given = opened.ask(state, function, *arguments)
        if isinstance(given, Generator):
            for one in given:
                ours.sendall(message(Part(one)))
            given = None
        return message(given)
    except ConnectionError:
        raise
    except Exception as error:
        return message(told(error))
