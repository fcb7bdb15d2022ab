"""Which files make the ontology: those given, what they import, and ours, beside them where they need it and else not at all."""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from pyoxigraph import Literal, NamedNode, Triple
from rdflib import OWL, RDFS, SKOS

from kg.errors import OntologyError
from kg.ontology import vocabulary as kg
from kg.ontology.adopting import adopted, joined
from kg.ontology.examples import parse
from kg.ontology.files import BASE, Source, read
from kg.ontology.formats import Document, document
from kg.ontology.imports import closure, imported, names
from kg.ontology.terms import Terms, local_name
from kg.resources import folder

_NOTES: Final = frozenset(
    str(one)
    for one in (
        *(SKOS.closeMatch, SKOS.exactMatch, SKOS.broadMatch, SKOS.narrowMatch, SKOS.relatedMatch),
        *(RDFS.seeAlso, RDFS.isDefinedBy, OWL.priorVersion),
    )
)
"""What only compares a term with another, and works without it."""
_EXAMPLES: Final = frozenset((kg.EXAMPLE, kg.PLANNED_EXAMPLE, kg.COUNTER_EXAMPLE))


@dataclass(frozen=True, slots=True)
class Sources:
    """The files of an ontology, ours first where they are among them, and what is to be known about their choice."""

    documents: tuple[Document, ...]
    notes: tuple[str, ...] = ()

    @property
    def triples(self) -> Iterator[Triple]:
        """What all of them say."""
        return (triple for one in self.documents for triple in one.triples)

    @property
    def imports_files(self) -> bool:
        """Whether files beside those given are among them."""
        return any(iri.startswith(BASE) for one in self.documents for iri in imported(one))

    @property
    def digest(self) -> str:
        """`sha256:` over the files' own digests, sorted: neither their names nor their order changes what they mean."""
        return "sha256:" + hashlib.sha256(b"".join(sorted(one.digest for one in self.documents))).hexdigest()


def sources(paths: Sequence[Path] | None, allowed: Collection[str] = ()) -> Sources:
    """The files that these, and the files in these folders, make together (None: our own); `allowed` are the imports that may be fetched.

    Ours stand beside them where they import ours, or use a term of ours that none of them declares. Raises OntologyError.
    """
    ours = _ours()
    if paths is None:
        return Sources(tuple(ours))
    given, notes = _given(paths, ours, allowed)
    if needs(given, ours):
        return Sources(_once(*ours, *given, joined(given, ours)), notes)
    return Sources(_once(*given, adopted(given, ours)), notes)


def given_alone(paths: Sequence[Path], allowed: Collection[str] = ()) -> Sources:
    """These files and what they import, without ours. Raises OntologyError."""
    return Sources(*_given(paths, _ours(), allowed))


def _ours() -> list[Document]:
    return [document(one) for one in read(folder("ontology"))]


def _given(paths: Sequence[Path], ours: Iterable[Document], allowed: Collection[str]) -> tuple[tuple[Document, ...], tuple[str, ...]]:
    if not paths:
        raise OntologyError("There is no ontology to load: name at least one Turtle file.")
    known = tuple(ours)
    return closure((_document(one, known) for path in paths for one in read(path)), known, allowed)


def _document(source: Source, ours: Iterable[Document]) -> Document:
    """A file, parsed once where it is one of ours."""
    digest = hashlib.sha256(source.data).digest()
    return next((one for one in ours if one.name == source.name and one.digest == digest), None) or document(source)


def _once(*documents: Document | None) -> tuple[Document, ...]:
    return tuple({one.digest: one for one in documents if one is not None}.values())


def needs(given: Iterable[Document], ours: Iterable[Document]) -> bool:
    """Whether the files given can't do without ours: they import them, or use a term of ours that they don't declare themselves."""
    documents, known = tuple(given), tuple(ours)
    if names(known) & {iri for one in documents for iri in imported(one)}:
        return True
    if {one.digest for one in known} <= {one.digest for one in documents}:  # they are there already
        return False
    triples = [triple for one in documents for triple in one.triples]
    own = Terms(triples).declared
    missing = Terms(triple for one in known for triple in one.triples).declared - own
    terms = {term.value for t in triples if t.predicate.value not in _NOTES for term in _iris(t)}
    if not missing.isdisjoint(terms):
        return True
    texts = {t.object.value for t in triples if t.predicate.value in _EXAMPLES and isinstance(t.object, Literal)}
    return not {local_name(iri) for iri in missing}.isdisjoint(_named(texts) - {local_name(iri) for iri in own})


def _iris(triple: Triple) -> Iterator[NamedNode]:
    return (term for term in (triple.subject, triple.predicate, triple.object) if isinstance(term, NamedNode))


def _named(examples: Iterable[str]) -> set[str]:
    """The local names of the classes and word classes that examples demand."""
    found: set[str] = set()
    for text in examples:
        try:
            example = parse(text)
        except OntologyError:  # told where it is compiled
            continue
        found.update(name for slot in example.slots for name in slot.classes)
        found.update(word.name for word in example.classed)
    return found
