"""How two entities are connected."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import pytest

from kg.errors import UsageError
from kg.path import paths, shown
from kg.store.oxigraph import OxigraphStore
from tests.queries.told import HERE, store_of, table

CLASSES = {"p": "Person", "c": "Company", "z": "City", "m": "Party"}


def told(arrows: Iterable[str], **statuses: str) -> OxigraphStore:
    """A store of arrows such as `ca hired pb`: an entity's first letter tells its class."""
    said, keys = [], set()
    for number, arrow in enumerate(arrows):
        subject, relation, object = arrow.split()
        keys |= {subject, object}
        words = f"{number}: {subject.upper()} {relation} {object.upper()}."
        said.append(
            {"subject": subject, "relation": relation, "object": object, "words": words, "status": statuses.get(relation, "affirmed")}
        )
    entities: dict[str, Any] = {key: {"class": CLASSES[key[0]], "labels": [key.upper()]} for key in keys}
    return store_of({"entities": entities, "article": [{"key": "x.txt", "publisher": "Valley Post", "said": said}]})


def lines(store: OxigraphStore, start: str, end: str, **options: bool) -> list[str]:
    return [path.line() for path in shown(store, paths(store, start, end, **options))]


def test_the_steps_between_with_sentence_and_speaker() -> None:
    store = store_of(table(HERE / "chain" / "case.toml"))
    (first, second) = shown(store, paths(store, "Lind campaign", "Mesa state prisons"))
    assert first.line() == "Lind campaign → contracted → third-party vendor → hired → Brightline Calls → operates_in → Mesa state prisons"
    assert second.line().endswith("→ operates → two call centers → located_in → Mesa state prisons")
    assert first.steps[0].said == (("The Lind campaign contracted with a third-party vendor.", "Valley Post"),)
    assert sorted(first.steps[2].said) == [
        ("Brightline operates two call centers.", "Harbor Gazette"),
        ("The two call centers are in Mesa state prisons.", "Valley Post"),
    ]


@pytest.mark.parametrize(
    ("arrows", "expected"),
    [
        (["ca hired pb", "cc paid pb"], ["CA → hired → PB ← paid ← CC"]),
        (["ca hired pb", "cd paid pe"], []),
        (["ca hired cc"], ["CA → hired → CC"]),
        (["cc hired ca"], ["CA ← hired ← CC"]),
        (["ca met_with cc"], ["CA → met_with → CC"]),
    ],
)
def test_directions_are_shown_and_inverses_arent_walked(arrows: list[str], expected: list[str]) -> None:
    store = told(["ca located_in zx", *arrows, *(["cc located_in zy"] if "cc" in " ".join(arrows) else ["cc located_in zz"])])
    assert lines(store, "CA", "CC") == expected


def test_the_three_shortest() -> None:
    middle = [f"c{n} hired p{n}" for n in range(5)]
    store = told(["ca hired pz", "cb paid pz", *(f"ca paid c{n}" for n in range(5)), *middle, *(f"cb paid p{n}" for n in range(5))])
    found = lines(store, "CA", "CB")
    assert found[0] == "CA → hired → PZ ← paid ← CB"
    assert len(found) == 3
    assert len(set(found)) == 3


@pytest.mark.parametrize(("steps", "reached"), [(6, True), (7, False)])
def test_at_most_six_steps(steps: int, reached: bool) -> None:
    store = told([f"c{n} hired c{n + 1}" for n in range(steps)])
    assert bool(lines(store, "C0", f"C{steps}")) is reached


def test_only_affirmed_arrows_unless_any_status() -> None:
    store = told(["ca hired cb", "cb paid cc"], paid="denied")
    assert lines(store, "CA", "CC") == []
    assert lines(store, "CA", "CC", any_status=True) == ["CA → hired → CB → paid (denied) → CC"]


@pytest.mark.parametrize("between", ["zx", "mx"])
def test_places_and_parties_are_passed_last(between: str) -> None:
    around = ["ca hired c1", "c1 hired c2", "c2 hired c3", "c3 hired cb"]
    store = told([f"ca located_in {between}", f"cb located_in {between}", *around])
    found = lines(store, "CA", "CB")
    assert [line.count("→") + line.count("←") for line in found] == [8, 4]
    assert between.upper() in found[1]


def test_hubs_are_passed_last() -> None:
    def crowd(size: int) -> list[str]:
        hub = ["ca hired ch", "cb hired ch", *(f"c{n} paid ch" for n in range(size - 2))]
        return lines(told([*hub, "ca paid px", "px met_with py", "cb paid py"]), "CA", "CB")

    assert ["CH" in line for line in crowd(50)] == [True, False]
    assert ["CH" in line for line in crowd(51)] == [False, True]


def test_names_that_arent_one_entity() -> None:
    store = told(["ca hired cb"])
    with pytest.raises(UsageError, match="no entity named 'CX'"):
        paths(store, "CA", "CX")


def test_a_dense_network_is_searched_quickly() -> None:
    arrows = [f"c{a} paid c{b}" for a in range(40) for b in range(40) if (a + b) % 3 == 0 and a != b]
    assert len(lines(told(arrows), "C0", "C1")) <= 3


def test_what_the_ontology_does_not_allow_is_walked_only_with_any_status() -> None:
    store = told(["zx met_with ca", "ca hired pb"])
    assert lines(store, "ZX", "PB") == []
    assert lines(store, "ZX", "PB", any_status=True) == ["ZX → met_with (not allowed) → CA → hired → PB"]
