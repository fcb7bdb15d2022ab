"""What was learnt and what couldn't be, by relation, in sentences."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from kg.ontology.learning.held_out import Tried
from kg.ontology.learning.learner import Lesson
from kg.ontology.learning.samples import Sample, relations_of


def report(lesson: Lesson, samples: Sequence[Sample]) -> Iterator[str]:
    """A line for each relation that has examples, in the ontology's order, then one on all, one on examples and one on nouns."""
    facts = relations_of(samples)
    found = right = 0
    for iri, relation in lesson.ontology.relations.items():
        if not facts[iri]:
            continue
        tally = lesson.tallies.get(iri)
        triggers = [one for one in lesson.wordings.triggers.get(iri, ()) if one.text not in lesson.left_out.get(iri, frozenset())]
        examples = [one for one in lesson.examples.get(iri, ()) if one.holds]
        learnt = f"{relation.label}: {facts[iri]} facts, {_number(examples, 'example')}, {_number(triggers, 'trigger')}"
        if tally is None or not tally.found:
            there = sum(any(iri in some for some in sample.objects.values()) for sample in samples)
            yield f"{learnt}; {'triggers found nothing with subjects held out' if there else 'no object stands in its text'}."
            continue
        found, right = found + tally.found, right + tally.right
        precision, recall = tally.right / tally.found, tally.right / max(1, tally.facts)
        yield f"{learnt}; triggers held out, precision {precision:.2f}, recall {recall:.2f}."
    total = facts.total()
    if found and total:
        yield f"All: {total} facts of {len(samples)} texts; triggers held out, precision {right / found:.2f}, recall {right / total:.2f}."
    elif total:
        yield f"All: {total} facts of {len(samples)} texts, too few or of too few subjects to try what was learnt on any held out."
    unstable = sum(map(len, lesson.unstable.values()))
    more = [f"; {unstable} more without a stable pattern"] if unstable else []
    more += [f"; {lesson.repeated} more that say what another example says"] if lesson.repeated else []
    yield from _held("example", lesson.examples, "".join(more))
    yield from _held("noun", lesson.nouns, "")


def _held(what: str, tried: Mapping[str, Sequence[Tried]], more: str) -> Iterator[str]:
    """How many examples or nouns were tried, how many of them held and how well, and how many were left out for which reason."""
    every = [one for some in tried.values() for one in some]
    held = [one for one in every if one.holds]
    wrong = [one for one in every if not one.is_precise]
    seldom = len(every) - len(held) - len(wrong)
    if every or more:
        kept = f"{len(held)} kept, right in {sum(one.right for one in held)} of {sum(one.found for one in held)} held out"
        yield f"Tried {_number(every, what)}: {kept}; left out {len(wrong)} as wrong too often, {seldom} as right too seldom{more}."


def _number(some: Sequence[object], what: str) -> str:
    return f"{len(some)} {what}{'' if len(some) == 1 else 's'}"
