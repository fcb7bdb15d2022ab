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


def test_a_query_can_not_fill_the_memory(location: str) -> None:
    doubled = " ".join(f"BIND(CONCAT(?a{number}, ?a{number}) AS ?a{number + 1})" for number in range(34))
    with pytest.raises(QueryError, match="memory"):
        answer_within(30, location, parse(f'SELECT (STRLEN(?a34) AS ?n) {{ BIND("xxxxxxxx" AS ?a0) {doubled} }}'), {})


@pytest.mark.parametrize("query", ["SELECT * " + "{" * 20_000 + "}" * 20_000, "ASK { FILTER(" + "!" * 20_000 + "true) }"])
def test_a_query_nested_too_deeply_ends_its_own_process_alone(location: str, query: str) -> None:
    with pytest.raises(QueryError, match="narrow the query"):
        answer_within(30, location, parse(query), {})


def test_an_endless_query_is_ended(location: str) -> None:
    begun = time.monotonic()
    with pytest.raises(QueryError, match="longer than 2 seconds"):
        answer_within(2, location, parse(ENDLESS), {})
    assert time.monotonic() - begun < 10
