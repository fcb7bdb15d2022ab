"""Examples that don't keep to the notation, or name what the ontology doesn't have; and the ontology without them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from kg.errors import OntologyError
from kg.ontology.checking.findings import Finding, error, warning
from kg.ontology.checking.nearest import Nearest, advice
from kg.ontology.checking.written import Written
from kg.ontology.examples import OBJECT, SUBJECT, Example, parse
from kg.ontology.model import Ontology, Relation

LONGEST: Final = 500
"""Characters of an example that is still parsed: no sentence of a newspaper is as long."""
MOST: Final = 30_000
"""Examples that are compiled: more would take an hour."""


def all_examples(relation: Relation) -> tuple[str, ...]:
    """Examples of each kind, plain ones first."""
    return *relation.examples, *relation.planned_examples, *relation.counter_examples


def examples(ontology: Ontology, written: Written) -> tuple[Ontology, tuple[Finding, ...]]:
    """What is wrong with examples as they are written, and the ontology with those only that can be compiled."""
    checker = _Checker(ontology, written)
    kept = {relation.iri: checker.checked(relation) for relation in ontology.relations.values()}
    changed = kept != ontology.relations  # then it is another ontology for whoever keeps what it compiles to
    return replace(ontology, relations=kept, digest=f"{ontology.digest}-good" if changed else ontology.digest), tuple(checker.findings)


class _Checker:
    def __init__(self, ontology: Ontology, written: Written) -> None:
        self.ontology, self.written = ontology, written
        self.classes = Nearest(ontology.class_names)
        self.words = Nearest(ontology.word_classes)
        self.findings: list[Finding] = []
        self.number = 0

    def checked(self, relation: Relation) -> Relation:
        """The relation with its good examples."""
        kinds = (relation.examples, relation.planned_examples, relation.counter_examples)
        plain, planned, counter = (tuple(text for text in kind if self._is_good(relation, text)) for kind in kinds)
        return replace(relation, examples=plain, planned_examples=planned, counter_examples=counter)

    def _is_good(self, relation: Relation, text: str) -> bool:
        self.number += 1
        if self.number > MOST:
            if self.number == MOST + 1:
                sentence = f"The ontology has over {MOST:,} examples: the others weren't looked at, so check it in parts."
                self.findings.append(warning("example", sentence))
            return False
        faults = [*self._faults(relation, text)]
        self.findings += [error("example", one, relation.name, self.written.place(relation.iri, text)) for one in faults]
        return not faults

    def _faults(self, relation: Relation, text: str) -> Iterator[str]:
        if text in relation.counter_examples and text in (*relation.examples, *relation.planned_examples):
            yield f'"{text}" is an example and a counter-example of {relation.name}: leave one of the two.'
        if len(text) > LONGEST:
            yield f'An example of {relation.name} has {len(text):,} characters ("{text[:40]}…"): write a sentence of at most {LONGEST}.'
            return
        try:
            example = parse(text)
        except OntologyError as fault:
            yield str(fault)
            return
        for name in _classes(example):
            if name not in self.ontology.class_names:
                todo = advice(self.classes.to(name), "add it, or correct the name")
                yield f'"{text}" demands the class {name}, which the ontology doesn\'t have: {todo}'
        for name in dict.fromkeys(word.name for word in example.classed):
            if name not in self.ontology.word_classes:
                todo = advice(self.words.to(name), "add it, or correct the name")
                yield f'"{text}" names the word class {name}, which the ontology doesn\'t have: {todo}'


def _classes(example: Example) -> Sequence[str]:
    return [*dict.fromkeys(name for slot in example.slots for name in slot.classes)]


def never_fitting(ontology: Ontology, written: Written) -> Iterator[Finding]:
    """Examples that demand a class of which nothing can be what the relation joins."""
    for relation in ontology.relations.values():
        for text in all_examples(relation):
            for slot in parse(text).slots:
                allowed = {SUBJECT: relation.domain, OBJECT: relation.range}.get(slot.role, frozenset())
                for name in slot.classes:
                    if not can_be_both(ontology, frozenset({ontology.class_names[name]}), allowed):
                        side = f"{relation.name}'s {'domain' if slot.role == 'subject' else 'range'}"
                        sentence = f'"{text}" demands a {name}, which {side} excludes: demand another, or widen that.'
                        yield warning("example", sentence, relation.name, written.place(relation.iri, text))


def can_be_both(ontology: Ontology, one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether there is a class below one of each; no demand (empty) is met by all."""
    return not one or not other or any(ontology.is_a(iri, one) and ontology.is_a(iri, other) for iri in ontology.classes)
