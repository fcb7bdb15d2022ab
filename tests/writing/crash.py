"""What a process of its own does to a store: it dies, by SIGKILL, right before or after its n-th write, or has hardly any disk left."""

from __future__ import annotations

import os
import resource
import signal
from collections.abc import Callable
from dataclasses import replace
from multiprocessing.connection import Connection
from multiprocessing.synchronize import Event
from pathlib import Path
from typing import Any

from kg.building import build
from kg.corrections import reject, remove
from kg.errors import StoreError
from kg.store import open_store
from kg.store.oxigraph import OxigraphStore
from tests.view.world import ONTOLOGY, WITHOUT_CHAINS
from tests.writing.fake import VERSIONS, extract, made, statement_of

A = made("a.txt", "Cole Ltd runs Jail. Ann Bell hired Cole Ltd.")
A_EDITED = replace(A, text="Ann Bell hired Cole Ltd. Cole Ltd runs Jail. Dorn met Ann Bell.")
B = made("b.txt", "Jail lies_in Eastham. Ann Bell didn't met Dorn.")


def _build(path: Path, *articles: object, **options: object) -> None:
    build(articles, extract, path, **{"ontology": ONTOLOGY, "versions": VERSIONS, **options})  # type: ignore[arg-type]


def _remove(path: Path) -> None:
    with open_store(path) as store:
        remove(store, "a.txt", ontology=ONTOLOGY)


def _reject(path: Path) -> None:
    with open_store(path) as store:
        reject(store, statement_of(store, "runs"), why="another jail", who="Ann", ontology=ONTOLOGY)


SCENARIOS: dict[str, tuple[Callable[[Path], None], Callable[[Path], None]]] = {
    "new": (lambda path: None, lambda path: _build(path, A, B)),
    "more": (lambda path: _build(path, A), lambda path: _build(path, A_EDITED, B)),
    "remove": (lambda path: _build(path, A, B), _remove),
    "reject": (lambda path: _build(path, A, B), _reject),
    "ontology": (lambda path: _build(path, A, B), lambda path: _build(path, ontology=WITHOUT_CHAINS)),
}
"""Name → (what is there before, the change)."""


def change(name: str, path: Path, number: int) -> None:
    """Make the scenario's change, but die at the n-th place between two writes."""
    _die_at(number)
    SCENARIOS[name][1](path)


def forever(path: Path, begun: Event) -> None:
    """One article, edited to and fro without end."""
    begun.set()
    while True:
        _build(path, A_EDITED)
        _build(path, A)


def full(path: Path, told: Connection) -> None:
    """Build an article for which there is no room; tells what kg says of it."""
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (300_000, 300_000))
    try:
        _build(path, replace(A_EDITED, text=A_EDITED.text + "\n" + os.urandom(1_000_000).hex()))
    except StoreError as error:
        told.send(str(error))
    told.close()


def _die_at(number: int) -> None:
    count = 0

    def dying(action: Callable[..., Any]) -> Callable[..., Any]:
        def wrapped(*arguments: Any, **options: Any) -> Any:
            nonlocal count
            count += 1
            if count == number:
                os.kill(os.getpid(), signal.SIGKILL)
            result = action(*arguments, **options)
            count += 1
            if count == number:
                os.kill(os.getpid(), signal.SIGKILL)
            return result

        return wrapped

    for owner, names in ((OxigraphStore, ("update", "load", "settle")), (Path, ("rename", "rmdir", "mkdir"))):
        for name in names:
            setattr(owner, name, dying(getattr(owner, name)))
