"""An attribution in the making: its content may still grow by pieces."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from kg.language.annotations import Attribution, Stance
from kg.language.attribution.complements import Range
from kg.language.attribution.sources import Source, phrase
from kg.language.lexicon import CLOSE_QUOTES
from kg.language.tokens import Doc, Token

_MARKS = frozenset(", ; : - – —".split())


@dataclass(eq=False, slots=True)
class Draft:
    """One cue with its source and the pieces of its content."""

    source: int | None
    mention: Range
    cue: Range
    pieces: list[Range]
    stance: Stance = "speech"
    denies: bool = False
    doubts: bool = False

    def overlaps(self, start: int, end: int) -> bool:
        return any(s < end and start < e for s, e in self.pieces)

    def holds(self, start: int, end: int) -> bool:
        return any(s <= start and end <= e for s, e in self.pieces)

    def finished(self, doc: Doc) -> Iterator[Attribution]:
        """An attribution for each piece, without the marks that only part it from the rest."""
        for start, end in self.pieces:
            while start < end and _parts(doc[start]):
                start += 1
            while (
                end - start > 1
                and (_parts(doc[end - 1]) or doc[end - 1].text == ".")
                and not (end < len(doc) and doc[end].text in CLOSE_QUOTES)
            ):
                end -= 1
            if start < end:
                yield Attribution(self.source, *self.mention, *self.cue, start, end, self.denies, self.doubts, self.stance)


def _parts(token: Token) -> bool:
    return token.text in _MARKS or token.is_space


def draft(
    source: Source | None, cue: Range, pieces: list[Range], stance: Stance = "speech", *, denies: bool = False, doubts: bool = False
) -> Draft | None:
    """A draft whose pieces leave out source and cue; None where nothing is left of its content."""
    mention = phrase(source[1]) if source is not None else (cue[0], cue[0])
    left = [rest for piece in pieces if piece[0] < piece[1] for rest in _without(_without([piece], cue), mention)] if pieces else []
    if not left:
        return None
    return Draft(source[0].i if source is not None else None, mention, cue, left, stance, denies, doubts)


def _without(pieces: list[Range], hole: Range) -> list[Range]:
    found: list[Range] = []
    for start, end in pieces:
        if hole[0] >= end or hole[1] <= start or hole[0] == hole[1]:
            found.append((start, end))
            continue
        found += [(s, e) for s, e in ((start, hole[0]), (hole[1], end)) if s < e]
    return found


def single(token: Token) -> Range:
    return token.i, token.i + 1
