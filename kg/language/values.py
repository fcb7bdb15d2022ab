"""Words as literals of a datatype: dates at the words' own precision, numbers in plain figures, quoted or named texts."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Final

from kg.language.annotations import Mention, Quantity, Time, read
from kg.language.lexicon import CLOSE_QUOTES, OPEN_QUOTES
from kg.language.mentions import heads
from kg.language.numbers import has_number, number
from kg.language.times import edtf
from kg.language.tokens import Doc

XSD: Final = "http://www.w3.org/2001/XMLSchema#"
ANY: Final = "http://www.w3.org/2000/01/rdf-schema#Literal"
"""The datatype of whatever the words are: a date, else a number, else a text."""

_PRECISIONS: Final = {XSD + "gYear": 1, XSD + "gYearMonth": 2, XSD + "date": 3, XSD + "dateTime": 3}
_DATES: Final = (XSD + "gYear", XSD + "gYearMonth", XSD + "date")
_FRACTIONAL: Final = frozenset({XSD + "decimal", XSD + "double"})
_INTEGERS: Final[Mapping[str, tuple[int | None, int | None]]] = {
    XSD + name: bounds
    for name, bounds in {
        "integer": (None, None),
        "nonNegativeInteger": (0, None),
        "positiveInteger": (1, None),
        "long": (None, 2**63 - 1),
        "int": (None, 2**31 - 1),
        "short": (None, 2**15 - 1),
        "byte": (None, 2**7 - 1),
        "unsignedLong": (0, 2**64 - 1),
        "unsignedInt": (0, 2**32 - 1),
        "unsignedShort": (0, 2**16 - 1),
        "unsignedByte": (0, 2**8 - 1),
    }.items()
}
_TEXTS: Final = frozenset({XSD + "string", XSD + "normalizedString", XSD + "token"})
READABLE: Final = frozenset({*_PRECISIONS, *_FRACTIONAL, *_INTEGERS, *_TEXTS, ANY})
"""The datatypes whose literals can be read from words."""

_ANY_DAY: Final = date(2000, 6, 15)
_YEAR: Final = re.compile(r"1[5-9]\d\d|20\d\d")
_NOMINAL: Final = frozenset({"NOUN", "PROPN", "NUM", "ADJ", "X", "SYM"})
_INNER: Final = frozenset({"compound", "amod", "nummod", "nmod", "quantmod"})
_FIGURES: Final = re.compile(r"\d(?:[\d,]*\d)?")
_SIMILAR: Final = (("3", "12", "140", "2003", "21,000"), ("7", "25", "600", "1987", "4,500"))
"""Figures of one digit and more."""
_MOST_DIGITS: Final = 30
_LONGEST: Final = 30
"""Tokens of a text in quotation marks."""


def is_date(datatype: str) -> bool:
    """Whether the datatype's literals are dates or parts of dates."""
    return datatype in _PRECISIONS


def is_text(datatype: str) -> bool:
    """Whether the datatype's literals may be any text."""
    return datatype in _TEXTS or datatype == ANY


def may_say(words: str, datatype: str) -> bool:
    """Whether words by themselves can be a literal of the datatype, for all that can be told without a parse."""
    if datatype in _PRECISIONS:
        return _is_date((edtf(words, _ANY_DAY) or "").split("-"))
    return has_number(words) if datatype in _INTEGERS or datatype in _FRACTIONAL else bool(words.strip())


def similar(words: str, n: int) -> str:
    """Words for another literal of the same kind: other figures in place of those that are there."""
    figures = _SIMILAR[n % len(_SIMILAR)]
    return _FIGURES.sub(lambda found: figures[min(len(found.group()), len(figures)) - 1], words)


@dataclass(frozen=True, slots=True)
class Reading:
    """Words that say a literal: their tokens, what they come to, its datatype (of the integers always xsd:integer, of which the others
    are parts), and how much it is where the literal alone doesn't say that: a currency, a bound."""

    start: int
    end: int
    lexical: str
    datatype: str
    amount: Quantity | None = None


