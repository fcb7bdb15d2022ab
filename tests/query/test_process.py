"""A query in a process of its own."""

from __future__ import annotations

import time

import pytest

from kg.errors import QueryError, StoreError, UsageError
from kg.query.named import find, parse
from kg.query.process import answer_within
from kg.query.run import Kind

ENDLESS = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l . FILTER(?a != ?d && ?g != ?j && ?a != ?l) }"


def test_answers_come_through(location: str) -> None:
    chains = answer_within(30, location, find("chain"), {})
    assert chains.kind is Kind.SOLUTIONS
    assert len(list(chains.solutions())) == 7
    assert answer_within(30, location, parse("ASK { ?s ?p ?o }"), {}).boolean()
    assert len(answer_within(30, location, parse("CONSTRUCT { ?s ?p ?o } { ?s ?p ?o } LIMIT 3"), {}).triples()) == 3


def test_errors_come_through(location: str) -> None:
    with pytest.raises(UsageError, match="needs --entity"):
        answer_within(30, location, find("about"), {})
    with pytest.raises(QueryError, match=r"line 1, column \d+"):
        answer_within(30, location, parse("SELECT * { ?s ?p "), {})
    with pytest.raises(StoreError, match="no store"):
        answer_within(30, f"{location}-nowhere", find("chain"), {})


def test_an_endless_query_is_ended(location: str) -> None:
    begun = time.monotonic()
    with pytest.raises(QueryError, match="longer than 2 seconds"):
        answer_within(2, location, parse(ENDLESS), {})
    assert time.monotonic() - begun < 10
