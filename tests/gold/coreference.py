"""B³: how well mentions are put together into entities.

The measure is that of Bagga and Baldwin, "Algorithms for Scoring Coreference Chains" (LREC workshop on linguistic coreference, 1998), with
every mention weighing the same. Mentions are the system's own, so some are in one of the two only; as in the reference scorer of the
CoNLL-2012 shared task (Pradhan et al., ACL 2014) a mention that the other side doesn't have counts as wrong, and as in that task neither
side has chains of one mention (the annotation marks none; the system's are left out).

A `.coref` file is the article's text in which each mention stands in double brackets after its entity's key: `[[oakes:Bram Oakes]]`, nested
where one holds another. An annotated mention and one of the system's are the same where they have the same head token; of several such
those that overlap most, and where no head is shared those of which each holds the other's head.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from spacy.tokens import Doc

from kg.language.annotations import Mention, Referent, read

Chains = Mapping[Any, Hashable]
"""Mention → the chain it is in. Both sides call the same mention the same."""
_MARK = re.compile(r"\[\[([\w-]+):|\]\]")


@dataclass(frozen=True, slots=True)
class Marked:
    """An annotated mention: the entity's key, and its range of the text in code points."""

    key: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class BCubed:
    """Sums over mentions, so that articles can be added up."""

    precise: float = 0.0
    found: int = 0
    recalled: float = 0.0
    gold: int = 0

    def __add__(self, other: BCubed) -> BCubed:
        return BCubed(
            self.precise + other.precise, self.found + other.found, self.recalled + other.recalled, self.gold + other.gold
        )  # fmt: skip

    @property
    def precision(self) -> float:
        return self.precise / self.found if self.found else 0.0

    @property
    def recall(self) -> float:
        return self.recalled / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


def unmarked(marked: str) -> tuple[str, tuple[Marked, ...]]:
    """The text without marks, and the mentions, in the order of their beginnings. ValueError where brackets aren't in pairs."""
    text, mentions, open_ = "", [], []
    last = 0
    for mark in _MARK.finditer(marked):
        text += marked[last : mark.start()]
        last = mark.end()
        if mark[1]:
            open_.append((mark[1], len(text)))
        elif open_:
            key, start = open_.pop()
            mentions.append(Marked(key, start, len(text)))
        else:
            raise ValueError(f"brackets are closed that weren't opened, after {text[-40:]!r}")
    if open_:
        raise ValueError(f"brackets of {open_[-1][0]!r} are never closed")
    return text + marked[last:], tuple(sorted(mentions, key=lambda one: (one.start, -one.end)))


def read_marked(path: Path) -> tuple[str, tuple[Marked, ...]]:
    """The same, from a file."""
    with path.open(encoding="utf-8", newline="") as file:
        return unmarked(file.read())


def b_cubed(gold: Chains, found: Chains) -> BCubed:
    """Both chainings against each other; those of one mention are left out."""
    gold, found = _longer(gold), _longer(found)
    return BCubed(_overlaps(found, gold), len(found), _overlaps(gold, found), len(gold))


def _longer(chains: Chains) -> Chains:
    sizes = Counter(chains.values())
    return {mention: chain for mention, chain in chains.items() if sizes[chain] > 1}


def _overlaps(ours: Chains, theirs: Chains) -> float:
    """For each mention that both have: the share of its chain here that is in its chain there."""
    sizes = Counter(ours.values())
    shared = Counter((chain, theirs[mention]) for mention, chain in ours.items() if mention in theirs)
    return sum(number * number / sizes[chain] for (chain, _), number in shared.items())


def scored(doc: Doc, marked: Sequence[Marked]) -> BCubed:
    """The Doc's referents against the annotated mentions of its text."""
    mentions = read(doc, Mention)
    same = _matched(doc, marked, mentions)
    gold = {number: one.key for number, one in enumerate(marked)}
    found = {
        same.get(mention, ("unmarked", mention)): chain for chain, one in enumerate(read(doc, Referent)) for mention in one.mentions
    }  # fmt: skip
    return b_cubed(gold, found)


def _matched(doc: Doc, marked: Sequence[Marked], mentions: Sequence[Mention]) -> dict[int, int]:
    """Number of a mention → number of the annotated mention that it is; each once, the surest first."""
    by_token: dict[int, list[int]] = defaultdict(list)
    for number, mention in enumerate(mentions):
        by_token[mention.head].append(number)
    pairs: list[tuple[bool, float, int, int]] = []
    for number, one in enumerate(marked):
        span = doc.char_span(one.start, one.end, alignment_mode="expand")
        assert span is not None
        head = span.root.i
        for other in (n for token in range(span.start, span.end) for n in by_token[token]):
            mention = mentions[other]
            if mention.head == head or mention.start <= head < mention.end:
                shared = min(span.end, mention.end) - max(span.start, mention.start)
                together = max(span.end, mention.end) - min(span.start, mention.start)
                pairs.append((mention.head != head, -shared / together, number, other))
    taken: set[int] = set()
    same: dict[int, int] = {}
    for _, _, number, other in sorted(pairs):
        if number not in taken and other not in same:
            taken.add(number)
            same[other] = number
    return same
