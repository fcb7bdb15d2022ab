"""Publication dates as ISO 8601, and only where they can be read in one way."""

from __future__ import annotations

import re
from datetime import date, datetime
from email.utils import parsedate_to_datetime

_MONTHS = {
    month: number
    for number, names in enumerate(
        (
            "january jan",
            "february feb",
            "march mar",
            "april apr",
            "may",
            "june jun",
            "july jul",
            "august aug",
            "september sept sep",
            "october oct",
            "november nov",
            "december dec",
        ),
        start=1,
    )
    for month in names.split()
}
_WEEKDAY = re.compile(r"(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?,?\s+", re.IGNORECASE)
_DAY_MONTH_YEAR = re.compile(r"(\d{1,2})(?:st|nd|rd|th)?\s+([a-z]+)\.?,?\s+(\d{4})", re.IGNORECASE)
_MONTH_DAY_YEAR = re.compile(r"([a-z]+)\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})", re.IGNORECASE)
_NUMBERS = re.compile(r"(\d{1,2})([/.-])(\d{1,2})\2(\d{4})")
_YEAR_FIRST = re.compile(r"(\d{4})([/.])(\d{1,2})\2(\d{1,2})")
_ISO = re.compile(r"\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}.*)?", re.DOTALL)


def iso_date(words: str) -> str | None:
    """The day, or day and time, that `words` give, as ISO 8601; None where they give none or could mean two ("03/04/2020").

    >>> iso_date("Dec. 24, 2019"), iso_date("24/12/2019"), iso_date("03/04/2019"), iso_date("May 2019")
    ('2019-12-24', '2019-12-24', None, None)
    """
    words = " ".join(words[:100].split())
    try:
        if _ISO.fullmatch(words):
            return _iso_8601(words)
        return _written_day(_WEEKDAY.sub("", words, count=1)) or _mail_date(words)
    except (ValueError, OverflowError):  # no such day, or not a date at all
        return None


def _iso_8601(words: str) -> str:
    """The same date, or date and time, written in one way."""
    return date.fromisoformat(words).isoformat() if len(words) == 10 else datetime.fromisoformat(words).isoformat()


def _written_day(words: str) -> str | None:
    """A day written out, or in numbers of which only one can be the month."""
    if match := _DAY_MONTH_YEAR.fullmatch(words):
        return _day(match[3], _MONTHS.get(match[2].lower()), match[1])
    if match := _MONTH_DAY_YEAR.fullmatch(words):
        return _day(match[3], _MONTHS.get(match[1].lower()), match[2])
    if match := _YEAR_FIRST.fullmatch(words):
        return _day(match[1], int(match[3]), match[4])
    if match := _NUMBERS.fullmatch(words):
        first, second = int(match[1]), int(match[3])
        if first > 12 or first == second:
            return _day(match[4], second, match[1])
        if second > 12:
            return _day(match[4], first, match[3])
    return None


def _day(year: str, month: int | None, day: str) -> str | None:
    return date(int(year), month, int(day)).isoformat() if month else None


def _mail_date(words: str) -> str | None:
    """A date as mail and feeds write it: "Tue, 24 Dec 2019 10:00:00 GMT"."""
    return parsedate_to_datetime(words).isoformat() if re.search(r"\d:\d\d:\d\d", words) else None
