"""Which part of an ontology articles are read by: a change of the rest reads none of them anew."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from dataclasses import fields
from typing import Any, Final

from kg.ontology.model import Ontology, Relation

REASONED: Final = frozenset(
    "supers inverse symmetric transitive equivalents chains inverse_functional tells_apart comment disjoint at_most passed_last".split()
)
"""What of a relation or class only the view is made with; but for a class's equivalents."""


def reading_digest(ontology: Ontology) -> str:
    """A digest of all that an article's statements may depend on."""
    told = {
        "classes": [_values(one, REASONED - {"equivalents"}) for one in ontology.classes.values()],
        "relations": [_values(one, REASONED) for one in _told(ontology)],
        "individuals": [_values(one) for one in ontology.individuals.values()],
        "words": sorted(ontology.word_classes.items()),
    }
    text = json.dumps(told, default=sorted)
    return "sha256:" + hashlib.sha256(text.encode()).hexdigest()


def _told(ontology: Ontology) -> Iterator[Relation]:
    """The relations that a text can tell: not those that only follow."""
    beside = {iri for one in ontology.relations.values() for iri in one.also}
    for iri, one in ontology.relations.items():
        if one.examples or one.planned_examples or one.counter_examples or one.triggers or one.counter_triggers or iri in beside:
            yield one


def _values(term: Any, without: frozenset[str] = frozenset()) -> list[Any]:
    return [getattr(term, one.name) for one in fields(term) if one.name not in without]
