"""Trigger words against an article: which relation words beside a phrase tell, and of whom."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass

from kg.extractors.contexts import FUNCTION, Contexts, Words
from kg.extractors.owners import Owner, Owners, root_of
from kg.extractors.phrases import Phrase, phrases
from kg.language.families import related, stem
from kg.language.tokens import Doc
from kg.language.values import ANY, XSD, Reading, Values
from kg.ontology.model import Ontology, Relation
from kg.ontology.triggers import Trigger, parse

_PREPOSITIONS = frozenset({"of", "in", "by", "to", "with", "at", "on", "for", "from", "as", "into"})
PLACES = frozenset({"GPE", "LOC", "NORP"})
"""The recogniser's labels for places, which it seldom takes for anything else; all others it confuses where names are new to it."""
# How much a trigger is believed: the nearer and the longer the more, less where syntax doesn't tell whose the object is, and where more of
# a noun phrase is left out.
_BASE, _PER_WORD, _NEARNESS, _UNTOLD, _SHORTENED = 0.85, 0.03, 0.93, 0.8, 0.97
_LEAST = 0.7
_AS_GOOD = 0.97  # a phrase is the object of a second relation only where that is as strong


@dataclass(frozen=True, slots=True)
class Cue:
    """A trigger found beside its object: the tokens of its words, the object, whose it is, and how much it is believed."""

    trigger: Trigger
    words: tuple[int, ...]
    object: Phrase
    owner: Owner
    strength: float


class CueIndex:
    """An ontology's triggers by their words."""

    def __init__(self, ontology: Ontology) -> None:
        self.ontology = ontology
        self.exact: dict[tuple[str, tuple[str, ...]], list[Trigger]] = defaultdict(list)
        self.either: dict[str, list[Trigger]] = defaultdict(list)
        self.counters: dict[tuple[str, tuple[str, ...]], set[str]] = defaultdict(set)
        self.classes: dict[str, frozenset[str]] = {}
        for relation in ontology.relations.values():
            for text in relation.triggers:
                self._add(parse(relation.iri, text))
            for text in relation.counter_triggers:
                one = parse(relation.iri, text)
                for side in ("before", "after") if one.side == "either" else (one.side,):
                    self.counters[side, one.words].add(relation.iri)
            self.classes[relation.iri] = frozenset(
                stem(word) for iri in relation.range if iri in ontology.classes for word in ontology.classes[iri].label.split()
            )
        self._family: dict[str, frozenset[str]] = {}
        self._expected: dict[frozenset[str], tuple[frozenset[str], bool]] = {}

    def __bool__(self) -> bool:
        return bool(self.exact or self.either)

    def _add(self, trigger: Trigger) -> None:
        if trigger.side == "either":
            for word in dict.fromkeys(trigger.words):
                self.either[word].append(trigger)
        else:
            self.exact[trigger.side, trigger.words].append(trigger)

    def triggers(self, words: Words, blocked: Set[str]) -> Iterator[Trigger]:
        """The triggers that some words are, where no counter-trigger of the relation is there."""
        exact = self.exact.get((words.side, words.stems), ())
        told = [self.family(word) for word in words.stems]
        there = frozenset[str]().union(*told)
        ends = [t for word in told[0] for t in self.either[word] if there.issuperset(t.words) and not told[-1].isdisjoint(t.words)]
        either = {id(t): t for t in ends}
        yield from (one for one in (*exact, *either.values()) if one.relation not in blocked)

    def family(self, word: str) -> frozenset[str]:
        """The words of two-sided triggers that are of one family with a word."""
        known = self._family.get(word)
        if known is None:
            known = self._family[word] = frozenset(one for one in self.either if related(one, word))
        return known

    def demanded(self, trigger: Trigger, slot: str) -> frozenset[str]:
        """The classes that one of its arguments must have."""
        relation = self.ontology.relations[trigger.relation]
        names, own = (trigger.subject, relation.domain) if slot == "subject" else (trigger.object, relation.range)
        return frozenset(self.ontology.class_names[name] for name in names if name in self.ontology.class_names) or own

    def fits(self, phrase: Phrase, classes: frozenset[str]) -> bool:
        """Whether a phrase may be a member of one of these classes (none: of any), as far as its form and the recogniser tell."""
        if phrase.kind == "value" or not classes:
            return phrase.kind != "value"
        if phrase.known is not None:
            return self.ontology.is_a(phrase.known, classes)
        labels, is_open = self._expects(classes)
        if not is_open or phrase.kind in {"noun", "quotation"}:
            return is_open and not labels
        if not labels or not phrase.ner:
            return True
        return not PLACES.isdisjoint(labels) if phrase.ner in PLACES else not PLACES.issuperset(labels)

    def _expects(self, classes: frozenset[str]) -> tuple[frozenset[str], bool]:
        """The recogniser's labels for classes (none: their members needn't be names), and whether others than known individuals belong."""
        known = self._expected.get(classes)
        if known is None:
            ones = [self.ontology.classes[iri] for iri in classes if iri in self.ontology.classes]
            open_ones = [one for one in ones if not one.known_only]
            labels = frozenset(label for one in open_ones for label in one.ner_labels)
            known = labels if all(one.ner_labels for one in open_ones) else frozenset[str](), bool(open_ones) or not ones
            self._expected[classes] = known
        return known


