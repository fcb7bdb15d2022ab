"""A process that answers plain requests on connections that it is lent, from the socket to the store and back: a hop less than through the
pool, and that is most of what a small query costs."""

from __future__ import annotations

import ctypes
import socket
import time
from contextlib import suppress
from dataclasses import dataclass
from email.utils import formatdate
from multiprocessing.synchronize import Lock
from selectors import EVENT_READ, DefaultSelector
from typing import Any, Final

from kg.errors import KgError
from kg.query.child import CONTEXT, Child
from kg.query.opened import Opened, told
from kg.query.process import message
from kg.server.guard import Names
from kg.server.plain import LONGEST, PlainRequests, response
from kg.server.results import MOST_BYTES, Content, results
from kg.server.states import States

_NUMBER: Final = 8
"""Bytes of a connection's number."""
_IDLE: Final = 1.0
"""Seconds after which a connection that asks nothing is given back."""
_MOST_ANSWERS: Final = 2_000
"""Answers after which a connection is given back, to be lent to whoever has the fewest then."""
_SMALL: Final = 0.005
"""Seconds of the processor that a query may take on a lent connection: others wait meanwhile."""


@dataclass(frozen=True, slots=True)
class Service:
    """What is answered from, under which names, and with how many rows at most; `written` counts what the server itself wrote."""

    location: str
    names: Names
    most_rows: int
    written: Any


@dataclass(frozen=True, slots=True)
class GivenBack:
    """A connection comes back: what is still to be sent of its last response, for how many seconds nothing was asked on it, whether what
    was asked took long, and whether it is still to be answered."""

    number: int
    rest: bytes = b""
    idle: float = 0.0
    slow: bool = False
    asked: bool = False


class Progress(ctypes.Structure):
    """How far a teller is, told in shared memory: how many queries it began, on which connection it is asked one, and on which it sends;
    0 is none."""

    begun: int
    asked: int
    sending: int
    _fields_ = (("begun", ctypes.c_uint64), ("asked", ctypes.c_uint64), ("sending", ctypes.c_uint64))


class Teller(Child):
    """The process, as whoever lends to it sees it. Through `socket` it says None when it is ready, and gives back.

    A request stays in the connection's buffer until its response is sent, which only one who holds `may_send` does: whoever takes that and
    sees that nothing is being sent can end the process, and finds the request where it was.
    """

    def __init__(self, service: Service) -> None:
        """Start the process. OSError where the machine has no room for it."""
        self.progress: Progress = CONTEXT.RawValue(Progress)
        self.may_send = CONTEXT.Lock()
        super().__init__(_work, self.progress, self.may_send, service)

    def lend(self, number: int, descriptor: int) -> bool:
        """Hand over a connection, unless there is no way just now; the number is what it is called from then on."""
        try:
            socket.send_fds(self.socket, [number.to_bytes(_NUMBER, "big")], [descriptor])
        except OSError:
            return False
        return True


class _Lent:
    """A connection: its number, its socket, how many requests it was sent answers to, and when the last one came."""

    __slots__ = ("answers", "last", "number", "socket")

    def __init__(self, number: int, socket: socket.socket) -> None:
        self.number, self.socket, self.answers, self.last = number, socket, 0, time.monotonic()


def _work(front: socket.socket, progress: Progress, may_send: Lock, service: Service) -> None:
    """What the process does, until nobody is left who lends to it."""
    with DefaultSelector() as selector:
        _Connections(front, progress, may_send, service, selector).serve()


class _Connections:
    """The connections that the process has, and what it answers from."""

    def __init__(self, front: socket.socket, progress: Progress, may_send: Lock, service: Service, selector: DefaultSelector) -> None:
        self._front, self._progress, self._may_send, self._selector = front, progress, may_send, selector
        self._requests, self._most_rows = PlainRequests(service.names), service.most_rows
        self._states, self._opened = States(service.location, service.written), Opened(service.location)
        self._lent: set[_Lent] = set()
        self._second, self._dated = 0, b""

    def serve(self) -> None:
        self._open()
        self._front.sendall(message(None))
        self._selector.register(self._front, EVENT_READ)
        looked = time.monotonic()
        while True:
            for key, _ in self._selector.select(_IDLE if self._lent else None):
                if key.data is not None:
                    self._answer(key.data)
                elif not self._take():
                    return
            if (now := time.monotonic()) - looked > _IDLE:
                looked = now
                for one in [one for one in self._lent if now - one.last > _IDLE]:
                    self._give_back(one, idle=now - one.last)

    def _open(self) -> int:
        """Open the store in the state that it is in now, which is no part of what a query takes. What fails is tried again, and told,
        when the query is answered."""
        state = self._states.look()
        with suppress(KgError):
            self._opened.store(state)
        return state

    def _take(self) -> bool:
        """Take a connection that is lent; False where there won't be any more."""
        number, descriptors, _, _ = socket.recv_fds(self._front, _NUMBER, 1)
        if not number:
            return False
        if descriptors:
            one = _Lent(int.from_bytes(number, "big"), socket.socket(fileno=descriptors[0]))
            self._lent.add(one)
            self._selector.register(one.socket, EVENT_READ, one)
        else:  # there was no descriptor free for it
            self._front.sendall(message(GivenBack(int.from_bytes(number, "big"))))
        return True

    def _answer(self, one: _Lent) -> None:
        """Answer what has come on a connection, if it is a plain request; all else is for whoever lent it."""
        try:
            data = one.socket.recv(LONGEST + 1, socket.MSG_PEEK)
        except BlockingIOError:
            return
        except OSError:
            data = b""
        request = self._requests.read(data)
        if request is None:
            self._give_back(one)
            return
        state = self._open()
        progress = self._progress
        progress.begun += 1
        progress.asked = one.number
        begun = time.thread_time()
        answer: Content | KgError
        try:
            answer = self._opened.ask(state, results, *request, None, self._most_rows, MOST_BYTES)
        except Exception as error:
            answer = told(error)
        slow = time.thread_time() - begun > _SMALL
        answered = response(answer, self._headers())
        with self._may_send:
            progress.sending = one.number
            one.answers, one.last = one.answers + 1, time.monotonic()
            rest = answered[_exchange(one.socket, len(data), answered) :]
            if rest or slow or one.answers >= _MOST_ANSWERS:
                self._give_back(one, rest=rest, slow=slow)
            progress.asked = progress.sending = 0

    def _give_back(self, one: _Lent, *, rest: bytes = b"", idle: float = 0.0, slow: bool = False) -> None:
        """Have nothing more to do with a connection."""
        self._selector.unregister(one.socket)
        self._lent.remove(one)
        one.socket.close()
        self._front.sendall(message(GivenBack(one.number, rest, idle, slow)))

    def _headers(self) -> bytes:
        """The header lines that say when a response was made."""
        second = int(time.time())
        if second != self._second:
            self._second, self._dated = second, f"date: {formatdate(second, usegmt=True)}\r\n".encode()
        return self._dated


def _exchange(connection: socket.socket, asked: int, answered: bytes) -> int:
    """Take a request of so many bytes out of a connection's buffer, and send the response: how many bytes of it could be sent at once, all
    of them where nobody is left to read them."""
    try:
        connection.recv(asked)
        return connection.send(answered)
    except BlockingIOError:
        return 0
    except OSError:
        return len(answered)
