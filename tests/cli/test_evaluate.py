"""`kg eval`: facts against gold."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Kg
from tests.evaluation.fixture import FACTS_FILE, GOLD_FOLDER

GOLD, FACTS = str(GOLD_FOLDER), str(FACTS_FILE)


def test_figures_are_lines(kg: Kg) -> None:
    ended = kg("eval", GOLD, FACTS)
    assert ended.code == 0
    assert ended.out.splitlines()[:2] == [
        "articles    3",
        "facts       precision 0.577  recall 0.556  F1 0.566  (15 right of 26 found, 27 in the gold)",
    ]
    assert len(ended.out.splitlines()) == 7
    assert ended.err.startswith("No fact is of clinic: ")


def test_errors_come_with_their_causes(kg: Kg) -> None:
    lines = kg("eval", GOLD, FACTS, "--errors").out.splitlines()
    at = lines.index("  wrong   Dunmore Quarries → dismissed → Bram Oakes  [status: it is negated] danger")
    assert lines[at + 1].strip() == "Teale denied that the firm had dismissed Bram Oakes."
    assert lines[at + 2].strip() == "by [Norvale Group] dismissed [Dana Whitlock]."
    assert "     2     0  charged: [The police] charged [Dana Whitlock]." in lines
    assert [line.split("│")[0].strip() for line in lines].count("leads") == 1


def test_programs_get_json(kg: Kg) -> None:
    plain = json.loads(kg("eval", GOLD, FACTS, "--json").out)
    assert (plain["right"], plain["found"], plain["gold"], plain["danger"]) == (15, 26, 27, 3)
    told = json.loads(kg("eval", GOLD, FACTS, "--json", "--errors").out)
    assert plain.items() <= told.items()
    assert {one["kind"] for one in told["errors"]} == {"missed", "wrong", "inexact"}


def test_a_store_is_as_good_as_its_export(kg: Kg, tmp_path: Path) -> None:
    entities = {
        "vendor": {"type": "Company", "labels": ["third-party vendor"]},
        "calls": {"type": "Company", "labels": ["Brightline Calls"]},
        "gazette": {"type": "NewsOutlet", "labels": ["Harbor Gazette"]},
    }
    facts = [{"s": "vendor", "p": "hired", "o": "calls", "source": "gazette", "evidence": "Brightline Calls was hired by the vendor"}]
    (tmp_path / "gold").mkdir()
    (tmp_path / "gold" / "calls.json").write_text(json.dumps({"entities": entities, "facts": facts}), encoding="utf-8")
    assert kg("export", "facts.jsonl").code == 0
    of_file, of_store = kg("eval", "gold", "facts.jsonl", "--json"), kg("eval", "gold", "kg.db", "--json")
    assert of_file.out == of_store.out
    assert json.loads(of_file.out)["source_recall"] == 1


def test_what_the_ontology_cant_say_is_said(kg: Kg, tmp_path: Path) -> None:
    entities = {"a": {"type": "Person", "labels": ["Ann"]}}
    facts = [{"s": None, "p": "amused", "o": "a", "evidence": "x"}]
    (tmp_path / "x.json").write_text(json.dumps({"entities": entities, "facts": facts}), encoding="utf-8")
    ended = kg("eval", ".", FACTS)
    assert "no wordings for them: amused." in ended.err
    assert "0 in the gold" in ended.out


def test_words_do_not_steer_the_terminal(kg: Kg, tmp_path: Path) -> None:
    entities = {"a": {"type": "Person", "labels": ["\x1b[31mAnn"]}}
    facts = [{"s": None, "p": "arrested", "o": "a", "evidence": "\x1b]0;gone\x07"}]
    (tmp_path / "x.json").write_text(json.dumps({"entities": entities, "facts": facts}), encoding="utf-8")
    ended = kg("eval", ".", FACTS, "--errors")
    assert ended.code == 0
    assert not set("\x1b\x07") & set(ended.out + ended.err)


@pytest.mark.parametrize(
    ("arguments", "code", "sentence"),
    [
        ((), 2, "GOLD"),
        ((GOLD,), 2, "FACTS|STORE"),
        (("nowhere", FACTS), 2, "There is no gold in nowhere"),
        ((GOLD, "nowhere"), 1, "There is no store at nowhere"),
        ((GOLD, str(GOLD_FOLDER / "clinic.txt")), 2, "line 1, is no fact"),
    ],
)
def test_what_goes_wrong_is_one_sentence(kg: Kg, arguments: tuple[str, ...], code: int, sentence: str) -> None:
    ended = kg("eval", *arguments)
    assert (ended.code, ended.out) == (code, "")
    assert sentence in ended.err
    assert ended.err.count("\n") == 1
