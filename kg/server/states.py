"""The states that a store goes through while it is served, as each process that answers from it sees them."""

from __future__ import annotations

import time
from pathlib import Path
from typing import Any, Final

from kg.store import is_address
from kg.store.oxigraph import state

_LOOK: Final = 0.02
"""Seconds between two looks at the store's files."""


class States:
    """The store's states, numbered as they are seen. What other processes write is seen a moment later; what the server itself wrote at
    once."""

    def __init__(self, location: str, written: Any) -> None:
        """`written`, shared with other processes, counts what the server itself wrote."""
        self._path = None if is_address(location) else Path(location)
        self._written, self._seen = written, -1
        self._looked = 0.0
        self.latest: object = None
        """What differs once the store was written to; None for an endpoint, whose state nobody tells."""
        self.number = 0

    def look(self) -> int:
        """The number of the state that the store is in now."""
        now, written = time.monotonic(), self._written.value
        if self._path is not None and (written != self._seen or now - self._looked > _LOOK):
            self._seen, self._looked = written, now
            if (found := state(self._path)) != self.latest:
                self.latest = found
                self.number += 1
        return self.number
