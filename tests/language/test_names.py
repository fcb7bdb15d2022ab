"""Names: apart where they run together, without roles and titles, of the class that words, ages, given names and surroundings tell."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from spacy.language import Language

from kg.article import Role
from kg.language.annotations import Mention, read
from tests.extractors.rows import read as read_article

Told = tuple[str, str]


def names(nlp: Language, text: str, roles: Sequence[Role] = ()) -> list[Told]:
    """Each name of the text with the local name of its likeliest class ("" where nothing tells one)."""
    doc = read_article(nlp, text, roles=roles)
    found = (m for m in read(doc, Mention) if m.kind == "name")
    return [(doc[m.start : m.end].text, m.types[0].rpartition("#")[2] if m.types else "") for m in found]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Helen Marsh's Quillon Pictures grew. Quillon Pictures left.", ["Helen Marsh", "Quillon Pictures", "Quillon Pictures"]),
        ("Brackwell Inc's Tarnbox grew. Tarnbox left.", ["Brackwell Inc", "Tarnbox", "Tarnbox"]),
        ("Vantor Energy and Tarnbox left. Tarnbox grew.", ["Vantor Energy", "Tarnbox", "Tarnbox"]),
        ("Crooked Helen Marsh smiled. Helen Marsh left.", ["Helen Marsh", "Helen Marsh"]),
        ("Lodestar Nine hired Owen Strand.", ["Lodestar Nine", "Owen Strand"]),
        ("Lindmark Capital bought Pellan Labs and Tarnwick.", ["Lindmark Capital", "Pellan Labs", "Tarnwick"]),
        ("Lindmark Capital raised its stake in Pellan Labs and Tarnwick.", ["Lindmark Capital", "Pellan Labs", "Tarnwick"]),
        ("Tri-Valley Water hired Owen Strand.", ["Tri-Valley Water", "Owen Strand"]),
        ("The paper ordered a poll from Quorum West.", ["Quorum West"]),
        ("From January, Thirty Geese will advertise Marlowe Vacuum.", ["Thirty Geese", "Marlowe Vacuum"]),
        ('Owen Strand wrote the novel "Salt and Silver" in March.', ["Owen Strand", "Salt and Silver"]),
        ("Owen Strand wrote “Nothing Left to Say,” a play.", ["Owen Strand", "Nothing Left to Say"]),
        ("The motto ‘Fear Nothing’ was adopted by Vantor Energy.", ["Fear Nothing", "Vantor Energy"]),
        ("“The Pellan Group” hired Owen Strand.", ["Pellan Group", "Owen Strand"]),
        ("“Vantor Energy did not pay Owen Strand,” she said.", ["Vantor Energy", "Owen Strand"]),
        ("“Owen Strand left,” she said. “He left in March.”", ["Owen Strand"]),
        ('Owen Strand called it "a disgrace for Ohio".', ["Owen Strand", "Ohio"]),
        ("Two Norwegians hired Owen Strand.", ["Owen Strand"]),
        ("Gloria Stavely has never endorsed Nimbus Water, her manager said.", ["Gloria Stavely", "Nimbus Water"]),
        ("Rowan Kelly Really hired Owen Strand.", ["Rowan Kelly", "Owen Strand"]),
        ("Owen Strand was lobbied by Freightways United eleven times in a month.", ["Owen Strand", "Freightways United"]),
    ],
)
def test_names_are_whole_and_apart(nlp: Language, text: str, wanted: list[str]) -> None:
    assert [words for words, _ in names(nlp, text)] == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Kestrel Bank Chairman Alan Roe smiled.", [("Kestrel Bank", "Company"), ("Alan Roe", "Person")]),
        ("Kestrel Bank CEO Alan Roe smiled.", [("Kestrel Bank", "Company"), ("Alan Roe", "Person")]),
        ("Quarry Bank chief executive Rufus Penn smiled.", [("Quarry Bank", "Company"), ("Rufus Penn", "Person")]),
        ("Prime Minister Anna Rowan smiled.", [("Anna Rowan", "Person")]),
        ("Sen. Lee Rowan, D-Ohio, smiled.", [("Lee Rowan", "Person")]),
        ("Joan Roe MP smiled.", [("Joan Roe", "Person")]),
    ],
)
def test_a_role_is_no_part_of_a_name(nlp: Language, text: str, wanted: list[Told]) -> None:
    assert names(nlp, text) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Marlow, 43, smiled.", ("Marlow", "Person")),
        ("Miriam Tolve smiled.", ("Miriam Tolve", "Person")),
        ("Gregory Tolve Group smiled.", ("Gregory Tolve Group", "Company")),
        ("Rufus Penn smiled. Penn left.", ("Penn", "Person")),
        ("They met in Kilbrack. Kilbrack sued.", ("Kilbrack", "Polity")),
        ("Halden Foods opened depots in Pellan Bay and Kressel in May.", ("Kressel", "Polity")),
        ("Owen Strand was arrested near Milbury. Milbury sued.", ("Milbury", "Polity")),
    ],
)
def test_what_tells_a_names_class(nlp: Language, text: str, wanted: Told) -> None:
    assert wanted in names(nlp, text)


@pytest.mark.parametrize("stakes", ["its stake in Tarnwick", "its stakes in Marlow Biotech and Tarnwick"])
def test_what_one_has_a_stake_in_is_no_place(nlp: Language, stakes: str) -> None:
    assert dict(names(nlp, f"Lindmark Capital raised {stakes}."))["Tarnwick"] not in {"Place", "Polity"}


@pytest.mark.parametrize(
    ("headline", "body", "wanted"),
    [
        (
            "Redfern Logistics Hires Brackwell Systems",
            "Redfern Logistics hired Brackwell Systems.",
            ["Redfern Logistics", "Brackwell Systems"],
        ),
        ("Marsh Slams Vantor Energy Over Spill", "Helen Marsh criticized Vantor Energy.", ["Vantor Energy"]),
        ("Mayor Slams Big Spill After Long Wait", "Helen Marsh criticized Vantor Energy.", []),
        ("MARSH SUES VANTOR ENERGY", "Helen Marsh sued Vantor Energy.", ["VANTOR ENERGY"]),
        ("Helen Marsh sues Vantor Energy over spill", "It rained.", ["Helen Marsh", "Vantor Energy"]),
    ],
)
def test_a_headlines_names_are_those_of_the_body_unless_in_sentence_case(
    nlp: Language, headline: str, body: str, wanted: list[str]
) -> None:
    found = names(nlp, f"{headline}\n\n{body}", [Role.HEADLINE])
    assert [words for words, _ in found][: -len(names(nlp, body)) or None] == wanted


@pytest.mark.parametrize(
    ("headline", "wanted", "unwanted"),
    [
        ("Helen Marsh Hammers Vantor Energy Chairman", "Vantor Energy Chairman", "Helen Marsh Hammers Vantor Energy Chairman"),
        ("Helen Marsh Lawyers Sue Vantor Energy", "Helen Marsh Lawyers", "Lawyers"),
    ],
)
def test_a_headlines_verb_with_a_capital_is_in_no_name(nlp: Language, headline: str, wanted: str, unwanted: str) -> None:
    doc = read_article(nlp, f"{headline}\n\nHelen Marsh sued Vantor Energy.", roles=[Role.HEADLINE])
    found = {doc[m.start : m.end].text for m in read(doc, Mention)}
    assert wanted in found
    assert unwanted not in found


@pytest.mark.parametrize(
    ("text", "is_place"),
    [
        ("Tom Bellamy is not an employee of GT. GT fired him.", False),
        ("The U.S. sued Tom Bellamy.", True),
    ],
)
def test_initials_are_no_places_unless_they_stand_like_one(nlp: Language, text: str, is_place: bool) -> None:
    found = {kind for words, kind in names(nlp, text) if words.isupper()}
    assert (found <= {"Place", "Polity"}) == is_place
