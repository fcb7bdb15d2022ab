"""Which words beside an object tell its relation: counted over samples, kept where they tell it often enough."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from kg.extractors.contexts import FUNCTION
from kg.extractors.cues import CueIndex, read_literal
from kg.language.families import related, stem
from kg.ontology.learning.samples import Sample
from kg.ontology.model import Ontology, Relation
from kg.ontology.triggers import MOST_WORDS

_EMPTY = frozenset(
    """number of name place date year is in the has to total was by a with for at on and size from""".split()
)  # words of a label that tell little beside its others
_SIDES = ("before", "after")
_SAME_SUBJECT = 3  # occurrences with one subject that count in full
_CAUTION = 3.0  # how many occurrences the expectation before any weighs
_LABEL, _LABEL_TRUST = 0.8, 0.9  # how often a word of the relation's label is expected to tell it
_KEPT = 0.4  # the least share of its occurrences in which a trigger tells the relation
_SUPPORT = 2
_NEARLY = 0.2  # by how much more often a longer trigger must tell it than a shorter one in it
_SUBJECTS = 2  # that a preposition by itself must be seen with

Row = tuple[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Learnt:
    """A trigger's text as the Turtle has it, in how many samples it stood beside an object of its relation, and beside how many phrases;
    and whether it is the relation's label, which is learnt from none of them."""

    text: str
    support: int
    occurrences: int
    is_label: bool = False


@dataclass(frozen=True, slots=True)
class Wordings:
    """The triggers and counter-triggers of each relation, and those relations that give a subject but one object in a text."""

    triggers: Mapping[str, tuple[Learnt, ...]]
    counters: Mapping[str, tuple[Learnt, ...]]
    single: frozenset[str] = frozenset()


def learn_wordings(samples: Sequence[Sample], index: CueIndex, domains: Mapping[str, tuple[str, ...]]) -> Wordings:
    """The words that tell each relation in these samples, by an index of the ontology that says which phrases could be its objects."""
    triggers: dict[str, tuple[Learnt, ...]] = {}
    counters: dict[str, tuple[Learnt, ...]] = {}
    for relation in index.ontology.relations.values():
        counts = _counted(samples, relation, index)
        demand = f"[s/{'|'.join(domains[relation.iri])}] " if relation.iri in domains else ""
        kept, refused = _chosen(counts, relation)
        label = " ".join(label_words(relation))
        own = [Learnt(demand + label, *counts.of_label(label_words(relation)), is_label=True)] if label and counts.total else []
        triggers[relation.iri] = (*own, *(replace(one, text=demand + one.text) for one in kept))
        counters[relation.iri] = tuple(refused)
    return Wordings(triggers, counters, frozenset(triggers) - _listing(samples))


def _listing(samples: Sequence[Sample]) -> frozenset[str]:
    """The relations of which some subject has several objects in one sample."""
    counts = [Counter((fact.subject, fact.relation) for fact in one.facts) for one in samples]
    return frozenset(relation for one in counts for (_, relation), n in one.items() if n > 1)


def with_wordings(ontology: Ontology, wordings: Wordings, but: Mapping[str, frozenset[str]] | None = None) -> Ontology:
    """The ontology with these triggers, `but` some by relation."""
    left_out = but or {}
    relations = {
        iri: replace(
            one,
            triggers=tuple(
                sorted({*one.triggers, *(t.text for t in wordings.triggers.get(iri, ()) if t.text not in left_out.get(iri, frozenset()))})
            ),
            one_object=one.one_object or iri in wordings.single,
            counter_triggers=tuple(sorted({*one.counter_triggers, *(t.text for t in wordings.counters.get(iri, ()))})),
        )
        for iri, one in ontology.relations.items()
    }
    return replace(ontology, relations=relations)


def label_words(relation: Relation) -> list[str]:
    """The words of a relation's label that say something, four at most.

    >>> from kg.ontology.model import Relation
    >>> label_words(Relation("", "", "number of employees", ""))
    ['employees']
    """
    words = [word.lower() for word in re.findall(r"[^\W\d_]+", relation.label)]
    return ([word for word in words if word not in _EMPTY] or words)[:MOST_WORDS]


@dataclass(slots=True)
class _Counts:
    """How often rows of words stood beside phrases that could be objects, and beside those that are, by the samples' subjects."""

    beside: dict[Row, Counter[str]]
    told: dict[Row, Counter[str]]
    shown: dict[Row, tuple[str, ...]]
    total: int
    base: int

    def damped(self, row: Row) -> tuple[float, float]:
        """The two counts, repetitions with one subject counting for less and less."""
        n = told = 0.0
        for group, times in self.beside[row].items():
            weight = 1.0 if times <= _SAME_SUBJECT else (_SAME_SUBJECT + (times - _SAME_SUBJECT) ** 0.5) / times
            n += times * weight
            told += self.told[row][group] * weight
        return told, n

    def of_label(self, words: Sequence[str]) -> tuple[int, int]:
        """Support and occurrences of a label's words on either side."""
        stems = tuple(stem(word) for word in words)
        rows = [(side, stems) for side in _SIDES]
        return sum(self.told[row].total() for row in rows), sum(self.beside[row].total() for row in rows)


