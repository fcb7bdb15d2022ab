"""Where the paragraphs of plain text lie: divided by line ends, except where lines were only broken to fit a width."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

_WIDEST = 120
_SENTENCE_END = re.compile(r"[.!?:…][\"'”’)\]]*$")


@dataclass(frozen=True, slots=True)
class _Line:
    """A line that isn't empty, without the white space around it; `first` has an empty line, or none, before it."""

    start: int
    end: int
    first: bool


def paragraphs(text: str) -> Iterator[tuple[int, int]]:
    """The ranges of the paragraphs, in order, without the white space around them."""
    lines = list(_lines(text))
    broken = _is_broken_to_width(text, lines)
    place = 0
    while place < len(lines):
        last = place
        if broken:
            while last + 1 < len(lines) and _goes_on(text, lines[last], lines[last + 1]):
                last += 1
        yield lines[place].start, lines[last].end
        place = last + 1


def _lines(text: str) -> Iterator[_Line]:
    at, first = 0, True
    for line in text.splitlines(keepends=True):
        if stripped := line.strip():
            start = at + line.index(stripped[0])
            yield _Line(start, start + len(stripped), first)
        first = not stripped
        at += len(line)


def _is_broken_to_width(text: str, lines: list[_Line]) -> bool:
    """Whether most line ends within paragraphs stand in mid-sentence, as in mail and old plain text."""
    breaks = broken = 0
    for line, following in pairwise(lines):
        if following.first:
            continue
        breaks += 1
        broken += text[following.start].islower() and not _SENTENCE_END.search(text[max(line.start, line.end - 9) : line.end])
    return broken * 3 > breaks


def _goes_on(text: str, line: _Line, following: _Line) -> bool:
    """Whether the next line continues this one: its first word had no room here."""
    if following.first or line.end - line.start > _WIDEST or text[following.start] in ">-*•":
        return False
    if text[following.start].islower():
        return True
    return line.end - line.start >= 50 and not _SENTENCE_END.search(text[line.end - 9 : line.end])
