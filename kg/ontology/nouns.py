"""Which classes a noun phrase names, by the labels that the ontology gives its classes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from kg.errors import OntologyError
from kg.ontology.examples import SUBJECT, Slot, parse
from kg.ontology.model import Individual, Ontology

JOINING = frozenset({"of", "in", "for"})
"""The prepositions that nouns of several words hold."""
_MOST = 4  # words of a noun
_DETERMINERS = ("the ", "a ", "an ", "The ", "A ", "An ")
Phrases = dict[tuple[str, ...], tuple[str, ...]]


@dataclass(frozen=True)
class Nouns:
    """The ontology's nouns by their words, in lower case but for proper ones.

    `labels`: nouns ("call center" → its class); `titles`: what stands before a person's name; `hidden`: words that tell the class inside
    a name or as a modifier ("Democratic", "Times"); `masculine`, `feminine`: nouns and titles that tell gender. `known`: the names of the
    ontology's individuals, capitals kept, with the individual and its class; `marks`: what means one only beside a name. `given`: given
    names with the pronoun that they tell ("" for none). `roles`: nouns of what a person is ("chairman", "senator").
    """

    labels: Phrases
    titles: Phrases
    hidden: Phrases
    masculine: frozenset[str]
    feminine: frozenset[str]
    known: dict[tuple[str, ...], Individual]
    marks: dict[str, Individual]
    given: dict[str, str]
    roles: frozenset[tuple[str, ...]]

    def of_noun(self, words: Sequence[str]) -> tuple[str, ...]:
        """The classes of a noun phrase's longest known ending; empty where none is known."""
        return _longest(self.labels, words) or _longest(self.titles, words)

    @cached_property
    def begun(self) -> frozenset[str]:
        """The first words of nouns and titles of several words."""
        return frozenset(words[0] for known in (self.labels, self.titles) for words in known if len(words) > 1)

    def fixed(self, words: Sequence[str]) -> int:
        """How many of these words make a known noun with a preposition in it: "secretary of state", "editor in chief"; 0: none."""
        if JOINING.isdisjoint(words[1:4]):
            return 0
        for length in (5, 4, 3):
            phrase = tuple(words[:length])
            if len(phrase) == length and not JOINING.isdisjoint(phrase[1:-1]) and (phrase in self.labels or phrase in self.titles):
                return length
        return 0

    def of_name(self, words: Sequence[str], *, proper: bool = False) -> tuple[str, ...]:
        """The classes that a name's own words tell: its ending, or what is before "of", "for", "on"; `proper`: by proper words alone."""
        if proper:
            return _longest(self.hidden, words)
        head = next((words[:i] for i, w in enumerate(words) if w in {"of", "for", "on"} and i), words)
        lower = [w.lower() for w in head]
        return _longest(self.hidden, head) or (_longest(self.labels, lower) if len(words) > 1 else ()) or self.hidden.get(tuple(words), ())


def _longest(known: Phrases, words: Sequence[str]) -> tuple[str, ...]:
    ending = tuple(words[-_MOST:])
    while ending:
        if ending in known:
            return known[ending]
        ending = ending[1:]
    return ()


def nouns(ontology: Ontology) -> Nouns:
    """The index of one ontology."""
    labels: dict[tuple[str, ...], list[str]] = {}
    titles: dict[tuple[str, ...], list[str]] = {}
    hidden: dict[tuple[str, ...], list[str]] = {}
    for one in ontology.classes.values():
        for known, phrases in ((labels, one.labels), (titles, one.titles)):
            for phrase in phrases:
                known.setdefault(tuple(phrase.lower().replace("-", " - ").split()), []).append(one.iri)
        for phrase in one.hidden_labels:
            hidden.setdefault(tuple(phrase.replace("-", " - ").split()), []).append(one.iri)
    told = _told(ontology)
    for filler in _fillers(ontology):
        for form in filler.forms if filler.is_none_of(told) else ():
            labels.setdefault((form,), []).extend(filler.classes)
    classes = ontology.classes.values()
    masculine = frozenset(w.lower() for one in classes for w in one.masculine)
    feminine = frozenset(w.lower() for one in classes for w in one.feminine)
    individuals = {tuple(name.replace("-", " - ").split()): one for one in ontology.individuals.values() for name in one.names}
    marks = {mark: one for one in ontology.individuals.values() for mark in one.marks}
    given = {name: pronoun for one in classes for name, pronoun in one.given_names}
    roles = _roles(ontology, labels)
    return Nouns(_frozen(labels), _frozen(titles), _frozen(hidden), masculine, feminine, individuals, marks, given, roles)


def open_slots(ontology: Ontology) -> frozenset[tuple[str, str]]:
    """The relations (IRI) with the place (subject or object) where an example has a noun that is no class's, so that others may stand there
    too: who writes "took [the fish pie] off the menu" doesn't list all dishes."""
    told = _told(ontology)
    return frozenset((one.relation, one.role) for one in _fillers(ontology) if one.is_none_of(told))


class _Filler(NamedTuple):
    """A common noun in the brackets of a relation's example, with the classes that its place wants."""

    noun: str
    relation: str
    role: str
    classes: tuple[str, ...]

    @property
    def forms(self) -> set[str]:
        return {self.noun, self.noun.removesuffix("s")}

    def is_none_of(self, told: set[str]) -> bool:
        return told.isdisjoint(self.forms)


def _told(ontology: Ontology) -> set[str]:
    """The last words of classes' nouns."""
    return {phrase.lower().replace("-", " ").split()[-1] for one in ontology.classes.values() for phrase in (*one.labels, *one.titles)}


def _fillers(ontology: Ontology) -> Iterator[_Filler]:
    """The common nouns in examples' brackets: "[The stewards] suspended [the jockey]"."""
    for relation in ontology.relations.values():
        for text in relation.examples:
            for slot in _slots(text):
                noun = slot.words.split()[-1]
                if slot.words.startswith(_DETERMINERS) and noun.isalpha() and noun.islower():
                    demanded = [ontology.class_names[name] for name in slot.classes if name in ontology.class_names]
                    wanted = relation.domain if slot.role == SUBJECT else relation.range
                    yield _Filler(noun, relation.iri, slot.role, tuple(demanded or sorted(wanted)))


def _slots(example: str) -> tuple[Slot, ...]:
    try:
        return parse(example).slots
    except OntologyError:  # the compiler tells
        return ()


def _roles(ontology: Ontology, labels: dict[tuple[str, ...], list[str]]) -> frozenset[tuple[str, ...]]:
    """The nouns of classes that have given names, and of those that are borne by such."""
    persons = {iri for iri, one in ontology.classes.items() if one.given_names}
    bearing = {iri for iri, one in ontology.classes.items() if one.borne_by or (persons and ontology.is_a(iri, persons))}
    return frozenset(words for words, iris in labels.items() if bearing.intersection(iris)) if persons else frozenset()


def _frozen(index: dict[tuple[str, ...], list[str]]) -> Phrases:
    return {words: tuple(dict.fromkeys(iris)) for words, iris in index.items()}
