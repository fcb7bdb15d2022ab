"""Money and counted amounts: the words, and what they come to."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from decimal import Decimal

from kg.language.annotations import Quantity, write
from kg.language.numbers import Bound, bounded, may_begin, numeral, spelled
from kg.language.tokens import Doc, Token

_CURRENCIES = {
    "$": "USD", "us$": "USD", "£": "GBP", "€": "EUR", "¥": "JPY", "dollar": "USD", "cent": "USD", "pound": "GBP",
    "euro": "EUR", "yen": "JPY", "c$": "CAD", "a$": "AUD", "rupee": "INR", "₹": "INR",
}  # fmt: skip
_JOINT = frozenset({"combined", "joint", "collective", "aggregate", "total"})
_CLOSING: Mapping[str, Bound | None] = {
    **dict.fromkeys(("at best", "at most", "at the most", "or less", "tops"), "most"),
    **dict.fromkeys(("at least", "at the least", "or more"), "least"),
    **dict.fromkeys(("combined", "in total", "between them", "each", "apiece")),
}
"""Words after an amount that belong to it, and the bound that some make it."""
_POINTING = frozenset({"that", "so"})
_LONGEST = 3
_OPENING = frozenset({"NUM", "NOUN", "PROPN", "ADV", "ADJ", "DET", "PRON", "SYM"})


def quantities(doc: Doc) -> Doc:
    """The component `kg_quantities`: money with currency, bounds and "per what"."""
    write(doc, Quantity, tuple(_found(doc)))
    return doc


def _found(doc: Doc) -> Iterator[Quantity]:
    end, last = 0, None
    for token in doc:
        if token.i >= end and (may_begin(token) or token.lower_ in _CURRENCIES or token.lower_ in _POINTING):
            found = _at(doc, token.i) or _told_before(doc, token.i, last)
            if found is not None:
                yield found
                end, last = found.end, found


def _at(doc: Doc, i: int) -> Quantity | None:
    """Money that starts at this token, with what bounds it before and what it is per behind."""
    currency, start = _CURRENCIES.get(doc[i].lower_), i
    if currency is not None and not doc[i].text.isalpha():
        i += 1
    if i >= len(doc):
        return None
    value, end, sign = numeral(doc, i)
    if value is None:
        value, end = spelled(doc, i)
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
        upper, upper_end, _ = numeral(doc, after)
        if upper is not None and (doc[end].lower_ != "and" or (start and doc[start - 1].lower_ == "between")):
            high, end = upper, upper_end
    low: Decimal | None = value
    start, bound = bounded(doc, start)
    if bound is not None:
        low, high = (None, high) if bound == "most" else (low, None)
    unit_name, end = _per(doc, end)
    end, bound = _closed(doc, end)
    if bound is not None:
        low, high = (None, high) if bound == "most" else (low, None)
    return Quantity(_summed(doc, start), end, _plain(low), _plain(high), currency, unit_name)


def _summed(doc: Doc, start: int) -> int:
    """Where words begin that call the amount starting here a sum: "a combined $3 million", "a total of $3 million"."""
    if start > 1 and doc[start - 1].lower_ == "of" and doc[start - 2].lower_ in {"total", "sum"}:
        start -= 2
    return start - 1 if start > 0 and doc[start - 1].lower_ in _JOINT and doc[start - 1].pos_ != "NOUN" else start


def _closed(doc: Doc, end: int) -> tuple[int, Bound | None]:
    """Where the words after an amount end that belong to it ("54 cents at best"), and the bound that they make it; none where they may
    begin something else: "paid $5 at least twice"."""
    after = [token.lower_ for token in doc[end : end + _LONGEST + 1]]
    found = next((n for n in range(_LONGEST, 0, -1) if " ".join(after[:n]) in _CLOSING), 0)
    goes_on = end + found < len(doc) and doc[end + found].pos_ in _OPENING
    return (end, None) if found == 0 or goes_on else (end + found, _CLOSING[" ".join(after[:found])])


def _told_before(doc: Doc, i: int, last: Quantity | None) -> Quantity | None:
    """An amount that was told before: "denied that its workers make that little". It comes to what the last one did, where that stands
    in the same sentence or the one before."""
    if i + 1 >= len(doc) or doc[i].lower_ not in _POINTING or doc[i + 1].lower_ not in {"little", "much"}:
        return None
    amount = doc[i + 1]
    if amount.dep_ != "dobj" or amount.head.pos_ != "VERB" or amount.rights:
        return None
    sentence = doc[i].sent.start
    if last is None or last.start < (doc[sentence - 1].sent.start if sentence else 0):
        return Quantity(i, i + 2, None, None, None, None)
    return replace(last, start=i, end=i + 2)


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
