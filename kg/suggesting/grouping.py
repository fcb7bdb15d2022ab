"""Propositions → relations that would cover them: those that say the same of entities of like classes are one, most frequent first."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from spacy.language import Language

from kg.ontology.compile import compile_ontology
from kg.ontology.model import Ontology, Relation
from kg.ontology.phrasing import FORMS, between
from kg.suggesting.finding import Saying

_TRIED: Final = 3
"""Propositions of a group that are tried as its example."""
_PLAIN: Final = re.compile(r"[A-Za-z][\w .,&'’-]*")
_LONGEST: Final = 60


@dataclass(frozen=True, slots=True)
class Found:
    """A proposition, and the IRI of the article that says it."""

    article: str
    saying: Saying


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A relation that isn't there yet, with an example of it and all that it would cover."""

    name: str
    label: str
    example: str
    domain: tuple[str, ...]
    range: tuple[str, ...]
    found: tuple[Found, ...]

    @property
    def articles(self) -> int:
        """How many articles say it."""
        return len({one.article for one in self.found})

    @property
    def classes(self) -> tuple[tuple[tuple[str, str], int], ...]:
        """The classes (IRIs) that it joins, each pair with how often, most first."""
        counted = Counter((one.saying.subject.type, one.saying.object.type) for one in self.found)
        return tuple(sorted(counted.items(), key=lambda one: (-one[1], one[0])))


def suggestions(found: Iterable[Found], ontology: Ontology, nlp: Language, *, least: int = 1, most: int = 20) -> list[Suggestion]:
    """The relations that at least `least` of these propositions would be of, at most `most`; each gives a sure pattern when compiled.

    `nlp` needs a tagger, a parser and a lemmatizer, and nothing of ours.
    """
    groups = [one for one in _groups(found, ontology) if len(one) >= least]
    groups.sort(key=lambda one: (-len(one), -len({each.article for each in one}), one[0].saying.predicate))
    taken = {one.name for one in ontology.relations.values()}
    made: list[Suggestion] = []
    for some in _chunks(groups, most):
        for group, wording in zip(some, _wordings(some, ontology, nlp), strict=True):
            if wording is not None and len(made) < most:
                label, example = wording
                name = _name(label, taken)
                taken.add(name)
                sides = [_joined({side(one.saying) for one in group}, ontology) for side in (_subject, _object)]
                made.append(Suggestion(name, label, example, sides[0], sides[1], tuple(group)))
        if len(made) == most:
            break
    return made


def _subject(saying: Saying) -> str:
    return saying.subject.type


def _object(saying: Saying) -> str:
    return saying.object.type


# -- groups -----------------------------------------------------------------------------------------------------------------------------


def _groups(found: Iterable[Found], ontology: Ontology) -> Iterator[list[Found]]:
    """Those of one predicate whose subjects have a class above them in common, and whose objects have."""
    by_predicate: dict[tuple[str, str, str, str], list[Found]] = defaultdict(list)
    for one in found:
        by_predicate[one.saying.predicate].append(one)
    for same in by_predicate.values():
        groups: list[tuple[set[str], set[str], list[Found]]] = []
        for one in same:
            subjects, objects = ontology.ancestors(one.saying.subject.type), ontology.ancestors(one.saying.object.type)
            alike = next((group for group in groups if group[0] & subjects and group[1] & objects), None)
            if alike is None:
                groups.append((set(subjects), set(objects), [one]))
            else:
                alike[0].intersection_update(subjects)
                alike[1].intersection_update(objects)
                alike[2].append(one)
        yield from (group for _, _, group in groups)


def _joined(classes: set[str], ontology: Ontology) -> tuple[str, ...]:
    """The class, or of several the nearest that is above all."""
    if len(classes) == 1:
        return tuple(classes)
    above = frozenset.intersection(*(ontology.ancestors(one) for one in classes))
    nearest = max(sorted(above), key=lambda one: len(ontology.ancestors(one)), default=None)
    return (nearest,) if nearest is not None else tuple(sorted(classes))


# -- wordings ---------------------------------------------------------------------------------------------------------------------------


def _wordings(groups: Sequence[Sequence[Found]], ontology: Ontology, nlp: Language) -> list[tuple[str, str] | None]:
    """For each group a label and an example that gives one sure pattern, of the predicate that is meant; None where none does."""
    tried = [[*dict.fromkeys(worded for one in _plainest(group) if (worded := _worded(one)) is not None)][:_TRIED] for group in groups]
    numbered = {f"{n}/{m}": (n, worded) for n, some in enumerate(tried) for m, worded in enumerate(some)}
    relations = {
        key: Relation(key, key, worded[0], "", frozenset(), frozenset(), examples=(worded[1],)) for key, (_, worded) in numbered.items()
    }
    compiled = compile_ontology(replace(ontology, relations=relations), nlp)
    doubtful = {one.relation for one in compiled.doubts}
    good: dict[int, tuple[str, str]] = {}
    for pattern in compiled.patterns:
        n, worded = numbered[pattern.relation]
        if pattern.relation not in doubtful and pattern.root.lemma in {(lemma := groups[n][0].saying.lemma), lemma.split()[-1]}:
            good.setdefault(n, worded)
    return [good.get(n) for n in range(len(groups))]


def _plainest(group: Sequence[Found]) -> list[Saying]:
    """Those first whose verb is in a plain form and in the one that most have, whose classes most have, and whose names are short."""
    order = {tag: n for n, tag in enumerate(FORMS)}
    words = Counter((one.saying.tag, one.saying.word) for one in group)
    classes = Counter((one.saying.subject.type, one.saying.object.type) for one in group)

    def rank(one: Saying) -> tuple[object, ...]:
        shown = (-words[one.tag, one.word], -classes[one.subject.type, one.object.type])
        return order.get(one.tag, len(order)), *shown, sum(map(len, one.names)), one.names, one.place.start

    return sorted((one.saying for one in group), key=rank)


def _worded(one: Saying) -> tuple[str, str] | None:
    """The words between the two, and the sentence; None where a name can't stand in brackets."""
    if not all(_PLAIN.fullmatch(name) and len(name) <= _LONGEST for name in one.names):
        return None
    label = between(one.form, one.lemma, one.word, one.tag, one.phrase if one.noun or one.form == "noun" else "", one.role)
    first = one.names[0]
    return label, f"[{first[0].upper()}{first[1:]}] {label} [{one.names[1]}]."


def _name(label: str, taken: Iterable[str]) -> str:
    """A local name that isn't taken yet, of the label's words without articles and auxiliaries."""
    words = [word for word in re.findall(r"[a-z0-9]+", label) if word not in {"a", "an", "the", "is", "are", "was"}]
    name = "_".join(words) or "relation"
    known = set(taken)
    return next(one for one in (name, *(f"{name}_{n}" for n in range(2, len(known) + 3))) if one not in known)


def _chunks(groups: list[list[Found]], size: int) -> Iterator[list[list[Found]]]:
    for start in range(0, len(groups), size):
        yield groups[start : start + size]
