"""Quotations: the stretches of an article between quotation marks, whatever the marks."""

from __future__ import annotations

from collections.abc import Iterator

from kg.article import Role
from kg.language.annotations import BlockRange, read
from kg.language.attribution.complements import Range
from kg.language.lexicon import CLOSE_QUOTES, OPEN_QUOTES
from kg.language.tokens import Doc

_LONGEST = 600  # tokens; a mark that is never closed doesn't swallow the article
_MARKS = OPEN_QUOTES | CLOSE_QUOTES


def quotations(doc: Doc) -> list[Range]:
    """Token ranges between quotation marks, marks left out; one that isn't closed ends with its paragraph.

    A mark that can open only ("“") inside a quotation starts nothing; a straight one opens and closes in turn.
    """
    blocks = [(b.start, b.end) for b in read(doc, BlockRange) if b.role != Role.BOILERPLATE] or [(0, len(doc))]
    return [found for start, end in blocks for found in _within(doc, start, end)]


def _within(doc: Doc, start: int, end: int) -> Iterator[Range]:
    opened: int | None = None
    for i in range(start, end):
        text = doc[i].text
        if text not in _MARKS:
            continue
        if opened is None and (text in OPEN_QUOTES or i == start):
            opened = i + 1
        elif opened is not None and text in CLOSE_QUOTES:
            if i > opened:
                yield opened, i
            opened = None
    if opened is not None and opened < end and end - opened < _LONGEST:
        yield opened, end
