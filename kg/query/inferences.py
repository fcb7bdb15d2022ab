"""What follows from several statements: the triples that chain and transitive axioms give, and what they rest on."""

from __future__ import annotations

from collections.abc import Collection
from typing import Final

from kg.query.columns import columns, texts
from kg.query.statements import composed_relations
from kg.store.interface import Store

Triple = tuple[str, str, str]

_PREMISE: Final = "?id prov:wasDerivedFrom ?premise ."
_INFERRED: Final = "?id rdf:predicate ?relation ; rdf:subject ?subject ; rdf:object ?object ."
_ANY_INFERRED: Final = _INFERRED + " ?id a kg:Inference ."


def composed_inferences(store: Store, statements: Collection[str] | None = None) -> dict[str, Triple]:
    """The inferences that rest on one of these statements (None: all) and whose relation follows from several steps, with their
    triples. What else follows says of two entities what some statement already says of them."""
    composed = composed_relations(store)
    if statements is None:
        rows = texts(store, "?relation ?id ?subject ?object", _ANY_INFERRED, composed)
        return {id: (subject, relation, object) for relation, id, subject, object in rows}
    resting = {id for _, id in texts(store, "?premise ?id", _PREMISE, statements)}
    rows = texts(store, "?id ?relation ?subject ?object", _INFERRED, resting)
    return {id: (subject, relation, object) for id, relation, subject, object in rows if relation in composed}


def premises(store: Store, inferences: Collection[str]) -> dict[str, list[str]]:
    """Inference → the statements that it rests on, sorted."""
    return columns(store, "?id ?premise", _PREMISE, inferences)
