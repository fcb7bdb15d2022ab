"""An ontology from elsewhere, as it was understood, in Turtle that a person edits."""

from __future__ import annotations

from typing import Final

import rdflib
from rdflib import OWL, RDF, RDFS, SKOS

from kg import vocabulary
from kg.ontology import vocabulary as kg
from kg.ontology.load import graph_of
from kg.ontology.sources import Sources

_KEPT: Final = (str(RDF), str(RDFS), str(OWL), str(SKOS), kg.NAMESPACE)
"""The vocabularies that the loader knows; what is said in others is left out."""


def turtle(found: Sources) -> str:
    """What these files say in vocabularies that the loader knows; what they import is there too, so nothing is imported any more.

    The same files give the same text, and loading it gives the same ontology. Raises OntologyError for triple terms.
    """
    kept = rdflib.Graph(bind_namespaces="none")
    for prefix, namespace in vocabulary.PREFIXES.items():
        kept.bind(prefix, namespace)
    whole = graph_of(found)
    for subject in _reached(whole):
        for predicate, value in whole.predicate_objects(subject):
            if predicate != OWL.imports and str(predicate).startswith(_KEPT):
                kept.add((subject, predicate, value))
    text = kept.serialize(format="turtle")
    prefix = f"@prefix kg: <{kg.NAMESPACE}> .\n"
    return text if prefix in text else f"{prefix}{text}"


def _reached(whole: rdflib.Graph) -> set[rdflib.term.Node]:
    """All that has a name, lists of what excludes another, and what hangs on these; what was replaced hangs on nothing."""
    todo = {one for one in whole.subjects() if isinstance(one, rdflib.URIRef)} | set(whole.subjects(RDF.type, OWL.AllDisjointClasses))
    reached = set(todo)
    while todo:
        below = {one for one in whole.objects(todo.pop()) if isinstance(one, rdflib.BNode)} - reached
        reached |= below
        todo |= below
    return reached
