"""`kg build`: its summary, and what it does with what can't be read."""

from __future__ import annotations

import pytest

from kg.building import BuildReport
from kg.cli.build import summary
from kg.readers.content import Skipped
from kg.statement import Status
from tests.cli.conftest import Kg

REPORT = BuildReport(
    built=2,
    unchanged=1,
    skipped=(
        Skipped("a.txt", "it isn't text", "error"),
        Skipped("b.png", "not an article", "other kind"),
        Skipped("c.png", "", "other kind"),
    ),
    problems=tuple(f"problem {number}" for number in range(22)),
    articles=3,
    statements={Status.AFFIRMED: 4, Status.DENIED: 1, Status.POSSIBLE: 0, Status.PLANNED: 2},
    entities=9,
)


def test_the_summary_tells_what_was_done_and_what_wasnt() -> None:
    lines = summary(REPORT).splitlines()
    assert lines[:6] == [
        "articles    3 (2 built, 1 unchanged, 3 skipped)",
        "statements  7 (4 affirmed, 1 denied, 0 possible, 2 planned)",
        "entities    9",
        "skipped: 2 other kind",
        "not read:",
        "  a.txt: it isn't text",
    ]
    assert lines[-2:] == ["  problem 19", "  and 2 more"]


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (("x.txt", "--published", "someday"), "can't be read as a date"),
        (("x.txt", "--ontology", "nowhere.ttl"), "nowhere.ttl"),
        (("x.txt", "--model", "no_such_model"), "no spaCy pipeline 'no_such_model'"),
        (("x.txt", "--jobs", "0"), "--jobs"),
    ],
)
def test_bad_use_is_one_sentence(kg: Kg, arguments: tuple[str, ...], sentence: str) -> None:
    ended = kg("build", *arguments, "--store", "new.db")
    assert ended.code in (1, 2)
    assert sentence in ended.err
    assert ended.out == ""
