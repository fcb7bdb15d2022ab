"""The nearest known term to one that isn't known."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches
from typing import Final

_LONGEST: Final = 60  # characters of a name that are compared
_MOST: Final = 5_000  # names that are compared: an ontology of more is looked up elsewhere
_ASKED: Final = 100  # names that are looked for: comparing is slow, and whoever has more mistakes has made one many times


class Nearest:
    """Known terms, and how many may still be looked for among them."""

    def __init__(self, names: Iterable[str]) -> None:
        self.names = sorted({name[:_LONGEST] for name in names})
        self.asked = 0

    def to(self, name: str) -> str | None:
        """The known name most like this one, None where none is like it."""
        self.asked += 1
        if self.asked > _ASKED or len(self.names) > _MOST:
            return None
        lower = {one.lower(): one for one in self.names}
        found = get_close_matches(name[:_LONGEST].lower(), lower, n=1)
        return lower[found[0]] if found else None


def advice(nearest: str | None, otherwise: str) -> str:
    """What to do about an unknown name: "did you mean X?", or something else."""
    return f"did you mean {nearest}?" if nearest is not None else f"{otherwise}."


def namespace(iri: str) -> str:
    """An IRI up to its last `#`, `/` or `:`."""
    return iri[: max(iri.rfind(mark) for mark in "#/:") + 1]
