"""A store as a process that answers queries holds it: open, in the state in which it was last seen."""

from __future__ import annotations

import traceback
from collections.abc import Callable
from typing import Any, TypeVar

from kg.errors import BusyError, KgError, QueryError, StoreError
from kg.store import open_store
from kg.store.interface import Store

_T = TypeVar("_T")


class Opened:
    """The store at `location`, for reading alone, opened when it is first asked and anew where there is another state."""

    def __init__(self, location: str) -> None:
        self._location = location
        self._store: Store | None = None
        self._state: object = None

    def store(self, state: object) -> Store:
        """The store in this state. StoreError."""
        if self._store is None or state != self._state:
            self.close()
            self._store, self._state = open_store(self._location, read_only=True), state
        return self._store

    def ask(self, state: object, function: Callable[..., _T], *arguments: Any) -> _T:
        """What a function gives for the store in this state and these arguments. Raises what it raises, and StoreError."""
        try:
            return function(self.store(state), *arguments)
        except StoreError as error:
            if isinstance(error, BusyError):
                raise
            self.close()  # a writer may have replaced its files since it was opened
            return function(self.store(state), *arguments)

    def close(self) -> None:
        if self._store is not None:
            self._store.close()
            self._store = None


def told(error: Exception) -> KgError:
    """What whoever asked is told of an error: whatever one question does to the program costs that question alone."""
    if isinstance(error, KgError):
        return error
    if isinstance(error, MemoryError):
        return QueryError("The query's answer doesn't fit in memory: narrow it, or give it a LIMIT.")
    traceback.print_exception(error)
    return StoreError(f"The query failed ({type(error).__name__}): this is a fault of the program, please report it.")
