"""Which part of an ontology a view is made with, and whether a change of it changes anything but what the view says of the ontology."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, fields
from typing import Final

from pyoxigraph import NamedNode

from kg import vocabulary as v
from kg.identity.clusters import persons, telling_apart
from kg.iris import digest16
from kg.ontology.model import Ontology, OntologyClass, Relation
from kg.store.interface import Store
from kg.store.text import values_text

_WORDINGS: Final = frozenset(
    "labels titles masculine feminine hidden_labels ner_labels given_names pronouns speaks plural borne_by default known_only "
    "examples planned_examples counter_examples alternatives also triggers counter_triggers one_object tells_apart".split()
)
"""What articles are read with or entities told by, and nothing else of the view is made with."""
_USED: Final = "ASK {{ {terms} {{ ?s ?t ?o }} UNION {{ ?x {predicate} ?t }} UNION {{ ?e a ?t }} }}"


@dataclass(frozen=True, slots=True)
class ViewVersion:
    """What a view was made with: a digest of each term (IRI), but for its wordings; and the terms by which entities are told to be one."""

    terms: Mapping[str, str]
    identity: frozenset[str]

    @classmethod
    def of(cls, ontology: Ontology) -> ViewVersion:
        terms: Iterable[OntologyClass | Relation] = (*ontology.classes.values(), *ontology.relations.values())
        return cls({one.iri: _digest(one) for one in terms}, persons(ontology) | telling_apart(ontology))

    @classmethod
    def read(cls, text: str) -> ViewVersion | None:
        """The inverse of `text`; None for what isn't its."""
        held = json.loads(text)
        known = held.keys() == {"terms", "identity"}
        return cls(held["terms"], frozenset(held["identity"])) if known else None

    @property
    def text(self) -> str:
        """The same as JSON, always in the same order."""
        return json.dumps({"terms": self.terms, "identity": sorted(self.identity)}, sort_keys=True)

    def changed(self, now: ViewVersion) -> frozenset[str]:
        """The terms that came, went or differ."""
        return frozenset(iri for iri in self.terms.keys() | now.terms.keys() if self.terms.get(iri) != now.terms.get(iri))


def joins_otherwise(store: Store, before: ViewVersion, now: ViewVersion) -> bool:
    """Whether other entities of the store may be one: some term in use tells it, or no longer does."""
    return _in_use(store, before.identity ^ now.identity)


def touches(store: Store, ontology: Ontology, changed: frozenset[str]) -> bool:
    """Whether a change of these terms may change what the store's view says of entities and statements.

    It doesn't where none of them is in use, and nothing that is in use leads to them: an axiom of a relation tells what follows for others
    from what it relates, but for inverses, equivalents and chains, by which it follows itself.
    """
    relations = ontology.relations.values()
    if any(_follows_from(one) for one in relations if one.iri in changed):
        return True
    if any(not _named(one).isdisjoint(changed) for one in relations if one.iri not in changed):
        return True
    if _may_lift_a_limit(ontology, changed):
        return True
    below = {iri for iri in ontology.classes if not ontology.ancestors(iri).isdisjoint(changed)}
    return _in_use(store, changed | below)


def _in_use(store: Store, terms: Collection[str]) -> bool:
    values = values_text(("t",), [(NamedNode(iri),) for iri in sorted(terms)])
    return bool(terms) and bool(store.query(_USED.format(terms=values, predicate=v.RDF_PREDICATE)))


def _may_lift_a_limit(ontology: Ontology, changed: Collection[str]) -> bool:
    """Whether a relation that may have few objects may come to follow from several triples, or no longer: then nothing limits it."""
    limited = {iri for iri, one in ontology.relations.items() if one.functional or one.inverse_functional}
    limited |= {bound.relation for one in ontology.classes.values() for bound in one.at_most}
    seen, todo = set[str](), [iri for iri in changed if iri not in ontology.classes]
    while limited and todo:
        iri = todo.pop()
        known = ontology.relations.get(iri)
        if known is None or iri in limited - set(changed):  # what is gone may have been below any
            return True
        todo.extend(one for one in known.supers if one in ontology.relations and one not in seen)
        seen.update(known.supers)
    return False


def _digest(term: OntologyClass | Relation) -> str:
    told = {one.name: getattr(term, one.name) for one in fields(term) if one.name not in _WORDINGS}
    return digest16(json.dumps(told, sort_keys=True, default=sorted))


def _follows_from(one: Relation) -> bool:
    return one.inverse is not None or bool(one.equivalents or one.chains)


def _named(one: Relation) -> frozenset[str]:
    """The relations that its axioms name."""
    return frozenset(_axioms(one))


def _axioms(one: Relation) -> Iterator[str]:
    yield from (*one.supers, *one.equivalents, *(iri for chain in one.chains for iri in chain))
    if one.inverse is not None:
        yield one.inverse
