"""What nouns say without a verb: appositions and titles as "is", possessives as "has", a noun's prepositions as "is in"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kg.language.annotations import Proposition
from kg.language.arguments import objects_of
from kg.language.tokens import Doc, Token
from kg.openie.phrases import COORDINATION, Words, phrase, text
from kg.openie.tuples import Construction, Nouns, OpenTuple

_APART = COORDINATION | {"relcl", "acl", "appos", "punct"}
_CLAUSES = COORDINATION | {"relcl", "appos"}
_COMPLEMENTS = frozenset({"attr", "acomp", "oprd"})  # a verb says it


def noun_tuples(doc: Doc, propositions: Sequence[Proposition], nouns: Nouns) -> Iterator[OpenTuple]:
    """The tuples of the constructions that are wanted."""
    seen: set[tuple[int, str, int]] = set()
    for one in propositions:
        noun = doc[one.predicate]
        if noun.pos_ not in {"NOUN", "PROPN", "NUM"}:
            continue
        for argument in one.arguments:
            other = doc[argument.token]
            made = None
            if argument.role == "holder" and noun.dep_ not in _COMPLEMENTS and other.pos_ == "PROPN" and _describes(noun):
                made = _identity(noun, other, nouns)
            elif argument.role == "poss" and nouns.possessives and other.pos_ != "PRON":
                made = _tuple(doc, phrase(other, _CLAUSES | {"case"}), "has", phrase(noun, _CLAUSES | {"poss"}), Construction.POSSESSIVE)
            key = (noun.i, argument.role, other.i)
            if made is not None and key not in seen:
                seen.add(key)
                yield made
        if nouns.attachments:
            yield from _attachments(noun)


def _describes(noun: Token) -> bool:
    """Whether it's no mere name or number: "Salem, Oregon" and "May 26, 1994" identify nothing."""
    return noun.pos_ == "NOUN" or (noun.pos_ == "PROPN" and any(c.dep_ in {"det", "poss", "prep"} for c in noun.children))


def _identity(noun: Token, name: Token, nouns: Nouns) -> OpenTuple | None:
    """ "Helen Marsh, the mayor's adviser" and "adviser Helen Marsh"."""
    doc = noun.doc
    if noun.i < name.i and noun.dep_ in {"compound", "nmod", "amod"}:
        if not nouns.titles or noun.pos_ != "NOUN":
            return None
        start = noun.i + 1
        who = [w for w in phrase(name, _APART) if w >= start]
        what = [w for w in phrase(name, _APART | {"prep"}) if w < start]
        return _tuple(doc, who, "is", what, Construction.TITLE)
    if not nouns.appositions or (name.is_ancestor(noun) and noun.dep_ != "appos"):
        return None
    what = phrase(noun, _CLAUSES if name.is_ancestor(noun) else _APART)
    return _tuple(doc, phrase(name, _APART), "is", what, Construction.APPOSITION)


def _attachments(noun: Token) -> Iterator[OpenTuple]:
    for prep in noun.rights:
        if prep.dep_ == "prep" and objects_of(prep):
            within = [w for w in phrase(prep, everywhere=frozenset({"relcl"})) if w != prep.i]
            made = _tuple(noun.doc, phrase(noun, _APART | {"prep"}), f"is {prep.text}", within, Construction.ATTACHMENT)
            yield from [made] if made is not None else []


def _tuple(doc: Doc, subject: Words, relation: str, argument: Words, construction: Construction) -> OpenTuple | None:
    who, what = text(doc, subject), text(doc, argument)
    return OpenTuple(who, relation, (what,), construction) if who and what else None
