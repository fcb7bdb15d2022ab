"""Quality may rise and not fall: no figure is worse than the baseline's."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from tests.gold.benchmark import BASELINE, Measured, entities, worse, write
from tests.gold.coreference import BCubed
from tests.gold.corpus import digest

STORED: dict[str, Any] = json.loads(BASELINE.read_text(encoding="utf-8"))


def test_no_figure_is_worse(measured: Measured) -> None:
    if measured.model != STORED["model"]:
        pytest.skip(f"the baseline is that of {STORED['model']}, and {measured.model} is installed here")
    assert worse(measured.figures(), STORED["figures"]) == []


def test_the_baseline_is_that_of_this_gold() -> None:
    assert STORED["digest"] == digest(), "the gold changed: `python -m tests.gold.benchmark --write` measures anew"


def test_the_baseline_holds_every_figure(measured: Measured) -> None:
    assert list(STORED["figures"]) == list(measured.figures())


def test_entities_are_shares(measured: Measured) -> None:
    assert all(0.3 < share < 1 for share in entities(measured.comparisons))


@pytest.mark.parametrize(
    ("now", "complaints"),
    [
        ({"f1": 0.5, "danger": 3}, 0),
        ({"f1": 0.6, "danger": 0}, 0),
        ({"f1": 0.4999, "danger": 3}, 1),
        ({"f1": 0.5, "danger": 4}, 1),
        ({"f1": 0.4, "danger": 4}, 2),
    ],
)
def test_what_is_worse(now: dict[str, float], complaints: int) -> None:
    assert len(worse(now, {"f1": 0.5, "danger": 3})) == complaints


def test_writing_lowers_no_floor_on_the_same_gold(measured: Measured, tmp_path: Path) -> None:
    file = tmp_path / "baseline.json"
    write(measured, file)
    first = file.read_bytes()
    lower = replace(measured, coreference=BCubed())
    with pytest.raises(SystemExit, match="b3_f1 is 0"):
        write(lower, file)
    assert file.read_bytes() == first
    file.write_text(json.dumps(json.loads(first) | {"digest": "sha256:another"}), encoding="utf-8")
    write(lower, file)
    assert json.loads(file.read_text(encoding="utf-8"))["figures"]["b3_f1"] == 0
