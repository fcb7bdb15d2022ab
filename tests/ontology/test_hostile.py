"""Malformed, huge, cyclic and hostile ontologies are refused with one sentence, in bounded time and memory."""

from __future__ import annotations

import json
import re
import subprocess
import sys
import time
from pathlib import Path

import pytest

from kg.errors import OntologyError
from kg.ontology.examples import parse
from tests.ontology import hostile

SECONDS = 300
RATIO = 60
"""Times as long as ours takes to load, which holds 29,000 triples."""


@pytest.fixture(scope="module")
def ended(tmp_path_factory: pytest.TempPathFactory) -> dict[str, tuple[str, float]]:
    """What came of each, and how many times as long as ours it took."""
    command = [sys.executable, "-m", "tests.ontology.hostile", str(tmp_path_factory.mktemp("hostile"))]
    run = subprocess.run(command, capture_output=True, text=True, timeout=SECONDS, cwd=Path(__file__).parents[2], check=False)
    assert run.returncode == 0, run.stderr[-2000:]
    lines = [json.loads(line) for line in run.stdout.splitlines()]
    return {name: (message, seconds / lines[0][2]) for name, message, seconds in lines}


@pytest.mark.parametrize("name", hostile.HOSTILE)
def test_it_is_refused_with_one_sentence(ended: dict[str, tuple[str, float]], name: str) -> None:
    message, ratio = ended[name]
    assert re.search(hostile.HOSTILE[name][1], message)
    assert "\n" not in message
    assert len(message) < 500
    assert ratio < RATIO


@pytest.mark.parametrize("name", hostile.FINE)
def test_what_is_only_large_or_odd_is_taken(ended: dict[str, tuple[str, float]], name: str) -> None:
    message, ratio = ended[name]
    assert message == ""
    assert ratio < RATIO


@pytest.mark.parametrize("piece", ["[", "[s/A:", "[s/A|", "[:  ", "{a:  ", "[x", "{a", "}", "[]", " : "])
def test_the_notation_is_read_in_linear_time(piece: str) -> None:
    def seconds(length: int) -> float:
        begun = time.process_time()
        with pytest.raises(OntologyError):
            parse(piece + piece[-1] * length if piece[-1] == " " else piece * (length // len(piece)))
        return time.process_time() - begun

    assert seconds(400_000) < 40 * max(seconds(40_000), 0.01)
