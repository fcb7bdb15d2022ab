"""What was learnt and what couldn't be, by relation, in sentences."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kg.ontology.learning.learner import Lesson
from kg.ontology.learning.samples import Sample, relations_of


def report(lesson: Lesson, samples: Sequence[Sample]) -> Iterator[str]:
    """A line for each relation that has examples, in the ontology's order, then one on all."""
    facts = relations_of(samples)
    found = right = 0
    for iri, relation in lesson.ontology.relations.items():
        if not facts[iri]:
            continue
        tally = lesson.tallies.get(iri)
        triggers = [one for one in lesson.wordings.triggers.get(iri, ()) if one.text not in lesson.left_out.get(iri, frozenset())]
        if tally is None or not tally.found:
            there = sum(any(iri in some for some in sample.objects.values()) for sample in samples)
            why = "no object stands in its text" if not there else "nothing was found with subjects held out"
            yield f"{relation.label}: {facts[iri]} facts, {len(triggers)} triggers; {why}."
            continue
        found, right = found + tally.found, right + tally.right
        precision, recall = tally.right / tally.found, tally.right / max(1, tally.facts)
        yield f"{relation.label}: {facts[iri]} facts, {len(triggers)} triggers; held out, precision {precision:.2f}, recall {recall:.2f}."
    total = facts.total()
    if found and total:
        yield f"All: {total} facts of {len(samples)} texts; held out, precision {right / found:.2f}, recall {right / total:.2f}."
    elif total:
        yield f"All: {total} facts of {len(samples)} texts, too few or of too few subjects to try what was learnt on any held out."
