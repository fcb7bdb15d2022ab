"""What noun phrases say: members of a set, plans and whose they are, for and against, and the words by which an entity is called."""

from __future__ import annotations

import pytest
from spacy.language import Language

from tests.extractors.rows import Fact, Row, check, denied, planned, possible, read, row, table, told

ACQUIRE = ("Halden Foods", "acquired", "Corvane Industries")
HIRE = ("Vantor Energy", "hired", "Owen Strand")


@table(
    row(
        "Halden Foods sued several companies, including Vantor Energy and Tessaly Corp.",
        Fact("Halden Foods", "sued", "Vantor Energy"),
        Fact("Halden Foods", "sued", "Tessaly Corp."),
    ),
    row(
        "Halden Foods acquired several companies including Corvane Industries.",
        Fact(*ACQUIRE),
    ),
    row(
        "Three senators, including Helen Marsh, criticized Vantor Energy.",
        Fact("Helen Marsh", "criticized", "Vantor Energy"),
        extra=True,
    ),
)
def test_including(nlp: Language, one: Row) -> None:
    check(nlp, one)


@table(
    row(
        "Ohio, one of the states suing Vantor Energy, declined to comment.",
        Fact("Ohio", "sued", "Vantor Energy"),
        Fact("states", "sued", "Vantor Energy"),
    ),
    row(
        "Helen Marsh, one of the investors suing Vantor Energy, smiled.",
        Fact("Helen Marsh", "sued", "Vantor Energy"),
        Fact("investors", "sued", "Vantor Energy"),
    ),
)
def test_one_of_those_who_do_it_does_it(nlp: Language, one: Row) -> None:
    check(nlp, one)


@table(
    row("Halden Foods announced plans to buy Corvane Industries.", planned(*ACQUIRE)),
    row("Halden Foods announced a plan to acquire Corvane Industries.", planned(*ACQUIRE)),
    row("Halden Foods' plan to acquire Corvane Industries surprised investors.", planned(*ACQUIRE)),
    row("Halden Foods had no plans to buy Corvane Industries.", denied(*ACQUIRE, modality="planned")),
    row("Halden Foods abandoned its plans to buy Corvane Industries.", denied(*ACQUIRE, modality="planned")),
    row("Vantor Energy's decision to hire Owen Strand surprised investors.", planned(*HIRE)),
    row("Vantor Energy confirmed plans to hire Owen Strand.", planned(*HIRE)),
    row("Lindmark Capital criticized Halden Foods' plans to buy Corvane Industries.", possible(*ACQUIRE), extra=True),
    row("Lindmark Capital rejected Halden Foods' offer to buy Corvane Industries.", denied(*ACQUIRE, modality="planned")),
)
def test_a_plan_is_its_owners(nlp: Language, one: Row) -> None:
    check(nlp, one)


@table(
    row("The anti-Marsh group met. Helen Marsh smiled.", Fact("anti-Marsh group", "opposes", "Helen Marsh")),
    row("Helen Marsh smiled. The anti-Marsh group met.", Fact("anti-Marsh group", "opposes", "Helen Marsh")),
    row("Helen Marsh smiled. The pro-Marsh group met.", Fact("pro-Marsh group", "supports", "Helen Marsh")),
    row("Tom Bellamy smiled. The pro-Bellamy committee met.", Fact("pro-Bellamy committee", "supports", "Tom Bellamy")),
    row("Tom Bellamy smiled. The voters are anti-Bellamy.", Fact("voters", "opposes", "Tom Bellamy")),
    row("Tom Bellamy smiled. The black vote seems more anti-Bellamy than it was.", possible("black vote", "opposes", "Tom Bellamy")),
    row("The voters are not against Tom Bellamy.", denied("voters", "opposes", "Tom Bellamy")),
    row("Tom Bellamy smiled. The voters are not pro-Bellamy.", denied("voters", "supports", "Tom Bellamy")),
)
def test_for_and_against(nlp: Language, one: Row) -> None:
    check(nlp, one)


@pytest.mark.parametrize(
    ("text", "labels"),
    [
        (
            "Vantor Energy runs a warehouse near the airport in Dayton.",
            ("warehouse near the airport in Dayton", "warehouse near the airport", "warehouse"),
        ),
        ("Owen Strand published a book about the campaign of Helen Marsh.", ("book", "book about the campaign of Helen Marsh")),
        ("Vantor Energy operates two call centers in Ohio prisons.", ("two call centers in Ohio prisons", "two call centers")),
        ("Vantor Energy left the network in dramatic fashion.", ("network",)),
        ("Owen Strand owns a house in the style of a barn.", ("house", "house in the style of a barn")),
        ("The only “medical records” that Owen Strand published were old.", ("medical records",)),
        ("Vantor Energy hired lawyers for both Tom and Ada Bellamy.", ("lawyers", "lawyers for both Tom and Ada Bellamy")),
        ("Vantor Energy owns a plant in Dayton that makes glue.", ("plant in Dayton", "plant", "plant in Dayton that makes glue")),
    ],
)
def test_an_unnamed_thing_is_called_by_its_complements_too(nlp: Language, text: str, labels: tuple[str, ...]) -> None:
    assert labels in {one.object.labels for one in read(nlp, text)._.statements}


def test_a_clause_is_no_first_label(nlp: Language) -> None:
    text = "The states that sued Vantor Energy in 2019 endorsed Helen Marsh."
    assert {"states"} == {one.subject for one in map(told, read(nlp, text)._.statements)}


@table(
    row(
        "Owen Strand spoke of his stint at the clinic as director of the Norby Institute.",
        Fact("Owen Strand", "leads", "Norby Institute"),
        extra=True,
    ),
    row("Owen Strand’s fellow physicians left.", extra=False),
    row("Owen Strand's favourite doctor, Helen Marsh, left."),
    row("Owen Strand's affiliation with Larch University ended.", Fact("Owen Strand", "works_for", "Larch University")),
    row("Owen Strand's doctor, Helen Marsh, left.", Fact("Helen Marsh", "works_for", "Owen Strand")),
    row(
        "Owen Strand, a Tolve College-trained surgeon, sued Vantor Energy.",
        Fact("Owen Strand", "attended", "Tolve College"),
        Fact("Owen Strand", "sued", "Vantor Energy"),
    ),
)
def test_what_somebody_was_and_whom_somebody_works_beside(nlp: Language, one: Row) -> None:
    check(nlp, one)


@table(
    row(
        "President Tom Bellamy met Helen Marsh, president of the Norby Farmers Union.",
        Fact("Tom Bellamy", "holds_office", "president"),
        Fact("Helen Marsh", "holds_office", "president of the Norby Farmers Union"),
        extra=True,
    ),
    row(
        "Helen Marsh, an Ohio-based president of the Norby Farmers Union, smiled.",
        Fact("Helen Marsh", "holds_office", "president of the Norby Farmers Union"),
        extra=True,
    ),
    row("Helen Marsh, the governor of Ohio, smiled.", Fact("Helen Marsh", "holds_office", "governor"), extra=True),
)
def test_a_bodys_president_is_none_of_a_country(nlp: Language, one: Row) -> None:
    check(nlp, one)
