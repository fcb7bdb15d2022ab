"""A query in a process of its own: one that is asked can't be interrupted, only ended."""

from __future__ import annotations

import multiprocessing
from collections.abc import Mapping
from multiprocessing.connection import Connection
from typing import Final

from kg.errors import KgError, QueryError
from kg.query.named import Query
from kg.query.run import Answer, answer
from kg.store import open_store

try:
    import resource
except ImportError:  # Windows has no such limits
    resource = None  # type: ignore[assignment]

_MOST_MEMORY: Final = 2_000_000_000
"""Bytes that a query and its answer may take."""


def answer_within(seconds: float, location: str, query: Query, arguments: Mapping[str, str]) -> Answer:
    """Ask the store at `location`, opened for reading alone. QueryError where the answer takes longer than `seconds` or
    more than 2 GB of memory."""
    context = multiprocessing.get_context("spawn")
    receiver, sender = context.Pipe(duplex=False)
    process = context.Process(target=_answer, args=(sender, location, query, dict(arguments)), daemon=True)
    process.start()
    sender.close()
    try:
        if not receiver.poll(seconds):
            raise QueryError(f"The query took longer than {seconds:g} seconds: narrow it, or give it more with --timeout.")
        given = receiver.recv()
    except EOFError:
        raise QueryError("The query's process ended without an answer, out of memory perhaps: narrow the query.") from None
    finally:
        process.kill()
        process.join()
        receiver.close()
    if isinstance(given, Exception):
        raise given
    assert isinstance(given, Answer)
    return given


def _bound_memory() -> None:
    """A query may ask for more than there is: let it fail, rather than what else runs here."""
    if resource is not None:
        _, hardest = resource.getrlimit(resource.RLIMIT_DATA)
        most = _MOST_MEMORY if hardest == resource.RLIM_INFINITY else min(_MOST_MEMORY, hardest)
        resource.setrlimit(resource.RLIMIT_DATA, (most, hardest))


def _answer(sender: Connection, location: str, query: Query, arguments: Mapping[str, str]) -> None:
    _bound_memory()
    try:
        with open_store(location, read_only=True) as store:
            sender.send(answer(store, query, arguments))
    except KgError as error:
        sender.send(error)
    except MemoryError:
        sender.send(QueryError("The query's answer doesn't fit in memory: narrow it, or give it a LIMIT."))
    finally:
        sender.close()
