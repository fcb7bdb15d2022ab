"""Words of one family: "found", "founder", "founded"; what a trigger word may look like in a text."""

from __future__ import annotations

from functools import lru_cache
from typing import Final

_IRREGULAR: Final = {
    "bearing": "born", "birth": "born", "build": "built", "builder": "built", "choice": "chosen", "choose": "chosen", "creator": "created",
    "dead": "died", "death": "died", "depth": "deep", "die": "died", "gift": "given", "give": "given", "growth": "grown", "height": "high",
    "lead": "led", "leader": "led", "length": "long", "lose": "lost", "loss": "lost", "make": "made", "maker": "made",
    "marriage": "married", "marry": "married", "predecessor": "preceded", "sale": "sold", "sell": "sold", "seller": "sold",
    "sing": "sung", "singer": "sung", "speak": "spoken", "speech": "spoken", "teach": "taught", "teacher": "taught", "weight": "weigh",
    "width": "wide", "win": "won", "winner": "won", "write": "written", "writer": "written", "wrote": "written",
}  # fmt: skip
_SHORTEST: Final = 4
_LONG: Final = 5


def stem(word: str) -> str:
    """A word in small letters without its plural's ending.

    >>> stem("Cities"), stem("Employees"), stem("business")
    ('city', 'employee', 'business')
    """
    lower = word.lower()
    if len(lower) > 3 and lower.endswith("ies"):
        return lower[:-3] + "y"
    if len(lower) > 3 and lower.endswith("s") and not lower.endswith("ss"):
        return lower[:-1]
    return lower


@lru_cache(maxsize=100_000)
def related(one: str, other: str) -> bool:
    """Whether two stems are of one family: they begin alike for long enough, or an irregular form joins them.

    >>> related("birth", "born"), related("product", "produce"), related("capital", "captain")
    (True, True, False)
    """
    pairs = ((one, other), (_IRREGULAR.get(one, one), _IRREGULAR.get(other, other)))
    return any(a == b or _begin_alike(a, b) for a, b in pairs)


def _begin_alike(one: str, other: str) -> bool:
    same = next((n for n, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
    shorter, longer = sorted((len(one), len(other)))
    if same >= _LONG and 2 * same >= longer:
        return True
    return same >= _SHORTEST and same >= shorter - 1 and 5 * same >= 3 * longer
