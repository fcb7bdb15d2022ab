"""The benchmark's script, on an ontology and sentences of our own in its form."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
ONTOLOGY = {
    "id": "ont_0_ferry",
    "concepts": [{"qid": "Q1", "label": "Ferry"}, {"qid": "Q2", "label": "HumanBeing"}],
    "relations": [
        {"pid": "P1", "label": "yearOfLaunch", "domain": "Q1", "range": "Year"},
        {"pid": "P2", "label": "ship's captain", "domain": "Q1", "range": "Q2"},
        {"pid": "P3", "label": "Q2", "domain": None},
    ],
}
NAMES = {"launched": "yearOfLaunch", "captain": "ship's captain"}


def _written(path: Path, rows: list[dict[str, object]]) -> Path:
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return path


@pytest.fixture
def training() -> list[dict[str, object]]:
    lines = (ROOT / "docs/learn/ferries.jsonl").read_text(encoding="utf-8").splitlines()
    rows = [json.loads(line) for line in lines]
    for row in rows:
        row["sent"] = row.pop("text")
        row["triples"] = [{**one, "rel": NAMES[one["rel"]]} for one in row["triples"] if one["rel"] in NAMES]
    return rows


def test_the_benchmark_runs(tmp_path: Path, training: list[dict[str, object]]) -> None:
    ontology = tmp_path / "ontology.json"
    ontology.write_text(json.dumps(ONTOLOGY), encoding="utf-8")
    asked = [
        {"id": "t1", "sent": "The Larkin Rover was launched in 1984 and is moored at Thornby."},
        {"id": "t2", "sent": "The Larkin Rover, skippered by Anna Brandt, has 212 berths."},
        {"id": "t3", "sent": "The weather was fine."},
    ]
    train, test = _written(tmp_path / "train.jsonl", training), _written(tmp_path / "test.jsonl", asked)
    out = tmp_path / "out.jsonl"
    done = subprocess.run(
        [sys.executable, str(ROOT / "benchmarks/text2kg.py"), *map(str, (ontology, train, test, out))],
        capture_output=True,
        text=True,
        cwd=ROOT,
        env={"PYTHONPATH": str(ROOT), "PATH": "/usr/bin:/bin", "HOME": str(tmp_path)},
    )
    assert done.returncode == 0, done.stderr
    found = {row["id"]: [tuple(one) for one in row["triples"]] for row in map(json.loads, out.read_text(encoding="utf-8").splitlines())}
    assert found == {
        "t1": [("Larkin Rover", "yearOfLaunch", "1984")],
        "t2": [("Larkin Rover", "ship's captain", "Anna Brandt")],
        "t3": [],
    }
