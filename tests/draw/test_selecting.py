"""Parts of a store: which nodes and arrows are drawn, and what a part says of what it leaves out."""

from __future__ import annotations

import pytest

from kg.draw.graph import Graph
from kg.draw.reading import data
from kg.draw.selecting import Part, answering, around, between
from kg.errors import UsageError
from kg.query.named import find
from kg.query.run import answer
from kg.store.oxigraph import OxigraphStore
from tests.draw.campaign import campaign_store
from tests.draw.view import Said, Told, store_of, trig


@pytest.fixture(scope="module")
def store() -> OxigraphStore:
    return campaign_store()


def names(graph: Graph) -> dict[str, int]:
    """Node → how many of its arrows are left out."""
    return {one["id"].removeprefix("urn:kg:"): one["hidden"] for one in graph["nodes"]}


def arrows(graph: Graph) -> set[str]:
    return {f"{one['subject']} {one['label']} {one['object']} {one['status']}".replace("urn:kg:", "") for one in graph["arrows"]}


def asked(store: OxigraphStore, query: str, **arguments: str) -> Graph:
    return data(store, answering(store, answer(store, find(query), arguments)))


CHAIN = [Said(a, "near", b, f"{a} by {b}", article="one") for a, b in ("ab", "bc", "cd", "de", "ca")]


def chain() -> OxigraphStore:
    """a – b – c – d – e, and c – a."""
    entities: dict[str, tuple[str, ...]] = {one: ("Place", one.upper()) for one in "abcde"}
    return store_of(trig({"one": Told(". ".join(row.evidence for row in CHAIN))}, entities, CHAIN))


@pytest.mark.parametrize(
    ("depth", "expected"),
    [
        (0, {"a": 2}),
        (1, {"a": 0, "b": 0, "c": 1}),  # the arrow between b and c is drawn, the one from c to d is left out
        (2, {"a": 0, "b": 0, "c": 0, "d": 1}),
        (3, {"a": 0, "b": 0, "c": 0, "d": 0, "e": 0}),
        (9, {"a": 0, "b": 0, "c": 0, "d": 0, "e": 0}),
    ],
)
def test_surroundings_reach_as_far_as_asked_and_tell_what_they_leave_out(depth: int, expected: dict[str, int]) -> None:
    store = chain()
    assert names(data(store, around(store, "A", depth))) == expected


def test_around_an_entity_is_what_is_said_of_it_and_what_it_says(store: OxigraphStore) -> None:
    graph = data(store, around(store, "Priya Nandakumar", 1))
    assert arrows(graph) == {
        "priya spokesperson for halvorsen affirmed",
        "campaign ended ties with telcora affirmed",
        "campaign hired telcora denied",
    }
    assert names(graph)["telcora"] > 0
    assert graph["derived"] == []
    assert [one["title"] for one in graph["articles"]] == ["📞 Halvorsen campaign drops a firm whose callers sit in prison"]


def test_the_largest_part_is_the_whole(store: OxigraphStore) -> None:
    whole = data(store)
    everything = Part(frozenset(one["id"] for arrow in whole["arrows"] for one in arrow["statements"]))
    assert data(store, everything) == whole
    assert {one["hidden"] for one in whole["nodes"]} == {0}


def test_between_two_are_the_shortest_ways_with_all_that_a_derived_step_rests_on(store: OxigraphStore) -> None:
    graph = data(store, between(store, "Brightline Outreach", "Oklahoma"))
    assert {"brightline hired telcora affirmed", "telcora operates centers affirmed", "prisons located in oklahoma affirmed"} <= arrows(
        graph
    )
    assert {(one["subject"][7:], one["object"][7:]) for one in graph["derived"]} >= {("telcora", "oklahoma")}
    assert "institute" not in names(graph)


def test_between_two_that_nothing_connects_stand_both_alone() -> None:
    store = store_of(trig({"one": Told("x")}, {"a": ("Place", "A"), "b": ("Place", "B")}, []))
    graph = data(store, between(store, "A", "B"))
    assert (names(graph), graph["arrows"]) == ({"a": 0, "b": 0}, [])


def test_a_querys_statements_are_drawn_each_with_all_others_of_its_arrow(store: OxigraphStore) -> None:
    graph = asked(store, "SELECT ?st { VALUES ?st { <urn:kg:article/first#s-002> } ?st ?p ?o }")
    assert arrows(graph) == {"brightline hired telcora affirmed"}
    assert [(len(one["statements"]), one["voices"]) for one in graph["arrows"]] == [(2, 2)]


def test_of_entities_alone_all_that_joins_them_is_drawn(store: OxigraphStore) -> None:
    graph = asked(store, "SELECT ?a ?b { VALUES (?a ?b) { (<urn:kg:campaign> <urn:kg:telcora>) (<urn:kg:redwood> UNDEF) } }")
    assert arrows(graph) == {
        "campaign contracted telcora affirmed",
        "campaign ended ties with telcora affirmed",
        "campaign hired telcora denied",
    }
    assert names(graph)["redwood"] == 1


@pytest.mark.parametrize("query", ["CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o }", "SELECT ?s ?o { ?s ?p ?o }"])
def test_a_query_for_everything_is_everything(store: OxigraphStore, query: str) -> None:
    assert arrows(asked(store, query)) == arrows(data(store))


def test_triple_terms_count_with_what_they_hold() -> None:
    store = chain()
    graph = asked(store, "SELECT ?t { BIND(<<( <urn:kg:a> <urn:kg:x> <urn:kg:b> )>> AS ?t) }")
    assert arrows(graph) == {"a near b affirmed"}


def test_a_query_that_answers_yes_or_no_cannot_be_drawn(store: OxigraphStore) -> None:
    with pytest.raises(UsageError, match="yes or no"):
        asked(store, "ASK { }")


def test_an_unknown_name_gives_the_nearest(store: OxigraphStore) -> None:
    with pytest.raises(UsageError, match="Telcora"):
        around(store, "Telcorra")


def test_a_literal_belongs_to_its_subjects_surroundings() -> None:
    said = ":s9 a kg:Statement ; rdf:subject :a ; rdf:predicate kg:staff ; rdf:object 300 ; kg:status kg:affirmed ."
    entities: dict[str, tuple[str, ...]] = {"a": ("Firm", "A"), "b": ("Firm", "B")}
    store = store_of(trig({"one": Told("a by b")}, entities, CHAIN[:1], more=said))
    near = data(store, around(store, "A", 1))
    assert {one["label"] for one in near["nodes"]} == {"A", "300", "B"}
    assert {one["label"]: one["hidden"] for one in data(store, around(store, "B", 1))["nodes"]} == {"A": 1, "B": 0}
