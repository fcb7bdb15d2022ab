"""Gapping: a verb said once for two: "leased the yard to X and the mill to Y", "the cup went to X and the medal to Y"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from kg.language.annotations import Argument, Proposition
from kg.language.arguments import NOMINAL, objects_of, spread, unique
from kg.language.tokens import Token

_PREPOSITIONAL = frozenset({"prep", "dative"})


class Gap(NamedTuple):
    """What a verb that isn't said again has: in place of what, the preposition that is said again, and its objects."""

    noun: Token
    preposition: str
    objects: Sequence[Token]


def gaps(verb: Token) -> list[Gap]:
    """The second halves after a verb: "and the mill to Y", where a preposition of the verb comes again after a conjunct of its object."""
    found: list[Gap] = []
    for over in (verb, *(c for c in verb.rights if c.dep_ == "dobj")):
        for prep in over.rights:
            for one in prep.rights if prep.dep_ in _PREPOSITIONAL and prep.pos_ == "ADP" else ():
                for noun in one.rights if one.dep_ == "pobj" else ():
                    again = _again(verb, prep, noun) if noun.dep_ == "conj" and noun.pos_ in NOMINAL else None
                    if again is not None and (objects := objects_of(again)):
                        found.append(Gap(noun, prep.lower_, objects))
    return found


def _again(verb: Token, prep: Token, noun: Token) -> Token | None:
    inside = [c for c in noun.rights if c.dep_ == "prep"]
    beside = [c for c in verb.rights if c.dep_ in {"prep", "dative"} and c.i == noun.right_edge.i + 1]
    return next((c for c in (*inside[:1], *beside) if c.lower_ == prep.lower_), None)


def without(arguments: Sequence[Argument], found: Sequence[Gap]) -> list[Argument]:
    """A verb's arguments without those of its gaps."""
    theirs = {(gap.preposition, t.i) for gap in found for t in spread([gap.noun, *gap.objects])}
    return [a for a in arguments if (a.role, a.token) not in theirs]


def gapped(
    verb: Token, lemma: str, arguments: Sequence[Argument], replaced: Sequence[Token], found: Sequence[Gap]
) -> Iterator[Proposition]:
    """What is said with the gaps: their nouns stand for what is `replaced`."""
    tokens = {t.i for t in spread(replaced)}
    role = next((a.role for a in arguments if a.token in tokens), "")
    for gap in found if role else ():
        rest = [a for a in arguments if a.token not in tokens and a.role != gap.preposition]
        own = [Argument(role, gap.noun.i), *(Argument(gap.preposition, t.i) for t in spread(gap.objects))]
        yield Proposition(verb.i, lemma, unique([*rest, *own]), not any(a.role == "subj" for a in (*rest, *own)))
