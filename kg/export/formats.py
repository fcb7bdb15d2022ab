"""Which format a file's suffix asks for, and writing it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Final

from pyoxigraph import Quad

from kg.errors import UsageError
from kg.export.facts import facts
from kg.export.jsonld import jsonld
from kg.export.network import gexf, graphml
from kg.export.ntriples import nquads, ntriples
from kg.export.rdfxml import rdfxml
from kg.export.selection import Selection, selected
from kg.export.table import table
from kg.export.turtle import trig, turtle
from kg.files import replace
from kg.store.interface import Store

_QUADS: Final[Mapping[str, Callable[[Iterable[Quad]], str]]] = {
    ".ttl": turtle,
    ".trig": trig,
    ".nt": ntriples,
    ".nq": nquads,
    ".rdf": rdfxml,
    ".jsonld": jsonld,
}
_NETWORKS: Final[Mapping[str, Callable[[Store], str]]] = {".csv": table, ".graphml": graphml, ".gexf": gexf}
_FACTS: Final = ".jsonl"
FORMATS: Final = (*_QUADS, _FACTS, *_NETWORKS)


def suffix_of(out: str) -> str:
    """The format that a file's name asks for; a name that begins with a dot and has no other is one too. UsageError where there is none."""
    suffix = out.lower() if out.lower() in FORMATS else Path(out).suffix.lower()
    if suffix not in FORMATS:
        raise UsageError(f"The suffix of {out!r} names no format: use one of {', '.join(FORMATS)}.")
    return suffix


def exported(store: Store, suffix: str, selection: Selection | None = None) -> str:
    """The store's view (or what `selection` says) in the format of this suffix: the same store gives the same text.

    UsageError where the format can't hold what is selected.
    """
    chosen = selection or Selection()
    if chosen.derived and suffix != _FACTS:
        raise UsageError(f"Only {_FACTS} is written with or without what is derived: leave out --derived.")
    if suffix == _FACTS:
        return facts(store, chosen)
    if suffix in _NETWORKS:
        return _NETWORKS[suffix](store)
    return _QUADS[suffix](selected(store, chosen))


def write(store: Store, out: Path, suffix: str, selection: Selection | None = None) -> None:
    """Write the store to a file in the format of this suffix; the file is replaced once all is written. Raises KgError."""
    replace(out, exported(store, suffix, selection))
