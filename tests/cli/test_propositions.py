"""`kg propositions`: a sentence a line in, a tuple a line out."""

from __future__ import annotations

import io
from pathlib import Path

import pytest

from tests.cli.conftest import Kg

TEXT = "Redfern hired Brackwell in May.\n\nThe old mine.\n"
TABLE = "Redfern hired Brackwell in May.\tRedfern\thired\tBrackwell\tin May\tconf=0.72\nThe old mine.\n"


def test_sentences_become_a_table(kg: Kg, tmp_path: Path) -> None:
    (tmp_path / "sentences.txt").write_text(TEXT, encoding="utf-8")
    ended = kg("propositions", "sentences.txt")
    assert (ended.code, ended.out, ended.err) == (0, TABLE, "")


def test_sentences_may_come_from_standard_input(kg: Kg, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(TEXT.encode())))
    ended = kg("propositions", "-")
    assert (ended.code, ended.out) == (0, TABLE)


def test_what_is_no_text_gives_no_error(kg: Kg, tmp_path: Path) -> None:
    (tmp_path / "noise").write_bytes(b"\xff\xfe\x00\x9d Redfern fell.\n")
    assert kg("propositions", "noise").code == 0


@pytest.mark.parametrize(
    ("arguments", "code", "sentence"),
    [
        (("nowhere.txt",), 1, "nowhere.txt: No such file"),
        (("-", "--model", "no_such_model"), 2, "no spaCy pipeline 'no_such_model'"),
        ((), 2, "FILE"),
    ],
)
def test_what_goes_wrong_is_one_sentence(
    kg: Kg, monkeypatch: pytest.MonkeyPatch, arguments: tuple[str, ...], code: int, sentence: str
) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(b"Redfern fell.\n")))
    ended = kg("propositions", *arguments)
    assert (ended.code, ended.out) == (code, "")
    assert sentence in ended.err
    assert ended.err.count("\n") == 1
