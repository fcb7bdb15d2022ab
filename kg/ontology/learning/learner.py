"""Learning as a whole: classes, then words, tried on held-out subjects, and what doesn't hold there left out."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from kg.extractors.cues import CueIndex
from kg.ontology.learning.classes import Look, individuals, looks, wider_domains, with_looks
from kg.ontology.learning.held_out import Tally, folds, tally
from kg.ontology.learning.samples import Sample
from kg.ontology.learning.sentences import proposed
from kg.ontology.learning.wordings import Wordings, learn_wordings, with_wordings
from kg.ontology.model import Ontology

_TRIED, _HOLDS = 4, 0.2
"""A trigger that gave at least so many facts on held-out subjects, and fewer right ones than this share, is left out."""


@dataclass(frozen=True)
class Lesson:
    """What was learnt, the ontology with it, sentences that could be examples, and how it did on held-out subjects, by relation."""

    looks: Mapping[str, Look]
    individuals: Mapping[str, tuple[str, tuple[str, ...]]]
    wordings: Wordings
    left_out: Mapping[str, frozenset[str]]
    ontology: Ontology
    examples: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    tallies: Mapping[str, Tally] = field(default_factory=dict)

    @property
    def used(self) -> frozenset[str]:
        """The classes that relations join."""
        return frozenset(iri for one in self.ontology.relations.values() for iri in one.domain | one.range)


def learn(samples: Sequence[Sample], ontology: Ontology) -> Lesson:
    """What the samples teach: kept is what also held for subjects that it wasn't learnt from."""
    tallies: dict[str, Tally] = defaultdict(Tally)
    for rest, held_out in folds(samples):
        tally(held_out, _once(rest, ontology, {}).ontology, tallies)
    left_out = {iri: frozenset(text for text, counts in one.by_trigger.items() if _fails(counts)) for iri, one in tallies.items()}
    lesson = _once(samples, ontology, left_out)
    return Lesson(lesson.looks, lesson.individuals, lesson.wordings, left_out, lesson.ontology, proposed(samples), tallies)


def _fails(counts: Sequence[int]) -> bool:
    found, right = counts
    return found >= _TRIED and right < _HOLDS * found


def _once(samples: Sequence[Sample], ontology: Ontology, left_out: Mapping[str, frozenset[str]]) -> Lesson:
    seen = looks(samples, ontology)
    names = individuals(samples, ontology)
    base = with_looks(ontology, seen, names)
    index = CueIndex(base)
    domains = wider_domains(samples, index)
    wordings = learn_wordings(samples, index, domains)
    return Lesson(seen, names, wordings, left_out, with_wordings(base, wordings, left_out))
