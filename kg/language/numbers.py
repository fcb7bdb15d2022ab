"""Numbers in figures and words: "8,500", "3.2 million", "two hundred and fifty", "300 to 400", "more than a dozen"."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Final, Literal

from kg.language.tokens import Doc, Token

Bound = Literal["most", "least", "about"]

SCALES: Final = {"hundred": 2, "thousand": 3, "k": 3, "million": 6, "m": 6, "mn": 6, "billion": 9, "b": 9, "bn": 9, "trillion": 12}
"""Words and letters that multiply by a power of ten."""
AMOUNT_BOUNDS: Final[Mapping[str, Bound]] = {
    **dict.fromkeys(("up to", "at most", "no more than", "as much as", "less than", "under", "below", "almost", "nearly"), "most"),
    **dict.fromkeys(("at least", "more than", "over", "no less than", "upwards of", "above"), "least"),
}
"""Words before an amount that make it a bound."""
_BOUNDS: Final[Mapping[str, Bound]] = {
    **AMOUNT_BOUNDS,
    **dict.fromkeys(("fewer than", "as many as"), "most"),
    "no fewer than": "least",
    **dict.fromkeys(("about", "around", "some", "roughly", "approximately", "an estimated", "exactly", "only", "just"), "about"),
}
_LOOK_BACK: Final = 4
_NUMERAL: Final = re.compile(r"^([£€¥$₹]?)(\d[\d,]*(?:\.\d+)?)\s*(k|m|mn|bn|b|million|billion|thousand|trillion)?$", re.I)
_SMALL: Final = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen"
)
_TENS: Final = "twenty thirty forty fifty sixty seventy eighty ninety"
_WORDS: Final = {word: n for n, word in enumerate(_SMALL.split())} | {word: 10 * n for n, word in enumerate(_TENS.split(), 2)}
_MULTIPLES: Final = {"dozen": 12, "hundred": 100, "thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12}
_DASHES: Final = frozenset({"-", "\u2013", "\u2014"})
_COUNTS: Final = frozenset({"nummod", "compound", "nmod", "amod", "quantmod"})
_FRACTIONS: Final = frozenset("half halves third thirds quarter quarters fourths fifths sixths eighths tenths".split())


@dataclass(frozen=True, slots=True)
class Number:
    """A number's tokens with what bounds it before, and its bounds: equal where it is one number, else of a range or open on a side."""

    start: int
    end: int
    low: Decimal | None
    high: Decimal | None


def may_begin(token: Token) -> bool:
    """Whether a number may begin with this token, as far as is quickly seen."""
    return not token.is_alpha or token.lower_ in _WORDS or token.lower_ in _MULTIPLES


def numeral(doc: Doc, i: int) -> tuple[Decimal | None, int, str]:
    """What the figures at this token come to with the scale behind them, where they end, and their currency sign."""
    match = _NUMERAL.match(doc[i].text) if i < len(doc) else None
    if not match:
        return None, i, ""
    value = Decimal(match.group(2).replace(",", ""))
    scale, end = match.group(3), i + 1
    if scale is None and end < len(doc) and (after := doc[end].lower_.removesuffix(".")) in SCALES:  # "$40m." ends a sentence
        scale, end = after, end + 1
    return value * (Decimal(10) ** SCALES[scale.lower()] if scale else 1), end, match.group(1)


def bounded(doc: Doc, start: int, bounds: Mapping[str, Bound] = AMOUNT_BOUNDS) -> tuple[int, Bound | None]:
    """Where the words begin that make the number starting here a bound ("up to"), and which; the longest of them count."""
    before = " ".join(["", *(t.lower_ for t in doc[max(0, start - _LOOK_BACK) : start])])
    found = max((words for words in bounds if before.endswith(f" {words}")), key=len, default=None)
    return (start, None) if found is None else (start - len(found.split()), bounds[found])


def number(doc: Doc, i: int) -> Number | None:
    """The number that a token is a word of, or that counts the token's noun: for "people" in "300 full-time people" 300."""
    token = doc[i]
    if _is_part(token):
        return _around(doc, i)
    counts = [child for child in token.lefts if child.dep_ in _COUNTS and _is_part(child)]
    return _around(doc, counts[-1].i) if counts and token.lower_ not in _FRACTIONS else None


def has_number(text: str) -> bool:
    """Whether figures or a number's word stand in the text."""
    return any(word in _WORDS or word in _MULTIPLES or word[0].isdigit() for word in re.findall(r"\w+", text.lower()))