class CueFinder:
    """Finds the cues of one Doc."""

    def __init__(self, index: CueIndex, doc: Doc, found: Sequence[Phrase], values: Values) -> None:
        self.index, self.doc, self.phrases, self.values = index, doc, found, values
        self.contexts, self.owners = Contexts(doc, found), Owners(doc, found)

    def cues(self) -> list[Cue]:
        """The cues of the Doc, strongest first, none beside a stronger one that excludes it."""
        found = [cue for phrase in self.phrases for cue in self._of(phrase)]
        found.sort(key=lambda c: (-c.strength, -len(c.trigger.words), -len(c.words), c.object.start, -c.object.end, c.trigger.relation))
        chosen = _Chosen(self.contexts, self.doc, self.index.ontology)
        return [cue for cue in found if chosen.take(cue)]

    def _of(self, phrase: Phrase) -> Iterator[Cue]:
        """The strongest cue of each relation beside a phrase."""
        best: dict[str, tuple[float, int, Words, Trigger]] = {}
        rows = self.contexts.of(phrase)
        countered = [
            (set(row.tokens), self.index.counters[row.side, row.stems]) for row in rows if (row.side, row.stems) in self.index.counters
        ]
        for row in rows:
            blocked = {iri for tokens, iris in countered if tokens.issuperset(row.tokens) for iri in iris}
            for trigger in self.index.triggers(row, blocked):
                strength = (_BASE + _PER_WORD * row.telling) * _NEARNESS**row.distance * _SHORTENED ** self._left_out(phrase)
                known = best.get(trigger.relation)
                if (known is None or (strength, len(row.stems)) > known[:2]) and self._is_object(phrase, trigger, row):
                    best[trigger.relation] = strength, len(row.stems), row, trigger
        for strength, _, row, trigger in best.values():
            demanded = self.index.demanded(trigger, "subject")
            owner = self.owners.find(row.tokens, phrase, lambda one, demanded=demanded: self.index.fits(one, demanded))  # type: ignore[misc]
            if owner is not None:
                strength *= 1 if owner.told else _UNTOLD
                if strength >= _LEAST:
                    yield Cue(trigger, row.tokens, phrase, owner, round(strength, 6))

    def _left_out(self, phrase: Phrase) -> int:
        """How many words of its noun phrase aren't in it."""
        if phrase.kind != "noun":
            return 0
        whole = [p.end - p.start for p in self.phrases if p.kind == "noun" and p.start <= phrase.start and phrase.end <= p.end]
        return max(whole) - (phrase.end - phrase.start)

    def _is_object(self, phrase: Phrase, trigger: Trigger, row: Words) -> bool:
        relation = self.index.ontology.relations[trigger.relation]
        if trigger.side == "either" and phrase.kind != "value" and self._owns(trigger, row):
            return False
        if trigger.side == "either" and phrase.kind == "noun" and min(row.tokens) != phrase.end:
            return False  # of mere nouns a label's words tell something only where they go on: "[glass] industry"
        if relation.datatype is not None:
            return read_literal(self.values, phrase, relation) is not None
        return self.index.fits(phrase, self.index.demanded(trigger, "object"))

    def _owns(self, trigger: Trigger, row: Words) -> bool:
        """Whether the words make the phrase the owner rather than the object: "the capital of [Peru]", "[the firm] is located in"."""
        last = max(row.tokens)
        after = self.doc[last + 1].lower_ if last + 1 < len(self.doc) else ""
        names_class = all(any(related(word, one) for word in self.index.classes[trigger.relation]) for one in row.stems)
        if row.side == "after":
            return (after in _PREPOSITIONS and self.doc[last].pos_ == "VERB") or (after == "of" and names_class)
        return after == "of" and not names_class


