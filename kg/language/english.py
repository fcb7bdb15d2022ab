"""Whether a text is English at all: the layers know no other language, and nothing of what isn't one."""

from __future__ import annotations

import re

# Frequent in all English prose, and words of no other language that is written in Latin letters, or rare ones.
_COMMON = frozenset(
    """the and that with from it has are this which said not but were their his they who would been its about could than into there she
    while because when""".split()
)
_WORD = re.compile(r"[^\W\d_]+")
_LEAST = 8  # such words in 1,000 characters without spaces; news has 28 and more, other languages have none
_SHORT = 600  # characters without spaces; fewer may be a headline or a list


def is_english(text: str) -> bool:
    """Whether so many of a text's words are common English ones that it must be English; a short one may be anything.

    >>> is_english("Der Vorstand hat den Verkauf bestätigt. " * 30)
    False
    """
    length = sum(map(len, text.split()))
    if length < _SHORT:
        return True
    found = sum(1 for word in _WORD.finditer(text) if word.group().lower() in _COMMON)
    return found * 1000 >= _LEAST * length
