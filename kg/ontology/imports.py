"""What `owl:imports` names: files beside the one that imports, ontologies that are there already, and addresses that the user allowed."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from typing import Final
from urllib.parse import unquote

from pyoxigraph import NamedNode
from rdflib import OWL, RDF

from kg.errors import OntologyError
from kg.ontology import limits
from kg.ontology.files import BASE, read_file
from kg.ontology.formats import Document, document, too_many_triples
from kg.ontology.remote import fetch

_IMPORTS: Final = NamedNode(str(OWL.imports))
_TYPE: Final = NamedNode(str(RDF.type))
_ONTOLOGY: Final = NamedNode(str(OWL.Ontology))
_VERSION: Final = NamedNode(str(OWL.versionIRI))


def imported(one: Document) -> tuple[str, ...]:
    """What a file imports, in its order."""
    return tuple(dict.fromkeys(t.object.value for t in one.triples if t.predicate == _IMPORTS and isinstance(t.object, NamedNode)))


def names(documents: Iterable[Document]) -> frozenset[str]:
    """The IRIs of the ontologies that these are, and of their versions."""
    return frozenset(_names(documents))


def _names(documents: Iterable[Document]) -> Iterator[str]:
    for one in documents:
        for triple in one.triples:
            if triple.predicate == _TYPE and triple.object == _ONTOLOGY and isinstance(triple.subject, NamedNode):
                yield triple.subject.value
            elif triple.predicate == _VERSION and isinstance(triple.object, NamedNode):
                yield triple.object.value


def namespaces(documents: Iterable[Document]) -> frozenset[str]:
    """The namespaces of all that these speak of, without the mark at their end and without the scheme."""
    terms = {term.value for one in documents for t in one.triples for term in (t.predicate, t.object) if isinstance(term, NamedNode)}
    return frozenset(_bare(iri[: max(iri.rfind("#"), iri.rfind("/")) + 1]) for iri in terms)


def closure(given: Iterable[Document], known: Iterable[Document], allowed: Collection[str]) -> tuple[tuple[Document, ...], tuple[str, ...]]:
    """The files given and all that they import, near and far, each once; and a note on each import that was left.

    `known` are our own files: who imports those gets them otherwise, and ontologies that they only speak of are left. Raises OntologyError
    for an import that is elsewhere, unless it is allowed, and where there is too much.
    """
    ours = tuple(known)
    own, spoken_of = names(ours), namespaces(ours)
    found = _Found()
    found.add(given)
    notes: list[str] = []
    done: set[str] = set()
    while open_ones := {iri: by for iri, by in found.elsewhere.items() if iri not in done}:
        there = own | names(found.documents.values())
        for iri, by in open_ones.items():
            done.add(iri)
            if iri in there:
                continue
            if iri in allowed:
                found.add([document(fetch(iri))])
            elif _bare(iri) in spoken_of:
                notes.append(f"{by} imports {iri}, which is left: its terms are only named.")
            else:
                raise _refused(iri, by)
    return tuple(found.documents.values()), tuple(notes)


def _refused(iri: str, by: str) -> OntologyError:
    if iri.startswith(("http://", "https://")):
        return OntologyError(f"{by} imports {iri}, and nothing is fetched: name a file of it too, or give --allow-imports {iri}.")
    return OntologyError(f"{by} imports {iri}, which is no file in its folder: name that with --ontology if it is meant.")


class _Found:
    """Documents by their digest, and what they import that isn't beside them, with the name of a file that does."""

    def __init__(self) -> None:
        self.documents: dict[bytes, Document] = {}
        self.elsewhere: dict[str, str] = {}
        self._size = self._triples = 0

    def add(self, documents: Iterable[Document]) -> None:
        """Documents with the files beside them that they import."""
        for one in documents:
            todo = [one]
            while todo:
                todo += self._beside(todo.pop())

    def _beside(self, one: Document) -> list[Document]:
        if one.digest in self.documents:
            return []
        self.documents[one.digest] = one
        self._size += one.size
        self._triples += len(one.triples)
        if self._triples > limits.MAX_TRIPLES:
            raise too_many_triples(one.name)
        if self._size > limits.MAX_BYTES or len(self.documents) > limits.MAX_FILES:
            most = f"{limits.MAX_BYTES // 1_000_000} MB or {limits.MAX_FILES:,} files"
            raise OntologyError(f"With {one.name} the ontology is larger than {most}: name fewer files, or the right ones.")
        beside: list[Document] = []
        for iri in imported(one):
            if not iri.startswith(BASE):
                self.elsewhere.setdefault(iri, one.name)
            elif path := unquote(iri.removeprefix(BASE)):
                beside.append(_imported_file(one, path))
        return beside


def _imported_file(one: Document, path: str) -> Document:
    if one.folder is None:
        raise OntologyError(f"{one.name} imports a file ({path}), which what comes from the network can't: download it first.")
    return document(read_file(one.folder / path, inside=one.folder))


def _bare(iri: str) -> str:
    return iri.rstrip("#/").partition("://")[2]