class Values:
    """What one Doc's words come to as literals."""

    def __init__(self, doc: Doc) -> None:
        self._doc = doc
        self._amounts = {i: one for one in read(doc, Quantity) for i in range(one.start, one.end)}
        self._times = {i: one for one in read(doc, Time) for i in range(one.start, one.end)}
        self._mentions = {head: read(doc, Mention)[n] for head, n in heads(read(doc, Mention)).items()}
        self._known: dict[tuple[int, str], Reading | None] = {}

    def at(self, token: int, datatype: str) -> Reading | None:
        """What the phrase with this head says as a literal of the datatype; None where it says none: what fits is decided here alone."""
        key = token, datatype
        if key not in self._known:
            self._known[key] = self._read(token, datatype)
        return self._known[key]

    def says(self, token: int, datatype: str, money: bool) -> bool:
        """Whether the phrase is a literal of the datatype and, where that is a number's, an amount of money or none."""
        found = self.at(token, datatype)
        counted = found is not None and (found.datatype in _FRACTIONAL or found.datatype in _INTEGERS)
        return found is not None and (not counted or money == (found.amount is not None and found.amount.currency is not None))

    def _read(self, token: int, datatype: str) -> Reading | None:
        if datatype in _PRECISIONS:
            return self._date(token, _PRECISIONS[datatype])
        if datatype in _INTEGERS or datatype in _FRACTIONAL:
            return self._number(token, datatype)
        if datatype in _TEXTS:
            return self._text(token)
        if datatype == ANY:
            return self._date(token, 3) or self._number(token, XSD + "integer") or self._number(token, XSD + "decimal") or self._text(token)
        return None

    def _date(self, token: int, precision: int) -> Reading | None:
        """A date no more precise than its words or than the datatype asks."""
        time = self._times.get(token)
        if time is None and _YEAR.fullmatch(self._doc[token].text) and token not in self._amounts:
            time = Time(token, token + 1, edtf(self._doc[token].text, None))
        parts = (time.edtf or "").split("-") if time is not None else []
        if time is None or not _is_date(parts):
            return None
        kept = parts[:precision]
        return Reading(time.start, time.end, "-".join(kept), _DATES[len(kept) - 1])

    def _number(self, token: int, datatype: str) -> Reading | None:
        amount = self._amount(token)
        value = _single(amount) if amount is not None else None
        lexical = _figures(value, datatype) if value is not None else None
        if amount is None or lexical is None:
            return None
        exact = amount.currency is None and amount.unit is None and amount.low == amount.high
        kind = datatype if datatype in _FRACTIONAL else XSD + "integer"
        return Reading(amount.start, amount.end, lexical, kind, None if exact else amount)

    def _amount(self, token: int) -> Quantity | None:
        """The money that the token is a word of, else the number, with the noun that it counts; none of a calendar date's."""
        if token in self._amounts:
            return self._amounts[token]
        found = number(self._doc, token)
        if found is None:
            return None
        words = range(found.start, found.end)
        if any(i in self._times and self._times[i].edtf for i in words):
            return None
        money = next((self._amounts[i] for i in words if i in self._amounts), None)
        unit = "percent" if self._doc[token].lower_ in {"%", "percent"} else None
        return money or Quantity(found.start, max(found.end, token + 1), _plain(found.low), _plain(found.high), None, unit)

    def _text(self, token: int) -> Reading | None:
        """A phrase in quotation marks of its own, a name, or a noun phrase without its article."""
        over = self._doc[token].head
        whole = self._quoted(over.i) if self._doc[token].dep_ == "conj" else None
        if whole is not None and whole[0] <= token < whole[1]:
            return None  # the "fate" of "Freight and fate"
        span = self._quoted(token) or self._phrase(token)
        text = " ".join(self._doc.words(*span).split()) if span is not None else ""
        return Reading(*span, text, XSD + "string") if span is not None and text else None

    def _quoted(self, token: int) -> tuple[int, int] | None:
        sentence = self._doc[token].sent
        first, last = max(sentence.start, token - _LONGEST), min(sentence.end, token + _LONGEST)
        start = next((i + 1 for i in range(token - 1, first - 1, -1) if self._doc[i].text in OPEN_QUOTES), None)
        end = next((i for i in range(token + 1, last) if self._doc[i].text in CLOSE_QUOTES), None)
        if start is None or end is None or self._doc.root(start, end).i != token:
            return None
        while end > token + 1 and self._doc[end - 1].text in {",", ".", ";"}:
            end -= 1
        return start, end

    def _phrase(self, token: int) -> tuple[int, int] | None:
        time, mention, head = self._times.get(token), self._mentions.get(token), self._doc[token]
        if time is not None:
            return time.start, time.end
        if mention is not None:
            return None if mention.kind == "pronoun" else (mention.start, self._number_after(token, mention.end))
        if head.pos_ not in _NOMINAL:
            return None
        inner = [child.left_edge.i for child in head.lefts if child.dep_ in _INNER]
        return min(inner, default=token), self._number_after(token, token + 1)

    def _number_after(self, head: int, end: int) -> int:
        """The end of a phrase with the figures that belong to it: "IMO 4411"."""
        belongs = end < len(self._doc) and self._doc[end].head.i == head and self._doc[end].dep_ == "nummod"
        return end + 1 if belongs else end


def _is_date(parts: list[str]) -> bool:
    """Whether EDTF's parts are a year, a month of it or a day, and no decade or span of time."""
    return 1 <= len(parts) <= 3 and all(part.isdigit() for part in parts)


def _single(amount: Quantity) -> Decimal | None:
    """The one number that an amount's words name, whether or not they bound it; None where they name none or two."""
    bounds = {one for one in (amount.low, amount.high) if one is not None}
    return Decimal(bounds.pop()) if len(bounds) == 1 else None


def _figures(value: Decimal, datatype: str) -> str | None:
    """The numeral in the datatype's canonical form; None where the number isn't one of its values, or nobody's in earnest."""
    if abs(value.adjusted()) > _MOST_DIGITS or len(value.as_tuple().digits) > _MOST_DIGITS:
        return None
    if datatype in _INTEGERS:
        low, high = _INTEGERS[datatype]
        fits = value == value.to_integral_value() and (low is None or value >= low) and (high is None or value <= high)
        return _plain(value) if fits else None
    return _plain(Decimal(repr(float(value))) if datatype.endswith("double") else value)


def _plain(value: Decimal | None) -> str | None:
    return None if value is None else format(value.normalize(), "f")
