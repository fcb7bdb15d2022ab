"""A user's own Turtle beside ours: one example covers all forms, classes that only nouns tell, and nothing that a namespace decides."""

from __future__ import annotations

from pathlib import Path

import pytest
from spacy.language import Language

from tests.ontology.users import Told, TradeReader, told_by

TURTLE = Path(__file__).with_name("users.ttl")


@pytest.fixture(scope="session")
def users(nlp: Language) -> TradeReader:
    return TradeReader(nlp)


def told(users: TradeReader, text: str) -> Told:
    return told_by(users, TURTLE, text)


REINSURED = ("Tarn Mutual", "reinsured", "Aurora", "affirmed")


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Tarn Mutual reinsured the tanker Aurora in May.", {REINSURED}),
        ("The tanker Aurora was reinsured by Tarn Mutual, records show.", {REINSURED}),
        ("Tarn Mutual, which reinsured the Aurora, has gone bankrupt.", {REINSURED}),
        ("The Aurora, reinsured by Tarn Mutual, sank off Kilmorran.", {REINSURED}),
        ("Tarn Mutual is said by Helen Marsh to have reinsured the Aurora.", {(*REINSURED[:3], "possible")}),
        ("Tarn Mutual refused to reinsure the Aurora.", {(*REINSURED[:3], "denied")}),
        ("Tarn Mutual never reinsured the Aurora.", {(*REINSURED[:3], "denied")}),
        ("Tarn Mutual will reinsure the Aurora next year.", {(*REINSURED[:3], "planned")}),
        ("Tarn Mutual may reinsure the Aurora.", {(*REINSURED[:3], "possible")}),
        ("Tarn Mutual took on the risk of the Aurora.", {REINSURED}),
        ("Tarn Mutual reinsured the Aurora and the tug Sula.", {REINSURED, ("Tarn Mutual", "reinsured", "Sula", "affirmed")}),
        ("Tarn Mutual and Kelder Marine reinsured the Aurora.", {REINSURED, ("Kelder Marine", "reinsured", "Aurora", "affirmed")}),
    ],
)
def test_one_example_covers_all_forms(users: TradeReader, text: str, wanted: Told) -> None:
    assert told(users, text) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Lindmark University Clinic trialled Veltrazine on mice.", {("Lindmark University Clinic", "trialled", "Veltrazine", "affirmed")}),
        ("Corran Labs ran a trial of Quillomab in 2019.", {("Corran Labs", "trialled", "Quillomab", "affirmed")}),
        ("Boreal Space put Kestrel 4 into orbit.", {("Boreal Space", "launched_into_orbit", "Kestrel 4", "affirmed")}),
        ("Tarn Water trialled Veltrazine.", {("Tarn Water", "trialled", "Veltrazine", "affirmed")}),
        ("Tom Bellamy gave his pasture to Tarn Water.", {("Tom Bellamy", "gave_land_to", "Tarn Water", "affirmed")}),
        ("Tom Bellamy gave part of his pasture to Tarn Water.", {("Tom Bellamy", "gave_land_to", "Tarn Water", "affirmed")}),
        ("Tom Bellamy gave part of his hay to Tarn Water.", set()),
        ("Rosa Keel ghosted the memoir Nine Tides.", {("Rosa Keel", "ghosted", "Nine Tides", "affirmed")}),
        ("Rosa Keel ghosted Tin Harbor, a novel.", {("Rosa Keel", "ghosted", "Tin Harbor", "affirmed")}),
        (
            "The bishop inducted Tom Bellamy.",
            {("bishop", "inducted", "Tom Bellamy", "affirmed"), ("bishop", "serves_under", "Tom Bellamy", "affirmed")},
        ),
        ("Corran Labs trialled the meeting.", set()),
        ("Corran Labs trialled the mayor of Dayton.", set()),
        ("Corran Labs trialled Helen Marsh, the mayor of Dayton.", set()),
        ("Tarn Mutual reinsured the school.", set()),
        ("Rosa Keel ghosted Ohio.", set()),
        ("Kelder City put Kestrel 4 into orbit.", {("Kelder City", "launched_into_orbit", "Kestrel 4", "affirmed")}),
        ("Marlow County put Kestrel 4 into orbit.", {("Marlow County", "launched_into_orbit", "Kestrel 4", "affirmed")}),
        ("Ohio put Kestrel 4 into orbit.", set()),
    ],
)
def test_a_class_that_only_nouns_tell(users: TradeReader, text: str, wanted: Told) -> None:
    assert told(users, text) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Boreal Space lofted the satellite Kestrel into orbit.", {("Boreal Space", "launched_into_orbit", "Kestrel", "affirmed")}),
        ("Boreal Space boosted Kestrel into orbit.", {("Boreal Space", "launched_into_orbit", "Kestrel", "affirmed")}),
        ("Boreal Space sold Kestrel into orbit.", set()),
    ],
)
def test_a_word_class_of_a_user(users: TradeReader, text: str, wanted: Told) -> None:
    assert told(users, text) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Halden Lines chartered Kelder Ferries two barges.", {("Halden Lines", "chartered_to", "Kelder Ferries", "affirmed")}),
        ("Kelder Ferries was chartered two barges by Halden Lines.", {("Halden Lines", "chartered_to", "Kelder Ferries", "affirmed")}),
        ("Halden Lines chartered two barges to Kelder Ferries.", {("Halden Lines", "chartered_to", "Kelder Ferries", "affirmed")}),
        ("Halden Lines chartered Kelder Ferries a plane.", set()),
        ("Helen Marsh declared the barge Sula seaworthy.", {("Helen Marsh", "declared_fit", "Sula", "affirmed")}),
        ("The Sula was declared seaworthy by Helen Marsh.", {("Helen Marsh", "declared_fit", "Sula", "affirmed")}),
        ("Kelder Ferries was caulked for by the Norby shipwrights.", {("Norby shipwrights", "caulked_for", "Kelder Ferries", "affirmed")}),
        ("Rosa Keel is the ghost writer of Tin Harbor.", {("Rosa Keel", "ghosted", "Tin Harbor", "affirmed")}),
    ],
)
def test_two_objects_complements_and_prepositions(users: TradeReader, text: str, wanted: Told) -> None:
    assert told(users, text) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Corran Labs procured a scanner through Norvale Group.", {("Corran Labs", "bought_through", "scanner", "affirmed")}),
        ("A scanner was procured by Corran Labs.", {("Corran Labs", "bought_through", "scanner", "affirmed")}),
        ("The barge Sula was scuttled off Norby.", {(None, "scuttled", "Sula", "affirmed")}),
        ("The Sula was not scuttled.", {(None, "scuttled", "Sula", "denied")}),
    ],
)
def test_one_bracket_and_three(users: TradeReader, text: str, wanted: Told) -> None:
    assert told(users, text) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Clearbrook reinsured the Aurora.", {("Clearbrook", "reinsured", "Aurora", "affirmed")}),
        ("Brakesund Mill de-iced Great Wexley.", {("Brakesund Mill", "de_iced", "Great Wexley", "affirmed")}),
        ("Great Wexley, de-iced by Brakesund Mill in May, froze again.", {("Brakesund Mill", "de_iced", "Great Wexley", "affirmed")}),
        ("Corran Labs stocks Veltrazine.", {("Corran Labs", "stocks", "Veltrazine", "affirmed")}),
        ("Corran Labs has never stocked the ointment Balmiton.", {("Corran Labs", "stocks", "Balmiton", "denied")}),
        ("Helen Marsh barred Kelder Ferries from sailing on rivers.", {("Helen Marsh", "beached", "Kelder Ferries", "affirmed")}),
        ("Helen Marsh never barred Kelder Ferries from sailing on rivers.", {("Helen Marsh", "beached", "Kelder Ferries", "denied")}),
        ("Spoonfold is not the ghost writer of Tin Harbor, the teacher said.", {("Spoonfold", "ghosted", "Tin Harbor", "denied")}),
    ],
)
def test_names_and_verbs_that_nobody_has_heard_of(users: TradeReader, text: str, wanted: Told) -> None:
    assert told(users, text) == wanted


