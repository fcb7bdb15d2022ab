"""Literals in the one form that every store gives back as it is."""

from __future__ import annotations

import re
import struct
from collections.abc import Callable, Mapping
from datetime import date, datetime
from decimal import Decimal, InvalidOperation
from typing import Final

from pyoxigraph import Literal, NamedNode

from kg import vocabulary as v
from kg.errors import ArticleError, StatementError
from kg.statement import Value

_MAX_EXPONENT: Final = 60
"""A number with more digits than this is none that anybody wrote, and would only fill the memory."""
_INTEGERS: Final = frozenset(
    v.XSD(name)
    for name in (
        "integer nonNegativeInteger positiveInteger nonPositiveInteger negativeInteger long int short byte "
        "unsignedLong unsignedInt unsignedShort unsignedByte"
    ).split()
)
_TRUTHS: Final = {"true": "true", "1": "true", "false": "false", "0": "false"}


def literal(value: str, datatype: NamedNode | None = None) -> Literal:
    """A literal; ArticleError where the text is no Unicode (half of a surrogate pair)."""
    try:
        return Literal(value, datatype=datatype)
    except ValueError as error:
        raise ArticleError(f"The text {value[:40]!a} holds half of a surrogate pair: read it in its right encoding.") from error


def decimal(text: str) -> Literal:
    """A decimal number. StatementError where the text is none, or has too many digits."""
    return Literal(_decimal(text), datatype=v.DECIMAL)


def moment(text: str) -> Literal:
    """A year, month, date or date-time as what it is, anything else as a string."""
    for datatype, canonical in _MOMENTS.items():
        try:
            return Literal(canonical(text), datatype=datatype)
        except ValueError:
            continue
    return literal(text)


def value_literal(value: Value) -> Literal:
    """A value as a literal. An integer of whatever kind is xsd:integer, of which the others are parts; what is known of no datatype stays
    as it is. StatementError where the text isn't one of its datatype."""
    try:
        datatype = NamedNode(value.datatype)
    except ValueError as error:
        raise StatementError(f"{value.datatype!r} isn't an IRI: give a value's datatype by its whole IRI.") from error
    datatype = v.INTEGER if datatype in _INTEGERS else datatype
    canonical = _CANONICAL.get(datatype)
    try:
        return literal(value.lexical if canonical is None else canonical(value.lexical), datatype)
    except (ValueError, KeyError, StatementError) as error:
        kind = value.datatype.rpartition("#")[2]
        article = "an" if kind[:1] in "aeiou" else "a"
        raise StatementError(f"{value.lexical[:40]!r} isn't {article} {kind}; correct the extractor.") from error


def accepted(datatype: str) -> frozenset[NamedNode] | None:
    """The datatypes that a literal may have where this one is asked for, as words are seldom more precise; None: any."""
    asked = NamedNode(datatype)
    if asked == v.RDFS("Literal"):
        return None
    if asked in _MOMENTS:
        return frozenset(list(_MOMENTS)[: list(_MOMENTS).index(asked) + 1])
    if asked in _INTEGERS:
        return frozenset({v.INTEGER})
    if asked in (v.DECIMAL, v.XSD("double"), v.XSD("float")):
        return frozenset({asked, v.DECIMAL, v.INTEGER})
    return frozenset({asked})


def is_moment(datatype: NamedNode) -> bool:
    """Whether its literals are years, months, dates or date-times, of which a longer one may make a shorter one more precise."""
    return datatype in _MOMENTS


def _decimal(text: str) -> str:
    try:
        number = Decimal(text)
    except InvalidOperation:
        number = Decimal("NaN")
    wide = not number.is_finite() or len(number.as_tuple().digits) >= _MAX_EXPONENT
    if wide or (number != 0 and abs(number.adjusted()) >= _MAX_EXPONENT):
        raise StatementError(f"{text!r} isn't a decimal number of at most {_MAX_EXPONENT} digits; correct the extractor.")
    plain = f"{number:f}"
    plain = plain.rstrip("0").rstrip(".") if "." in plain else plain
    return "0" if plain in ("-0", "") else plain


def _integer(text: str) -> str:
    number = _decimal(text)
    if "." in number:
        raise ValueError(text)
    return number


def _double(text: str) -> str:
    return _decimal(repr(float(text)))


def _float(text: str) -> str:
    """The shortest decimals that mean the same of the numbers with 32 bits."""
    packed = struct.pack("f", float(text))
    return next(_decimal(short) for digits in range(1, 10) if struct.pack("f", float(short := f"{float(text):.{digits}g}")) == packed)


def _year(text: str) -> str:
    if not re.fullmatch(r"\d{4}", text, re.ASCII) or text == "0000":
        raise ValueError(text)
    return text


def _year_month(text: str) -> str:
    if not re.fullmatch(r"\d{4}-(0[1-9]|1[0-2])", text, re.ASCII) or text.startswith("0000"):
        raise ValueError(text)
    return text


def _date(text: str) -> str:
    if not re.fullmatch(r"\d{4}-\d\d-\d\d", text, re.ASCII):
        raise ValueError(text)
    return date.fromisoformat(text).isoformat()


def _date_time(text: str) -> str:
    """No zeros at the fraction's end, UTC as Z."""
    if not re.match(r"\d{4}-\d\d-\d\dT", text, re.ASCII):
        raise ValueError(text)
    shorter = re.sub(r"(\.\d*?)0+(?=$|[+-])", r"\1", datetime.fromisoformat(text).isoformat())
    return re.sub(r"\+00:00$", "Z", shorter)


_MOMENTS: Final[Mapping[NamedNode, Callable[[str], str]]] = {
    v.YEAR: _year,
    v.YEAR_MONTH: _year_month,
    v.DATE: _date,
    v.DATE_TIME: _date_time,
}
_CANONICAL: Final[Mapping[NamedNode, Callable[[str], str]]] = {
    **_MOMENTS,
    v.INTEGER: _integer,
    v.DECIMAL: _decimal,
    v.XSD("double"): _double,
    v.XSD("float"): _float,
    v.BOOLEAN: _TRUTHS.__getitem__,
}
