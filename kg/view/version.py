"""Which ontologies make the same view: those that differ in wordings alone."""

from __future__ import annotations

import hashlib
import json
from dataclasses import asdict
from typing import Final

from kg.ontology.model import Ontology

_WORDINGS: Final = frozenset(
    "labels titles masculine feminine hidden_labels ner_labels examples planned_examples counter_examples alternatives also".split()
)
"""What articles are read with, and nothing of the view is made with."""


def view_version(ontology: Ontology) -> str:
    """`sha256:` over all of the ontology that a view can depend on."""
    terms = [asdict(one) for one in ontology.classes.values()] + [asdict(one) for one in ontology.relations.values()]
    known = [{name: value for name, value in one.items() if name not in _WORDINGS} for one in terms]
    text = json.dumps(sorted(known, key=lambda one: str(one["iri"])), sort_keys=True, default=sorted)
    return "sha256:" + hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
