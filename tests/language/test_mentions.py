"""Mentions: names trimmed and classed, nouns with the ontology's classes, pronouns."""

from __future__ import annotations

import pytest
from spacy.language import Language

from kg.language.annotations import Mention, read
from tests.extractors.rows import read as read_article


def mentions(nlp: Language, text: str) -> list[tuple[str, str, str]]:
    """Words, kind and likeliest class's local name of every mention."""
    doc = read_article(nlp, text)
    return [(doc[m.start : m.end].text, m.kind, m.types[0].rpartition("#")[2] if m.types else "") for m in read(doc, Mention)]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Sen. Helen Marsh smiled.", ("Helen Marsh", "name", "Person")),
        ("Mr. Bellamy smiled. Tom Bellamy left.", ("Bellamy", "name", "Person")),
        ("The Alden Tribune closed.", ("Alden Tribune", "name", "NewsOutlet")),
        ("Redfern Logistics' trucks left.", ("Redfern Logistics", "name", "Company")),
        ("He studied at Alden University.", ("Alden University", "name", "School")),
        ("The city of Dayton sued.", ("city of Dayton", "name", "Polity")),
        ("Secretary of State Helen Marsh smiled.", ("Helen Marsh", "name", "Person")),
        ("The Calder campaign hired him.", ("Calder campaign", "noun", "Campaign")),
        ("Prison workers sued.", ("Prison workers", "noun", "Group")),
        ("A prison in Ohio closed.", ("prison", "noun", "Prison")),
        ("He lives in Ohio.", ("Ohio", "name", "Polity")),
        ("The vendor left.", ("vendor", "noun", "Company")),
        ("She smiled.", ("She", "pronoun", "")),
        ("Its trucks left.", ("Its", "pronoun", "")),
    ],
)
def test_mention(nlp: Language, text: str, wanted: tuple[str, str, str]) -> None:
    assert wanted in mentions(nlp, text)


def test_a_noun_with_a_preposition_is_one(nlp: Language) -> None:
    found = mentions(nlp, "She is the secretary of state of Ohio.")
    assert "secretary of state" in [words for words, _, _ in found]
    assert "state" not in [words for words, _, _ in found]


@pytest.mark.parametrize("text", ["It cost $5 million.", "In March 2019 it rained.", "About 40 percent left."])
def test_numbers_and_dates_are_nobody(nlp: Language, text: str) -> None:
    assert [kind for _, kind, _ in mentions(nlp, text) if kind == "name"] == []


def test_mentions_are_apart(nlp: Language) -> None:
    doc = read_article(nlp, "Former Ohio Gov. Helen Marsh, of the Alden Tribune's board, sued Tessaly Corp. in New York City on Monday.")
    names = [m for m in read(doc, Mention) if m.kind == "name"]
    covered = [i for m in names for i in range(m.start, m.end)]
    assert len(covered) == len(set(covered))
    assert all(m.start <= m.head < m.end for m in names)
