"""Publication dates: ISO 8601 where only one day is meant."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.readers.dates import iso_date


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("2019-12-24", "2019-12-24"),
        ("2019-12-24T10:30:00Z", "2019-12-24T10:30:00+00:00"),
        ("2019-12-24 10:30", "2019-12-24T10:30:00"),
        ("2019/12/24", "2019-12-24"),
        ("December 24, 2019", "2019-12-24"),
        ("Dec. 24th, 2019", "2019-12-24"),
        ("24 December 2019", "2019-12-24"),
        ("Tuesday, 24 December 2019", "2019-12-24"),
        ("24/12/2019", "2019-12-24"),
        ("12/24/2019", "2019-12-24"),
        ("05/05/2019", "2019-05-05"),
        ("24.12.2019", "2019-12-24"),
        ("Tue, 24 Dec 2019 10:00:00 GMT", "2019-12-24T10:00:00+00:00"),
        ("03/04/2019", None),
        ("May 2019", None),
        ("2019", None),
        ("31 February 2019", None),
        ("2019-13-01", None),
        ("yesterday", None),
        ("", None),
        ("24/12-2019", None),
        ("9" * 5000, None),
    ],
)
def test_iso_date(words: str, expected: str | None) -> None:
    assert iso_date(words) == expected


@given(st.dates())
def test_iso_dates_stay(day) -> None:  # type: ignore[no-untyped-def]
    assert iso_date(day.isoformat()) == day.isoformat()


@given(st.text(max_size=60))
def test_nothing_is_raised(words: str) -> None:
    found = iso_date(words)
    assert found is None or found[4] == "-"
