"""Which entities are one."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from pyoxigraph import NamedNode

from kg.identity.clusters import SAME_NAME, SAME_NAME_AND_FACT, Member, clusters, members, telling_apart
from kg.identity.decisions import Decision, Different, Same
from kg.identity.names import name_key
from kg.ontology.load import load
from kg.ontology.model import Ontology, OntologyClass, Relation
from kg.statement import Entity, Evidence, Span, Statement, Status, Value

PERSON, CLERK, FIRM = "urn:test:Human", "urn:test:Clerk", "urn:test:Firm"
ONTOLOGY = Ontology(
    classes={
        PERSON: OntologyClass(PERSON, "Human", "human", pronouns=("he", "she", "they")),
        CLERK: OntologyClass(CLERK, "Clerk", "clerk", parents=(PERSON,)),
        FIRM: OntologyClass(FIRM, "Firm", "firm", pronouns=("it", "they")),
    },
    relations={},
    digest="sha256:0",
)


def iri(name: str) -> NamedNode:
    return NamedNode(f"urn:kg:article/{name}")


def entity(name: str, label: str = "Procom", type: str = FIRM, named: bool = True, **facts: str) -> Member:
    known = frozenset((relation, value) for relation, values in facts.items() for value in values.split("|"))
    return Member(iri(name), type, label, frozenset({label}), named, name_key(label) if named else None, known)


def same(first: str, second: str, when: str = "2024-01-01T00:00:00Z") -> Same:
    return Same((iri(first), iri(second)), "Ann", "it is", when)


def different(first: str, second: str) -> Different:
    return Different((iri(first), iri(second)), "Ann", "it isn't", "2024-01-01T00:00:00Z")


def found(members: list[Member], *decisions: Decision) -> list[str]:
    groups = clusters(members, decisions, ONTOLOGY)
    return [" ".join(one.iri.value.rpartition("/")[2] for one in group.members) for group in groups]


ALICE = {"label": "Alice Thorne", "type": PERSON}
TABLE = [
    ("same class and name", [entity("a"), entity("b")], (), ["a b"]),
    ("another spelling of the same name", [entity("a", "The Intercept"), entity("b", "the intercept")], (), ["a b"]),
    ("another name", [entity("a"), entity("b", "Procom Ltd")], (), ["a", "b"]),
    ("another class", [entity("a"), entity("b", type=PERSON)], (), ["a", "b"]),
    ("descriptions", [entity("a", "the vendor", named=False), entity("b", "the vendor", named=False)], (), ["a", "b"]),
    ("one word names a firm but no person", [entity("a", "Thorne", PERSON), entity("b", "Thorne", PERSON)], (), ["a", "b"]),
    ("nor one of a class of persons", [entity("a", "Thorne", CLERK), entity("b", "Thorne", CLERK)], (), ["a", "b"]),
    ("a person's full name", [entity("a", **ALICE), entity("b", **ALICE)], (), ["a b"]),
    ("another employer", [entity("a", **ALICE, works="acme"), entity("b", **ALICE, works="globex")], (), ["a", "b"]),
    ("one employer in common", [entity("a", **ALICE, works="acme|tarn"), entity("b", **ALICE, works="acme|globex")], (), ["a b"]),
    ("facts of different kinds", [entity("a", **ALICE, works="acme"), entity("b", **ALICE, lives="leeds")], (), ["a b"]),
    (
        "the best score first, not the first in the alphabet",
        [entity("a", **ALICE, works="x"), entity("b", **ALICE, works="y"), entity("c", **ALICE, works="y"), entity("d", **ALICE)],
        (),
        ["a d", "b c"],
    ),
    ("people join what rules can't", [entity("a"), entity("b", "Pro Communications")], (same("a", "b"),), ["a b"]),
    ("people join what speaks against it", [entity("a", works="x"), entity("b", works="y")], (same("a", "b"),), ["a b"]),
    ("people part what rules join", [entity("a"), entity("b")], (different("a", "b"),), ["a", "b"]),
    ("also through a third", [entity("a"), entity("b"), entity("c")], (different("a", "c"),), ["a b", "c"]),
    (
        "through a third that people joined",
        [entity("a"), entity("b", "Pro Communications"), entity("c")],
        (same("b", "c"), different("a", "b")),
        ["a", "b c"],
    ),
    (
        "the earlier of two decisions that can't both hold",
        [entity("a", "A"), entity("b", "B"), entity("c", "C")],
        (same("a", "b", "2024-02-01T00:00:00Z"), same("b", "c"), different("a", "c")),
        ["a", "b c"],
    ),
    ("a decision about what isn't there", [entity("a"), entity("b")], (same("a", "z"), different("b", "z")), ["a b"]),
]


@pytest.mark.parametrize(("members", "decisions", "expected"), [row[1:] for row in TABLE], ids=[row[0] for row in TABLE])
def test_who_is_one(members: list[Member], decisions: tuple[Decision, ...], expected: list[str]) -> None:
    assert found(members, *decisions) == expected


@pytest.mark.parametrize(("members", "decisions", "expected"), [row[1:] for row in TABLE], ids=[row[0] for row in TABLE])
def test_in_any_order(members: list[Member], decisions: tuple[Decision, ...], expected: list[str]) -> None:
    chance = random.Random(7)
    for _ in range(5):
        assert found(chance.sample(members, len(members)), *chance.sample(decisions, len(decisions))) == expected


def test_joins_tell_rule_and_score() -> None:
    (cluster,) = clusters([entity("a", works="x"), entity("b", works="x"), entity("c")], [], ONTOLOGY)
    assert [(join.rule, join.score) for join in cluster.joins] == [SAME_NAME_AND_FACT, SAME_NAME]
    assert cluster.canonical == iri("a")


def test_the_commonest_label_names_the_cluster() -> None:
    (cluster,) = clusters([entity("a", "PROCOM"), entity("b"), entity("c"), entity("d", "procom")], [], ONTOLOGY)
    assert cluster.label == "Procom"


def test_a_name_that_everyone_bears_is_no_burden() -> None:
    many = [entity(f"{number:05}", works=str(number % 7)) for number in range(4_000)]
    assert len(clusters(many, [different("00000", "00007")], ONTOLOGY)) == 8


def test_the_ontology_says_what_tells_namesakes_apart(tmp_path: Path) -> None:
    turtle = tmp_path / "words.ttl"
    turtle.write_text(
        "@prefix : <urn:test:> . @prefix kg: <https://w3id.org/accordingto#> . @prefix owl: <http://www.w3.org/2002/07/owl#> ."
        ":works_for a owl:ObjectProperty ; kg:tells_apart true . :met a owl:ObjectProperty ."
    )
    assert telling_apart(load([turtle])) == {"urn:test:works_for"}


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        (("1961", "gYear"), ("1961-05-03", "date"), 1),
        (("1961-05", "gYearMonth"), ("1961-05-03", "date"), 1),
        (("1961", "gYear"), ("1962-05-03", "date"), 2),
        (("7", "integer"), ("7", "integer"), 1),
        (("7", "integer"), ("8", "integer"), 2),
    ],
)
def test_literals_may_tell_namesakes_apart_and_dates_by_their_year(first: tuple[str, str], second: tuple[str, str], expected: int) -> None:
    told = Relation("urn:test:told", "told", "told", "", tells_apart=True, datatype="http://www.w3.org/2001/XMLSchema#date")
    ontology = Ontology(ONTOLOGY.classes, {told.iri: told}, "sha256:0")
    who = Entity("thorne", PERSON, "Alice Thorne", ("Alice Thorne",), True)
    everyone = []
    for name, (lexical, kind) in (("a", first), ("b", second)):
        value = Value("words", lexical, f"http://www.w3.org/2001/XMLSchema#{kind}")
        said = Statement(name, told.iri, who, value, Status.AFFIRMED, Evidence(0, 5, "words"), None, Span(0, 5))
        everyone += members(iri(name), [said], ontology)
    assert len(clusters(everyone, (), ontology)) == expected
