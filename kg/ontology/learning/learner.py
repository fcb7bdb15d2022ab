"""Learning as a whole: classes, then words, tried on held-out subjects, and what doesn't hold there left out."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from spacy.language import Language

from kg.extractors.cues import CueIndex
from kg.ontology.learning.classes import Look, individuals, looks, wider_domains, with_looks
from kg.ontology.learning.examples import Examples, with_examples
from kg.ontology.learning.held_out import Tally, Tried, folds, tally
from kg.ontology.learning.labels import Label, Labels, with_nouns
from kg.ontology.learning.samples import Sample
from kg.ontology.learning.sentences import candidates
from kg.ontology.learning.wordings import Wordings, learn_wordings, with_wordings
from kg.ontology.model import Ontology

_TRIED, _HOLDS = 4, 0.2
"""A trigger that gave at least so many facts on held-out subjects, and fewer right ones than this share, is left out."""


@dataclass(frozen=True)
class Lesson:
    """What was learnt, the ontology with it, and how it did on held-out subjects.

    `examples` are the sentences that were tried as such, by relation, `unstable` those that give no stable pattern, `repeated` how many
    more say what another example says; `nouns` is what was tried as a label, by class; `labels` found and right by class and label, a noun
    or the recogniser's; `known` the classes by the nouns that name them already; `tallies` what the triggers found, by relation.
    """

    looks: Mapping[str, Look]
    individuals: Mapping[str, tuple[str, tuple[str, ...]]]
    wordings: Wordings
    left_out: Mapping[str, frozenset[str]]
    ontology: Ontology
    examples: Mapping[str, Sequence[Tried]] = field(default_factory=dict)
    unstable: Mapping[str, Sequence[str]] = field(default_factory=dict)
    repeated: int = 0
    nouns: Mapping[str, Sequence[Tried]] = field(default_factory=dict)
    labels: Mapping[Label, Sequence[int]] = field(default_factory=dict)
    known: Mapping[str, Sequence[str]] = field(default_factory=dict)
    tallies: Mapping[str, Tally] = field(default_factory=dict)

    @property
    def used(self) -> frozenset[str]:
        """The classes that relations join."""
        return frozenset(iri for one in self.ontology.relations.values() for iri in one.domain | one.range)


def learn(samples: Sequence[Sample], ontology: Ontology, nlp: Language) -> Lesson:
    """What the samples teach: kept is what also held for subjects that it wasn't learnt from. `nlp` is what parsed them."""
    tallies: dict[str, Tally] = defaultdict(Tally)
    examples = Examples(candidates(samples, ontology), ontology, nlp)
    labels = Labels(samples, ontology)
    for rest, held_out in folds(samples):
        taught = _once(rest, ontology, {})
        tally(held_out, taught.ontology, tallies)
        examples.try_on(held_out, taught.ontology)
        labels.try_on(held_out, rest, taught.ontology)
    left_out = {iri: frozenset(text for text, counts in one.by_trigger.items() if _fails(counts)) for iri, one in tallies.items()}
    lesson = _once(samples, ontology, left_out)
    tried, nouns = examples.proposed(), labels.nouns()
    kept = {iri: [one.text for one in some if one.holds] for iri, some in tried.items()}
    return replace(
        lesson,
        ontology=with_nouns(with_examples(lesson.ontology, kept), nouns),
        examples=tried,
        unstable=examples.unstable,
        repeated=examples.repeated,
        nouns=nouns,
        labels=labels.tries,
        known=labels.known,
        tallies=tallies,
    )


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
