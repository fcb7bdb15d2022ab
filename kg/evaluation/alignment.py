"""Which gold entity an extracted one is: by their names alone, so that any extractor's entities can be aligned.

Two labels are alike as far as they share words (the F1 of their bags of words), if the last word, which is the head of an English noun
phrase, is the same; an acronym is wholly like what it stands for. An entity is the one that any of its labels is most like.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Final

from kg.evaluation.facts import FoundEntity
from kg.evaluation.gold import GoldEntity

Words = tuple[str, ...]

_ENOUGH: Final = 0.39
"""Names have to be more alike than this: "Ann Lee Park" and "Park" are (0.5), "Board of Health of Tarn" and "Tarn" aren't."""
_LESS_THAN_A_NAME: Final = 0.01
"""What a descriptive phrase loses against a name, so that the name decides between two entities."""
_BEFORE_NAMES: Final = frozenset("the a an his her its their this that mr mrs ms dr sen rep gov".split())
_LEFT_OUT_OF_ACRONYMS: Final = frozenset({"of", "the", "and", "for"})
_POSSESSIVE: Final = re.compile(r"'s\b")
_WORD: Final = re.compile(r"[\w$&]+")


class Alignment:
    """The gold entities of one article, to be found by extracted ones."""

    def __init__(self, entities: Mapping[str, GoldEntity]) -> None:
        self._names = {key: list(_names(one)) for key, one in entities.items()}
        self._known: dict[frozenset[str], str | None] = {}

    def key(self, entity: FoundEntity | None) -> str | None:
        """The key of the gold entity that an extracted one names best, the first of equals; None where it names none."""
        if entity is None:
            return None
        labels = frozenset((entity.label, *entity.labels))
        if labels not in self._known:
            self._known[labels] = self._best([words(label) for label in labels])
        return self._known[labels]

    def _best(self, labels: list[Words]) -> str | None:
        best, most = None, _ENOUGH
        for key, names in self._names.items():
            alike = max((similarity(label, name) - loss for label in labels for name, loss in names), default=0.0)
            if alike > most:
                best, most = key, alike
        return best


def _names(entity: GoldEntity) -> Iterator[tuple[Words, float]]:
    yield from ((words(label), 0.0) for label in entity.labels)
    yield from ((words(label), _LESS_THAN_A_NAME) for label in entity.mentions)


@lru_cache(maxsize=50_000)
def words(label: str) -> Words:
    """A label's words in lower case, without "'s", dots, and the determiners and titles before it.

    >>> words("the U.S. Senate’s clerk"), words("Sen. Ann Park")
    (('us', 'senate', 'clerk'), ('ann', 'park'))
    """
    plain = _POSSESSIVE.sub("", label.replace("’", "'")).replace(".", "").lower()
    found = _WORD.findall(plain)
    start = next((n for n, word in enumerate(found) if word not in _BEFORE_NAMES), len(found))
    return tuple(found[start:])


def similarity(one: Words, other: Words) -> float:
    """How alike two labels are, from 0 to 1."""
    if not one or not other:
        return 0.0
    if one == other or _abbreviates(one, other) or _abbreviates(other, one):
        return 1.0
    if one[-1] != other[-1]:
        return 0.0
    shared = sum((Counter(one) & Counter(other)).values())
    return 2 * shared / (len(one) + len(other))


def _abbreviates(short: Words, long: Words) -> bool:
    """Whether a single word is made of the other's initials, with or without its "of", "the", "and" and "for"."""
    if len(short) != 1 or len(long) < 2:
        return False
    return short[0] in (_initials(long), _initials(tuple(word for word in long if word not in _LEFT_OUT_OF_ACRONYMS)))


def _initials(given: Words) -> str:
    return "".join(word[0] for word in given)
