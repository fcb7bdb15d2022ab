"""An ontology's files as they are written: what each says, where in it that stands, and what can't be read of it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from pyoxigraph import NamedNode, Triple

from kg.errors import OntologyError
from kg.ontology.checking.findings import Finding, Place, error
from kg.ontology.checking.turtle import Places, places
from kg.ontology.files import BASE, read
from kg.ontology.formats import Document, document
from kg.resources import folder

_TURTLE: Final = ".ttl"
_PLACED: Final = re.compile(r"(?P<file>.+), line (?P<line>\d+)(?:, column (?P<column>\d+))?: (?P<what>.+)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class File:
    """One file: its triples, and their places where it is Turtle. `ours`: it came with the package."""

    triples: tuple[Triple, ...]
    places: Places
    ours: bool


@dataclass(frozen=True, slots=True)
class Written:
    """All files of an ontology."""

    files: tuple[File, ...]

    @property
    def triples(self) -> Iterator[Triple]:
        """What all of them say."""
        return (triple for one in self.files for triple in one.triples)

    def place(self, term: str, value: str | None = None, predicate: str = "") -> Place | None:
        """Where an IRI or literal is said of a term, by that predicate if it can be told, else where the term is described; None where no
        Turtle file tells."""
        keys = ((term, predicate, value), (term, value)) if value is not None else ()
        exact = (one.places.said.get(key) for key in keys for one in self.files)
        described = (one.places.described.get(term) for one in self.files)
        return next((place for some in (exact, described) for place in some if place is not None), None)

    def is_ours(self, term: str, value: str) -> bool:
        """Whether what is said of a term stands in a file of the package."""
        return any(one.ours and (term, value) in one.places.said for one in self.files)

    def described(self) -> dict[str, Place]:
        """The terms that the files describe, each with its first place."""
        found: dict[str, Place] = {}
        for one in self.files:
            for term, place in one.places.described.items():
                found.setdefault(term, place)
        return found


def written(documents: Iterable[Document]) -> Written:
    """The files that these were read from, with their places; one that was fetched, or isn't Turtle, has none."""
    own = folder("ontology").resolve()
    return Written(tuple(File(one.triples, _places(one.name), Path(one.name).resolve().parent == own) for one in documents))


def _places(name: str) -> Places:
    if not name.endswith(_TURTLE):
        return Places(name)
    try:
        text = Path(name).read_text(encoding="utf-8-sig", errors="replace")
    except OSError:
        return Places(name)
    return places(name, text, BASE)


def read_all(paths: Sequence[Path]) -> tuple[list[Document], list[Finding]]:
    """Each file of these paths and folders by itself: those that can be read, and what is wrong with the others."""
    documents: list[Document] = []
    faults: list[Finding] = []
    for path in paths:
        try:
            for source in read(path):
                try:
                    documents.append(document(source))
                except OntologyError as fault:
                    faults.append(refusal(fault, {}))
        except OntologyError as fault:
            faults.append(refusal(fault, {}))
    return documents, faults


def refusal(fault: OntologyError, described: dict[str, Place]) -> Finding:
    """What the loader refused, with the place that it tells, or that of the term whose name its sentence begins with."""
    placed = _PLACED.fullmatch(str(fault))
    if placed is not None:
        column = int(placed["column"]) if placed["column"] else None
        sentence = placed["what"][:1].upper() + placed["what"][1:]
        return error("syntax", sentence, None, Place(placed["file"], int(placed["line"]), column))
    name = re.split(r"'s |\s", str(fault), maxsplit=1)[0]
    known = next(((term, place) for term, place in described.items() if re.split("[#/:]", term)[-1] == name), None)
    return error("refused", str(fault), name if known is not None else None, known[1] if known is not None else None)


def iris(triple: Triple) -> tuple[str | None, str, str | None]:
    """Subject, predicate and object as IRIs, None where they are none."""
    subject, value = triple.subject, triple.object
    return (
        subject.value if isinstance(subject, NamedNode) else None,
        triple.predicate.value,
        value.value if isinstance(value, NamedNode) else None,
    )
