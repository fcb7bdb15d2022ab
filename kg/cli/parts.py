"""Which part of a store a command draws: what its options `Around`, `Depth`, `From`, `To`, `AnyStatus` and `Answering` say."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from kg.errors import UsageError

if TYPE_CHECKING:
    from kg.draw.selecting import Part
    from kg.store.interface import Store

_DEPTH: Final = 2
_SECONDS: Final = 60
"""After which a query is given up."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """The options' values, as they were given."""

    entity: str | None = None
    depth: int | None = None
    start: str | None = None
    end: str | None = None
    any_status: bool = False
    query: str | None = None

    def part(self, store: Store, location: str) -> Part | None:
        """The part of the opened store, which lies at `location`; None where no option is given: the whole. One with no arrow is told
        to stderr.

        UsageError where the options don't go together, or a name isn't one entity's.
        """
        self._check()
        found = self._found(store, location)
        if found is not None and not found.statements:
            print("Nothing that the store says is in this part: there are no arrows to be drawn.", file=sys.stderr)
        return found

    def _found(self, store: Store, location: str) -> Part | None:
        from kg.draw.selecting import around, between

        if self.query is not None:
            return self._answering(store, location, self.query)
        if self.start is not None and self.end is not None:
            return between(store, self.start, self.end, any_status=self.any_status)
        if self.entity is not None:
            return around(store, self.entity, _DEPTH if self.depth is None else self.depth)
        return None

    def _answering(self, store: Store, location: str, query: str) -> Part:
        from kg.draw.selecting import answering
        from kg.query.named import find
        from kg.query.process import answer_within

        arguments = {"entity": self.entity} if self.entity is not None else {}
        return answering(store, answer_within(_SECONDS, location, find(query), arguments))

    def _check(self) -> None:
        if (self.start is None) != (self.end is None):
            raise UsageError("--from and --to go together: name the two entities whose connection is to be drawn.")
        if self.start is not None and (self.entity is not None or self.query is not None):
            raise UsageError("--from and --to stand alone: leave out --entity and --query.")
        if self.depth is not None and (self.entity is None or self.query is not None):
            raise UsageError("--depth says how far the surroundings of --entity reach: give that too, and no --query.")
        if self.any_status and self.start is None:
            raise UsageError("--any-status is about the ways between --from and --to: give these too.")
