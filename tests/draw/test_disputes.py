"""Which arrows are disputed, and by how many voices one is told."""

from __future__ import annotations

import pytest

from kg.draw.reading import data
from kg.draw.selecting import Part
from tests.draw.view import Said, Told, store_of, trig

ENTITIES: dict[str, tuple[str, ...]] = {one: ("Firm", one.title()) for one in ("acme", "bolt", "ito", "kay")}
ARTICLES = {
    "one": Told("Acme paid Bolt", publisher="The Post"),
    "two": Told("Acme paid Bolt", publisher="The Post"),
    "three": Told("Acme paid Bolt"),
}


def paid(speaker: str | None = None, status: str = "affirmed", article: str = "one", **more: str) -> Said:
    return Said("acme", "paid", "bolt", "Acme paid Bolt", speaker, status, article=article, **more)  # type: ignore[arg-type]


def drawn(*rows: Said) -> dict[str, tuple[bool, int]]:
    """Status → whether that arrow is disputed, and its voices."""
    graph = data(store_of(trig(ARTICLES, ENTITIES, rows)))
    return {one["status"]: (one["disputed"], one["voices"]) for one in graph["arrows"]}


@pytest.mark.parametrize(
    ("rows", "disputed"),
    [
        ([paid(), paid("ito", "denied")], True),
        ([paid(), paid("ito", "possible")], False),
        ([paid(status="possible"), paid("ito", "denied")], False),
        ([paid(), paid("ito", "denied", modality="planned")], False),  # "will not pay" denies no payment
        ([paid(when="in May"), paid("ito", "denied", when="in May")], True),
        ([paid(amount="$5"), paid("ito", "denied", amount="$5")], True),
    ],
)
def test_what_one_affirms_and_another_denies_is_disputed(rows: list[Said], disputed: bool) -> None:
    found = drawn(*rows)
    assert {found[one][0] for one in ("affirmed", "denied") if one in found} == {disputed}
    assert not found.get("possible", (False, 0))[0]


@pytest.mark.parametrize("part", ["when", "amount"])
def test_amount_and_time_part_an_affirmation_and_a_denial(part: str) -> None:
    other = {"when": 'kg:when <urn:w> . <urn:w> kg:words "in June"', "amount": 'kg:amount <urn:m> . <urn:m> kg:words "$6" ; kg:low 6'}
    denial = ":d a kg:Statement ; rdf:subject :acme ; rdf:predicate kg:paid ; rdf:object :bolt ; kg:status kg:denied ; "
    graph = data(store_of(trig(ARTICLES, ENTITIES, [paid(**{part: "in May"})], denial + other[part] + " .")))
    assert {one["status"]: one["disputed"] for one in graph["arrows"]} == {"affirmed": False, "denied": False}


def test_a_part_without_the_denial_is_disputed_all_the_same() -> None:
    store = store_of(trig(ARTICLES, ENTITIES, [paid(), paid("ito", "denied")]))
    graph = data(store, Part(frozenset(["urn:kg:article/one#s-000"])))
    assert [(one["status"], one["disputed"]) for one in graph["arrows"]] == [("affirmed", True)]


@pytest.mark.parametrize(
    ("rows", "voices"),
    [
        ([paid("ito"), paid("ito", article="two")], 1),
        ([paid("ito"), paid("kay")], 2),
        ([paid(), paid(article="two")], 1),  # one publisher
        ([paid(), paid(article="three")], 2),
        ([paid("ito"), paid()], 2),
        ([paid(article="three"), paid(article="three", when="later")], 1),
    ],
)
def test_voices_are_speakers_and_outlets_that_speak_themselves(rows: list[Said], voices: int) -> None:
    assert drawn(*rows)["affirmed"][1] == voices
