"""Numbers in figures and words."""

from __future__ import annotations

import pytest
import spacy
from spacy.language import Language

from kg.language.model import BUNDLED
from kg.language.numbers import has_number, number
from kg.language.tokens import Doc


@pytest.fixture(scope="module")
def parser() -> Language:
    return spacy.load(BUNDLED, disable=["ner"])


def counted(parser: Language, words: str) -> tuple[str, str | None, str | None] | None:
    """The number of people that "The mill employs … people" tells: its words and bounds."""
    doc = Doc(parser(f"The mill employs {words} people."))
    found = number(doc, len(doc) - 2)
    if found is None:
        return None
    return doc.words(found.start, found.end), *(None if one is None else f"{one.normalize():f}" for one in (found.low, found.high))  # type: ignore[return-value]


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("8,500", "8500"),
        ("1.2 million", "1200000"),
        ("three", "3"),
        ("twenty-five", "25"),
        ("ninety nine", "99"),
        ("a hundred", "100"),
        ("two hundred and fifty", "250"),
        ("two hundred and 50", "250"),
        ("three thousand four hundred", "3400"),
        ("a dozen", "12"),
        ("two dozen", "24"),
        ("one million two hundred thousand", "1200000"),
    ],
)
def test_one_number(parser: Language, words: str, value: str) -> None:
    assert counted(parser, words) == (words, value, value)


@pytest.mark.parametrize(
    ("words", "low", "high"),
    [
        ("more than 300", "300", None),
        ("no fewer than 300", "300", None),
        ("fewer than 300", None, "300"),
        ("up to 300", None, "300"),
        ("about 300", "300", "300"),
        ("an estimated 300", "300", "300"),
        ("300 to 400", "300", "400"),
        ("300-400", "300", "400"),
        ("300 or 400", "300", "400"),
    ],
)
def test_bounds(parser: Language, words: str, low: str | None, high: str | None) -> None:
    assert counted(parser, words) == (words, low, high)


@pytest.mark.parametrize("words", ["many", "hundreds of", "no", "other", "1998 300", "the"])
def test_no_number(parser: Language, words: str) -> None:
    assert counted(parser, words) is None


@pytest.mark.parametrize(
    ("text", "has"), [("300 people", True), ("$3 million", True), ("two mills", True), ("Dana Whitlock", False), ("", False)]
)
def test_a_text_with_a_number_in_it(text: str, has: bool) -> None:
    assert has_number(text) is has
