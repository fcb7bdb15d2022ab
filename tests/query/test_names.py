"""What users call an entity."""

from __future__ import annotations

import pytest
from pyoxigraph import Literal, NamedNode, Quad

from kg import vocabulary as v
from kg.errors import UsageError
from kg.query.names import resolve
from kg.store.oxigraph import OxigraphStore


def local(iri: NamedNode) -> str:
    return iri.value.partition("#")[2]


@pytest.mark.parametrize(
    ("name", "key"),
    [("Brightline Calls", "brightline"), ("brightline", "brightline"), ("LIND CAMPAIGN", "campaign"), (" vendor ", "vendor")],
)
def test_names_and_labels_whatever_their_case(store: OxigraphStore, name: str, key: str) -> None:
    assert local(resolve(store, name)) == key


def test_an_iri_is_itself(store: OxigraphStore) -> None:
    iri = resolve(store, "Brightline")
    assert resolve(store, iri.value) == iri
    assert resolve(store, f"<{iri.value}>") == iri


def test_unknown_names_get_the_nearest(store: OxigraphStore) -> None:
    with pytest.raises(UsageError, match="the nearest names are 'Brightline'"):
        resolve(store, "Brightlyne")
    with pytest.raises(UsageError, match=r"has no entity named 'http://nowhere\.example/x'"):
        resolve(store, "http://nowhere.example/x")


def test_classes_and_relations_are_no_entities(store: OxigraphStore) -> None:
    with pytest.raises(UsageError, match="no entity named 'company'"):
        resolve(store, "company")


def test_an_ambiguous_name_lists_the_candidates(store: OxigraphStore) -> None:
    other = NamedNode("urn:kg:other")
    rows = ((v.TYPE, v.KG("Company")), (v.LABEL, Literal("Bright Foods")), (v.ALT_LABEL, Literal("BRIGHTLINE")), (v.NAMED, Literal(True)))
    store.load(Quad(other, predicate, object) for predicate, object in rows)
    with pytest.raises(UsageError, match="names 2 entities") as caught:
        resolve(store, "Brightline")
    assert "Bright Foods (company)  urn:kg:other" in str(caught.value)
    assert "Brightline Calls (company)" in str(caught.value)
    assert resolve(store, "urn:kg:other") == other


@pytest.mark.parametrize("name", ['" } INSERT', "x' || true", "} #", "\\", "'''", "\n", "<urn:x> . ?s ?p ?o", "\udcff"])
def test_hostile_names_are_only_names(store: OxigraphStore, name: str) -> None:
    with pytest.raises(UsageError, match="no entity named"):
        resolve(store, name)


def called(store: OxigraphStore, iri: str, label: str) -> NamedNode:
    entity = NamedNode(iri)
    store.load(Quad(entity, predicate, object) for predicate, object in ((v.LABEL, Literal(label)), (v.NAMED, Literal(True))))
    return entity


def test_whole_words_of_one_name_are_enough(store: OxigraphStore) -> None:
    acme = called(store, "urn:kg:acme", "Acme Corp.")
    assert resolve(store, "acme") == resolve(store, "Acme Corp") == acme
    with pytest.raises(UsageError, match="no entity named 'Acm'"):
        resolve(store, "Acm")


def test_words_of_several_names_list_them(store: OxigraphStore) -> None:
    for number, label in enumerate(("Ann Adams", "Adams Ltd", "Twin Adams", "Twin Adams")):
        called(store, f"urn:kg:{number}", label)
    with pytest.raises(UsageError) as caught:
        resolve(store, "Adams")
    twins = "Twin Adams <urn:kg:2>, Twin Adams <urn:kg:3>"
    assert str(caught.value) == f"'Adams' may mean: Adams Ltd, Ann Adams, {twins}; name one in full."
