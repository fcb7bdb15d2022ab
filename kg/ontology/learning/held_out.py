"""How well what was learnt holds with subjects that it wasn't learnt from."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from kg.extractors.cues import Cue, CueFinder, CueIndex
from kg.ontology.learning.samples import Fact, Sample, key, written
from kg.ontology.model import Ontology

FOLDS = 5
_RIGHT = 2
_PRECISION = 0.6
"""An example or a noun holds that is right so often on held-out subjects, and in no smaller share of what it gives there."""


@dataclass(frozen=True, slots=True)
class Tried:
    """An example or a noun as the Turtle has it: how many samples say it so, how often it told something on held-out subjects, and how
    often that was right."""

    text: str
    support: int
    found: int = 0
    right: int = 0

    @property
    def holds(self) -> bool:
        """Whether it is right often enough."""
        return self.right >= _RIGHT and self.is_precise

    @property
    def is_precise(self) -> bool:
        """Whether it isn't wrong too often."""
        return self.right >= _PRECISION * self.found


@dataclass(slots=True)
class Tally:
    """What was found of a relation, how much of it was right, and how many facts there were; and found and right by trigger."""

    found: int = 0
    right: int = 0
    facts: int = 0
    by_trigger: dict[str, list[int]] = field(default_factory=lambda: defaultdict(lambda: [0, 0]))


def folds(samples: Sequence[Sample], n: int = FOLDS) -> Iterator[tuple[list[Sample], list[Sample]]]:
    """Samples to learn from and to try on: all of one subject are together, the subjects with most samples spread first."""
    sizes = Counter(one.group for one in samples)
    order = sorted(sizes, key=lambda group: (-sizes[group], group))
    fold = {group: i % n for i, group in enumerate(order)}
    for i in range(min(n, len(order))):
        held_out = [one for one in samples if fold[one.group] == i]
        rest = [one for one in samples if fold[one.group] != i]
        if held_out and rest:
            yield rest, held_out


def facts_of(sample: Sample, ontology: Ontology, index: CueIndex) -> list[tuple[Cue, Fact, bool]]:
    """What the triggers find in a sample, and whether it is among its facts."""
    found = []
    for cue in CueFinder(index, sample.doc, sample.phrases, sample.values).cues():
        relation = ontology.relations[cue.trigger.relation]
        subject = key(cue.owner.phrase.label)
        labels = written(sample, cue.object, relation) or {key(cue.object.label)}
        known = ontology.by_name.get(sample.doc.words(cue.object.start, cue.object.end))
        labels |= {key(known.label)} if known is not None else set()
        facts = [Fact(subject, relation.iri, one) for one in sorted(labels)]
        right = next((one for one in facts if one in sample.facts), None)
        found.append((cue, right or facts[0], right is not None))
    return found


def tally(samples: Sequence[Sample], ontology: Ontology, into: dict[str, Tally]) -> None:
    """Try an ontology on samples and count by relation."""
    index = CueIndex(ontology)
    for sample in samples:
        for fact in sample.facts:
            into[fact.relation].facts += 1
        for cue, fact, right in facts_of(sample, ontology, index):
            one = into[fact.relation]
            one.found += 1
            one.right += right
            one.by_trigger[cue.trigger.text][0] += 1
            one.by_trigger[cue.trigger.text][1] += right
