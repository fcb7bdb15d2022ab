"""Relation phrases: a verb with its auxiliaries, negation, adverbs and particle, and with the verbs that it completes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from kg.language.clauses import is_passive
from kg.language.lexicon import SAY
from kg.language.tokens import Token
from kg.openie.phrases import conjuncts

SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "csubjpass", "expl"})
OBJECTS = frozenset({"dobj", "attr", "acomp", "oprd"})
VERBS = frozenset({"VERB", "AUX"})
_AUXILIARIES = frozenset({"aux", "auxpass"})
_REDUCED = frozenset({"acl", "advcl", "pcomp", "relcl"})
_FEW = 4  # words that may stand between "agreed" and "to sell"


@dataclass(frozen=True, slots=True)
class Predicate:
    """A verb, and those over it whose relation it completes: "wants to begin to buy" is one relation, outermost verb first."""

    verbs: tuple[Token, ...]

    @property
    def verb(self) -> Token:
        """The innermost verb, which has the arguments."""
        return self.verbs[-1]

    @property
    def top(self) -> Token:
        """The outermost verb, which has the clause's place in the sentence."""
        return self.verbs[0]


def predicate_of(verb: Token) -> Predicate:
    """A verb with those over it."""
    verbs = [verb]
    while (over := _completed(verbs[0])) is not None:
        verbs.insert(0, over)
    return Predicate(tuple(verbs))


def is_completed(verb: Token) -> bool:
    """Whether another verb below completes the relation."""
    return any(_completed(child) == verb for over in (verb, *verb.children) for child in over.children)


def _completed(verb: Token) -> Token | None:
    """The verb whose relation an infinitive or participle completes: "wants to buy", "is ready to buy", but not "told X to buy"."""
    over = verb.head
    if verb.dep_ != "xcomp" or verb.pos_ not in VERBS:
        return None
    if over.pos_ == "ADJ" and over.dep_ == "acomp":
        return over.head
    between = any(c.dep_ in {"dobj", "dative"} and c.i < verb.i for c in over.children)
    return over if over.pos_ in VERBS and not between else None


def relation_tokens(predicate: Predicate) -> list[int]:
    """The tokens of the relation, but for a preposition: verbs, auxiliaries, negation, adverbs, particles."""
    found: set[int] = set()
    for verb, inner in zip(predicate.verbs, predicate.verbs[1:], strict=False):
        within = {token.i for token in inner.subtree}
        between = [t.i for t in verb.subtree if verb.i < t.i < inner.i and t.i not in within and not t.is_punct]
        found.update(_own(verb), between if len(between) <= _FEW else [])
    return [*_borrowed(predicate.top), *sorted(found | set(_own(predicate.verb)))]


def _own(verb: Token) -> list[int]:
    complement = next((c.i for c in verb.children if c.dep_ in OBJECTS and c.i > verb.i), -1)
    found = [verb.i]
    for child in verb.children:
        belongs = child.dep_ in _AUXILIARIES or child.dep_ in {"neg", "prt"}
        if child.dep_ == "advmod" and child.tag_ != "WRB":
            before = child.i < verb.i and not any(c.dep_ in SUBJECTS and c.i > child.i for c in verb.children)
            belongs = before or (verb.lemma_ == "be" and verb.i < child.i < complement)
        if belongs:
            found += [t.i for t in child.subtree]
    return found


def _borrowed(verb: Token) -> list[int]:
    """What a verb shares with the one it is joined to: "has met and hired", "wants to meet and hire"."""
    over = verb
    while _is_bare(over):
        over = over.head
    if over == verb:
        return []
    outer = _completed(over)
    above = relation_tokens(predicate_of(outer)) if outer is not None else []
    return [*above, *(c.i for c in over.children if c.dep_ in _AUXILIARIES and c.i < over.i)]


def _is_bare(verb: Token) -> bool:
    """Whether a verb is joined to one of its own form, without subject and auxiliary of its own."""
    joined = verb.dep_ == "conj" and verb.head.pos_ in VERBS and verb.tag_ == verb.head.tag_
    return joined and not any(c.dep_ in _AUXILIARIES or c.dep_ in SUBJECTS for c in verb.children)


def first_joined(verb: Token) -> Token:
    """The outermost of the verbs that a verb is joined to or completes, by whose place in the sentence all of them stand."""
    while True:
        over = _completed(verb) or (verb.head if verb.dep_ == "conj" and verb.head.pos_ in VERBS else None)
        if over is None:
            return verb
        verb = over


def is_coordinate(clause: Token) -> bool:
    """Whether a clause that the parser hangs on a later verb merely stands before it, at a semicolon: nothing here says its content."""
    return clause.dep_ == "ccomp" and clause.i < clause.head.i and clause.head.lemma_.lower() not in SAY


def implied_be(predicate: Predicate, subjects: Sequence[Token]) -> list[str]:
    """The form of "be" that a participle does without: of "the firm hired by X" it holds that it was hired by X."""
    verb = predicate.top
    finite = first_joined(verb).dep_ not in _REDUCED or any(c.dep_ in _AUXILIARIES for c in verb.children) or _borrowed(verb)
    participle = verb.tag_ == "VBG" or (verb.tag_ in {"VBN", "VBD"} and is_passive(verb))
    return [form_of_be(subjects, verb)] if participle and not finite else []


def form_of_be(subjects: Sequence[Token], near: Token) -> str:
    """ "is", "are", "was" or "were", in the number of the subjects and the tense of the sentence's main verb."""
    plural = len(subjects) > 1 or subjects[0].tag_ in {"NNS", "NNPS"} or len(conjuncts(subjects[0])) > 1
    root = near.sent.root
    past = root.tag_ == "VBD" or any(c.dep_ in _AUXILIARIES and c.tag_ == "VBD" for c in root.children)
    return ("were" if plural else "was") if past else ("are" if plural else "is")
