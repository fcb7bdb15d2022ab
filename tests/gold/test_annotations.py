"""The gold is well formed: words are the article's, keys are there, and the ontology has what it names."""

from __future__ import annotations

import json
from collections import Counter

import pytest

from kg.evaluation.gold import GoldArticle, read_gold
from kg.evaluation.rules import Rules
from kg.ontology.load import load
from tests.gold.corpus import FOLDER, NAMES, articles

ONTOLOGY = load()
RELATIONS = Rules.of(ONTOLOGY).relations
GOLD = read_gold(FOLDER)
TEXTS = {one.doc: one.text for one in articles()}


def test_every_article_has_gold_and_all_gold_an_article() -> None:
    assert [one.name for one in GOLD] == list(NAMES)
    assert {path.suffix for path in FOLDER.iterdir()} == {".txt", ".json", ".coref"}


@pytest.mark.parametrize("article", GOLD, ids=lambda one: one.name)
def test_words_are_the_articles(article: GoldArticle) -> None:
    text = TEXTS[article.name]
    said = [words for fact in article.facts for words in (fact.evidence, fact.amount, fact.when) if words is not None]
    assert [words for words in said if not words or words not in text] == []


@pytest.mark.parametrize("article", GOLD, ids=lambda one: one.name)
def test_the_ontology_has_what_is_named(article: GoldArticle) -> None:
    assert {one.type for one in article.entities.values()} - set(ONTOLOGY.class_names) == set()
    assert {one.relation for one in article.facts} - RELATIONS == set()
    assert [key for key, one in article.entities.items() if not one.labels] == []


@pytest.mark.parametrize("name", NAMES)
def test_a_record_says_whose_it_is_and_nothing_else(name: str) -> None:
    record = json.loads((FOLDER / f"{name}.json").read_bytes())
    assert record["doc"] == name
    assert set(record) == {"doc", "entities", "facts"}
    assert {key for fact in record["facts"] for key in fact} == {*"spo", "polarity", "modality", "source", "evidence", "amount", "when"}


@pytest.mark.parametrize("relation", sorted(RELATIONS))
def test_every_relation_is_there_often_enough_and_in_doubt_too(relation: str) -> None:
    of_it = [fact for article in GOLD for fact in article.facts if fact.relation == relation]
    assert len(of_it) >= 10
    assert sum(not fact.is_sure for fact in of_it) >= 3


def test_no_fact_twice() -> None:
    for article in GOLD:
        facts = Counter((one.relation, one.subject, one.object, one.polarity, one.modality, one.source) for one in article.facts)
        assert [fact for fact, number in facts.items() if number > 1] == [], article.name
