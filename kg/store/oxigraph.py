"""The embedded store: Oxigraph in a folder, or in memory."""

from __future__ import annotations

import os
import re
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from types import TracebackType
from typing import Final, Self, TypeVar

import pyoxigraph
from pyoxigraph import BlankNode, DefaultGraph, Literal, NamedNode, Quad

from kg.errors import BusyError, QueryError, StoreError
from kg.store.interface import Dataset, Results
from kg.store.text import bind, undeclared_prefixes

_RETRIES: Final = 5
_PLACE: Final = re.compile(r"(\d+):(\d+)")
_REASON: Final = re.compile(r"(?:The|IRI) [A-Za-z ]+")
_T = TypeVar("_T")


class OxigraphStore:
    """Quads in a folder of their own. One process writes at a time; any number read beside it, each the state at its opening."""

    def __init__(self, path: Path | None = None, *, read_only: bool = False) -> None:
        """Open the folder, made where there is none (None: in memory). StoreError where it can't be, or another process writes it."""
        self.path = path
        self._name = str(path) if path else "in memory"
        self._store: pyoxigraph.Store | None = _open(path, read_only=read_only)

    @property
    def triple_terms(self) -> bool:
        return True

    def query(self, text: str, *, parameters: Mapping[str, NamedNode | Literal] | None = None, dataset: Dataset | None = None) -> Results:
        bound = bind(text, parameters)
        if dataset is None:
            return self._try(lambda store: store.query(bound), bound)
        default: list[NamedNode | BlankNode | DefaultGraph] = list(dataset.default)
        named: list[NamedNode | BlankNode] = list(dataset.named)
        return self._try(lambda store: store.query(bound, default_graph=default, named_graphs=named), bound)

    def update(self, text: str) -> None:
        self._try(lambda store: store.update(text), text)

    def quads(self, graph: NamedNode | BlankNode | DefaultGraph | None = None) -> Iterator[Quad]:
        return self._try(lambda store: store.quads_for_pattern(None, None, None, graph))

    def load(self, quads: Iterable[Quad]) -> None:
        self._try(lambda store: store.bulk_extend(quads))

    def settle(self) -> None:
        """Write everything to the disk, in the shape that reads fastest."""
        self._try(lambda store: store.optimize())
        self._try(lambda store: store.flush())

    def close(self) -> None:
        self._store = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()

    def _try(self, action: Callable[[pyoxigraph.Store], _T], text: str = "") -> _T:
        if self._store is None:
            raise StoreError(f"The store {self._name} is closed: open it again.")
        try:
            return action(self._store)
        except SyntaxError as error:
            raise _unreadable(error, text) from error
        except OSError as error:
            raise StoreError(f"The store {self._name} can't be read or written ({_first_words(str(error))}): {_remedy(error)}.") from error
        except RuntimeError as error:
            if "read-write" in str(error):
                raise StoreError(f"The store {self._name} was opened for reading only: open it for writing.") from error
            raise StoreError(f"The store {self._name} failed ({_first_words(str(error))}): {_remedy(error)}.") from error


def state(path: Path) -> object:
    """What differs once a process has written to the store, also to one that took another's place. Costs a look into its folder."""
    try:
        with os.scandir(path) as files:
            written = sorted(
                (one.name, one.stat().st_size) for one in files if one.name.endswith(".log") or one.name.startswith("MANIFEST")
            )
        return path.stat().st_ino, tuple(written)
    except OSError:
        return None


def is_store(path: Path) -> bool:
    """Whether the folder holds a store's files."""
    return (path / "CURRENT").is_file()


def _open(path: Path | None, *, read_only: bool) -> pyoxigraph.Store:
    if path is None:
        return pyoxigraph.Store()
    if path.exists() and not path.is_dir():
        raise StoreError(f"{path} is a file, not a store: name the store's folder.")
    if not is_store(path):
        if read_only:
            raise StoreError(f"There is no store at {path}: build one there with `kg build`, or name another with --store.")
        if path.is_dir() and any(path.iterdir()):
            raise StoreError(f"The folder {path} holds other files and no store: name an empty or new folder.")
    try:
        return _read_only(path) if read_only else pyoxigraph.Store(str(path))
    except (OSError, RuntimeError) as error:
        if "lock" in str(error).lower():
            raise BusyError(f"The store {path} is being written by another process: wait until it has finished, or stop it.") from error
        raise StoreError(f"The store {path} can't be opened ({_first_words(str(error))}): {_remedy(error)}.") from error


def _read_only(path: Path) -> pyoxigraph.Store:
    """Open beside a writer; files that it replaces in that very moment are looked for again."""
    for attempt in range(_RETRIES):
        try:
            return pyoxigraph.Store.read_only(str(path))
        except OSError:
            if attempt == _RETRIES - 1:
                raise
            time.sleep(0.05 * 2**attempt)
    raise AssertionError("unreachable")


def _remedy(error: Exception) -> str:
    text = str(error).lower()
    if "space left" in text or "too large" in text or "quota" in text:
        return "make room on the disk and try again; the store is as it was"
    if "permission" in text or "read-only file" in text:
        return "change the folder's permissions, or name another store"
    return "check the disk, or build the store anew"


def _unreadable(error: SyntaxError, text: str) -> QueryError:
    """Where the parser stopped, and why where it says that (mostly it lists all tokens that could stand there), and what to do."""
    place, _, expected = str(error).partition(": expected ")
    found, why = _PLACE.search(place), _REASON.search(expected)
    where = f" at line {found[1]}, column {found[2]}" if found else ""
    advice = "".join(f", and declare the prefix {one}" for one in undeclared_prefixes(text))
    told = QueryError(f"The SPARQL can't be read{where}{f' ({why[0]})' if why else ''}: correct it there{advice}.")
    told.place = (int(found[1]), int(found[2])) if found else None
    return told


def _first_words(text: str) -> str:
    """A foreign message on one line, without its tail."""
    line = " ".join(text.split()).rstrip(".")
    return line if len(line) <= 200 else line[:200] + "…"
