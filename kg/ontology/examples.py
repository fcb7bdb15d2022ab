"""The notation of example sentences: arguments in brackets, wildcards in plain words."""

from __future__ import annotations

import re
from dataclasses import dataclass

from kg.errors import OntologyError

_BRACKET = re.compile(r"\[(?:(?P<slot>[so])?(?:/(?P<classes>[\w|]+))?:\s*)?(?P<words>[^\[\]]+)\]")
SUBJECT, OBJECT = "subject", "object"


@dataclass(frozen=True, slots=True)
class Slot:
    """A bracket: which argument, its words, the local names of the classes it demands, and its head noun where that is lexical (`*`)."""

    role: str
    words: str
    classes: tuple[str, ...]
    lexical: bool
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Example:
    """An example as written, and its one or two brackets in order."""

    text: str
    slots: tuple[Slot, ...]

    @property
    def is_sentence(self) -> bool:
        """Whether it is a sentence rather than a noun phrase."""
        return self.text.rstrip().endswith((".", "!", "?"))

    def filled(self, fillers: tuple[str, ...]) -> tuple[str, tuple[tuple[int, int], ...]]:
        """The text with these words in the brackets, and where they stand."""
        parts: list[str] = []
        ranges: list[tuple[int, int]] = []
        last = length = 0
        for slot, words in zip(self.slots, fillers, strict=True):
            before = self.text[last : slot.start]
            parts += [before, words]
            length += len(before)
            ranges.append((length, length + len(words)))
            length += len(words)
            last = slot.end
        return "".join([*parts, self.text[last:]]), tuple(ranges)


def parse(text: str) -> Example:
    """Read the notation; raises OntologyError where it isn't followed."""
    found = list(_BRACKET.finditer(text))
    rest = _BRACKET.sub("", text)
    if "[" in rest or "]" in rest:
        raise OntologyError(f'The example "{text}" has a bracket that isn\'t closed, or is empty: write arguments as [words].')
    if not 1 <= len(found) <= 2:
        raise OntologyError(f'The example "{text}" has {len(found)} brackets: mark the subject and the object, or one of them.')
    marked = [m["slot"] for m in found]
    roles = _roles(text, marked)
    slots = [
        Slot(
            role,
            m["words"].replace("*", "").strip(),
            tuple((m["classes"] or "").split("|")) if m["classes"] else (),
            "*" in m["words"],
            m.start(),
            m.end(),
        )
        for m, role in zip(found, roles, strict=True)
    ]
    return Example(text, tuple(slots))


def _roles(text: str, marked: list[str | None]) -> list[str]:
    names = {"s": SUBJECT, "o": OBJECT}
    if len(marked) == 1:
        return [names[marked[0] or "o"]]
    first, second = marked
    if first is None and second is None:
        return [SUBJECT, OBJECT]
    first = first or ("s" if second == "o" else "o")
    second = second or ("s" if first == "o" else "o")
    if first == second:
        raise OntologyError(f'The example "{text}" marks the same argument twice: mark one [s:…] and the other [o:…].')
    return [names[first], names[second]]
