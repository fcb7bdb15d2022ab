"""Clauses as tuples: a verb's proposition in its surface voice, with the full phrases of its arguments."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import Final

from kg.language.annotations import Proposition
from kg.language.clauses import surface_subjects
from kg.language.tokens import Doc, Token
from kg.openie.arguments import arguments_of, noun_phrase, resolved
from kg.openie.phrases import text
from kg.openie.relations import (
    OBJECTS,
    SUBJECTS,
    VERBS,
    Predicate,
    first_joined,
    implied_be,
    is_completed,
    is_coordinate,
    predicate_of,
    relation_tokens,
)
from kg.openie.tuples import Construction, OpenTuple

_NO_CLAUSE: Final = frozenset({"aux", "auxpass", "amod", "compound", "nmod", "prep"})
_OTHERWISE: Final = frozenset({"without", "instead", "rather"})  # what follows them isn't so
_BY_PLACE: Final[Mapping[str, Construction]] = MappingProxyType(
    {
        "relcl": Construction.RELATIVE,
        "acl": Construction.PARTICIPLE,
        "advcl": Construction.ADVERBIAL,
        "pcomp": Construction.ADVERBIAL,
        "xcomp": Construction.INFINITIVE,
        "ccomp": Construction.CONTENT,
        "csubj": Construction.CONTENT,
        "csubjpass": Construction.CONTENT,
    }
)


def clause_tuples(doc: Doc, propositions: Sequence[Proposition]) -> Iterator[OpenTuple]:
    """The tuples of each verb that has a subject: one for each subject and for each of the objects that "and" joins."""
    first = {one.predicate: one for one in reversed(propositions)}  # a verb's first reading; the others are alternatives
    for i in sorted(first):
        verb = doc[i]
        if verb.pos_ in VERBS and verb.dep_ not in _NO_CLAUSE and not is_completed(verb):
            yield from _of_verb(predicate_of(verb), first[i])


def _of_verb(predicate: Predicate, proposition: Proposition) -> Iterator[OpenTuple]:
    doc, subjects = predicate.verb.doc, _subjects(predicate)
    before = _before_gerund(predicate, subjects)
    if not subjects or before is None or (not before and _is_otherwise(predicate.top)):
        return
    own = relation_tokens(predicate)
    folded, rows = arguments_of(predicate, proposition, own)
    relation = text(doc, [*(before or implied_be(predicate, subjects)), *own, *folded])
    for subject in subjects:
        who = text(doc, resolved(noun_phrase(subject, predicate.verb), predicate.verb))
        for row in rows:
            arguments = tuple(dict.fromkeys(t for t in (text(doc, one) for one in row) if t))
            if who and relation:
                yield OpenTuple(who, relation, arguments, _construction(predicate, relation, arguments))


def _subjects(predicate: Predicate) -> list[Token]:
    """Who or what the relation is said of; nothing where only "which" or "what" says it."""
    found = surface_subjects(predicate.verb) or [c for c in predicate.top.children if c.dep_ in SUBJECTS]
    return [] if any(one.tag_ in {"WDT", "WP"} for one in found) else found


def _is_otherwise(verb: Token) -> bool:
    """Whether it is told as what wasn't done: "instead of hiring", "rather than hire"."""
    if verb.dep_ == "pcomp":
        prep = verb.head
        return any(t.lower_ in _OTHERWISE for t in (prep, prep.head, *prep.children))
    return verb.dep_ == "advcl" and any(c.lower_ in _OTHERWISE for c in verb.children)


def _before_gerund(predicate: Predicate, subjects: Sequence[Token]) -> list[int] | None:
    """What a gerund's relation begins with, the verb and preposition over it: "died after giving"; None where it has another subject."""
    prep = predicate.top.head
    if predicate.top.dep_ != "pcomp" or prep.dep_ != "prep":
        return []
    over = prep.head
    if over.pos_ in VERBS and over.i < prep.i and not any(c.dep_ in OBJECTS for c in over.children):
        same = [s.i for s in surface_subjects(over)] == [s.i for s in subjects]
        return [*relation_tokens(predicate_of(over)), prep.i] if same else None
    return []


def _construction(predicate: Predicate, relation: str, arguments: Sequence[str]) -> Construction:
    if not arguments:
        return Construction.INTRANSITIVE
    if relation.lower().startswith("to "):
        return Construction.INFINITIVE
    main = Construction.COPULA if any(c.dep_ in {"attr", "acomp"} for c in predicate.verb.children) else Construction.CLAUSE
    place = first_joined(predicate.top)
    return main if is_coordinate(place) else _BY_PLACE.get(place.dep_, main)
