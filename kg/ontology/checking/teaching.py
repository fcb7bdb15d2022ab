"""How well examples teach: figures by relation, and warnings for those that don't."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kg.ontology.checking.findings import Finding, warning
from kg.ontology.checking.reading import Read
from kg.ontology.checking.trials import Trial
from kg.ontology.checking.written import Written
from kg.ontology.model import Ontology

_VARIATION = {"fillers": "with other words in its brackets", "tense": "in another tense", "voice": "in the other voice"}


def not_found(trials: Sequence[Trial], ontology: Ontology, written: Written) -> Iterator[Finding]:
    """Examples whose own pattern doesn't find them when they are said otherwise."""
    for one in trials:
        if not one.found:
            name = ontology.relations[one.relation].name
            sentence = f'"{one.example}" isn\'t found {_VARIATION[one.kind]}, as "{one.text}": add an example that says it so.'
            yield warning("not found", sentence, name, written.place(one.relation, one.example))


def firing(trials: Sequence[Trial], ontology: Ontology, written: Written) -> Iterator[Finding]:
    """Examples that state another relation too, which isn't joined with theirs."""
    told: set[tuple[str, str, str]] = set()
    for one in trials:
        for other, example in one.fired:
            if (one.relation, one.example, other) not in told:
                told.add((one.relation, one.example, other))
                name, also = ontology.relations[one.relation].name, ontology.relations[other].name
                todo = "demand other classes, or join the two with kg:also"
                sentence = f'"{one.example}" of {name} states {also} too, by "{example}": {todo}.'
                yield warning("fires", sentence, name, written.place(one.relation, one.example))


def misread(reads: Sequence[Read], ontology: Ontology, written: Written) -> Iterator[Finding]:
    """Examples that don't state their relation when they are read as an article, and counter-examples that do."""
    for one in reads:
        relation = ontology.relations[one.relation]
        place = written.place(one.relation, one.example)
        is_counter = one.example in relation.counter_examples
        if is_counter and one.wording is not None:
            sentence = f'The counter-example "{one.example}" states {relation.name} all the same, by "{one.wording}": give it more words.'
            yield warning("counter-example", sentence, relation.name, place)
        elif not is_counter and one.wording is None:
            sentence = f'"{one.example}" isn\'t found where an article says it: `kg ontology try "{one.text}"` shows what it lacks.'
            yield warning("not read", sentence, relation.name, place)
