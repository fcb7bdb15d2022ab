"""facts.jsonl, exactly."""

from __future__ import annotations

import json
from typing import Any

import pytest
from pyoxigraph import DefaultGraph, NamedNode

from kg.export.formats import exported
from kg.export.selection import Selection
from kg.iris import article_iri
from kg.store.oxigraph import OxigraphStore
from tests.export.conftest import fixture_store
from tests.queries.told import HERE, store_of, table


def facts(store: OxigraphStore, *, derived: bool = False) -> list[dict[str, Any]]:
    return [json.loads(line) for line in exported(store, ".jsonl", Selection(derived=derived)).splitlines()]


def test_a_line_is_as_scorers_read_it(store: OxigraphStore) -> None:
    article = article_iri("calls.txt").value
    (found,) = [one for one in facts(store) if one["evidence"]["text"].startswith("Brightline Calls was hired")]
    assert list(found) == [
        *("id", "doc", "article", "relation", "polarity", "modality", "subject", "object", "sources"),
        *("amount", "when", "evidence", "wording", "derived"),
    ]
    assert found.pop("id").startswith(f"{article}#s-")
    assert found == {
        "doc": "calls",
        "article": article,
        "relation": "hired",
        "polarity": "affirmed",
        "modality": "asserted",
        "subject": {
            "id": f"{article}#vendor",
            "label": "third-party vendor",
            "labels": ["third-party vendor", "vendor"],
            "type": "Company",
        },
        "object": {
            "id": f"{article}#brightline",
            "label": "Brightline Calls",
            "labels": ["Brightline Calls", "Brightline"],
            "type": "Company",
        },
        "sources": [{"id": f"{article}#gazette", "label": "Harbor Gazette", "labels": ["Harbor Gazette", "Gazette"]}],
        "amount": None,
        "when": None,
        "evidence": {"start": 56, "end": 119, "text": "Brightline Calls was hired by the vendor, the Gazette reported."},
        "wording": None,
        "derived": False,
    }


@pytest.mark.parametrize(
    ("name", "words", "polarity", "modality"),
    [
        ("denied", "The Lind campaign denied", "negated", "asserted"),
        ("denied", "Oakfield will not hire", "negated", "planned"),
        ("unnamed", "Oakfield allegedly hired", "affirmed", "possible"),
        ("relations", "The vendor will hire", "affirmed", "planned"),
    ],
)
def test_what_isnt_affirmed_is_there_and_says_so(name: str, words: str, polarity: str, modality: str) -> None:
    (found,) = [one for one in facts(fixture_store(name)) if one["evidence"]["text"].startswith(words)]
    assert (found["polarity"], found["modality"]) == (polarity, modality)


def test_an_unstated_subject_is_null_and_words_are_the_articles(wages: OxigraphStore) -> None:
    found = facts(wages)
    assert [one["object"]["label"] for one in found if one["subject"] is None] == ["Ora Vance"]
    assert {(one["amount"], one["when"]) for one in found if one["when"]} == {("$7.25 an hour", "May 2019")}
    assert [one["evidence"]["start"] for one in found] == sorted(one["evidence"]["start"] for one in found)


def test_derived_lines_only_when_asked_and_after_the_others(store: OxigraphStore) -> None:
    stated = facts(store)
    assert not [one for one in stated if one["derived"]]
    everything = facts(store, derived=True)
    assert everything[: len(stated)] == stated
    derived = everything[len(stated) :]
    (found,) = [one for one in derived if one["relation"] == "operates_in"]
    ids = {one["id"] for one in stated}
    assert found["derived"] is True
    assert found["evidence"] is None
    assert (found["doc"], found["sources"], found["subject"]["label"]) == ("calls", [], "Brightline Calls")
    assert len(found["premises"]) == 2
    assert set(found["premises"]) <= ids
    assert not [one for one in derived if one["relation"].endswith("_by")]


def test_a_literal_is_told_with_its_words_and_what_follows_from_it() -> None:
    said = {"subject": "oak", "relation": "staff", "value": "8,500 people", "lexical": "8500", "datatype": "integer"}
    told = {
        "entities": {"oak": {"class": "Company", "labels": ["Oakfield"]}},
        "article": [{"key": "x.txt", "said": [{**said, "words": "Oakfield employs 8,500 people."}]}],
    }
    with store_of(told) as store:
        stated, derived = facts(store, derived=True)
    assert (stated["relation"], stated["object"]) == (
        "staff",
        {
            "id": None,
            "label": "8,500 people",
            "labels": ["8,500 people", "8500"],
            "type": "integer",
            "value": "8500",
            "datatype": "http://www.w3.org/2001/XMLSchema#integer",
        },
    )
    assert (derived["relation"], derived["object"], derived["premises"]) == ("size", stated["object"], [stated["id"]])


def test_a_stem_that_two_articles_have_gives_way_to_the_key() -> None:
    said = [{"subject": "oak", "relation": "hired", "object": "tam", "words": "Oakfield hired Tam Reyes."}]
    told = {
        "entities": {"oak": {"class": "Company", "labels": ["Oakfield"]}, "tam": {"class": "Person", "labels": ["Tam Reyes"]}},
        "article": [{"key": key, "said": said} for key in ("may/x.txt", "june/x.txt", "y.html", "https://post.example/a.b/z")],
    }
    with store_of(told) as store:
        assert [one["doc"] for one in facts(store)] == ["june/x", "may/x", "y", "z"]


def test_a_statement_out_of_the_view_is_no_fact(store: OxigraphStore) -> None:
    before = facts(store)
    gone = NamedNode(before[0]["id"])
    store.update(f"DELETE WHERE {{ {gone} ?p ?o }}")
    assert next(store.quads(DefaultGraph()), None) is not None
    assert facts(store) == before[1:]


def test_a_line_tells_what_of_the_ontology_it_violates() -> None:
    lines = facts(store_of(table(HERE / "violations" / "case.toml")))
    found = {one["evidence"]["text"]: one.get("violates") for one in lines}
    assert found == {
        "Oakfield sits in Easton.": ["FunctionalProperty"],
        "Oakfield sits in Weston, Vance said.": ["FunctionalProperty"],
        "Oakfield will sit in Norton.": None,
        "The Vance campaign met with Reyes.": ["domain"],
    }