def _counted(samples: Sequence[Sample], relation: Relation, index: CueIndex) -> _Counts:
    counts = _Counts(defaultdict(Counter), defaultdict(Counter), {}, 0, 0)
    for sample in samples:
        for n, phrase in enumerate(sample.phrases):
            if relation.datatype is not None:
                able = read_literal(sample.values, phrase, relation) is not None
            else:
                able = index.fits(phrase, relation.range)
            if not able:
                continue
            hit = relation.iri in sample.objects.get(n, ())
            counts.total += 1
            counts.base += hit
            for row in sample.rows[n]:
                one = row.side, row.stems
                counts.beside[one][sample.group] += 1
                if hit:
                    counts.told[one][sample.group] += 1
                    counts.shown.setdefault(one, tuple(sample.doc[i].lower_ for i in row.tokens))
    return counts


def _chosen(counts: _Counts, relation: Relation) -> tuple[list[Learnt], list[Learnt]]:
    """The rows that tell the relation, best first, and those that hold its label and don't."""
    label = [stem(word) for word in label_words(relation)]
    prior = (counts.base + 0.5) / (counts.total + 5)
    kept: list[tuple[float, Learnt]] = []
    refused: list[tuple[float, Learnt]] = []
    longer = _longer(counts.beside)
    for row in sorted(counts.beside):
        side, stems = row
        held = sum(any(related(word, one) for one in stems) for word in label) / len(label) if label else 0.0
        told, n = counts.damped(row)
        support, times = counts.told[row].total(), counts.beside[row].total()
        if held == 1 and _misleads(row, counts, longer):
            refused.append((n, Learnt(_text(side, stems), support, times)))
            continue
        if FUNCTION.issuperset(stems) and len(counts.told[row]) < _SUBJECTS:
            continue
        estimate = (told + _CAUTION * max(prior, _LABEL * held)) / (n + _CAUTION)
        if support >= _SUPPORT and estimate >= _KEPT:
            kept.append((estimate, Learnt(_text(side, counts.shown[row]), support, times)))
    kept = [one for one in kept if not _is_needless(one, kept)]
    order = [one for _, one in sorted(kept, key=lambda pair: (-pair[0], -pair[1].support, pair[1].text))]
    return order, [one for _, one in sorted(refused, key=lambda pair: (-pair[0], pair[1].text))]


def _longer(rows: Iterable[Row]) -> dict[tuple[bool, Row], list[Row]]:
    """The rows with one word more than a row, which is first in them (True) or last."""
    found: dict[tuple[bool, Row], list[Row]] = defaultdict(list)
    for side, stems in sorted(rows):
        found[True, (side, stems[1:])].append((side, stems))
        found[False, (side, stems[:-1])].append((side, stems))
    return found


def _misleads(row: Row, counts: _Counts, longer: Mapping[tuple[bool, Row], Sequence[Row]]) -> bool:
    """Whether words of the label mostly don't tell the relation, also where no further word beside them is to blame for that:
    "subsidiary of [o]" says nothing against "subsidiary"."""
    told, n = counts.damped(row)
    for first in (True, False):
        bad = [pair for pair in map(counts.damped, longer.get((first, row), ())) if _is_too_seldom(*pair)]
        if not _is_too_seldom(told - sum(one for one, _ in bad), n - sum(times for _, times in bad)):
            return False
    return _is_too_seldom(told, n)


def _is_too_seldom(told: float, n: float) -> bool:
    return (told + _CAUTION * _LABEL_TRUST) / (n + _CAUTION) < _KEPT


def _is_needless(one: tuple[float, Learnt], kept: Sequence[tuple[float, Learnt]]) -> bool:
    """Whether fewer of a trigger's words tell nearly as often what it tells."""
    estimate, learnt = one
    shorter = ((other, less.text) for other, less in kept if less.text != learnt.text and not _is_function(less.text))
    return any(other >= estimate - _NEARLY and _inside(text, learnt.text) for other, text in shorter)


def _inside(shorter: str, longer: str) -> bool:
    """Whether a trigger's words stand in a row in another's, both on the same side of the object."""
    words = [text.replace("[o]", "").split() for text in (shorter, longer)]
    same_side = shorter.startswith("[o]") == longer.startswith("[o]")
    starts = range(len(words[1]) - len(words[0]) + 1)
    return same_side and any(words[1][i : i + len(words[0])] == words[0] for i in starts)


def _is_function(text: str) -> bool:
    return FUNCTION.issuperset(text.replace("[o]", "").split())


def _text(side: str, words: Iterable[str]) -> str:
    text = " ".join(words)
    return f"{text} [o]" if side == "before" else f"[o] {text}"