def test_what_ours_words_more_fully_is_the_users_all_the_same(users: TradeReader) -> None:
    text = "Halden Lines chartered a ferry to Kelder Ferries."
    ((_, found),) = users.read(TURTLE, [text])
    assert ("Halden Lines", "chartered_to", "Kelder Ferries", "affirmed") in told(users, text)
    assert {one.relation.rpartition("#")[0] for one in found} >= {"https://example.org/beat"}


STANDALONE = Path(__file__).with_name("standalone.ttl")


@pytest.fixture(scope="session")
def keepers(nlp: Language) -> TradeReader:
    """Reads without our ontology."""
    return TradeReader(nlp, beside=())


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("The tiger was fed by Dana Whitlock on Monday.", {("Dana Whitlock", "feeds", "tiger", "affirmed")}),
        (
            "Raja, fed by Tom Bellamy, lives in the Marlow Enclosure.",
            {("Tom Bellamy", "feeds", "Raja", "affirmed"), ("Raja", "lives_in", "Marlow Enclosure", "affirmed")},
        ),
        ("Ilse Marrow looks after the elephant Tamba.", {("Ilse Marrow", "feeds", "Tamba", "affirmed")}),
        ("Tom Bellamy, who never fed Raja, left.", {("Tom Bellamy", "feeds", "Raja", "denied")}),
        ("The tiger feeds the cage.", set()),
        ("Tom Bellamy feeds a cage.", set()),
    ],
)
def test_an_ontology_that_knows_nothing_of_names_stands_by_itself(keepers: TradeReader, text: str, wanted: Told) -> None:
    ((ontology, found),) = keepers.read(STANDALONE, [text])
    told = {(one.subject and one.subject.label, ontology.relations[one.relation].name, one.object.label, one.status) for one in found}
    assert told == wanted
