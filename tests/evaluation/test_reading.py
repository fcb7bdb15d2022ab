"""Gold and facts, read from files, stores and statements."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from kg.article import Article
from kg.errors import StoreError, UsageError
from kg.evaluation.facts import FoundFact, facts_of, read_facts
from kg.evaluation.gold import GoldFact, GoldValue, read_gold
from kg.evaluation.rules import Rules
from kg.export.formats import exported
from kg.export.selection import Selection
from kg.iris import article_iri
from kg.ontology.load import load
from kg.rdf import read_article
from kg.readers.folder import read as articles
from kg.store.oxigraph import OxigraphStore
from tests.queries.told import HERE, quads, store_of, table

RECORD: dict[str, Any] = {
    "entities": {"a": {"type": "Person", "labels": ["Ann"], "mentions": []}},
    "facts": [{"s": None, "p": "arrested", "o": "a", "evidence": "Ann was arrested"}],
}


def written(folder: Path, record: Any) -> Path:
    (folder / "x.json").write_text(record if isinstance(record, str) else json.dumps(record), encoding="utf-8")
    return folder


def test_gold_is_read(tmp_path: Path) -> None:
    (article,) = read_gold(written(tmp_path, RECORD))
    assert article.name == "x"
    assert article.facts == (GoldFact(None, "arrested", "a", "Ann was arrested", "affirmed", "asserted"),)


def test_the_object_of_gold_may_be_a_literal(tmp_path: Path) -> None:
    fact = {"s": "a", "p": "born", "o": {"value": "1961"}, "evidence": "Ann, born in 1961"}
    (article,) = read_gold(written(tmp_path, {**RECORD, "facts": [fact]}))
    assert article.facts == (GoldFact("a", "born", GoldValue("1961"), "Ann, born in 1961"),)


def test_the_annotated_example_is_well_formed() -> None:
    root = Path(__file__).parents[2]
    (article,) = read_gold(root / "docs" / "gold")
    (read,) = [one for one in articles([root / "examples"]) if isinstance(one, Article) and one.doc == article.name]
    names = [name for one in article.entities.values() for name in (*one.labels, *one.mentions)]
    words = [words for one in article.facts for words in (one.evidence, one.amount, one.when) if words]
    assert [one for one in names + words if one not in read.text] == []
    ontology = load()
    assert {one.relation for one in article.facts} <= Rules.of(ontology).relations
    assert {one.type for one in article.entities.values()} <= set(ontology.class_names)


@pytest.mark.parametrize(
    ("record", "why"),
    [
        ("{", "x.json is no gold"),
        ("[]", "x.json is no gold"),
        ({"entities": {}}, "facts: field required"),
        ({**RECORD, "facts": [{**RECORD["facts"][0], "o": "b"}]}, "facts.0 names 'b'"),
        ({**RECORD, "facts": [{**RECORD["facts"][0], "source": "c"}]}, "facts.0 names 'c'"),
        ({**RECORD, "facts": [{**RECORD["facts"][0], "o": {"words": "300"}}]}, "facts.0.o"),
        ({**RECORD, "facts": [{**RECORD["facts"][0], "polarity": "no"}]}, "facts.0.polarity: input should be 'affirmed' or 'negated'"),
    ],
)
def test_bad_gold_says_where(tmp_path: Path, record: Any, why: str) -> None:
    with pytest.raises(UsageError, match=why):
        read_gold(written(tmp_path, record))


def test_no_gold_is_said(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="no gold in"):
        read_gold(tmp_path / "nowhere")


@pytest.mark.parametrize("line", ["{", "1", '{"relation": "hired"}'])
def test_a_bad_fact_says_where(tmp_path: Path, line: str) -> None:
    file = tmp_path / "facts.jsonl"
    file.write_text(f"\n{line}\n", encoding="utf-8")
    with pytest.raises(UsageError, match="line 2, is no fact"):
        read_facts(str(file))


def test_no_facts_are_said(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="no store at"):
        read_facts(str(tmp_path / "nowhere"))
    (tmp_path / "latin.jsonl").write_bytes(b"\xe9")
    with pytest.raises(UsageError, match="UTF-8"):
        read_facts(str(tmp_path / "latin.jsonl"))


def test_a_line_may_hold_less_and_more(tmp_path: Path) -> None:
    file = tmp_path / "facts.jsonl"
    line = {"doc": "x", "relation": "hired", "subject": None, "object": {"label": "Ann", "colour": "red"}, "more": 1}
    file.write_text(json.dumps(line), encoding="utf-8")
    (fact,) = read_facts(str(file))
    assert isinstance(fact, FoundFact)
    assert (fact.polarity, fact.modality, fact.sources, fact.derived) == ("affirmed", "asserted", (), False)


def test_a_store_gives_what_its_export_gives(tmp_path: Path) -> None:
    with OxigraphStore(tmp_path / "kg.db") as store:
        store.load(quads(table(HERE / "chain" / "case.toml")))
        (tmp_path / "facts.jsonl").write_text(exported(store, ".jsonl", Selection()), encoding="utf-8")
    facts = read_facts(str(tmp_path / "kg.db"))
    assert facts == read_facts(str(tmp_path / "facts.jsonl"))
    assert len(facts) == 7


THREE_HUNDRED = {"lexical": "300", "datatype": "integer"}


def test_statements_give_what_their_export_gives(tmp_path: Path) -> None:
    said = [
        {"subject": "oak", "relation": "hired", "object": "tam", "words": "Oakfield hired Tam Reyes.", "speaker": "oak"},
        {"subject": "oak", "relation": "staff", "words": "Oakfield employs 300 people.", "value": "300 people", **THREE_HUNDRED},
    ]
    told = {
        "entities": {"oak": {"class": "Company", "labels": ["Oakfield"]}, "tam": {"class": "Person", "labels": ["Tam Reyes"]}},
        "article": [{"key": "x.txt", "said": said}],
    }
    with store_of(told) as store:
        (tmp_path / "facts.jsonl").write_text(exported(store, ".jsonl", Selection()), encoding="utf-8")
        _, statements = read_article(store.quads(article_iri("x.txt")))
    facts = [_without_ids(one) for one in facts_of(statements, "x")]
    assert facts == [_without_ids(one) for one in read_facts(str(tmp_path / "facts.jsonl"))] != []


def _without_ids(fact: FoundFact) -> tuple[object, ...]:
    entities = [fact.subject, fact.object, *fact.sources]
    names = [(one.label, one.labels, one.type, one.value) if one else None for one in entities]
    return fact.doc, fact.relation, fact.polarity, fact.modality, fact.evidence, fact.wording, names
