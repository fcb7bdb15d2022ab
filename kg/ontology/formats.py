"""Bytes → triples, by suffix. What is too much is refused while it is read."""

from __future__ import annotations

import hashlib
import io
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Final, cast

from pyoxigraph import RdfFormat, Triple, parse

from kg.errors import OntologyError
from kg.ontology import ftm, limits, xmlcheck
from kg.ontology.files import FTM_SUFFIXES, Source
from kg.ontology.foreign import is_foreign, understood

_FORMATS: Final = {
    ".ttl": RdfFormat.TURTLE,
    ".nt": RdfFormat.N_TRIPLES,
    ".rdf": RdfFormat.RDF_XML,
    ".owl": RdfFormat.RDF_XML,
    ".jsonld": RdfFormat.JSON_LD,
}
_XML_BEGINS: Final = (b"<?xml", b"<!", b"<rdf:")


@dataclass(frozen=True, slots=True)
class Document:
    """What one file says: its name, the digest and number of its bytes, its triples, the folder in which its imports may lie, and
    whether it was written for other programs."""

    name: str
    digest: bytes
    size: int
    triples: tuple[Triple, ...]
    folder: Path | None
    foreign: bool = False


def document(source: Source) -> Document:
    """Parse a file, and understand one that wasn't written for this program. Raises OntologyError, which names file, line and column, or
    what there is too much of."""
    triples: list[Triple] = []
    for triple in parsed(source):
        triples.append(triple)
        if len(triples) > limits.MAX_TRIPLES:
            raise too_many_triples(source.name)
    foreign = is_foreign(triples)
    said = tuple(understood(triples)) if foreign else tuple(triples)
    return Document(source.name, hashlib.sha256(source.data).digest(), len(source.data), said, source.folder, foreign)


def too_many_triples(name: str) -> OntologyError:
    """The refusal of what is no ontology but data."""
    return OntologyError(f"The ontology {name} has more than {limits.MAX_TRIPLES:,} triples: name an ontology, not data, or a part of it.")


def parsed(source: Source) -> Iterator[Triple]:
    """A file's triples as they stand there. Raises OntologyError, which names file, line and column."""
    if source.suffix in FTM_SUFFIXES:
        yield from ftm.triples(source)
        return
    kind = _FORMATS[source.suffix]
    if source.suffix == ".owl" and not source.data.lstrip().startswith(_XML_BEGINS):
        kind = RdfFormat.TURTLE
    if kind == RdfFormat.RDF_XML:
        xmlcheck.check(source.name, source.data)
    metered = _Metered(source, endless=kind == RdfFormat.JSON_LD)
    try:
        for quad in parse(cast(IO[bytes], metered), format=kind, base_iri=source.base, rename_blank_nodes=True):
            metered.heard()
            yield quad.triple
    except SyntaxError as error:
        place = source.name if error.lineno is None else f"{source.name}, line {error.lineno}, column {error.offset}"
        raise OntologyError(f"{place}: this isn't {kind.name} ({_why(error.msg or 'it ends too early')}); correct it there.") from error
    except MemoryError as error:
        raise OntologyError(f"{source.name} has a word of more than 16 MB: shorten it.") from error


def _why(message: str) -> str:
    """The parser's reason without its place, in one line."""
    reason = message.partition(": ")[2] or message
    return " ".join(reason.split())[:300]


class _Metered(io.RawIOBase):
    """The bytes, given piece by piece: what says nothing for long is refused. JSON-LD may (`endless`), since it is read as a whole."""

    def __init__(self, source: Source, *, endless: bool) -> None:
        self._name, self._bytes, self._endless = source.name, io.BytesIO(source.data), endless
        self._last = 0

    def heard(self) -> None:
        """There was a triple."""
        self._last = self._bytes.tell()

    def read(self, size: int | None = -1) -> bytes:
        """The next piece. Raises OntologyError."""
        if self._bytes.tell() - self._last > limits.MAX_SILENCE and not self._endless:
            most = f"{limits.MAX_SILENCE // 1_000_000} MB"
            raise OntologyError(f"{self._name} has over {most} in which nothing is said, a text or nesting without end: shorten it.")
        return self._bytes.read(size)
