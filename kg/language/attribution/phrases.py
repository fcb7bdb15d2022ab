"""Attributions by a phrase: "according to X", "in X's view", "per X", "in the words of X"."""

from __future__ import annotations

from kg.language.attribution.complements import Range
from kg.language.attribution.draft import Draft, draft
from kg.language.attribution.words import VERBS
from kg.language.tokens import Token

_VIEWS = frozenset("view words opinion eyes judgment judgement telling estimation reading assessment".split())
_CLAUSAL = frozenset({"ccomp"})


def by_phrase(token: Token) -> Draft | None:
    """The attribution that a phrase makes, given its first word ("according", "in", "per"); None where it is no such phrase."""
    word = token.lower_
    if word == "according":
        to = next((c for c in token.children if c.lower_ == "to"), None)
        source = _object(to) if to is not None else None
        return _over(token, source, (token.i, token.i + 2)) if source is not None else None
    if word == "per":
        source = _object(token)
        named = source is not None and (source.pos_ == "PROPN" or any(c.dep_ == "det" for c in source.children))
        return _over(token, source, (token.i, token.i + 1)) if source is not None and named else None
    if word == "in":
        view = _object(token)
        if view is not None and view.lower_ in _VIEWS:
            return _in_view(token, view)
    return None


def _in_view(token: Token, view: Token) -> Draft | None:
    owner = next((c for c in view.children if c.dep_ == "poss"), None)
    if owner is None:
        owner = next((o for c in view.children if c.lower_ == "of" for o in [_object(c)] if o is not None), None)
    return _over(token, owner, (token.i, view.i + 1)) if owner is not None else None


def _object(prep: Token) -> Token | None:
    return next((c for c in prep.children if c.dep_ == "pobj"), None)


def _over(phrase: Token, source: Token, cue: Range) -> Draft | None:
    """The clause that the phrase hangs on is the source's; where the phrase closes it, what stands before."""
    clause = _clause(phrase)
    sentence = phrase.sent
    start, end = clause.left_edge.i, clause.right_edge.i + 1
    left, right = phrase.left_edge.i, phrase.right_edge.i + 1
    if right >= min(end, sentence.end) - 1:
        pieces = [(start, left)]
    elif left <= start + 1:
        pieces = [(right, end)]
    else:
        pieces = [(start, left), (right, end)]
    return draft((source, source), cue, [p for p in pieces if p[0] < p[1]])


def _clause(phrase: Token) -> Token:
    clause = phrase.head
    while clause.pos_ not in {"VERB", "AUX"} and clause.head != clause:
        clause = clause.head
    closing = phrase.i > phrase.sent.start and phrase.doc[phrase.i - 1].text == ","
    while (
        closing and clause.dep_ in _CLAUSAL and "clause" in VERBS.get(clause.head.lemma_.lower(), {})
    ):  # "A said …, according to B": B tells of A
        clause = clause.head
    return clause
