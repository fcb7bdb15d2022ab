"""The words beside a phrase: what stands before and behind it in its clause, as the triggers see it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass
from typing import Literal

from kg.extractors.phrases import Phrase
from kg.language.families import stem
from kg.language.tokens import Doc, Token
from kg.ontology.triggers import MOST_WORDS

_SKIPPED = frozenset(
    """the a an , " “ ” ( ) - – ' also later both currently which who that is was are were be been being has have had its his her their it
    he she they called""".split()
)
FUNCTION = frozenset("and or in of to by with at on for as from , . 's into while".split())
"""Words that tell a relation only where they stand just before the object: "in [o]"."""
_ENDS = frozenset({".", ";"})
_LINKING = frozenset({",", "and", "or", "&", "in", "the", "as", "well", "both", "with", "(", ")", "a", "an"})
_BEFORE, _BEHIND = 7, 5
_VERBS = 2
_LISTED = 4  # members of a list
_LIST_STEP = 0.5


@dataclass(frozen=True, slots=True)
class Words:
    """Some words in a row beside a phrase: on which side, their stems, their tokens, and how many words are between."""

    side: Literal["before", "after"]
    stems: tuple[str, ...]
    tokens: tuple[int, ...]
    distance: float

    @property
    def telling(self) -> int:
        """How many of them are more than function words."""
        return sum(one not in FUNCTION for one in self.stems)


class Contexts:
    """What stands beside the phrases of one Doc."""

    def __init__(self, doc: Doc, phrases: Sequence[Phrase]) -> None:
        self.doc = doc
        self.names: Set[int] = {i for one in phrases if one.kind in {"name", "quotation"} for i in range(one.start, one.end)}
        self.covered: Set[int] = {i for one in phrases if one.kind != "value" for i in range(one.start, one.end)}
        self._start_by_end: dict[int, int] = {}
        for one in phrases:
            if one.kind != "value":
                self._start_by_end[one.end] = min(one.start, self._start_by_end.get(one.end, one.start))

    def of(self, phrase: Phrase) -> list[Words]:
        """All words in a row, four at most, before a phrase (before its list, too) and behind it; the nearest of the same."""
        sentence = self.doc[phrase.start].sent
        found: dict[tuple[str, tuple[str, ...]], Words] = {}
        starts = [(phrase.start, 0.0), *((start, _LIST_STEP) for start in self._list_before(phrase))]
        runs = [one for start, away in starts for one in _rows("before", self._window(range(start - 1, sentence.start - 1, -1)), away)]
        runs += _rows("after", self._window(range(phrase.end, sentence.end)), 0.0)
        for one in runs:
            known = found.get((one.side, one.stems))
            if known is None or one.distance < known.distance:
                found[one.side, one.stems] = one
        return list(found.values())

    def are_listed(self, one: Phrase, other: Phrase) -> bool:
        """Whether nothing but members of a list and what links them stands between two phrases."""
        first, second = sorted((one, other), key=lambda p: p.start)
        between = self.doc[first.end : second.start]
        return all(t.pos_ not in {"VERB", "AUX"} and (t.i in self.covered or t.lower_ in _LINKING) for t in between)

    def _list_before(self, phrase: Phrase) -> Iterator[int]:
        """The starts of the phrases before it in its list."""
        start = phrase.start
        for _ in range(_LISTED):
            i, links = start, 0
            while i > 0 and links < 3 and self.doc[i - 1].lower_ in _LINKING - {")", "a", "an"}:
                i, links = i - 1, links + 1
            earlier = self._start_by_end.get(i)
            if not links or earlier is None or earlier >= start:
                return
            start = earlier
            yield start

    def _window(self, places: range) -> list[tuple[str | None, int]]:
        """Stems from a phrase outwards with their tokens, None for a name or figure, up to the clause's end or a second verb."""
        found: list[tuple[str | None, int]] = []
        verbs = 0
        forwards = places.step > 0
        for i in places:
            token = self.doc[i]
            if token.lower_ in _ENDS or (token.lower_ in {"and", "but"} and (forwards or verbs)) or (forwards and token.lower_ == "while"):
                break
            if i in self.names:
                if not found or found[-1][0] is not None:
                    found.append((None, i))
            elif token.lower_ not in _SKIPPED and not token.is_space:
                found.append((_stem(token), i))
                verbs += token.pos_ == "VERB"
            if verbs >= _VERBS or len(found) >= (_BEHIND if forwards else _BEFORE):
                break
        return found


def _stem(token: Token) -> str | None:
    return None if token.text[0].isdigit() else stem(token.text)


def _rows(side: Literal["before", "after"], window: Sequence[tuple[str | None, int]], away: float) -> Iterator[Words]:
    for first in range(len(window)):
        for length in range(1, MOST_WORDS + 1):
            row = window[first : first + length]
            stems = [one for one, _ in row if one is not None]
            if len(stems) < length or len(row) < length:
                break
            if FUNCTION.issuperset(stems) and (first or length > 1 or side == "after"):
                continue
            tokens = [i for _, i in row]
            if side == "before":
                stems.reverse()
                tokens.reverse()
            between = sum(one not in FUNCTION for one, _ in window[:first])
            yield Words(side, tuple(stems), tuple(tokens), between + away)
