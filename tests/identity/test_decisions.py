"""Decisions as quads and back, and which statements a rejection holds for."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import NamedNode

from kg.identity.decisions import (
    Decision,
    Different,
    Rejection,
    Restoration,
    Same,
    decision_iri,
    decision_quads,
    read_decisions,
    reject_statement,
    rejected,
)
from kg.iris import article_iri, decisions_graph, statement_iri
from kg.statement import Entity, Evidence, Span, Statement, Status
from tests.rdf.strategies import TEXT

IRIS = st.integers(0, 5).map(lambda n: NamedNode(f"urn:kg:article/a-{n}#x"))
PAIRS = st.lists(IRIS, min_size=2, max_size=2, unique=True).map(lambda pair: tuple(sorted(pair, key=str)))
WHEN = st.sampled_from(["2024-05-01T10:00:00Z", "2024-05-02T10:00:00Z"])
NOTES = {"who": TEXT, "why": TEXT, "when": WHEN}
DECISIONS = st.one_of(
    st.builds(Same, PAIRS, **NOTES),
    st.builds(Different, PAIRS, **NOTES),
    st.builds(Rejection, IRIS, IRIS, IRIS, st.none() | TEXT, TEXT, TEXT, **NOTES),
    st.builds(Restoration, IRIS, IRIS, **NOTES),
)


@given(st.lists(DECISIONS, max_size=5, unique_by=decision_iri))
def test_what_is_written_is_read_back(decisions: list[Decision]) -> None:
    quads = [quad for one in decisions for quad in decision_quads(one)]
    assert {quad.graph_name for quad in quads} <= {decisions_graph("urn:kg:")}
    back = read_decisions(quads)
    assert set(back) == set(decisions)
    assert [one.when for one in back] == sorted(one.when for one in decisions)


def test_the_contrary_has_the_same_iri() -> None:
    pair = (NamedNode("urn:a"), NamedNode("urn:b"))
    assert decision_iri(Same(pair, "w", "y", "t")) == decision_iri(Different(pair, "v", "z", "u"))


TEXT_BEFORE = "Ms Oduya joined Brill Freight. Brill Freight sued Tarn Lines."


SUED = "Brill Freight sued Tarn Lines"


def sued(text: str, *, words: str = SUED, object: str = "Tarn Lines", relation: str = "urn:test:sued") -> Statement:
    start = text.index(words)
    return Statement(
        article="a",
        relation=relation,
        subject=Entity("brill", "urn:test:Firm", "Brill Freight", ("Brill Freight",), True),
        object=Entity("tarn", "urn:test:Firm", object, (object,), True),
        status=Status.AFFIRMED,
        evidence=Evidence(start, start + len(words), words),
        subject_span=Span(start, start + 13),
        object_span=Span(start + 19, start + 29),
    )


def by_iri(*statements: Statement) -> dict[NamedNode, Statement]:
    return {statement_iri(article_iri("a"), one): one for one in statements}


BEFORE = sued(TEXT_BEFORE)
REJECTION = reject_statement(BEFORE, who="Ann", why="a different Tarn", when="2024-05-01T10:00:00Z")


def test_the_statement_itself_is_rejected() -> None:
    twice = TEXT_BEFORE + " Brill Freight sued Tarn Lines."
    again = replace(BEFORE, evidence=Evidence(62, 91, twice[62:91]), subject_span=Span(62, 75), object_span=Span(81, 91))
    assert rejected(by_iri(BEFORE, again), [REJECTION]) == {statement_iri(article_iri("a"), BEFORE)}


@pytest.mark.parametrize(
    ("after", "holds"),
    [
        (sued("Updated. " + TEXT_BEFORE), True),
        (sued("Brill Freight sued Tarn Lines in May.", words="Brill Freight sued Tarn Lines in May"), False),
        (sued(TEXT_BEFORE, object="Tarn Lines Ltd"), False),
        (sued(TEXT_BEFORE, relation="urn:test:hired"), False),
        (replace(BEFORE, subject=None), False),
    ],
)
def test_a_rejection_survives_an_edit_that_leaves_what_it_was_made_of(after: Statement, holds: bool) -> None:
    assert bool(rejected(by_iri(after), [REJECTION])) is holds
