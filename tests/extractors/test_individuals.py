"""Whom the ontology knows by name, titles of several, and what a title says of the time."""

from __future__ import annotations

import pytest
from spacy.language import Language

from kg.statement import Entity
from tests.extractors.rows import Fact, Row, check, denied, planned, read, row, table, told

DEMOCRAT = Fact("Lee Rowan", "member_of", "Democratic Party")
REPUBLICAN = Fact("Lee Rowan", "member_of", "Republican Party")
SENATOR = Fact("Lee Rowan", "holds_office", "senator")
CRITICIZED = Fact("Lee Rowan", "criticized", "Vantor Energy")
LEADS = ("Tom Bellamy", "leads", "Tessaly Corp.")


@table(
    row("Lee Rowan (D-Ohio) criticized Vantor Energy.", DEMOCRAT, CRITICIZED),
    row("Lee Rowan (R-Texas) criticized Vantor Energy. Rowan smiled.", REPUBLICAN, CRITICIZED),
    row("Sen. Lee Rowan, D-Ohio, criticized Vantor Energy.", SENATOR, DEMOCRAT, CRITICIZED),
    row("Sen. Lee Rowan (D) criticized Vantor Energy.", SENATOR, DEMOCRAT, CRITICIZED),
)
def test_a_mark_beside_a_name(nlp: Language, one: Row) -> None:
    check(nlp, one)


@pytest.mark.parametrize(
    "text", ["The D in the alphabet is a letter.", "Vitamin D (cheap) helps.", "R is a letter. Plan D, they said, failed."]
)
def test_a_mark_elsewhere_means_nobody(nlp: Language, text: str) -> None:
    assert not [one for one in read(nlp, text)._.statements if told(one).relation == "member_of"]


@table(
    row("The Russian military attacked Dayton.", Fact("Russian military", "attacked", "Dayton")),
    row("The German government sued Vantor Energy.", Fact("German government", "sued", "Vantor Energy")),
    row("The Russian president visited Kenya.", Fact("Russian president", "visited", "Kenya")),
    row(
        "Democrats criticized Vantor Energy. The Democratic Party endorsed Helen Marsh.",
        Fact("Democratic Party", "criticized", "Vantor Energy"),
        Fact("Democratic Party", "endorsed", "Helen Marsh"),
    ),
    row("Republicans in Ohio endorsed Helen Marsh.", Fact("Republicans in Ohio", "endorsed", "Helen Marsh")),
)
def test_a_known_name(nlp: Language, one: Row) -> None:
    check(nlp, one)


def test_all_names_of_an_individual_are_one_entity(nlp: Language) -> None:
    statements = read(nlp, "Russia sued Vantor Energy. The Russian firm hired Owen Strand.")._.statements
    (sued,) = (one for one in statements if told(one).relation == "sued")
    assert sued.subject is not None
    assert set(sued.subject.labels) == {"Russia", "Russian"}


@table(
    row(
        "Sens. Lee Rowan and Helen Marsh criticized Vantor Energy.",
        SENATOR,
        CRITICIZED,
        Fact("Helen Marsh", "holds_office", "senator"),
        Fact("Helen Marsh", "criticized", "Vantor Energy"),
    ),
    row(
        "Sens. Rowan and Park endorsed Helen Marsh.",
        Fact("Rowan", "endorsed", "Helen Marsh"),
        Fact("Park", "endorsed", "Helen Marsh"),
        extra=True,
    ),
    row(
        "Govs. Helen Marsh and Tom Bellamy opposed the bill.",
        Fact("Helen Marsh", "opposes", "bill"),
        Fact("Tom Bellamy", "opposes", "bill"),
        extra=True,
    ),
)
def test_a_title_of_several(nlp: Language, one: Row) -> None:
    check(nlp, one)


@table(
    row("Tessaly Corp. said its chief executive, Tom Bellamy, may leave.", Fact(*LEADS)),
    row("If Tessaly Corp. chief executive Tom Bellamy leaves, prices would rise.", Fact(*LEADS)),
    row(
        "Helen Marsh didn't meet Vantor Energy spokeswoman Carla Reyes.",
        Fact("Carla Reyes", "spokesperson_for", "Vantor Energy"),
        denied("Helen Marsh", "met_with", "Carla Reyes"),
    ),
    row("Tom Bellamy will become chief executive of Tessaly Corp.", planned(*LEADS)),
    row("Tom Bellamy is not chief executive of Tessaly Corp.", denied(*LEADS)),
)
def test_a_title_has_its_own_certainty(nlp: Language, one: Row) -> None:
    check(nlp, one)


@pytest.mark.parametrize(
    ("text", "labels"),
    [
        ("Helen Marsh said Brackwell Systems is a company for fools. Redfern hired Brackwell Systems.", {"Brackwell Systems"}),
        ("Redfern hired Brackwell Systems. Brackwell Systems is the latest example of greed.", {"Brackwell Systems"}),
        ("Redfern hired Mr. Bellamy. Tom Bellamy, a flanker, grew rich.", {"Tom Bellamy", "Bellamy", "flanker"}),
        ("Redfern hired Tom Bellamy. The editor who had fired Marsh slept.", {"Tom Bellamy"}),
        ("Redfern hired Brackwell Systems, a software company that sells maps.", {"Brackwell Systems", "software company"}),
    ],
)
def test_an_opinion_is_no_other_name(nlp: Language, text: str, labels: set[str]) -> None:
    hired = [one.object for one in read(nlp, text)._.statements if told(one).relation == "hired"]
    assert [set(one.labels) for one in hired if isinstance(one, Entity)] == [labels]
