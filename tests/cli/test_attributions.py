"""`kg attributions`."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Kg


def rows(out: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in out.splitlines()]


def words(text: str, span: list[Any] | None) -> str | None:
    if span is None:
        return None
    pieces = span if isinstance(span[0], list) else [span]
    return " … ".join(text[start:end] for start, end in pieces)


@pytest.fixture
def texts(tmp_path: Path) -> Path:
    folder = tmp_path / "texts"
    folder.mkdir()
    return folder


def write(path: Path, text: str) -> None:
    path.write_bytes(text.encode())


def test_a_row_for_every_attribution_in_code_points_of_the_file(kg: Kg, texts: Path) -> None:
    text = "😀 Übergabe\r\n\r\n“The firm grew,” Helen Marsh said. “It hired Brackwell.”\r\n\r\nIt was reported that prices fell.\r\n"
    write(texts / "b.txt", text)
    write(texts / "a.txt", "Helen Marsh wants to hire Brackwell.")
    (texts / "notes.md").write_text("Helen Marsh said it rained.")
    ended = kg("attributions", str(texts))
    assert (ended.code, ended.err) == (0, "")
    first, *others = rows(ended.out)
    assert first == {"doc": "a", "source": [0, 11], "cue": [12, 17], "content": [18, 35], "stance": "wish"}
    assert [row["doc"] for row in others] == ["b", "b"]
    assert [(words(text, row["source"]), words(text, row["cue"]), words(text, row["content"])) for row in others] == [
        ("Helen Marsh", "said", "The firm grew, … It hired Brackwell."),
        (None, "reported", "that prices fell"),
    ]


def test_the_same_texts_give_the_same_bytes(kg: Kg, texts: Path) -> None:
    write(texts / "a.txt", "“It rained,” Helen Marsh said. According to Owen Strand, it snowed.")
    assert kg("attributions", str(texts)).out == kg("attributions", str(texts)).out


def test_a_file_that_cannot_be_read_costs_itself_alone(kg: Kg, texts: Path) -> None:
    (texts / "bad.txt").write_bytes(b"\xff\xfe\xfa")
    write(texts / "empty.txt", "")
    write(texts / "good.txt", "Helen Marsh said it rained.")
    ended = kg("attributions", str(texts))
    assert ended.code == 0
    assert [row["doc"] for row in rows(ended.out)] == ["good"]
    assert ended.err.count("bad.txt") == 1


@pytest.mark.parametrize("name", ["nowhere", "texts"])
def test_a_folder_without_texts_is_bad_use(kg: Kg, texts: Path, name: str) -> None:
    ended = kg("attributions", str(texts.parent / name))
    assert ended.code == 2
    assert ended.out == ""
    assert name in ended.err


def test_where_no_file_can_be_read_the_job_fails(kg: Kg, texts: Path) -> None:
    (texts / "bad.txt").write_bytes(b"\xff\xfe\xfa")
    assert kg("attributions", str(texts)).code == 1
