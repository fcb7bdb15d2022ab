"""The README: its two first commands, and that everything it shows is what comes out."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.packaging.shell import README, ROOT, Block, blocks, borrowing, copied_to, ran, replayed, shell_commands

CHAIN = "Bloomberg Campaign → contracted → third-party vendor → hired → Procom → operates_in → Oklahoma state prisons\n"


@pytest.fixture(scope="module")
def text() -> str:
    return README.read_text(encoding="utf-8")


def test_the_first_command_installs_and_prints_the_chain(text: str, tmp_path: Path) -> None:
    copy = copied_to(tmp_path / "copy")
    assert CHAIN in ran(shell_commands(text)[0], copy, borrowing())
    installed = ran(".venv/bin/python -P -c 'import kg; print(kg.__file__)'", copy, borrowing())
    assert Path(installed.strip()).is_relative_to(copy / ".venv")


def test_the_first_two_blocks_are_one_command_each(text: str) -> None:
    first, second = blocks(text)[:2]
    for block in (first, second):
        assert block.language == "sh"
        assert re.fullmatch(r"[^\n;]+\n", block.text)


def test_ci_calls_exactly_the_second_command(text: str) -> None:
    lines = (ROOT / ".ci" / "run").read_text(encoding="utf-8").splitlines()
    commands = [line for line in lines if not line.startswith(("#", "set ", "cd "))]
    assert commands == [shell_commands(text)[1]]


def test_everything_shown_is_what_comes_out(text: str, tmp_path: Path) -> None:
    again = list(replayed(text, copied_to(tmp_path / "copy")))
    assert len(again) >= 8
    for shown, now in again:
        assert shown.text == now.text, "if the new output is right, `python -m tests.packaging` puts it into the README"


def test_files_named_in_the_readme_exist(text: str) -> None:
    linked = [one for one in re.findall(r"\]\(([^)#]+)\)", text) if "://" not in one]
    assert linked
    assert [one for one in linked if not (ROOT / one).exists()] == []


def test_a_transcript_is_replayed(tmp_path: Path) -> None:
    shown = "```text\n# a.txt\nb\n```\n```console\n$ wc -l < a.txt\n3\n$ echo ' c  '; echo\n c\n```\n"
    before, after = next(replayed(shown, tmp_path))
    assert before == Block("console", "$ wc -l < a.txt\n3\n$ echo ' c  '; echo\n c\n")
    assert after == Block("console", "$ wc -l < a.txt\n2\n$ echo ' c  '; echo\n c\n")
