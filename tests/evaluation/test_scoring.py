"""The figures of facts against gold. Those expected were computed by another program with the same definitions."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.evaluation.errors import Cause, errors
from kg.evaluation.facts import FoundEntity, FoundFact
from kg.evaluation.figures import Figures, Score, by_relation, figures
from kg.evaluation.gold import GoldArticle, GoldEntity, GoldFact, GoldValue
from kg.evaluation.rules import Rules
from kg.evaluation.scoring import compare
from kg.ontology.load import load
from tests.evaluation.fixture import COMPARISONS, FACTS, GOLD, RULES


def test_the_figures_of_the_fixture() -> None:
    assert figures(COMPARISONS).flat() == {
        "articles": 3,
        "gold": 27,
        "found": 26,
        "right": 15,
        "precision": 0.5769,
        "recall": 0.5556,
        "f1": 0.566,
        "pair_f1": 0.7907,
        "unasserted_f1": 0.4286,
        "modality": 0.7333,
        "source": 0.7333,
        "source_recall": 0.5,
        "danger": 3,
    }


def test_relations() -> None:
    found = by_relation(COMPARISONS)
    expected = {"leads": (1, 2, 2), "charged": (0, 2, 1), "paid": (1, 2, 1), "holds_office": (0, 0, 1), "visited": (0, 1, 0)}
    assert {name: found[name] for name in expected} == {name: Score(*counts) for name, counts in expected.items()}
    assert [one.gold for one in found.values()] == sorted((one.gold for one in found.values()), reverse=True)


# -- each rule by itself ----------------------------------------------------------------------------------------------------------------

ENTITIES = {
    "dunmore": GoldEntity("Company", ("Dunmore Quarries",)),
    "pell": GoldEntity("Person", ("Rosa Pell",)),
    "teale": GoldEntity("Person", ("Ivor Teale",)),
}
NAMES = {"dunmore": "Dunmore Quarries", "pell": "Rosa Pell", "teale": "Ivor Teale", "police": "police"}


def wanted(subject: str | None, relation: str, object_: str, polarity: str = "affirmed", modality: str = "asserted") -> GoldFact:
    return GoldFact(subject, relation, object_, "words", polarity, modality)  # type: ignore[arg-type]


def found(subject: str | None, relation: str, object_: str, polarity: str = "affirmed", modality: str = "asserted") -> FoundFact:
    who = FoundEntity(NAMES[subject]) if subject else None
    return FoundFact("x", relation, who, FoundEntity(NAMES[object_]), polarity, modality)  # type: ignore[arg-type]


def score(gold: list[GoldFact], facts: list[FoundFact]) -> Figures:
    return figures(compare([GoldArticle("x", ENTITIES, tuple(gold))], facts, RULES))


@pytest.mark.parametrize(
    ("gold", "facts", "right", "counted"),
    [
        (wanted("pell", "met_with", "teale"), [found("teale", "met_with", "pell")], 1, 1),
        (wanted("pell", "hired", "teale"), [found("teale", "hired", "pell")], 0, 1),
        (wanted(None, "arrested", "teale"), [found(None, "arrested", "teale")], 1, 1),
        (wanted(None, "arrested", "teale"), [found("police", "arrested", "teale")], 1, 1),
        (wanted(None, "arrested", "teale"), [found("pell", "arrested", "teale")], 0, 1),
        (wanted(None, "arrested", "teale"), [found("police", "arrested", "teale", "negated")], 0, 1),
        (wanted("pell", "arrested", "teale"), [found(None, "arrested", "teale")], 0, 1),
        (wanted("pell", "hired", "teale"), [found("pell", "hired", "teale")] * 3, 1, 1),
        (wanted("pell", "hired", "teale"), [found("pell", "hired", "teale", "negated")], 0, 1),
        (wanted("pell", "hired", "teale"), [found("pell", "hired", "teale", modality="planned")], 1, 1),
        (wanted("pell", "leads", "dunmore"), [found("pell", "holds_office", "police")], 0, 0),
        (wanted("pell", "holds_office", "teale"), [found("pell", "leads", "dunmore")], 0, 0),
        (wanted("pell", "leads", "dunmore"), [found("teale", "holds_office", "police")], 0, 1),
        (wanted("pell", "hired", "teale"), [found("police", "hired", "police"), found("police", "hired", "police")], 0, 1),
        (wanted("pell", "hired", "teale"), [found("pell", "no_relation", "teale")], 0, 0),
        (wanted("pell", "hired", "teale"), [replace(found("pell", "hired", "teale"), derived=True)], 0, 0),
        (wanted("pell", "hired", "teale"), [replace(found("pell", "hired", "teale"), doc="y")], 0, 0),
    ],
)
def test_one_gold_fact(gold: GoldFact, facts: list[FoundFact], right: int, counted: int) -> None:
    assert score([gold], facts).facts == Score(right, counted, 1)


def staff(words: str, value: str | None, polarity: str = "affirmed") -> FoundFact:
    labels = (words,) if value is None else (words, value)
    return replace(found("dunmore", "staff", "pell", polarity), object=FoundEntity(words, labels, "integer", None, value))


@pytest.mark.parametrize(
    ("facts", "right", "counted"),
    [
        ([staff("300 people", "300")], 1, 1),
        ([staff("three hundred", "300"), staff("300 workers", "300")], 1, 1),
        ([staff("3,000 people", "3000")], 0, 1),
        ([staff("300 people", "300", "negated")], 0, 1),
        ([staff("300", None)], 0, 1),
        ([found("dunmore", "staff", "pell")], 0, 1),
    ],
)
def test_a_literal_is_right_by_what_it_comes_to(facts: list[FoundFact], right: int, counted: int) -> None:
    fact = GoldFact("dunmore", "staff", GoldValue("300"), "words")
    article = GoldArticle("x", ENTITIES, (fact,))
    found_ = compare([article], facts, Rules(frozenset({"staff"})))
    assert figures(found_).facts == Score(right, counted, 1)
    told = [(one.object, one.cause) for one in errors(found_, load()) if one.kind == "missed"]
    assert [name for name, _ in told] == ["300"] * (1 - right)
    assert not any(cause is Cause.CLASS for _, cause in told)


@pytest.mark.parametrize(
    ("gold", "fact", "danger"),
    [
        ([wanted("pell", "hired", "teale", "negated")], found("pell", "hired", "teale"), 1),
        ([wanted("pell", "hired", "teale", modality="possible")], found("pell", "hired", "teale"), 1),
        ([wanted("pell", "hired", "teale", modality="planned")], found("pell", "hired", "teale"), 1),
        ([wanted("pell", "hired", "teale", modality="planned")], found("pell", "hired", "teale", modality="possible"), 0),
        ([wanted("pell", "hired", "teale", "negated")], found("pell", "hired", "teale", modality="possible"), 0),
        ([wanted("pell", "hired", "teale", "negated"), wanted("pell", "hired", "teale")], found("pell", "hired", "teale"), 0),
        ([wanted("pell", "hired", "teale", modality="possible"), wanted("pell", "hired", "teale")], found("pell", "hired", "teale"), 0),
        ([wanted("pell", "hired", "teale")], found("teale", "hired", "pell"), 0),
    ],
)
def test_danger(gold: list[GoldFact], fact: FoundFact, danger: int) -> None:
    assert score(gold, [fact]).danger == danger


def test_nothing_found_and_nothing_wanted() -> None:
    assert score([], []).flat() == {"articles": 1} | dict.fromkeys(set(score([], []).flat()) - {"articles"}, 0)


def test_the_ontology_says_what_counts() -> None:
    ontology = load()
    assert Rules.of(ontology).relations == {one.name for one in ontology.relations.values() if one.examples}
    assert Rules.of(ontology).symmetric == {one.name for one in ontology.relations.values() if one.symmetric}
    assert RULES.are_alternatives("leads", "holds_office")
    assert RULES.are_alternatives("holds_office", "leads")
    assert not RULES.are_alternatives("leads", "leads")


# -- what holds of any facts ------------------------------------------------------------------------------------------------------------


def perfect() -> list[FoundFact]:
    """The facts that the gold of the fixture wants, as an extractor would give them."""
    return [
        FoundFact(
            doc=article.name,
            relation=fact.relation,
            subject=FoundEntity(article.entities[fact.subject].labels[0]) if fact.subject else None,
            object=FoundEntity(article.entities[fact.object].labels[0]),
            polarity=fact.polarity,
            modality=fact.modality,
            sources=(FoundEntity(article.entities[fact.source].labels[0]),) if fact.source else (),
        )
        for article in GOLD
        for fact in {(one.relation, one.subject, one.object): one for one in article.facts}.values()  # the last is the asserted one
    ]


def test_perfect_facts_are_perfect() -> None:
    flat = figures(compare(GOLD, perfect(), RULES)).flat()
    shares = {name: flat[name] for name in ("precision", "recall", "f1", "pair_f1", "unasserted_f1", "modality", "source", "source_recall")}
    assert set(shares.values()) == {1.0}
    assert flat["danger"] == 0


PERFECT = perfect()
DISTINCT = list({(one.doc, one.relation, one.object, one.polarity): one for one in FACTS}.values())


@given(st.permutations(DISTINCT))
def test_the_order_of_facts_is_nothing(shuffled: list[FoundFact]) -> None:
    """But of one fact given twice, of which the first counts."""
    assert figures(compare(GOLD, shuffled, RULES)) == figures(compare(GOLD, DISTINCT, RULES))


@given(st.lists(st.sampled_from(PERFECT)))
def test_right_facts_alone_are_precise_and_never_dangerous(some: list[FoundFact]) -> None:
    found = figures(compare(GOLD, some, RULES))
    assert found.facts.right == found.facts.found == len(set(some))
    assert found.danger == 0


@given(st.lists(st.sampled_from(FACTS)), st.sampled_from(PERFECT))
def test_a_right_fact_more_lowers_no_recall(some: list[FoundFact], more: FoundFact) -> None:
    assert figures(compare(GOLD, [*some, more], RULES)).facts.right >= figures(compare(GOLD, some, RULES)).facts.right
