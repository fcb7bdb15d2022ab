"""What strange names, rare verbs and long sentences do to the parser, and what nouns a class has that nobody listed."""

from __future__ import annotations

from pathlib import Path

import pytest
from spacy.language import Language

from kg.extractors.rereading import Rereader
from tests.ontology.users import Told, TradeReader, told_by

TURTLE = Path(__file__).with_name("strange.ttl")


@pytest.fixture(scope="module")
def reader(nlp: Language) -> TradeReader:
    return TradeReader(nlp)


def told(reader: TradeReader, text: str) -> Told:
    return told_by(reader, TURTLE, text)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Marrow Bakers took the almond biscuit off the menu.", {("Marrow Bakers", "dropped", "almond biscuit", "affirmed")}),
        ("Marrow Bakers took the mayor off the menu.", set()),
        ("Tarn Weavers oiled the bobbin.", {("Tarn Weavers", "oiled", "bobbin", "affirmed")}),
        ("Tarn Weavers oiled the mayor.", set()),
        ("Marrow Bakers glazed the biscuit.", set()),
        ("Marrow Bakers glazed the plum tart.", {("Marrow Bakers", "glazed", "plum tart", "affirmed")}),
        ("The Norby works was dredged by Corran Marine.", {("Corran Marine", "dredged", "Norby works", "affirmed")}),
        ("Marrow Bakers glazed the Almond Tiger.", {("Marrow Bakers", "glazed", "Almond Tiger", "affirmed")}),
        ("Marrow Bakers took the Silver Channel off the menu.", {("Marrow Bakers", "dropped", "Silver Channel", "affirmed")}),
        ("Marrow Bakers took Ohio off the menu.", set()),
        ("Marrow Bakers glazed Ohio.", set()),
    ],
)
def test_a_noun_that_nobody_listed(reader: TradeReader, text: str, wanted: Told) -> None:
    assert told(reader, text) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Corran Marine will reflood the Norby weir.", {("Corran Marine", "dredged", "Norby weir", "planned")}),
        ("The Norby Guild did not enroll Helen Marsh.", {("Norby Guild", "enrolled", "Helen Marsh", "denied")}),
        ("Helen Marsh was hired for a watching brief by the Norby Guild.", {("Norby Guild", "enrolled", "Helen Marsh", "affirmed")}),
        ("Corran Marine did not halt dredging at the Norby weir.", {("Corran Marine", "dredged", "Norby weir", "denied")}),
    ],
)
def test_a_word_in_another_form(reader: TradeReader, text: str, wanted: Told) -> None:
    assert told(reader, text) == wanted


