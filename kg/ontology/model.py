"""The ontology in memory: classes, relations and the wordings that express them. Nothing here names one of them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple


class AtMost(NamedTuple):
    """How many different objects of a relation a member of a class may have: all, or only those of the class `of`."""

    relation: str
    number: int
    of: str | None = None


RELIABLE = frozenset({"PERSON", "ORG", "GPE", "NORP"})
"""What a named-entity recogniser calls most of its names; of the rest it finds few."""


def namespace(iri: str) -> str:
    """What an IRI's local name is put behind: all up to the last `#`, `/` or `:`."""
    return iri[: max(iri.rfind(mark) for mark in "#/:") + 1]


@dataclass(frozen=True, slots=True)
class OntologyClass:
    """A class that a mention can have.

    `labels` are the nouns and titles that name it, the preferred one first; `given_names` are (name, pronoun) with the pronoun "he", "she"
    or none; `ner_labels` the labels of the named-entity recogniser that give it; `pronouns` those that can stand for its members ("he",
    "she", "it", "they", "who"); `speaks` whether its members can be a source; `passed_last` whether a path goes through its members only
    when there is no other way. `titles` stand before a name ("Sen.", "Mr."); `masculine` and `feminine` are the nouns and titles that tell
    gender; `hidden_labels` are proper words and names, capitals kept, that by themselves or as the head of a longer name give the class
    ("Times", "Inc.", "Democratic"). `parents` are its direct super-classes, `equivalents` those with the same members. `plural` is the
    class of several unnamed members together (workers are a group), None where it is the class itself or an ancestor says. `borne_by` is
    the class of those whom its nouns also denote ("the mayor" is an office and who holds it). What no noun tells is of the `default`
    class. `disjoint` are the classes that it has no member in common with, `at_most` the limits that it sets its members.
    """

    iri: str
    name: str
    label: str
    labels: tuple[str, ...] = ()
    parents: tuple[str, ...] = ()
    equivalents: tuple[str, ...] = ()
    ner_labels: tuple[str, ...] = ()
    pronouns: tuple[str, ...] = ()
    speaks: bool = False
    passed_last: bool = False
    titles: tuple[str, ...] = ()
    masculine: tuple[str, ...] = ()
    feminine: tuple[str, ...] = ()
    hidden_labels: tuple[str, ...] = ()
    given_names: tuple[tuple[str, str], ...] = ()
    plural: str | None = None
    borne_by: str | None = None
    default: bool = False
    disjoint: tuple[str, ...] = ()
    at_most: tuple[AtMost, ...] = ()
    known_only: bool = False


@dataclass(frozen=True, slots=True)
class Relation:
    """A property between entities, the classes it joins (alternatives; empty: any), and the sentences that express it.

    `inverse` is the property that is stated to be its inverse (which itself has none, and no examples); `supers` are its direct
    super-properties, `equivalents` those that say the same; `planned_examples` tell it as planned; `triggers` are words beside its object
    that tell it, `counter_triggers` such as don't (`one_object`: they give a subject no second object in a text); `chains` are the property
    chains that imply it; `also` the relations that its wordings give too; `alternatives` those that people may mark in its place;
    `tells_apart` whether namesakes with different objects of it are different ("works for", "lives in"). `datatype` is the IRI of the
    literals that are its objects (of an `owl:DatatypeProperty`, which has no `range`), None where entities are. `functional` says that a
    subject has at most one object, `inverse_functional` that an object has at most one subject.
    """

    iri: str
    name: str
    label: str
    comment: str
    domain: frozenset[str] = frozenset()
    range: frozenset[str] = frozenset()
    inverse: str | None = None
    supers: tuple[str, ...] = ()
    symmetric: bool = False
    transitive: bool = False
    equivalents: tuple[str, ...] = ()
    chains: tuple[tuple[str, ...], ...] = ()
    also: tuple[str, ...] = ()
    alternatives: tuple[str, ...] = ()
    examples: tuple[str, ...] = ()
    planned_examples: tuple[str, ...] = ()
    counter_examples: tuple[str, ...] = ()
    triggers: tuple[str, ...] = ()
    counter_triggers: tuple[str, ...] = ()
    one_object: bool = False
    tells_apart: bool = False
    datatype: str | None = None
    functional: bool = False
    inverse_functional: bool = False


@dataclass(frozen=True, slots=True)
class Individual:
    """Somebody or something that the ontology knows by name: its class, its preferred name, and all names and adjectives that mean it in
    any text ("Democratic Party", "Democrats", "Democratic"); `marks` mean it only beside a name, as in "(D-Ohio)"; where it
    `closes_name`, a name before it and a comma is one with it ("Boise, Idaho")."""

    iri: str
    type: str
    label: str
    names: tuple[str, ...]
    marks: tuple[str, ...] = ()
    closes_name: bool = False


