"""The sentence around some words, found by its punctuation alone: drawing a graph loads no language model."""

from __future__ import annotations

import re

FURTHEST = 600
"""How many code points of context are shown at most on either side of the evidence."""

_END = re.compile(r"\n\s*|[.!?…][\"'”’»)\]]*\s+")
_OPENING = "\"'“‘«(["
_BREAK = re.compile(r"[\s" + re.escape(_OPENING) + "]")
_ABBREVIATIONS = frozenset(
    "adm approx assn attys atty ave bros capt co col corp dept dr ed est etc gen gov govs hon inc jr lt ltd maj messrs mr mrs ms mt no "
    "pres prof rep reps rev sen sens sgt sr st supt univ vs "
    "jan feb mar apr jun jul aug sep sept oct nov dec".split()
)


def sentence_around(text: str, start: int, end: int) -> tuple[int, int]:
    """The range of the sentence (or sentences) that `text[start:end]` stands in, in code points.

    When in doubt whether a full stop ends a sentence ("Gov. Brown"), it doesn't: a reader loses nothing by a longer quotation.
    """
    before, after = max(0, start - FURTHEST), min(len(text), end + FURTHEST)
    boundaries = reversed(list(_END.finditer(text, before, start)))
    first = next((one.end() for one in boundaries if _ends_sentence(text, one)), before)
    last = after
    for boundary in _END.finditer(text, max(start, end - 1), after):
        if boundary.end() >= end and _ends_sentence(text, boundary):
            last = max(end, boundary.start() + len(boundary.group().rstrip()))
            break
    while first < start and text[first].isspace():
        first += 1
    while last > end and text[last - 1].isspace():
        last -= 1
    return first, last


def _ends_sentence(text: str, boundary: re.Match[str]) -> bool:
    """Whether what looks like the end of a sentence is one: a new line, or a new sentence's first letter after no abbreviation."""
    if boundary.group().startswith("\n"):
        return True
    following = text[boundary.end() : boundary.end() + 2].lstrip(_OPENING)
    if following[:1].islower():
        return False
    if not boundary.group().startswith("."):
        return True
    word = _BREAK.split(text[max(0, boundary.start() - 40) : boundary.start()])[-1]
    return len(word) != 1 and "." not in word and word.lower() not in _ABBREVIATIONS
