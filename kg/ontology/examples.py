"""The notation of example sentences: arguments in brackets, wildcards in plain words."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from kg.errors import OntologyError

_BRACKET = re.compile(r"\[(?:(?P<slot>[so])?(?:/(?P<classes>[\w|]+))?:\s*+)?(?P<words>[^\[\]]+)\]")
_BRACE = re.compile(r"\{(?P<class>\w+):\s*+(?P<word>[^{}\[\]]+)\}")
SUBJECT, OBJECT, FURTHER = "subject", "object", "further"


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
class ClassedWord:
    """A word in braces, which stands for all words of its class: the class's local name, and where it is in the example."""

    name: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Example:
    """An example (its braces undone), its one to three brackets, and its words that stand for a class, each in order.

    A third bracket holds a further participant ("through [a vendor]"): anyone may be there, or nobody.
    """

    text: str
    slots: tuple[Slot, ...]
    classed: tuple[ClassedWord, ...] = ()

    @property
    def is_sentence(self) -> bool:
        """Whether it is a sentence rather than a noun phrase."""
        return self.text.rstrip().endswith((".", "!", "?"))

    def filled(self, fillers: tuple[str, ...]) -> tuple[str, tuple[tuple[int, int], ...]]:
        """The text with these words in the brackets, and where they stand; after them where the words of classes do."""
        parts: list[str] = []
        ranges: list[tuple[int, int]] = []
        last = length = 0
        shifts: list[tuple[int, int]] = []
        for slot, words in zip(self.slots, fillers, strict=True):
            before = self.text[last : slot.start]
            parts += [before, words]
            length += len(before)
            ranges.append((length, length + len(words)))
            length += len(words)
            last = slot.end
            shifts.append((slot.end, length - slot.end))
        for word in self.classed:
            shift = next((by for end, by in reversed(shifts) if end <= word.start), 0)
            ranges.append((word.start + shift, word.end + shift))
        return "".join([*parts, self.text[last:]]), tuple(ranges)


@lru_cache(maxsize=10_000)  # nouns, wordings and matchers each read all of an ontology's examples
def parse(text: str) -> Example:
    """Read the notation; raises OntologyError where it isn't followed."""
    text, classed = _without_braces(text)
    found = list(_BRACKET.finditer(text))
    rest = _BRACKET.sub("", text)
    if "{" in rest or "}" in rest:
        raise OntologyError(f'The example "{text}" has a brace that isn\'t closed: write a word of a class as {{class:word}}.')
    if "[" in rest or "]" in rest:
        raise OntologyError(f'The example "{text}" has a bracket that isn\'t closed, or is empty: write arguments as [words].')
    if not 1 <= len(found) <= 3:
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
    return Example(text, tuple(slots), classed)


def _without_braces(text: str) -> tuple[str, tuple[ClassedWord, ...]]:
    found: list[ClassedWord] = []
    plain = ""
    last = 0
    for match in _BRACE.finditer(text):
        plain += text[last : match.start()]
        found.append(ClassedWord(match["class"], len(plain), len(plain) + len(match["word"])))
        plain += match["word"]
        last = match.end()
    return plain + text[last:], tuple(found)


def _roles(text: str, marked: list[str | None]) -> list[str]:
    """What each bracket is: as it is marked, else subject, object and a further participant in this order, by what is left."""
    names = {"s": SUBJECT, "o": OBJECT}
    if len(marked) == 1:
        return [names[marked[0] or "o"]]
    given = [names[mark] for mark in marked if mark is not None]
    if len(set(given)) < len(given):
        raise OntologyError(f'The example "{text}" marks the same argument twice: mark one [s:…] and the other [o:…].')
    left = iter([role for role in (SUBJECT, OBJECT, FURTHER) if role not in given])
    return [names[mark] if mark is not None else next(left) for mark in marked]
