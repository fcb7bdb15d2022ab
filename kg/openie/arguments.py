"""The arguments of a relation as phrases: what it is said of first, then where, when and how; its preposition goes to the relation."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from kg.language.annotations import Proposition
from kg.language.arguments import antecedent
from kg.language.clauses import is_passive
from kg.language.lexicon import RELATIVES
from kg.language.tokens import Token
from kg.openie.phrases import COORDINATION, Words, conjuncts, phrase
from kg.openie.relations import OBJECTS, SUBJECTS, VERBS, Predicate, is_coordinate, predicate_of

_NO_ARGUMENT: Final = SUBJECTS | COORDINATION | {"punct", "mark", "intj", "parataxis", "dep", "meta", "aux", "auxpass", "neg", "prt"}
_PREPOSITIONS: Final = frozenset({"prep", "agent", "dative"})
_LATER: Final = frozenset({"relcl"})  # what makes tuples of its own is left out of an argument
_APART: Final = frozenset({"relcl", "appos"})


def arguments_of(predicate: Predicate, proposition: Proposition, relation: Sequence[int]) -> tuple[list[int], list[list[Words]]]:
    """What of the first argument belongs to the relation (a preposition, "that", "responsible for"), and the arguments: one row of them,
    or one for each of the objects that "and" joins."""
    verb, place = predicate.verb, predicate.top.i
    dependents = _dependents(predicate, set(relation))
    gapped = _gapped(predicate, proposition)
    first = next(_by_right(verb, dependents), None) if not gapped else None
    after, before = [c for c in dependents if c.i > place], [c for c in dependents if c.i < place]
    others = [_whole(c, proposition, verb) for c in (*after, *before, *_shared(predicate)) if c is not first]
    if first is None:
        return [], [[noun_phrase(one, verb), *others] for one in gapped] or [others]
    if first.dep_ in {"dobj", "attr"} and len(conjuncts(first)) > 1:
        return [], [[resolved(phrase(one, COORDINATION, everywhere=_LATER), verb), *others] for one in conjuncts(first)]
    folded, rest = _divided(first, proposition, verb)
    return folded, [[rest, *others]]


def noun_phrase(noun: Token, verb: Token) -> list[int]:
    """A noun with what describes it, but for the clause of this verb and for what makes tuples of its own."""
    words, branch = phrase(noun, _APART), verb
    while branch.head not in (noun, branch):
        branch = branch.head
    inside = branch.head == noun != branch
    return [w for w in words if w < branch.left_edge.i] if inside else words


def resolved(words: Words, verb: Token) -> Words:
    """The words with what a relative pronoun stands for in its place: "whose firm", the vendor's firm."""
    found: list[int | str] = []
    for word in words:
        token = verb.doc[word] if isinstance(word, int) else None
        noun = antecedent(token, verb) if token is not None and token.lower_ in RELATIVES else token
        if token is None or noun is None or noun == token:
            found.append(word)
        else:
            found += [*noun_phrase(noun, verb), *(["'s"] if token.lower_ == "whose" else [])]
    return found


def _dependents(predicate: Predicate, relation: set[int]) -> list[Token]:
    """The dependents of the relation's verbs that can be arguments, in order."""
    over = {token.i for token in (*predicate.verbs, *predicate.verb.ancestors)}
    found = [c for verb in predicate.verbs for c in verb.children if c.i not in relation and c.i not in over]
    return sorted((c for c in found if c.dep_ not in _NO_ARGUMENT and _is_argument(c)), key=lambda c: c.i)


def _is_argument(token: Token) -> bool:
    if token.tag_ == "WRB":
        return token.lower_ == "where" and token.head.dep_ == "relcl"
    if token.tag_ in {"WDT", "WP"} and token.dep_ in OBJECTS:
        return False
    if token.dep_ == "advcl":  # "…, retaining its staff" says something of its own
        return any(c.dep_ == "mark" or c.tag_ in {"WRB", "TO"} for c in token.children)
    return not is_coordinate(token)


def _gapped(predicate: Predicate, proposition: Proposition) -> list[Token]:
    """Objects that stand elsewhere: "the firm that X hired", "X met and hired Y"."""
    verb = predicate.verb
    if is_passive(verb):
        return []
    below = {token.i for token in predicate.top.subtree}
    return [verb.doc[a.token] for a in proposition.arguments if a.role == "obj" and a.token not in below]


def _by_right(verb: Token, dependents: Sequence[Token]) -> Iterator[Token]:
    """The dependents in the order of their right to be the first argument."""
    yield from (c for c in dependents if c.dep_ in OBJECTS or (c.dep_ == "dative" and c.pos_ != "ADP"))
    yield from (c for c in dependents if c.dep_ in {"ccomp", "xcomp"})
    yield from (c for c in dependents if c.dep_ in _PREPOSITIONS and (c.i > verb.i or any(t.lower_ in RELATIVES for t in c.children)))


def _shared(predicate: Predicate) -> list[Token]:
    """What stands before the first of joined verbs holds for all: "In May, X met Y and hired Z"."""
    found: list[Token] = []
    verb = predicate.top
    while verb.dep_ == "conj" and verb.head.pos_ in VERBS and not any(c.dep_ in SUBJECTS for c in verb.children):
        verb = predicate_of(verb.head).top
        subject = max((c.i for c in verb.children if c.dep_ in SUBJECTS), default=-1)
        found += [c for c in verb.children if c.i < subject and c.dep_ in {"prep", "npadvmod", "advcl"} and _is_argument(c)]
    return found


def _whole(head: Token, proposition: Proposition, verb: Token) -> Words:
    folded, rest = _divided(head, proposition, verb)
    return [*folded, *rest]


def _divided(head: Token, proposition: Proposition, verb: Token) -> tuple[list[int], Words]:
    """An argument's phrase: what can go to the relation, and the rest."""
    if head.tag_ == "WRB":  # "where"
        return [], ["in", *noun_phrase(antecedent(head, verb), verb)]
    words = phrase(head, everywhere=_LATER)
    until = _end_of_fold(head)
    rest: Words = resolved([w for w in words if w > until], verb)
    if not rest and head.dep_ == "prep":  # "the firm that X works for"
        below = {token.i for token in verb.subtree}
        outside = [a.token for a in proposition.arguments if a.role == head.lower_ and a.token not in below]
        rest = [w for token in outside[:1] for w in noun_phrase(verb.doc[token], verb)]
    return [w for w in words if w <= until], rest


def _end_of_fold(head: Token) -> int:
    """The last token of an argument that can go to the relation."""
    if head.dep_ in _PREPOSITIONS and head.pos_ in {"ADP", "SCONJ"}:
        return head.i
    if head.dep_ == "acomp":
        return next((c.i for c in head.rights if c.dep_ == "prep"), -1)
    if head.dep_ == "ccomp":
        return next((c.i for c in head.lefts if c.dep_ == "mark" and c.lower_ == "that"), -1)
    return -1
