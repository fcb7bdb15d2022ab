"""Slips of the pen: a surname that is spelled in two ways."""

from __future__ import annotations

_SHORTEST = 5  # letters; of shorter names too many are like another


def is_slip(word: str, name: str) -> bool:
    """Whether a word is a name with one letter changed, dropped, put in or exchanged for the next; not where the two begin with another
    letter, or the one is the plural of the other.

    >>> is_slip("Marlen", "Marlon"), is_slip("Lenart", "Lennart"), is_slip("Rowans", "Rowan"), is_slip("Lowan", "Rowan")
    (True, True, False, False)
    """
    a, b = sorted((word.lower(), name.lower()), key=len)
    if a == b or len(a) < _SHORTEST or a[0] != b[0] or len(b) - len(a) > 1 or b == f"{a}s":
        return False
    same = next((n for n, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), len(a))
    left, right = a[same:], b[same:]
    if len(a) < len(b):
        return left == right[1:]
    return left[1:] == right[1:] or (left[:2] == right[1::-1] and left[2:] == right[2:])
