"""British and American spellings of one word."""

from __future__ import annotations

from typing import Final

_ENDINGS: Final = (
    ("ise", "ize"),
    ("yse", "yze"),
    ("our", "or"),
    ("ence", "ense"),
    ("tre", "ter"),
    ("ogue", "og"),
    ("gramme", "gram"),
    ("ill", "il"),
    ("oll", "ol"),
)
_SHORTEST: Final = 5
"""Letters of a word that has two spellings."""


def spellings(word: str) -> frozenset[str]:
    """How a word (a lemma) may be written, by its ending: some of these are no words.

    >>> sorted(spellings("enrol")), sorted(spellings("licence")), sorted(spellings("rise"))
    (['enrol', 'enroll'], ['licence', 'license'], ['rise'])
    """
    if len(word) < _SHORTEST:
        return frozenset({word})
    pairs = [*_ENDINGS, *((american, british) for british, american in _ENDINGS)]
    return frozenset({word, *(word.removesuffix(one) + other for one, other in pairs if word.endswith(one))})
