"""What a dossier holds, and that it says no more than its statements do."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.dossier import Dossier, dossier, to_html, to_markdown
from kg.errors import UsageError
from kg.store.oxigraph import OxigraphStore
from tests.dossier.ferry import ferry_store
from tests.draw.view import Said, Told, store_of, trig


@pytest.fixture(scope="module")
def larkin() -> Dossier:
    return dossier(ferry_store(), "Larkin Lines")


def test_the_whole_of_it_as_markdown(larkin: Dossier) -> None:
    assert to_markdown(larkin) == (Path(__file__).parent / "larkin.md").read_text(encoding="utf-8")


def test_claims_are_numbered_as_a_reader_meets_them_and_all_stand_in_the_table(larkin: Dossier) -> None:
    met = [claim.number for section in larkin.sections for group in section.groups for fact in group.facts for claim in fact.claims]
    assert met == sorted(set(met))
    assert [one.number for one in larkin.claims] == list(range(1, len(larkin.claims) + 1))
    assert {one for way in larkin.connections for step in way.steps for one in step.claims} <= set(larkin.claims)


def test_only_what_is_affirmed_stands_among_what_is_said(larkin: Dossier) -> None:
    by_title = {section.title: {fact.claims[0].status for group in section.groups for fact in group.facts} for section in larkin.sections}
    assert by_title == {
        "What is said of Larkin Lines": {"affirmed"},
        "What may be, and what is planned": {"possible", "planned"},
        "What Larkin Lines denies": {"denied"},
        "What is denied of Larkin Lines": {"denied"},
        "What Larkin Lines says or reports of others": {"affirmed"},
    }
    assert {claim.status for way in larkin.connections for step in way.steps for claim in step.claims} == {"affirmed"}


def test_a_denial_of_a_plan_stands_apart_from_that_of_a_fact() -> None:
    rows = [
        Said("a", "hired", "b", "A hired B", "b", status="denied", article="one"),
        Said("a", "hired", "b", "A hired B", "b", status="denied", modality="planned", article="one", when="later"),
    ]
    entities: dict[str, tuple[str, ...]] = {"a": ("Firm", "A"), "b": ("Firm", "B")}
    text = to_markdown(dossier(store_of(trig({"one": Told("A hired B")}, entities, rows)), "A"))
    assert "- Denied by B: **A → hired → B**" in text
    assert "- Denied by B to be planned: **A → hired → B**" in text


def test_who_reports_a_denial_does_not_deny() -> None:
    rows = [Said("a", "hired", "b", "A hired B", "b", status="denied", reported_by="wire", article="one")]
    entities: dict[str, tuple[str, ...]] = {"a": ("Firm", "A"), "b": ("Firm", "B"), "wire": ("Outlet", "the wire")}
    store = store_of(trig({"one": Told("A hired B")}, entities, rows))
    assert [one.title for one in dossier(store, "the wire").sections] == ["What the wire says or reports of others"]
    assert [one.title for one in dossier(store, "B").sections] == ["What B denies"]


def test_one_voice_alone_is_told_of_each_kind_of_denial() -> None:
    rows = [
        Said("a", "hired", "b", "A hired B", "a", status="denied", article="one"),
        Said("a", "hired", "b", "A hired B", "b", status="denied", modality="planned", article="one", when="later"),
    ]
    entities: dict[str, tuple[str, ...]] = {"a": ("Firm", "A"), "b": ("Firm", "B")}
    found = dossier(store_of(trig({"one": Told("A hired B")}, entities, rows)), "A")
    facts = [fact for section in found.sections for group in section.groups for fact in group.facts]
    assert [(fact.claims[0].voice, fact.alone) for fact in facts] == [("A", True), ("B", True)]


def test_articles_of_which_nothing_is_known_are_counted_apart() -> None:
    rows = [Said("a", "hired", "b", "A hired B", article=one) for one in ("one", "two")]
    entities: dict[str, tuple[str, ...]] = {"a": ("Firm", "A"), "b": ("Firm", "B")}
    text = to_markdown(dossier(store_of(trig({"one": Told("A hired B"), "two": Told("A hired B")}, entities, rows)), "A"))
    assert "2 claims in 2 articles, by 2 voices" in text


def joined(*arrows: str, more: str = "") -> OxigraphStore:
    """Arrows such as "a b": the first hired the second; those that begin with "z" are places."""
    text = ". ".join(arrows)
    rows = [Said(*arrow.split()[:1], "hired", arrow.split()[1], arrow, article="one") for arrow in arrows]  # type: ignore[misc]
    keys = sorted({key for arrow in arrows for key in arrow.split()})
    entities: dict[str, tuple[str, ...]] = {key: ("Place" if key.startswith("z") else "Firm", key.upper()) for key in keys}
    return store_of(trig({"one": Told(text)}, entities, rows, 'kg:Place rdfs:label "place" ; kg:passed_last true .', more))


def ends(store: OxigraphStore) -> list[str]:
    return [way.line.split()[-1] for way in dossier(store, "A").connections]


def test_connections_lead_to_others_in_two_steps() -> None:
    assert ends(joined("a b", "c b", "c d", "a e", "e b")) == ["C"]  # D is three steps off, E and B are joined with A


def test_connections_lead_neither_through_places_nor_through_hubs() -> None:
    assert ends(joined("a z1", "c z1", "a b", "b z2")) == []
    assert ends(joined("a h", *(f"h x{number}" for number in range(60)))) == []
    assert ends(joined("a h", *(f"h x{number}" for number in range(20)))) == ["X0", "X1"]


def test_those_with_the_most_arrows_come_first() -> None:
    assert ends(joined("a b", "b c", "a d", "d e", "e f", "e g")) == ["E", "C"]


def test_of_whom_nothing_is_said_little_is_told() -> None:
    empty = dossier(ferry_store(), "Silent Sam")
    assert (empty.name, empty.claims, empty.sections) == ("Silent Sam", (), ())
    assert "no claim" in to_markdown(empty)
    assert "no claim" in to_html(empty)


def test_who_only_reports_has_what_it_reports() -> None:
    assert [one.title for one in dossier(ferry_store(), "the harbour wire").sections] == ["What the harbour wire says or reports of others"]


@pytest.mark.parametrize(
    ("name", "told"), [("Larkin", "names 2 entities"), ("Larkin Line", "Larkin Lines"), ("nobody at all", "no entity")]
)
def test_a_name_must_be_one_entitys(name: str, told: str) -> None:
    with pytest.raises(UsageError, match=told):
        dossier(ferry_store(), name)
