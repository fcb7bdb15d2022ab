"""What a class's members are called: nouns that could be labels of it, and how well these and the recogniser's labels tell its members."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Final

from kg.extractors.owners import Owners
from kg.extractors.phrases import Phrase
from kg.language.annotations import Proposition, read
from kg.ontology.learning.held_out import Tried
from kg.ontology.learning.samples import NAMES, Sample
from kg.ontology.model import Ontology
from kg.ontology.phrasing import noun_lemma

_SUBJECTS: Final = 2
"""Subjects whose samples must call a member so."""
_MOST: Final = 20
"""Nouns of a class."""
Label = tuple[str, str]
"""A class (its IRI) and a noun, or a label of the recogniser."""


class Labels:
    """The nouns that samples call members of classes by; tried on what is held out, with the labels of the recogniser.

    `tries` are found and right by class and noun, or label of the recogniser: how many names of which it tells the class, and how many of
    these are members. `known` are the classes by the nouns that name them already.
    """

    def __init__(self, samples: Sequence[Sample], ontology: Ontology) -> None:
        self.known: dict[str, list[str]] = defaultdict(list)
        for one in ontology.classes.values():
            for label in {label.lower() for label in (*one.labels, *one.titles)}:
                self.known[label].append(one.iri)
        self.tries: dict[Label, list[int]] = defaultdict(lambda: [0, 0])
        self._samples = samples
        self._members = {id(one): _members(one, ontology) for one in samples}
        self._called = {id(one): [*_called(one, self._members[id(one)])] for one in samples}

    def try_on(self, held_out: Sequence[Sample], rest: Sequence[Sample], taught: Ontology) -> None:
        """Count whose members in some samples are called by the nouns, and look as others' do, that the rest taught."""
        nouns = self._nouns(rest)
        looks = {iri: one.ner_labels for iri, one in taught.classes.items() if one.ner_labels != NAMES}
        for sample in held_out:
            members = self._members[id(sample)]
            for noun, phrase in self._called[id(sample)]:
                for iri in self.known.get(noun) or nouns.get(noun, []):
                    self._count((iri, noun), members[phrase])
            for phrase, classes in members.items():
                for iri, labels in looks.items():
                    if phrase.known is None and phrase.ner in labels:
                        self._count((iri, phrase.ner), classes)

    def _count(self, label: Label, classes: frozenset[str]) -> None:
        tries = self.tries[label]
        tries[0] += 1
        tries[1] += label[0] in classes

    def _nouns(self, samples: Sequence[Sample]) -> dict[str, list[str]]:
        """For each noun that names no class yet that of which most are that are called so, of several the one that has fewest members."""
        counts: dict[str, Counter[str]] = defaultdict(Counter)
        sizes = Counter(iri for one in samples for classes in self._members[id(one)].values() for iri in classes)
        for sample in samples:
            for noun, phrase in self._called[id(sample)]:
                counts[noun].update(self._members[id(sample)][phrase])
        best = {noun: min(found, key=lambda iri: (-found[iri], sizes[iri], iri)) for noun, found in counts.items()}
        return {noun: [iri] for noun, iri in best.items() if noun not in self.known}

    def nouns(self) -> dict[str, list[Tried]]:
        """The nouns that several subjects' samples call members of a class by, those first that were right most often."""
        nouns = self._nouns(self._samples)
        support: dict[Label, Counter[str]] = defaultdict(Counter)
        for sample in self._samples:
            for noun, phrase in self._called[id(sample)]:
                for iri in nouns.get(noun, []):
                    if iri in self._members[id(sample)][phrase]:
                        support[iri, noun][sample.group] += 1
        found: dict[str, list[Tried]] = defaultdict(list)
        for (iri, noun), by_subject in sorted(support.items()):
            if len(by_subject) >= _SUBJECTS:
                found[iri].append(Tried(noun, by_subject.total(), *self.tries.get((iri, noun), (0, 0))))
        return {iri: sorted(some, key=lambda one: (-one.right, one.found, one.text))[:_MOST] for iri, some in found.items()}


def _members(sample: Sample, ontology: Ontology) -> dict[Phrase, frozenset[str]]:
    """The names among a sample's subjects and objects, with the classes that their relations' sides say they have."""
    found: dict[Phrase, set[str]] = defaultdict(set)
    for n, relations in sample.objects.items():
        if sample.phrases[n].kind == "name":
            found[sample.phrases[n]].update(iri for one in relations for iri in ontology.relations[one].range)
    for relation, owners in sample.owners.items():
        for one in owners:
            found[one] |= ontology.relations[relation].domain
    known = {phrase: frozenset(classes) & ontology.classes.keys() for phrase, classes in found.items()}
    return {phrase: classes for phrase, classes in known.items() if classes}


def _called(sample: Sample, members: Mapping[Phrase, frozenset[str]]) -> Iterator[tuple[str, Phrase]]:
    """The nouns that a sample's members are called by."""
    at = Owners(sample.doc, sample.phrases).at
    for one in read(sample.doc, Proposition):
        token = sample.doc[one.predicate]
        if token.pos_ == "NOUN" and token.is_lower and token.is_alpha:
            for phrase in dict.fromkeys(at[a.token] for a in one.arguments if a.role == "holder" and a.token in at):
                if phrase in members:
                    yield noun_lemma(token), phrase


def with_nouns(ontology: Ontology, nouns: Mapping[str, Sequence[Tried]]) -> Ontology:
    """The ontology with those of these nouns that hold as labels of their classes."""
    classes = dict(ontology.classes)
    for iri, some in nouns.items():
        classes[iri] = replace(classes[iri], labels=(*classes[iri].labels, *sorted(one.text for one in some if one.holds)))
    return Ontology(classes, ontology.relations, ontology.digest, ontology.individuals, ontology.word_classes)
