"""Examples proposed from sentences: what stands between a subject and its object where it does so with several subjects."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from kg.extractors.phrases import Phrase
from kg.ontology.learning.samples import Sample, key

_LONGEST = 6  # words between the two
_SUBJECTS = 2
_MOST = 3  # of a relation


def proposed(samples: Sequence[Sample]) -> dict[str, tuple[str, ...]]:
    """By relation, a short sentence in the notation of examples for each wording that several subjects share, the commonest first."""
    found: dict[tuple[str, str], dict[str, str]] = defaultdict(dict)
    for sample in samples:
        for n, relations in sample.objects.items():
            for relation in sorted(relations):
                subjects = {fact.subject for fact in sample.facts if fact.relation == relation}
                for owner in (one for one in sample.phrases if one.kind == "name" and key(one.label) in subjects):
                    example = _example(sample, owner, sample.phrases[n])
                    if example:
                        found[relation, example[0]].setdefault(key(owner.label), example[1])
    ranked = sorted(found.items(), key=lambda item: (-len(item[1]), item[0]))
    examples: dict[str, list[str]] = defaultdict(list)
    for (relation, _), by_subject in ranked:
        if len(by_subject) >= _SUBJECTS and len(examples[relation]) < _MOST:
            examples[relation].append(by_subject[min(by_subject)])
    return {relation: tuple(some) for relation, some in examples.items()}


def _example(sample: Sample, owner: Phrase, object_: Phrase) -> tuple[str, str] | None:
    """The words between a subject and its object, and the two with these as an example."""
    first, second = sorted((owner, object_), key=lambda one: one.start)
    between = _between(sample, first, second)
    if not between:
        return None
    words = [sample.doc.words(one.start, one.end) for one in (first, second)]
    if first is owner:
        return between, f"[{words[0]}] {between} [{words[1]}]."
    return f"o {between}", f"[o:{words[0]}] {between} [s:{words[1]}]."


def _between(sample: Sample, first: Phrase, second: Phrase) -> str:
    """The few words from one phrase to another, a verb among them and nobody else; empty where there are others."""
    tokens = sample.doc[first.end : second.start]
    same = sample.doc[first.start].sent.start == sample.doc[second.start].sent.start
    if not same or not 0 < len(tokens) <= _LONGEST or any(one.is_punct for one in tokens):
        return ""
    others = any(first.end <= one.start and one.end <= second.start for one in sample.phrases if one.kind in {"name", "value"})
    return "" if others or not any(one.pos_ == "VERB" for one in tokens) else sample.doc.words(first.end, second.start)
