"""Which part of an ontology a view is made with, and whether a change of it changes anything but what the view says of the ontology."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator, Mapping
from dataclasses import asdict
from typing import Any, Final

from pyoxigraph import NamedNode

from kg import vocabulary as v
from kg.iris import digest16
from kg.ontology.model import Ontology, Relation
from kg.store.interface import Store
from kg.store.text import values_text

_WORDINGS: Final = frozenset(
    "labels titles masculine feminine hidden_labels ner_labels examples planned_examples counter_examples alternatives also".split()
)
"""What articles are read with, and nothing of the view is made with."""
_USED: Final = "ASK {{ {terms} {{ ?s ?t ?o }} UNION {{ ?x {predicate} ?t }} UNION {{ ?e a ?t }} }}"


def view_version(ontology: Ontology) -> str:
    """A digest of each term (IRI), but for its wordings, as JSON."""
    classes = {one.iri: _digest(asdict(one)) for one in ontology.classes.values()}
    return json.dumps(classes | {one.iri: _digest(asdict(one)) for one in ontology.relations.values()}, sort_keys=True)


def changed_terms(before: str, now: str) -> frozenset[str]:
    """The terms that came, went or differ between two versions of a view."""
    old, new = json.loads(before), json.loads(now)
    return frozenset(iri for iri in old.keys() | new.keys() if old.get(iri) != new.get(iri))


def touches(store: Store, ontology: Ontology, changed: Collection[str]) -> bool:
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
    terms = values_text(("t",), [(NamedNode(iri),) for iri in sorted({*changed, *below})])
    return bool(store.query(_USED.format(terms=terms, predicate=v.RDF_PREDICATE)))


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


def _digest(term: Mapping[str, Any]) -> str:
    return digest16(json.dumps({name: value for name, value in term.items() if name not in _WORDINGS}, sort_keys=True, default=sorted))


def _follows_from(one: Relation) -> bool:
    return one.inverse is not None or bool(one.equivalents or one.chains)


def _named(one: Relation) -> frozenset[str]:
    """The relations that its axioms name."""
    return frozenset(_axioms(one))


def _axioms(one: Relation) -> Iterator[str]:
    yield from (*one.supers, *one.equivalents, *(iri for chain in one.chains for iri in chain))
    if one.inverse is not None:
        yield one.inverse
