"""Unknown terms: properties and types that no vocabulary has, and references to classes and relations that nothing describes."""

from __future__ import annotations

from collections.abc import Container, Iterator
from typing import Final

from pyoxigraph import Triple
from rdflib import OWL, RDF, RDFS, SKOS
from rdflib.namespace import DefinedNamespace

from kg.ontology import vocabulary as kg
from kg.ontology.checking.findings import Finding, error, warning
from kg.ontology.checking.nearest import Nearest, advice, namespace
from kg.ontology.checking.written import Written, iris
from kg.ontology.files import read, read_file
from kg.ontology.formats import document
from kg.ontology.model import Ontology, Relation
from kg.ontology.terms import CLASS_TYPES, RELATION_TYPES, Terms, local_name
from kg.resources import folder
from kg.vocabulary import PREFIXES

_CLOSED: Final[dict[str, type[DefinedNamespace]]] = {str(one): one for one in (OWL, RDF, RDFS, SKOS)}
"""Vocabularies all of whose terms are known."""

_TYPE: Final = str(RDF.type)
_MODEL_FILE: Final = "model.ttl"


def unknown_words(written: Written) -> Iterator[Finding]:
    """Properties and types that the vocabularies don't have, each once a subject."""
    described = {subject for triple in written.triples if (subject := _typed(triple)) is not None}
    own = {namespace(iri) for iri in described} | {kg.NAMESPACE}
    known = described | _of_the_model()
    nearest = {one: Nearest(_names(one, known)) for one in sorted({*own, *_CLOSED})}
    for one in written.files:
        for triple in one.triples:
            subject, predicate, value = iris(triple)
            is_type = predicate == _TYPE and value is not None
            iri = value if predicate == _TYPE and value is not None else predicate
            start = namespace(iri)
            is_checked = start in _CLOSED or start == kg.NAMESPACE or (is_type and start in own)
            if is_checked and not _is_known(iri, known):
                todo = advice(nearest[start].to(local_name(iri)), "describe it, or leave it out")
                of = local_name(subject) if subject is not None else None
                place = one.places.of(subject, iri) if subject is not None else one.places.of_name(iri)
                what = "type" if is_type else "property"
                yield error("unknown", f"{of or 'Something'} has the {what} {_short(iri)}, which isn't known: {todo}", of, place)


def _of_the_model() -> set[str]:
    """The terms that the program itself knows, whatever the ontology."""
    model = document(read_file(folder("ontology") / _MODEL_FILE))
    return {subject for triple in model.triples if (subject := _typed(triple)) is not None}


def untyped(written: Written) -> Iterator[Finding]:
    """Terms of the ontology's own that nothing says the type of: then they are no classes, relations or individuals."""
    subjects = {subject: None for triple in written.triples if (subject := iris(triple)[0]) is not None}
    typed = {subject for triple in written.triples if (subject := _typed(triple)) is not None}
    own = {namespace(iri) for iri in typed}
    for iri in subjects:
        if iri not in typed and namespace(iri) in own:
            todo = "say that it is an owl:Class, an owl:ObjectProperty or whatever it is"
            yield warning("untyped", f"{local_name(iri)} has no type and so no effect: {todo}.", local_name(iri), written.place(iri))


def _short(iri: str) -> str:
    start = namespace(iri)
    prefix = next((prefix for prefix, known in PREFIXES.items() if known == start), None)
    return f"{prefix}:{local_name(iri)}" if prefix is not None else f"<{iri}>"


def _typed(triple: Triple) -> str | None:
    subject, predicate, _ = iris(triple)
    return subject if predicate == _TYPE else None


def _names(start: str, known: set[str]) -> list[str]:
    if start in _CLOSED:
        return [local_name(str(term)) for term in dir(_CLOSED[start]) if str(term).startswith(start)]
    return [local_name(iri) for iri in known if namespace(iri) == start]


def _is_known(iri: str, known: set[str]) -> bool:
    closed = _CLOSED.get(namespace(iri))
    if closed is None:
        return iri in known
    name = local_name(iri)
    return name in closed or (closed is RDF and name.startswith("_"))


def unknown_references(ontology: Ontology, written: Written) -> Iterator[Finding]:
    """Classes and relations that others refer to and nothing describes. What another vocabulary has is no error: it only does nothing."""
    described = written.described()
    unknown = [one for one in _references(ontology) if not _is_known_reference(one, ontology, described)]
    if not unknown:
        return
    own = {namespace(iri) for iri in (*ontology.classes, *ontology.relations)} | {kg.NAMESPACE}
    ours = Terms(triple for source in read(folder("ontology")) for triple in document(source).triples)
    classes = Nearest(local_name(iri) for iri in (*ontology.classes, *ours.of_types(CLASS_TYPES)))
    relations = Nearest(local_name(iri) for iri in (*ontology.relations, *ours.of_types(RELATION_TYPES)))
    for subject, what, iri, among in unknown:
        name, place = local_name(subject), written.place(subject, iri, _SIDES.get(what, ""))
        if iri in described:
            sentence = f"{name}'s {what} {local_name(iri)} is described, but not as a class: say that it is an owl:Class."
            yield error("unknown", sentence, name, place)
        elif namespace(iri) in own:
            known = (classes if among == "class" else relations).to(local_name(iri))
            todo = advice(known, "describe it, or name the file that does too")
            yield error("unknown", f"{name}'s {what} {local_name(iri)} is no {among} of this ontology: {todo}", name, place)
        elif what not in _ALIGNING:
            sentence = f"{name}'s {what} <{iri}> is no {among} of this ontology, so that nothing is one: describe it here."
            yield warning("unknown", sentence, name, place)


def _is_known_reference(one: tuple[str, str, str, str], ontology: Ontology, described: Container[str]) -> bool:
    _, _, iri, among = one
    return iri in ontology.classes if among == "class" else iri in ontology.relations or iri in described


_SIDES: Final = {"domain": str(RDFS.domain), "range": str(RDFS.range)}
_ALIGNING: Final = frozenset({"super-class", "super-property", "inverse"})


def _references(ontology: Ontology) -> Iterator[tuple[str, str, str, str]]:
    for one in ontology.classes.values():
        yield from ((one.iri, "super-class", iri, "class") for iri in one.parents)
        yield from ((one.iri, "plural", iri, "class") for iri in (one.plural,) if iri is not None)
        yield from ((one.iri, "bearer", iri, "class") for iri in (one.borne_by,) if iri is not None)
    for relation in ontology.relations.values():
        yield from ((relation.iri, "domain", iri, "class") for iri in sorted(relation.domain))
        yield from ((relation.iri, "range", iri, "class") for iri in sorted(relation.range))
        yield from ((relation.iri, what, iri, "relation") for what, iri in _related(relation))


def _related(relation: Relation) -> Iterator[tuple[str, str]]:
    yield from (("super-property", iri) for iri in relation.supers)
    yield from (("inverse", iri) for iri in (relation.inverse,) if iri is not None)
    yield from (("relation that is also given", iri) for iri in relation.also)
    yield from (("alternative", iri) for iri in relation.alternatives)
    yield from (("property chain's", iri) for chain in relation.chains for iri in chain)