def spelled(doc: Doc, i: int) -> tuple[Decimal | None, int]:
    """What a number in words that begins at this token comes to ("three million"), and where it ends."""
    if i >= len(doc) or not (doc[i].lower_ in _WORDS or doc[i].lower_ in _MULTIPLES) or not _is_part(doc[i]):
        return None, i
    start, end = _run(doc, i)
    return (_value(doc[start:end]), end) if i in {start, start + 1} else (None, i)


def _is_part(token: Token) -> bool:
    """Whether the token by itself is figures or a number's word."""
    if token.lower_ in _WORDS:
        return token.pos_ == "NUM"
    return token.lower_ in _MULTIPLES or _NUMERAL.match(token.text) is not None


def _around(doc: Doc, i: int) -> Number | None:
    start, end = _run(doc, i)
    low = high = _value(doc[start:end])
    if start > 1 and _is_part(doc[start - 2]) and _joins(doc, first := _run(doc, start - 2)[0], start - 1):
        low, start = _value(doc[first : start - 1]), first
    elif end + 1 < len(doc) and _is_part(doc[end + 1]) and _joins(doc, start, end):
        last = _run(doc, end + 1)[1]
        high, end = _value(doc[end + 1 : last]), last
    if low is None or high is None or (end < len(doc) and doc[end].lower_ in _FRACTIONS):
        return None
    if low != high:
        return Number(start, end, min(low, high), max(low, high))
    start, bound = bounded(doc, start, _BOUNDS)
    return Number(start, end, None if bound == "most" else low, None if bound == "least" else high)


def _run(doc: Doc, i: int) -> tuple[int, int]:
    """The words of one number around a token that is part of it, with the "a" of "a hundred"."""
    start, end = i, i + 1
    while start > 0 and (_is_part(doc[start - 1]) or (start > 1 and _is_inner(doc, start - 1))):
        start -= 1
    while end < len(doc) and (_is_part(doc[end]) or (end + 1 < len(doc) and _is_inner(doc, end))):
        end += 1
    if doc[start].lower_ in _MULTIPLES and start > 0 and doc[start - 1].lower_ in {"a", "an"}:
        start -= 1
    return start, end


def _is_inner(doc: Doc, i: int) -> bool:
    """Whether a hyphen or an "and" stands within one number: "twenty-five", "two hundred and fifty"."""
    before, after = doc[i - 1].lower_, doc[i + 1].lower_
    if doc[i].text == "-":
        return before in _WORDS and after in _WORDS
    return doc[i].lower_ == "and" and before in _MULTIPLES and (after in _WORDS or (after.isdigit() and len(after) < 3))


def _joins(doc: Doc, start: int, i: int) -> bool:
    """Whether what stands between two numbers, the first from `start`, makes them bounds: "300 to 400", "between 300 and 400"."""
    if doc[i].lower_ == "and":
        return start > 0 and doc[start - 1].lower_ == "between"
    return doc[i].lower_ in {"to", "or"} or doc[i].text in _DASHES


def _value(words: list[Token]) -> Decimal | None:
    """What a number's words come to; None where they are no one number ("1998 300")."""
    total, current, largest = Decimal(0), None, Decimal("Infinity")
    for word in words:
        match = _NUMERAL.match(word.text)
        if word.lower_ in {"a", "an", "and", "-"}:
            continue
        if word.lower_ in _MULTIPLES:
            times = Decimal(_MULTIPLES[word.lower_])
            current = (current if current is not None else 1) * times
            if times >= 1000:
                if times >= largest:
                    return None
                total, current, largest = total + current, None, times
            continue
        own = Decimal(_WORDS[word.lower_]) if word.lower_ in _WORDS else None
        if match is not None:
            own = Decimal(match.group(2).replace(",", "")) * (Decimal(10) ** SCALES[match.group(3).lower()] if match.group(3) else 1)
        if own is None or (current is not None and not _continues(current, own)):
            return None
        current = own if current is None else current + own
    return total + (current or 0)


def _continues(before: Decimal, own: Decimal) -> bool:
    """Whether a number can follow another within one: "twenty five", "two hundred fifty"."""
    return (before > 0 and before % 100 == 0 and own < 100) or (20 <= before % 100 <= 90 and before % 10 == 0 and 0 < own < 10)
