"""Money: the words, and what they come to."""

from __future__ import annotations

import pytest
import spacy
from spacy.language import Language

from kg.language.annotations import Quantity, read
from kg.language.quantities import quantities
from kg.language.tokens import Doc


@pytest.fixture(scope="module")
def english(nlp: Language) -> Language:
    """Words and lemmas alone."""
    return spacy.blank("en")


@pytest.mark.parametrize(
    ("text", "words", "low", "high", "currency", "unit"),
    [
        ("It paid $5.", "$5", "5", "5", "USD", None),
        ("It paid $1,250.50 then.", "$1,250.50", "1250.5", "1250.5", "USD", None),
        ("It paid $5 million.", "$5 million", "5000000", "5000000", "USD", None),
        ("It paid £1.5bn to them.", "£1.5bn", "1500000000", "1500000000", "GBP", None),
        ("It paid €40 million.", "€40 million", "40000000", "40000000", "EUR", None),
        ("It paid 500 dollars.", "500 dollars", "500", "500", "USD", None),
        ("It paid 30 cents.", "30 cents", "0.3", "0.3", "USD", None),
        ("It paid up to $20 per month.", "up to $20 per month", None, "20", "USD", "month"),
        ("It paid at least $20.", "at least $20", "20", None, "USD", None),
        ("It paid more than $3 million.", "more than $3 million", "3000000", None, "USD", None),
        ("It paid no more than $3 million.", "no more than $3 million", None, "3000000", "USD", None),
        ("It paid no less than $3 million.", "no less than $3 million", "3000000", None, "USD", None),
        ("It paid three million dollars.", "three million dollars", "3000000", "3000000", "USD", None),
        ("It paid $40m.", "$40m", "40000000", "40000000", "USD", None),
        ("It paid less than $3.", "less than $3", None, "3", "USD", None),
        ("It paid $1.45 an hour.", "$1.45 an hour", "1.45", "1.45", "USD", "hour"),
        ("It paid $7.25 per hour.", "$7.25 per hour", "7.25", "7.25", "USD", "hour"),
        ("It paid between $2 million and $3 million.", "$2 million and $3 million", "2000000", "3000000", "USD", None),
        ("It paid $2 to $3.", "$2 to $3", "2", "3", "USD", None),
        ("They paid a combined $20 million.", "combined $20 million", "20000000", "20000000", "USD", None),
        ("They paid a combined total of $3 million.", "combined total of $3 million", "3000000", "3000000", "USD", None),
        ("It pays 54 cents an hour at best.", "54 cents an hour at best", None, "0.54", "USD", "hour"),
        ("It pays $5 or more, he said.", "$5 or more", "5", None, "USD", None),
        ("They paid $3 million each.", "$3 million each", "3000000", "3000000", "USD", None),
        ("It paid $5 at least twice.", "$5", "5", "5", "USD", None),
        ("It paid $5 each member.", "$5", "5", "5", "USD", None),
    ],
)
def test_money(nlp: Language, text: str, words: str, low: str | None, high: str | None, currency: str, unit: str | None) -> None:
    with nlp.select_pipes(disable=["kg", "ner"]):
        doc = quantities(Doc(nlp(text)))
    (found,) = read(doc, Quantity)
    assert (found.low, found.high, found.currency, found.unit) == (low, high, currency, unit)
    assert doc.words(found.start, found.end).rstrip(".") == words


@pytest.mark.parametrize("text", ["It hired 40 workers.", "In 2019 it grew.", "$", "It paid $ and left.", "Room 5, 3rd floor", ""])
def test_no_money(nlp: Language, text: str) -> None:
    assert read(quantities(Doc(nlp.make_doc(text))), Quantity) == ()