def read_literal(values: Values, phrase: Phrase, relation: Relation) -> Reading | None:
    """The literal that a phrase says where one of that datatype is wanted; a text is any phrase but a figure."""
    datatype = relation.datatype or ""
    if phrase.kind != "value":
        text = datatype in {XSD + "string", ANY}
        return Reading(phrase.start, phrase.end, phrase.label, XSD + "string") if text else None
    if datatype == XSD + "string":
        return None
    return values.at(phrase.start, datatype) or values.at(phrase.end - 1, datatype)


def cues(doc: Doc, index: CueIndex, values: Values) -> list[Cue]:
    """The cues of a Doc; an ontology without triggers costs nothing."""
    return CueFinder(index, doc, phrases(doc, values, index.ontology.by_name), values).cues() if index else []


def ties(doc: Doc, cue: Cue) -> list[int]:
    """The words that have a say in how sure a cue is: its own root, and every verb between that, the object and the owner."""
    root = root_of(doc, cue.words)
    ends = [root, doc.root(cue.object.start, cue.object.end), doc[cue.owner.token]]
    paths = [[end, *end.ancestors] for end in ends if end.sent.start == root.sent.start]
    shared = set.intersection(*({token.i for token in path} for path in paths))
    top = next((token.i for token in paths[0] if token.i in shared), root.i)
    between = {token.i: token for path in paths for token in path[: next((n for n, t in enumerate(path) if t.i == top), 0) + 1]}
    verbs = [i for i, token in between.items() if token.pos_ in {"VERB", "AUX"} and i != root.i]
    return [root.i, *sorted(verbs)]


class _Chosen:
    """What was taken so far: a value has one relation, a phrase several only where they are as strong; phrases of one relation don't
    overlap; trigger words give one object, or one list; and a relation that has but one object of a subject gives none besides."""

    def __init__(self, contexts: Contexts, doc: Doc, ontology: Ontology) -> None:
        self.contexts, self.doc = contexts, doc
        self.single = {iri for iri, one in ontology.relations.items() if one.one_object or one.functional}
        self.cues: list[Cue] = []

    def take(self, cue: Cue) -> bool:
        for one in self.cues:
            if self._excludes(one, cue):
                return False
        self.cues.append(cue)
        return True

    def _excludes(self, one: Cue, cue: Cue) -> bool:
        if one.object == cue.object:
            return cue.object.kind == "value" or cue.strength < _AS_GOOD * one.strength or one.trigger.relation == cue.trigger.relation
        if one.object.overlaps(cue.object):
            return True
        if one.trigger.relation != cue.trigger.relation:
            return False
        if cue.trigger.relation in self.single and one.owner.phrase.label == cue.owner.phrase.label:
            return True
        shared = [i for i in cue.words if i in one.words and self.doc[i].lower_ not in FUNCTION]
        return any((one.object.start < i) != (cue.object.start < i) or not self.contexts.are_listed(one.object, cue.object) for i in shared)
