"""Processes of one's own, told what to do through a socket, that can be ended whatever they do."""

from __future__ import annotations

import multiprocessing
import signal
import socket
from collections.abc import Callable
from contextlib import suppress
from multiprocessing.process import BaseProcess
from typing import Any, Final

try:
    import resource
except ImportError:  # Windows has no such limits
    resource = None  # type: ignore[assignment]

CONTEXT: Final = multiprocessing.get_context("spawn")
"""Makes what is shared with such processes."""
_MOST_MEMORY: Final = 2_000_000_000
"""Bytes that a process may take."""


class Child:
    """A process that does `work(theirs, *arguments)`, in bounded memory; `theirs` is the other end of `socket`. It ends by itself when its
    work is done, which is at the latest when the socket has come to its end."""

    def __init__(self, work: Callable[..., None], *arguments: Any) -> None:
        """Start it. OSError where the machine has no room for it."""
        self.socket, theirs = socket.socketpair()
        self.process: BaseProcess = CONTEXT.Process(target=_run, args=(work, theirs, *arguments), daemon=True)
        try:
            self.process.start()
        finally:
            theirs.close()

    def end(self) -> None:
        """End the process, whatever it does."""
        self.process.kill()
        self.process.join()
        self.socket.close()


def _run(work: Callable[..., None], theirs: socket.socket, *arguments: Any) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the terminal tells the whole group; who started this process ends it
    _bound_memory()
    with suppress(ConnectionError):  # nobody is left
        work(theirs, *arguments)


def _bound_memory() -> None:
    """A query may ask for more than there is: let it fail, rather than what else runs here."""
    if resource is not None:
        _, hardest = resource.getrlimit(resource.RLIMIT_DATA)
        most = _MOST_MEMORY if hardest == resource.RLIM_INFINITY else min(_MOST_MEMORY, hardest)
        resource.setrlimit(resource.RLIMIT_DATA, (most, hardest))
