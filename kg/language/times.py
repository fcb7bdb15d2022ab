"""When: dates in the article's words, and EDTF at the words' own precision, resolved against the publication date."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

from kg.language.annotations import Time, write
from kg.language.tokens import Doc

_MONTHS = {m: i for i, m in enumerate("jan feb mar apr may jun jul aug sep oct nov dec".split(), 1)}
_DAYS = {d: i for i, d in enumerate("mon tue wed thu fri sat sun".split())}
_MONTH = r"(?P<month>jan(?:uary|\.)?|feb(?:ruary|\.)?|mar(?:ch|\.)?|apr(?:il|\.)?|may|june?|july?|aug(?:ust|\.)?|sept?(?:ember|\.)?|oct(?:ober|\.)?|nov(?:ember|\.)?|dec(?:ember|\.)?)\.?"  # noqa: E501
_YEAR = r"(?P<year>1[5-9]\d\d|20\d\d)"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_WEEKDAY = r"(?P<weekday>monday|tuesday|wednesday|thursday|friday|saturday|sunday)"
_EXACT = [
    re.compile(p, re.I)
    for p in (
        rf"{_MONTH}\s+{_DAY}\s*,?\s+{_YEAR}",
        rf"{_DAY}\s+(?:of\s+)?{_MONTH}\s*,?\s+{_YEAR}",
        r"(?P<year>\d{4})-(?P<number>\d\d)-(?P<day>\d\d)",
        r"\b(?P<number>\d\d?)[-/](?P<day>\d\d?)[-/](?P<year>1[5-9]\d\d|20\d\d)\b",
    )
]
_FIGURES = re.compile(r"\d\d?/\d\d?/\d{4}")
"""A date that the recogniser may take for anything."""
_DAY_OF_MONTH = [re.compile(p, re.I) for p in (rf"{_MONTH}\s+{_DAY}\b", rf"\b{_DAY}\s+(?:of\s+)?{_MONTH}")]
_MONTH_OF_YEAR = re.compile(rf"{_MONTH}\s*(?:of\s+|,\s*)?{_YEAR}", re.I)
_MONTH_ALONE = re.compile(rf"\b(?P<which>last|this|next|early|late|mid|in)?-?\s*{_MONTH}\b", re.I)
_YEAR_ALONE = re.compile(rf"\b{_YEAR}(?P<decade>s)?\b", re.I)
_RELATIVE = re.compile(
    r"\b(?P<which>last|this|next|past|previous|coming)\s+(?P<unit>day|week|month|year)\b|(?P<word>yesterday|today|tomorrow|tonight)", re.I
)
_NAMED_DAY = re.compile(rf"\b(?P<which>last|this|next)?\s*{_WEEKDAY}", re.I)


def times(doc: Doc) -> Doc:
    """The component `kg_times`: the recogniser's dates, with EDTF where they say one."""
    published = _published(doc)
    write(doc, Time, tuple(_found(doc, published)))
    return doc


def _found(doc: Doc, published: date | None) -> Iterator[Time]:
    for ent in doc.ents:
        if ent.label_ == "DATE" or (ent.end == ent.start + 1 and _FIGURES.fullmatch(ent.text)):
            yield _with_day(doc, Time(ent.start, ent.end, edtf(ent.text, published)), published)


def _with_day(doc: Doc, time: Time, published: date | None) -> Time:
    """A date with the day before it that the recogniser may leave out: "12 | May 1998"."""
    if time.start == 0 or time.edtf is None or not re.fullmatch(r"[1-3]?\d", doc[time.start - 1].text):
        return time
    whole = edtf(doc.words(time.start - 1, time.end), published)
    return Time(time.start - 1, time.end, whole) if whole is not None and whole.startswith(f"{time.edtf}-") else time


def _published(doc: Doc) -> date | None:
    try:
        return date.fromisoformat(str(doc.user_data.get("kg.published", ""))[:10])
    except ValueError:
        return None


def edtf(words: str, published: date | None) -> str | None:
    """EDTF for a date's words, no more precise than they are; what is relative needs the publication date; None where nothing is said.

    >>> edtf("May 2019", None)
    '2019-05'
    """
    for pattern in _EXACT:
        if match := pattern.search(words):
            month = int(match["number"]) if "number" in match.groupdict() else _month(match["month"])
            return _valid(int(match["year"]), month, int(match["day"]))
    if match := _MONTH_OF_YEAR.search(words):
        return f"{match['year']}-{_month(match['month']):02d}"
    if published is not None:
        found = _near(words, published)
        if found is not None:
            return found
    if match := _YEAR_ALONE.search(words):
        return match["year"][:3] + "X" if match["decade"] else match["year"]
    return None


def _near(words: str, published: date) -> str | None:
    """What the publication date settles: "Tuesday", "last month", "March 3"."""
    for pattern in _DAY_OF_MONTH:
        if match := pattern.search(words):
            return _valid(published.year, _month(match["month"]), int(match["day"]))
    if match := _NAMED_DAY.search(words):
        offset = _DAYS[match["weekday"][:3].lower()] - published.weekday()
        if (match["which"] or "").lower() == "next":
            offset += 7 if offset <= 0 else 0
        elif offset > 0:
            offset -= 7
        return (published + timedelta(days=offset)).isoformat()
    if match := _RELATIVE.search(words):
        return _relative((match["which"] or "").lower(), (match["unit"] or "").lower(), (match["word"] or "").lower(), published)
    if (match := _MONTH_ALONE.search(words)) and not _YEAR_ALONE.search(words):
        month = _month(match["month"])
        coming = (match["which"] or "").lower() == "next"
        year = published.year + (month <= published.month) if coming else published.year - (month > published.month)
        return f"{year}-{month:02d}"
    return None


def _relative(which: str, unit: str, word: str, published: date) -> str | None:
    if word:
        return (published + timedelta(days={"yesterday": -1, "tomorrow": 1}.get(word, 0))).isoformat()
    step = {"last": -1, "past": -1, "previous": -1, "next": 1, "coming": 1}.get(which, 0)
    if unit == "year":
        return str(published.year + step)
    if unit == "month":
        months = published.year * 12 + published.month - 1 + step
        return f"{months // 12}-{months % 12 + 1:02d}"
    if unit == "week":
        monday = published + timedelta(days=7 * step - published.weekday())
        return f"{monday.isoformat()}/{(monday + timedelta(days=6)).isoformat()}"
    return (published + timedelta(days=step)).isoformat()


def _month(name: str) -> int:
    return _MONTHS[name[:3].lower()]


def _valid(year: int, month: int, day: int) -> str | None:
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None
