"""Which gold entity an extracted one is."""

from __future__ import annotations

import pytest

from kg.evaluation.alignment import Alignment, similarity, words
from kg.evaluation.facts import FoundEntity
from kg.evaluation.gold import GoldEntity


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        ("Pell Stone", "the Pell Stone", 1.0),
        ("Pell Stone’s", "pell stone", 1.0),
        ("Sen. Rosa Pell", "Rosa Pell", 1.0),
        ("Rosa Pell", "Pell", 2 / 3),
        ("Rosa Pell", "Rosa", 0.0),  # another head
        ("Pell Stone", "Pell", 0.0),
        ("N.S.C.", "National Stone Council", 1.0),
        ("DOH", "Department of Health", 1.0),
        ("DH", "Department of Health", 1.0),
        ("D", "Department", 0.0),
        ("Hill & Sons", "Hill and Sons", 2 / 3),
        ("the", "the", 0.0),
        ("", "Pell", 0.0),
    ],
)
def test_similarity(one: str, other: str, alike: float) -> None:
    assert similarity(words(one), words(other)) == pytest.approx(alike)
    assert similarity(words(other), words(one)) == pytest.approx(alike)


ALIGNMENT = Alignment(
    {
        "quarry": GoldEntity("Company", ("Dunmore Quarries", "Dunmore"), ("the company",)),
        "mill": GoldEntity("Company", ("the company", "Saltley paper company"), ()),
        "council": GoldEntity("GovernmentBody", ("National Stone Council",), ()),
        "long": GoldEntity("Organization", ("Committee for the Safety of Old Works",), ()),
    }
)


@pytest.mark.parametrize(
    ("labels", "key"),
    [
        (("Dunmore",), "quarry"),
        (("nobody", "Dunmore"), "quarry"),
        (("company",), "mill"),  # a name goes before a description
        (("NSC",), "council"),
        (("Works",), None),  # one word of seven
        (("Old Works",), "long"),
        (("Somebody",), None),
        ((), None),
    ],
)
def test_the_entity_that_a_label_is_most_like(labels: tuple[str, ...], key: str | None) -> None:
    assert ALIGNMENT.key(FoundEntity(next(iter(labels), ""), labels)) == key


def test_nobody_is_nobody() -> None:
    assert ALIGNMENT.key(None) is None