@dataclass(frozen=True)
class Ontology:
    """Classes, relations and known individuals by IRI, words that do for each other by the local name of their class (lower case, base
    forms), and the digest (`sha256:…`) of the Turtle they came from."""

    classes: Mapping[str, OntologyClass]
    relations: Mapping[str, Relation]
    digest: str
    individuals: Mapping[str, Individual] = field(default_factory=dict)
    word_classes: Mapping[str, frozenset[str]] = field(default_factory=dict)
    _ancestors: dict[str, frozenset[str]] = field(default_factory=dict, repr=False, compare=False)
    _above: dict[tuple[str, ...], frozenset[str]] = field(default_factory=dict, repr=False, compare=False)

    def ancestors(self, iri: str) -> frozenset[str]:
        """The class itself and all its super-classes, equivalent ones among them; a cycle ends where it closes."""
        known = self._ancestors.get(iri)
        if known is None:
            seen: set[str] = set()
            todo = [iri]
            while todo:
                one = todo.pop()
                if one not in seen:
                    seen.add(one)
                    parent = self.classes.get(one)
                    todo.extend((*parent.parents, *parent.equivalents) if parent else ())
            known = self._ancestors[iri] = frozenset(seen)
        return known

    def classes_of(self, iris: Iterable[str]) -> frozenset[str]:
        """All of the ontology's classes that a member of these belongs to: they themselves and those above them."""
        return frozenset(up for iri in iris for up in self.ancestors(iri) if up == iri or up in self.classes)

    def is_a(self, iri: str, any_of: Iterable[str]) -> bool:
        """Whether the class is one of these or a sub-class of one; every class is where none is demanded."""
        wanted = frozenset(any_of)
        return not wanted or bool(self.ancestors(iri) & wanted)

    def is_someone(self, iri: str) -> bool:
        """Whether one asks for members of the class by "who"; a text may be a source, and is asked for by "which"."""
        return any("who" in self.classes[one].pronouns for one in self.ancestors(iri) if one in self.classes)

    def any_is_a(self, iris: tuple[str, ...], any_of: frozenset[str]) -> bool:
        """Whether one of the classes is one of these or a sub-class of one."""
        above = self._above.get(iris)
        if above is None:
            above = self._above[iris] = frozenset(up for iri in iris for up in self.ancestors(iri))
        return bool(iris) and (not any_of or not above.isdisjoint(any_of))

    @cached_property
    def told_by_nouns(self) -> frozenset[str]:
        """The classes of which nouns alone tell members: nothing says what a member's name looks like, so that any name may be one's."""
        named = {iri for iri, one in self.classes.items() if one.ner_labels or one.hidden_labels or one.given_names}
        named |= {one.type for one in self.individuals.values()}
        return frozenset(self.classes) - self._above_all(named)

    @cached_property
    def seldom_recognised(self) -> frozenset[str]:
        """The classes whose members' names no recogniser can be trusted with: works, goods and events are called like anything."""
        trusted = {iri for iri, one in self.classes.items() if not RELIABLE.isdisjoint(one.ner_labels)}
        return frozenset(self.classes) - self._above_all(trusted) - {iri for iri in self.classes if self.ancestors(iri) & trusted}

    def _above_all(self, iris: Iterable[str]) -> frozenset[str]:
        return frozenset(up for iri in iris for up in self.ancestors(iri))

    @cached_property
    def titles(self) -> frozenset[str]:
        """All that stands before the names of members of some class."""
        return frozenset(title for one in self.classes.values() for title in one.titles)

    @cached_property
    def bare_titles(self) -> frozenset[str]:
        """The titles, in lower case, that are no class's nouns: "Mr." tells nothing of who is meant, "governor" does."""
        labels = {label.lower() for one in self.classes.values() for label in one.labels}
        return frozenset(title.lower() for title in self.titles) - labels

    @cached_property
    def class_names(self) -> Mapping[str, str]:
        """Local name → IRI, for what users write after a slash in an example's brackets."""
        return {one.name: one.iri for one in self.classes.values()}

    @cached_property
    def by_name(self) -> Mapping[str, Individual]:
        """Known individuals by each of their names and marks."""
        return {name: one for one in self.individuals.values() for name in (*one.names, *one.marks)}

    @cached_property
    def default_class(self) -> str:
        """The class of what no noun tells: the one marked so, else the first."""
        return next((iri for iri, one in self.classes.items() if one.default), next(iter(self.classes), ""))
