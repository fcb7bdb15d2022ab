"""The notation of triggers, and words of one family."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.errors import OntologyError
from kg.language.families import related, stem
from kg.ontology.triggers import Trigger, parse


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("born in [o]", Trigger("r", "born in [o]", "before", ("born", "in"))),
        ("[o] employees", Trigger("r", "[o] employees", "after", ("employee",))),
        ("Net incomes", Trigger("r", "Net incomes", "either", ("net", "income"))),
        (
            "[s/Firm|Ship] led by [o/Person]",
            Trigger("r", "[s/Firm|Ship] led by [o/Person]", "before", ("led", "by"), ("Firm", "Ship"), ("Person",)),
        ),
    ],
)
def test_the_notation(text: str, trigger: Trigger) -> None:
    assert parse("r", text) == trigger


@pytest.mark.parametrize(
    "text", ["", "[o]", "born [o] in", "[o] and [o]", "born in [x]", "one two three four five [o]", "born in [o", "[s/Firm] [o]"]
)
def test_what_isnt_the_notation(text: str) -> None:
    with pytest.raises(OntologyError):
        parse("r", text)


@pytest.mark.parametrize(
    ("one", "other", "are"),
    [
        ("product", "produce", True),
        ("leader", "led", True),
        ("death", "died", True),
        ("found", "founder", True),
        ("capital", "captain", False),
        ("in", "income", False),
        ("port", "portrait", False),
    ],
)
def test_families(one: str, other: str, are: bool) -> None:
    assert related(one, other) is related(other, one) is are


@pytest.mark.parametrize(("word", "base"), [("Employees", "employee"), ("cities", "city"), ("class", "class"), ("is", "is")])
def test_stems(word: str, base: str) -> None:
    assert stem(word) == base


def test_check_tells_triggers_that_cant_be_used(tmp_path: Path) -> None:
    from kg.language.model import load_model
    from kg.ontology.checking.check import check

    path = tmp_path / "mine.ttl"
    path.write_text(
        """@prefix : <https://example.org/mine#> . @prefix kg: <https://w3id.org/accordingto#> .
        @prefix owl: <http://www.w3.org/2002/07/owl#> . @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
        :Ferry a owl:Class ; rdfs:label "ferry" ; kg:ner_label "ORG" .
        :tows a owl:ObjectProperty ; rdfs:label "tows" ; rdfs:domain :Ferry ; rdfs:range :Ferry ;
            kg:trigger "tows [o]" , "tows [o] away" , "[s/Fery] hauls [o]" .
        """,
        encoding="utf-8",
    )
    report = check([path], load_model())
    found = [(one.term, one.sentence) for one in report.findings if one.kind == "trigger"]
    assert [term for term, _ in found] == ["tows", "tows"]
    assert any('"tows [o] away"' in sentence for _, sentence in found)
    assert any("demands the class Fery" in sentence for _, sentence in found)
    assert not any("example" in one.sentence for one in report.findings)
