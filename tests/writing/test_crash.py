"""Stopped between any two writes, or in the middle of one, or with a full disk: what is there is the old or the new, never half."""

from __future__ import annotations

import multiprocessing
import random
import shutil
import signal
import threading
import time
from collections.abc import Iterator
from itertools import count
from pathlib import Path

import pytest
from pyoxigraph import Quad

from kg.building import build
from kg.corrections import verify
from kg.store import open_store
from kg.vocabulary import DECIDED_AT
from tests.view.world import ONTOLOGY, WITHOUT_CHAINS
from tests.writing import crash
from tests.writing.crash import A_EDITED, SCENARIOS, A, B
from tests.writing.fake import VERSIONS, extract

PROCESSES = multiprocessing.get_context("forkserver")
PROCESSES.set_forkserver_preload(["tests.writing.crash"])


def state(path: Path) -> frozenset[Quad] | None:
    """All that the store holds, its view found right; None where there is no store."""
    if not path.exists():
        return None
    with open_store(path, read_only=True) as store:
        quads = frozenset(quad for quad in store.quads() if "BlankNode" not in repr(quad) and quad.predicate != DECIDED_AT)
        ontology = WITHOUT_CHAINS if any(WITHOUT_CHAINS.digest in str(quad.object) for quad in quads) else ONTOLOGY
        assert not verify(store, ontology)
        return quads


def states(name: str, folder: Path) -> list[frozenset[Quad] | None]:
    """Every state that a reader may find while the scenario's change is made."""
    before, change = SCENARIOS[name]
    path = folder / "expected"
    before(path)
    found = [state(path)]
    if name == "more":
        build([A_EDITED], extract, path, ontology=ONTOLOGY, versions=VERSIONS)
        found.append(state(path))
    change(path)
    return [*found, state(path)]


@pytest.mark.parametrize("name", SCENARIOS)
def test_killed_between_any_two_writes(name: str, tmp_path: Path) -> None:
    expected = states(name, tmp_path)
    assert len(set(expected)) == len(expected)
    SCENARIOS[name][0](tmp_path / "before")
    met = []
    for number in count(1):
        path = tmp_path / str(number) / "kg.db"
        path.parent.mkdir()
        if (tmp_path / "before").exists():
            shutil.copytree(tmp_path / "before", path)
        process = PROCESSES.Process(target=crash.change, args=(name, path, number))
        process.start()
        process.join()
        assert process.exitcode in (0, -signal.SIGKILL)
        found = state(path)
        assert found in expected
        met.append(expected.index(found))
        if process.exitcode == 0:
            break
        if found != expected[-1]:
            SCENARIOS[name][1](path)  # another try after the crash succeeds
            assert state(path) == expected[-1]
    assert met == sorted(met)
    assert set(met) == set(range(len(expected)))
    assert len(met) > 2


def test_killed_in_the_middle(tmp_path: Path) -> None:
    chance = random.Random(11)
    path = tmp_path / "kg.db"
    expected = set()
    for article in (A_EDITED, A):
        build([article], extract, path, ontology=ONTOLOGY, versions=VERSIONS)
        expected.add(state(path))
    for _ in range(6):
        begun = PROCESSES.Event()
        process = PROCESSES.Process(target=crash.forever, args=(path, begun))
        process.start()
        assert begun.wait(20)
        time.sleep(0.05 + chance.random() * 0.2)
        process.kill()
        process.join()
        assert state(path) in expected


@pytest.mark.parametrize("built", [True, False])
def test_a_full_disk_leaves_the_store_as_it_was(tmp_path: Path, built: bool) -> None:
    path = tmp_path / "kg.db"
    if built:
        build([A, B], extract, path, ontology=ONTOLOGY, versions=VERSIONS)
    before = state(path)
    here, there = PROCESSES.Pipe(duplex=False)
    process = PROCESSES.Process(target=crash.full, args=(path, there))
    process.start()
    there.close()
    told = here.recv()
    process.join()
    assert "make room on the disk" in told
    assert "\n" not in told
    assert state(path) == before
    assert [one.name for one in tmp_path.iterdir()] == (["kg.db"] if built else [])


def test_readers_see_the_last_finished_article(tmp_path: Path) -> None:
    path = tmp_path / "kg.db"
    build([A], extract, path, ontology=ONTOLOGY, versions=VERSIONS)
    before = state(path)
    seen: list[frozenset[Quad] | None] = []
    step = threading.Barrier(2, timeout=20)

    def slow() -> Iterator[object]:
        for article in (A_EDITED, B):
            yield article
            step.wait()  # the article is asked for, so the one before it is written
            step.wait()

    def write() -> None:
        build(slow(), extract, path, ontology=ONTOLOGY, versions=VERSIONS)  # type: ignore[arg-type]

    writer = threading.Thread(target=write)
    writer.start()
    for _ in range(2):
        step.wait()
        seen.append(state(path))
        step.wait()
    writer.join()
    seen.append(state(path))
    assert before not in seen
    assert len(set(seen)) == 2
    assert seen[0] != seen[1] == seen[2]
