"""Second objects and object complements that the parser ran together with the object before them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kg.language.annotations import Argument, Proposition
from kg.language.arguments import spread, unique
from kg.language.tokens import Token

_OBJECTS = frozenset({"dobj", "attr", "oprd", "ccomp"})
_MODIFYING = frozenset({"compound", "nmod", "poss"})


def doubled(verb: Token, lemma: str, arguments: Sequence[Argument]) -> Iterator[Proposition]:
    """The readings in which a noun has a part of its own: "sold the Norvale Clinic 4,000 masks", "declared Norvale Church redundant"."""
    for last in verb.rights:
        if last.dep_ == "ccomp" and last.pos_ in {"ADJ", "NOUN"} and not any(c.dep_ in {"cop", "aux", "mark"} for c in last.children):
            for first in _before(verb, last):
                yield _with(verb, lemma, arguments, first, Argument("obj", first.i), Argument("oprd", last.i))
        elif last.dep_ in _OBJECTS and (last.pos_ == "NOUN" or last.lower_ == "something"):
            for first in _before(verb, last):
                if first.pos_ == "PROPN" or last.pos_ == "PRON":
                    given = [Argument("to", t.i) for t in spread([first])]
                    yield _with(verb, lemma, arguments, first, *given, *(Argument("obj", t.i) for t in spread([last])))


def _before(verb: Token, last: Token) -> Iterator[Token]:
    """The phrase that stands between a verb and the word that the parser hung it on, whole."""
    first = next((c for c in last.lefts if c.dep_ == "nsubj" or (c.dep_ in _MODIFYING and c.right_edge.i < last.i)), None)
    determiners = [c for c in last.lefts if c.dep_ in {"det", "predet"}]
    if first is None or (first.dep_ == "poss" and not any(c.tag_ == "POS" for c in first.children)):
        return
    start = min([first.left_edge.i, *(c.i for c in determiners if c.i < first.i)])
    if start == verb.i + 1 or (start == verb.i + 2 and verb.nbor(1).dep_ == "prt"):
        yield first


def _with(verb: Token, lemma: str, arguments: Sequence[Argument], first: Token, *parted: Argument) -> Proposition:
    rest = [a for a in arguments if a.token not in {first.i, *(one.token for one in parted)}]
    return Proposition(verb.i, lemma, unique([*rest, *parted]))
