"""Annotated sentences as files: lines of JSON, articles in the gold form, and what is neither."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from kg.errors import UsageError
from kg.ontology.learning.records import Record, Triple, files, read_records


def _written(path: Path, *lines: object) -> Path:
    path.write_text("\n".join(one if isinstance(one, str) else json.dumps(one) for one in lines), encoding="utf-8")
    return path


def test_a_line_may_say_sent_or_text(tmp_path: Path) -> None:
    triple = {"sub": "Aldwin Star", "rel": "launched", "obj": "1987"}
    path = _written(tmp_path / "a.jsonl", {"id": 1, "sent": "One.", "triples": [triple]}, "", {"text": "Two.", "triples": []})
    records, problems = read_records([path])
    told = Triple("Aldwin Star", "launched", "1987")
    assert records == [Record("One.", (told,), f"{path}, line 1"), Record("Two.", (), f"{path}, line 3")]
    assert problems == []


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ("{", "line 1: invalid JSON"),
        ("[1]", "line 1: "),
        ('{"text": "", "triples": []}', "line 1: text"),
        ('{"text": "A.", "triples": [{"sub": "a", "rel": "b"}]}', "line 1: triples.0.obj: field required"),
        ('{"text": "' + "a" * 6000 + '", "triples": []}', "line 1: text"),
        ('{"text": "\\ud800", "triples": []}', "line 1: "),
    ],
)
def test_a_line_that_is_none_is_told_and_skipped(tmp_path: Path, line: str, why: str) -> None:
    path = _written(tmp_path / "a.jsonl", line, {"text": "Two.", "triples": []})
    records, problems = read_records([path])
    assert [one.text for one in records] == ["Two."]
    assert len(problems) == 1
    assert why in problems[0]


def test_gold_gives_the_paragraphs_that_state_something_surely(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("A headline\n\nThe Aldwin Star is moored at Wexcombe.\nIt may be sold to Tarnwick.\n", encoding="utf-8")
    fact = {"s": "star", "p": "home_port", "o": "wexcombe", "evidence": "moored at Wexcombe"}
    sold = {"s": "star", "p": "sold_to", "o": "tarnwick", "evidence": "may be sold", "modality": "possible"}
    entities = {
        key: {"type": "X", "labels": [label]} for key, label in [("star", "Aldwin Star"), ("wexcombe", "Wexcombe"), ("tarnwick", "T")]
    }
    path = _written(tmp_path / "a.json", {"doc": "a", "entities": entities, "facts": [fact, sold]})
    records, problems = read_records([path])
    assert records == [Record("The Aldwin Star is moored at Wexcombe.", (Triple("Aldwin Star", "home_port", "Wexcombe"),), str(path))]
    assert problems == []


def test_gold_without_its_text_is_told(tmp_path: Path) -> None:
    records, problems = read_records([_written(tmp_path / "a.json", {"entities": {}, "facts": []})])
    assert records == []
    assert problems == [f"{tmp_path / 'a.json'}: there is no a.txt or .md beside it with the article's text."]


def test_a_folder_means_its_files(tmp_path: Path) -> None:
    for name in ("b.jsonl", "a.json", "c.txt"):
        (tmp_path / name).touch()
    assert [one.name for one in files(tmp_path)] == ["a.json", "b.jsonl"]
    with pytest.raises(UsageError, match=r"no examples"):
        files(_empty(tmp_path))


def _empty(folder: Path) -> Path:
    (folder / "empty").mkdir()
    return folder / "empty"


def test_a_file_that_isnt_there_is_bad_use(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"can't be read"):
        read_records([tmp_path / "none.jsonl"])
