"""Relations and classes of which something is lacking: a label, a domain, a range, examples."""

from __future__ import annotations

from collections.abc import Iterator

from kg.ontology.checking.findings import Finding, warning
from kg.ontology.checking.written import Written, iris
from kg.ontology.model import Ontology, Relation


def lacking(ontology: Ontology, written: Written) -> Iterator[Finding]:
    """What is incomplete. None of it is an error: an ontology may be written bit by bit, and others' have no examples at first."""
    inferred = _inferred(ontology)
    labelled = _labelled(written)
    for relation in ontology.relations.values():
        place = written.place(relation.iri)
        for what, todo in _lacks(relation, relation.iri in inferred, relation.iri in labelled):
            yield warning("incomplete", f"{relation.name} has no {what}: {todo}.", relation.name, place)
    for one in ontology.classes.values():
        if not (one.iri in labelled or one.ner_labels or one.hidden_labels or _has_subclass(ontology, one.iri)):
            todo = "add a skos:prefLabel, the noun that names its members"
            yield warning(
                "incomplete", f"{one.name} has no label, so that only its own name tells it: {todo}.", one.name, written.place(one.iri)
            )


def _inferred(ontology: Ontology) -> set[str]:
    """Relations that come from others, and so need no examples: inverses, super-properties, what chains give, what is also given."""
    relations = ontology.relations.values()
    found = {one.inverse for one in relations if one.inverse is not None}
    found |= {one.iri for one in relations if one.chains or one.inverse is not None}
    return found | {iri for one in relations for iri in (*one.supers, *one.also, *one.equivalents)}


def _labelled(written: Written) -> set[str]:
    kinds = ("http://www.w3.org/2000/01/rdf-schema#label", "http://www.w3.org/2004/02/skos/core#prefLabel")
    return {subject for triple in written.triples if triple.predicate.value in kinds and (subject := iris(triple)[0]) is not None}


def _lacks(relation: Relation, is_inferred: bool, is_labelled: bool) -> Iterator[tuple[str, str]]:
    if not is_labelled:
        yield "label", "add an rdfs:label, the words that stand on its arrow"
    if not (relation.examples or relation.planned_examples or relation.triggers or is_inferred):
        yield "example", 'it will never be found: add a kg:example, a sentence such as "[A] … [B]."'
    if not relation.domain and not is_inferred:
        yield "domain", "anything may be its subject: add an rdfs:domain, the class of those who can be"
    if not relation.range and relation.datatype is None and not is_inferred:
        yield "range", "anything may be its object: add an rdfs:range, the class of what can be"


def _has_subclass(ontology: Ontology, iri: str) -> bool:
    return any(iri in one.parents for one in ontology.classes.values())