GUIDE = ("Norby Guild", "disbarred", "Helen Marsh", "affirmed")


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Helen Marsh was forbidden to guide by the Norby Guild.", {GUIDE}),
        ("Helen Marsh was excluded from guiding by the Norby Guild in May.", {GUIDE}),
        ("The Norby Guild excluded Helen Marsh from guiding after a complaint.", {GUIDE}),
        ("The Norby Guild cancelled Helen Marsh's badge.", {GUIDE}),
        ("Helen Marsh, whose badge the Norby Guild cancelled, left the town.", {GUIDE}),
        ("Helen Marsh, whom the Norby Guild took off duty in March, left the town.", {GUIDE}),
        ("Excluded from guiding by the Norby Guild, the guide Helen Marsh left the town.", {GUIDE}),
        ("Two boats passed the Norby weir, dredged by Corran Marine in May.", {("Corran Marine", "dredged", "Norby weir", "affirmed")}),
        (
            "Corran Marine dredged the Norby weir in March and the Kelder weir in May.",
            {("Corran Marine", "dredged", "Norby weir", "affirmed"), ("Corran Marine", "dredged", "Kelder weir", "affirmed")},
        ),
        ("Fearing a flood, Corran Marine dredged the Norby weir.", {("Corran Marine", "dredged", "Norby weir", "affirmed")}),
    ],
)
def test_where_the_parser_hangs_it_elsewhere(reader: TradeReader, text: str, wanted: Told) -> None:
    assert told(reader, text) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("St Brannoc's Care enrolled Helen Marsh.", {("St Brannoc's Care", "enrolled", "Helen Marsh", "affirmed")}),
        ("Rosa Marsh bound the Coast Classic in calf.", {("Rosa Marsh", "bound", "Coast Classic", "affirmed")}),
        ("Alpine Rescue Three dredged the Norby weir.", {("Alpine Rescue Three", "dredged", "Norby weir", "affirmed")}),
        ("Grieve & Marrow dredged the Norby weir.", {("Grieve & Marrow", "dredged", "Norby weir", "affirmed")}),
        (
            "In the view of the Norby Echo, Corran Marine never dredged the Kelder weir.",
            {("Corran Marine", "dredged", "Kelder weir", "denied")},
        ),
        ("Rosa Marsh bound Climate of Lies in calf.", {("Rosa Marsh", "bound", "Climate of Lies", "affirmed")}),
    ],
)
def test_a_name_is_whole(reader: TradeReader, text: str, wanted: Told) -> None:
    assert told(reader, text) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("The dredger Odile reflooded the harbour basin Norby Deep in May.", {("Odile", "dredged", "Norby Deep", "affirmed")}),
        (
            "Stratum Nord reflooded the Hestvik boatyard before the terminal was built.",
            {("Stratum Nord", "dredged", "Hestvik boatyard", "affirmed")},
        ),
        ("The board of the Hestvik boatyard said that Stratum Nord never reflooded it.", set()),
    ],
)
def test_names_with_the_nouns_beside_them(reader: TradeReader, text: str, wanted: Told) -> None:
    assert told(reader, text) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("There is no Hestvik plan that Stratum Nord refloods the Norby weir.", {("Stratum Nord", "dredged", "Norby weir", "denied")}),
        ("Had the dredger Odile reflooded the Norby weir, the town would be dry.", {("Odile", "dredged", "Norby weir", "possible")}),
        ("The Hestvik rumour that Stratum Nord reflooded the Norby weir is false.", {("Stratum Nord", "dredged", "Norby weir", "denied")}),
        (
            "The council rejected the Hestvik report that Stratum Nord reflooded the Norby weir.",
            {("Stratum Nord", "dredged", "Norby weir", "denied")},
        ),
        ("The dredger Odile failed to reflood the Norby weir in May.", {("Odile", "dredged", "Norby weir", "denied")}),
        ("Stratum Nord may reflood the Hestvik boatyard before May.", {("Stratum Nord", "dredged", "Hestvik boatyard", "possible")}),
        ("Stratum Nord never reflooded the Hestvik boatyard, its owner said.", {("Stratum Nord", "dredged", "Hestvik boatyard", "denied")}),
    ],
)
def test_a_whole_phrase_is_no_surer(reader: TradeReader, text: str, wanted: Told) -> None:
    assert told(reader, text) == wanted


DREDGED = ("Quillan Clinic", "dredged", "Brightline weir")
BOTH = "Quillan Clinic and St. Osric's Works"


@pytest.mark.parametrize(
    ("text", "status", "speaker"),
    [
        (f"Within hours of the alert, {BOTH} dredged the Brightline weir.", "affirmed", None),
        (f"Within hours of the alert, {BOTH} did not dredge the Brightline weir.", "denied", None),
        (f"Within hours of the alert, {BOTH} may have dredged the Brightline weir.", "possible", None),
        (f"It is a lie that {BOTH} dredged the Brightline weir.", "denied", None),
        (f"Helen Marsh said that {BOTH} dredged the Brightline weir within hours.", "affirmed", "Helen Marsh"),
        (f"Helen Marsh denied that within hours of the alert {BOTH} dredged the Brightline weir.", "denied", "Helen Marsh"),
        (f"Within hours of the alert, {BOTH} dredged the Brightline weir, Helen Marsh denied.", "denied", "Helen Marsh"),
    ],
)
def test_strange_names_lead_nobody_astray(
    reader: TradeReader, monkeypatch: pytest.MonkeyPatch, text: str, status: str, speaker: str | None
) -> None:
    ((_, found),) = reader.read(TURTLE, [text])
    one = next(one for one in found if one.subject and one.subject.label == DREDGED[0] and one.relation.endswith(DREDGED[1]))
    assert (one.object.label, one.status, one.attributed_to and one.attributed_to.label) == (DREDGED[2], status, speaker)
    monkeypatch.setattr(Rereader, "read", lambda *_: iter(()))
    assert (*DREDGED, status) not in told(reader, text)
