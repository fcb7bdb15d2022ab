"""Triggers that don't follow the notation, or demand a class that isn't there."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from kg.errors import OntologyError
from kg.ontology.checking.findings import Finding, error
from kg.ontology.checking.written import Written
from kg.ontology.model import Ontology
from kg.ontology.triggers import parse


def triggers(ontology: Ontology, written: Written) -> tuple[Ontology, list[Finding]]:
    """The ontology with those of its triggers that can be used, and what is wrong with the others."""
    findings: list[Finding] = []
    relations = dict(ontology.relations)
    for iri, one in ontology.relations.items():
        faults = {text: [*_faults(one.name, text, ontology)] for text in (*one.triggers, *one.counter_triggers)}
        findings += [error("trigger", fault, one.name, written.place(iri, text)) for text, some in faults.items() for fault in some]
        good, counters = (tuple(text for text in texts if not faults[text]) for texts in (one.triggers, one.counter_triggers))
        relations[iri] = replace(one, triggers=good, counter_triggers=counters)
    return replace(ontology, relations=relations), findings


def _faults(relation: str, text: str, ontology: Ontology) -> Iterator[str]:
    try:
        trigger = parse(relation, text)
    except OntologyError as fault:
        yield str(fault)
        return
    for name in (*trigger.subject, *trigger.object):
        if name not in ontology.class_names:
            what = f'The trigger "{text}" of {relation} demands the class {name}'
            yield f"{what}, which the ontology doesn't have: add it, or correct the name."
