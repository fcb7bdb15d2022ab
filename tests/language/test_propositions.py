"""The normal form: many constructions, one proposition."""

from __future__ import annotations

import pytest
from spacy.language import Language

from kg.language.annotations import Proposition, read
from tests.extractors.rows import read as read_article


def triples(nlp: Language, text: str) -> set[tuple[str, str | None, str | None]]:
    """Every reading as lemma, subject and object, by their words."""
    doc = read_article(nlp, text)
    found: set[tuple[str, str | None, str | None]] = set()
    for one in read(doc, Proposition):
        subjects: list[str | None] = [doc[a.token].text for a in one.arguments if a.role == "subj"]
        objects: list[str | None] = [doc[a.token].text for a in one.arguments if a.role == "obj"]
        found.update((one.lemma, s, o) for s in subjects or [None] for o in objects or [None])
    return found


@pytest.mark.parametrize(
    "text",
    [
        "Redfern hired Brackwell.",
        "Brackwell was hired by Redfern.",
        "The firm praised Redfern, which hired Brackwell.",
        "Investors like Brackwell, which was hired by Redfern.",
        "Investors like Brackwell, which Redfern hired.",
        "Brackwell, hired by Redfern, is growing.",
        "Redfern expanded, hiring Brackwell.",
        "Redfern managed to hire Brackwell.",
        "Redfern seems to have hired Brackwell.",
        "Brackwell is believed to have been hired by Redfern.",
        "Redfern grew by hiring Brackwell.",
        "Redfern expanded and hired Brackwell.",
        "Redfern and Halden hired Brackwell.",
        "Redfern hired Halden and Brackwell.",
        "Redfern met and hired Brackwell.",
        "Redfern did not hire Brackwell.",
        "Redfern will hire Brackwell.",
        "The city told Redfern to hire Brackwell.",
        "Redfern's hiring of Brackwell made news.",
        "The hiring of Brackwell by Redfern made news.",
    ],
)
def test_one_fact_many_ways(nlp: Language, text: str) -> None:
    assert ("hire", "Redfern", "Brackwell") in triples(nlp, text)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Redfern Logistics brought in Brackwell Systems.", ("bring in", "Logistics", "Systems")),
        ("Redfern brought Brackwell in.", ("bring in", "Redfern", "Brackwell")),
        ("Brackwell was brought in by Redfern.", ("bring in", "Redfern", "Brackwell")),
        ("Strand was arrested.", ("arrest", None, "Strand")),
    ],
)
def test_particles_and_missing_agents(nlp: Language, text: str, wanted: tuple[str, str | None, str | None]) -> None:
    assert wanted in triples(nlp, text)


def test_only_a_passive_without_agent_is_agentless(nlp: Language) -> None:
    def agentless(text: str) -> list[bool]:
        doc = read_article(nlp, text)
        return [one.agentless for one in read(doc, Proposition) if doc[one.predicate].pos_ == "VERB"]

    assert agentless("Strand was arrested.") == [True]
    assert agentless("Strand was arrested by police.") == [False]
    assert agentless("Police arrested Strand.") == [False]


@pytest.mark.parametrize(
    "text",
    [
        "Helen Marsh, an adviser to the mayor, smiled.",
        "Helen Marsh is an adviser to the mayor.",
        "Mayoral adviser Helen Marsh smiled.",
        "The mayor's adviser, Helen Marsh, smiled.",
        "Helen Marsh works as an adviser to the mayor.",
    ],
)
def test_a_noun_has_its_holder(nlp: Language, text: str) -> None:
    doc = read_article(nlp, text)
    holders = [
        doc[a.token].text
        for one in read(doc, Proposition)
        if doc[one.predicate].text == "adviser"
        for a in one.arguments
        if a.role == "holder"
    ]
    assert holders == ["Marsh"]


@pytest.mark.parametrize(
    "text",
    ["Redfern gave Brackwell a contract.", "Redfern gave a contract to Brackwell.", "Brackwell was given a contract by Redfern."],
)
def test_the_receiver_is_one_however_it_is_worded(nlp: Language, text: str) -> None:
    for text in (
        "Redfern gave Brackwell a contract.",
        "Redfern gave a contract to Brackwell.",
        "Brackwell was given a contract by Redfern.",
    ):
        doc = read_article(nlp, text)
        given = [one for one in read(doc, Proposition) if one.lemma == "give"]
        assert any(("to", "Brackwell") in {(a.role, doc[a.token].text) for a in one.arguments} for one in given), text
        assert any(("subj", "Redfern") in {(a.role, doc[a.token].text) for a in one.arguments} for one in given), text
