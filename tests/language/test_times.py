"""Dates: EDTF at the words' own precision."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.language.times import edtf

WEDNESDAY = date(2023, 5, 17)


@pytest.mark.parametrize(
    ("words", "wanted"),
    [
        ("May 2019", "2019-05"),
        ("March 3, 2019", "2019-03-03"),
        ("3 March 2019", "2019-03-03"),
        ("the 3rd of March 2019", "2019-03-03"),
        ("Sept. 11, 2001", "2001-09-11"),
        ("Jan. 2020", "2020-01"),
        ("2019-03-03", "2019-03-03"),
        ("2019", "2019"),
        ("early 2019", "2019"),
        ("Tuesday", None),
        ("last month", None),
        ("March 3", None),
        ("yesterday", None),
        ("recently", None),
        ("three years", None),
        ("February 30, 2019", None),
        ("", None),
    ],
)
def test_without_a_publication_date(words: str, wanted: str | None) -> None:
    assert edtf(words, None) == wanted


@pytest.mark.parametrize(
    ("words", "wanted"),
    [
        ("Wednesday", "2023-05-17"),
        ("Tuesday", "2023-05-16"),
        ("Thursday", "2023-05-11"),
        ("next Thursday", "2023-05-18"),
        ("yesterday", "2023-05-16"),
        ("today", "2023-05-17"),
        ("tomorrow", "2023-05-18"),
        ("last week", "2023-05-08/2023-05-14"),
        ("this month", "2023-05"),
        ("last month", "2023-04"),
        ("next year", "2024"),
        ("last year", "2022"),
        ("March 3", "2023-03-03"),
        ("March", "2023-03"),
        ("last November", "2022-11"),
        ("next March", "2024-03"),
        ("May 2019", "2019-05"),
        ("2019", "2019"),
        ("the 1990s", "199X"),
        ("several months", None),
        ("February 30", None),
    ],
)
def test_against_a_publication_date(words: str, wanted: str | None) -> None:
    assert edtf(words, WEDNESDAY) == wanted


@pytest.mark.parametrize("january", [date(2023, 1, 10)])
def test_last_month_in_january_is_last_year(january: date) -> None:
    assert edtf("last month", january) == "2022-12"


@pytest.mark.parametrize(
    ("words", "wanted"),
    [
        pytest.param("November 30", "2022-11-30", marks=pytest.mark.xfail(strict=True, reason="November 30 is the coming one's")),
    ],
)
def test_against_a_publication_date_still_wrong(words: str, wanted: str) -> None:
    assert edtf(words, WEDNESDAY) == wanted


@settings(max_examples=60)
@given(st.dates(date(1800, 1, 1), date(2090, 12, 31)), st.one_of(st.none(), st.dates(date(2000, 1, 1), date(2030, 1, 1))))
def test_never_more_precise_than_the_words(day: date, published: date | None) -> None:
    assert edtf(f"{day:%B %Y}", published) == f"{day:%Y-%m}"
    assert edtf(str(day.year), published) == f"{day.year}"
    assert edtf(f"{day:%B} {day.day}, {day:%Y}", published) == day.isoformat()


@settings(max_examples=100)
@given(
    st.text("0123456789 -/.,abcdefghijklmnopqrstuvwxyzJFMASOND'", max_size=30),
    st.one_of(st.none(), st.dates(date(1, 1, 1), date(9999, 12, 31))),
)
def test_any_words_do(words: str, published: date | None) -> None:
    found = edtf(words, published)
    assert found is None or found[0].isdigit()
