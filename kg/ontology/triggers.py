"""The notation of trigger words: the words beside an object that tell a relation, `[o]` where the object stands."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from kg.errors import OntologyError
from kg.language.families import stem

Side = Literal["before", "after", "either"]

_SUBJECT = re.compile(r"^\[s/(?P<classes>[\w|]+)\]\s*")
_OBJECT = re.compile(r"\[o(?:/(?P<classes>[\w|]+))?\]")
MOST_WORDS = 4


@dataclass(frozen=True, slots=True)
class Trigger:
    """Words that tell a relation: before its object (`born in [o]`), after it (`[o] employees`), or on either side (`net income`), where
    words of the same family do too. `subject` and `object` are the local names of the classes demanded in place of the relation's own."""

    relation: str
    text: str
    side: Side
    words: tuple[str, ...]
    subject: tuple[str, ...] = ()
    object: tuple[str, ...] = ()


def parse(relation: str, text: str) -> Trigger:
    """Read the notation; raises OntologyError where it isn't followed.

    >>> parse("born_in", "born in [o]").side
    'before'
    """
    subject = _SUBJECT.match(text)
    rest = text[subject.end() :] if subject else text
    marks = list(_OBJECT.finditer(rest))
    before, _, after = (rest[: marks[0].start()], "", rest[marks[0].end() :]) if len(marks) == 1 else (rest, "", "")
    words = tuple(stem(word) for word in (before + " " + after).split())
    one_sided = not (before.strip() and after.strip())
    if len(marks) > 1 or "[" in before + after or "]" in before + after or not one_sided:
        raise OntologyError(
            f'The trigger "{text}" of {relation} is none: write words with the object before or behind them, as in "born in [o]".'
        )
    if not 1 <= len(words) <= MOST_WORDS:
        raise OntologyError(f'The trigger "{text}" of {relation} has {len(words)} words: give it one to {MOST_WORDS}.')
    side: Side = "either" if not marks else "before" if before.strip() else "after"
    return Trigger(relation, text, side, words, _classes(subject), _classes(marks[0] if marks else None))


def _classes(match: re.Match[str] | None) -> tuple[str, ...]:
    return tuple(match["classes"].split("|")) if match and match["classes"] else ()
