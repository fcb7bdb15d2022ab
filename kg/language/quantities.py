"""Money and counted amounts: the words, and what they come to."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal, InvalidOperation

from kg.language.annotations import Quantity, write
from kg.language.tokens import Doc, Token

_CURRENCIES = {
    "$": "USD", "us$": "USD", "£": "GBP", "€": "EUR", "¥": "JPY", "dollar": "USD", "cent": "USD", "pound": "GBP",
    "euro": "EUR", "yen": "JPY", "c$": "CAD", "a$": "AUD", "rupee": "INR", "₹": "INR",
}  # fmt: skip
_SCALES = {"hundred": 2, "thousand": 3, "k": 3, "million": 6, "m": 6, "mn": 6, "billion": 9, "b": 9, "bn": 9, "trillion": 12}
_AT_MOST = ("up to", "at most", "no more than", "as much as", "less than", "under", "below", "almost", "nearly")
_AT_LEAST = ("at least", "more than", "over", "no less than", "upwards of", "above")
_NUMBER = re.compile(r"^([£€¥$₹]?)(\d[\d,]*(?:\.\d+)?)\s*(k|m|mn|bn|b|million|billion|thousand|trillion)?$", re.I)
_LOOK_BACK = 4


def quantities(doc: Doc) -> Doc:
    """The component `kg_quantities`: money with currency, bounds and "per what"."""
    write(doc, Quantity, tuple(_found(doc)))
    return doc


def _found(doc: Doc) -> Iterator[Quantity]:
    i = 0
    while i < len(doc):
        found = _at(doc, i) or _told_before(doc, i)
        if found is None:
            i += 1
        else:
            yield found
            i = found.end


def _at(doc: Doc, i: int) -> Quantity | None:
    """Money that starts at this token, with what bounds it before and what it is per behind."""
    currency, start = _CURRENCIES.get(doc[i].lower_), i
    if currency is not None and not doc[i].text.isalpha():
        i += 1
    if i >= len(doc):
        return None
    value, end, sign = _number(doc, i)
    if value is None:
        return None
    currency = _CURRENCIES.get(sign) or (currency if start != i else None)
    if currency is None:
        unit = doc[end] if end < len(doc) else None
        currency = _CURRENCIES.get(unit.lemma_.lower()) if unit is not None else None
        if currency is None or unit is None:
            return None
        value = value / 100 if unit.lemma_.lower() == "cent" else value
        end += 1
    high: Decimal | None = value
    if end + 2 < len(doc) and doc[end].lower_ in {"to", "and", "-", "–"}:
        after = end + 1 + (doc[end + 1].text in _CURRENCIES)
        upper, upper_end, _ = _number(doc, after)
        if upper is not None and (doc[end].lower_ != "and" or (start and doc[start - 1].lower_ == "between")):
            high, end = upper, upper_end
    low: Decimal | None = value
    before = " ".join(t.lower_ for t in doc[max(0, start - _LOOK_BACK) : start])
    for words, most in [*((w, True) for w in _AT_MOST), *((w, False) for w in _AT_LEAST)]:
        if before.endswith(words):
            low, high = (None, high) if most else (low, None)
            start -= len(words.split())
            break
    unit_name, end = _per(doc, end)
    return Quantity(start, end, _plain(low), _plain(high), currency, unit_name)


def _told_before(doc: Doc, i: int) -> Quantity | None:
    """An amount that was told before, whatever it came to: "denied that its workers make that little"."""
    if i + 1 >= len(doc) or doc[i].lower_ not in {"that", "so"} or doc[i + 1].lower_ not in {"little", "much"}:
        return None
    amount = doc[i + 1]
    alone = amount.dep_ == "dobj" and amount.head.pos_ == "VERB" and not amount.rights
    return Quantity(i, i + 2, None, None, None, None) if alone else None


def _number(doc: Doc, i: int) -> tuple[Decimal | None, int, str]:
    if i >= len(doc):
        return None, i, ""
    match = _NUMBER.match(doc[i].text)
    if not match:
        return None, i, ""
    try:
        value = Decimal(match.group(2).replace(",", ""))
    except InvalidOperation:
        return None, i, ""
    scale, end = match.group(3), i + 1
    if scale is None and end < len(doc) and doc[end].lower_ in _SCALES:
        scale, end = doc[end].lower_, end + 1
    return value * (Decimal(10) ** _SCALES[scale.lower()] if scale else 1), end, match.group(1)


def _per(doc: Doc, end: int) -> tuple[str | None, int]:
    if end + 1 < len(doc) and doc[end].lower_ in {"per", "a", "an", "each", "every"} and _is_period(doc[end + 1]):
        return doc[end + 1].lemma_.lower(), end + 2
    return None, end


def _is_period(token: Token) -> bool:
    return token.lemma_.lower() in {
        "hour",
        "day",
        "week",
        "month",
        "year",
        "night",
        "person",
        "head",
        "share",
        "ton",
        "tonne",
        "barrel",
        "unit",
        "mile",
        "season",
        "game",
        "semester",
        "quarter",
    }


def _plain(value: Decimal | None) -> str | None:
    return None if value is None else format(value.normalize(), "f")
