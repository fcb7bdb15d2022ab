"""Whose it is: the name that trigger words speak of, by the syntax around them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from kg.extractors.phrases import Phrase
from kg.language.annotations import Mention, Proposition, Referent, read
from kg.language.tokens import Doc, Token

Fits = Callable[[Phrase], bool]

_PRONOUNS = frozenset("it its he his she her they their him them".split())
_ROLES = ("subj", "holder", "obj", "by", "to")
_BELONGING = frozenset({"of", "in", "for", "to", "at", "on"})
_MODIFYING = frozenset({"appos", "acl", "relcl", "amod", "compound", "poss", "nmod"})
_FUNCTION = frozenset({"ADP", "DET", "PUNCT", "PART"})
_STEPS = 12


@dataclass(frozen=True, slots=True)
class Owner:
    """The phrase that something is said of, the token that stands for it there, and whether syntax tells so: else it is the sentence's
    first that fits."""

    phrase: Phrase
    token: int
    told: bool


class Owners:
    """Finds owners in one Doc among its names."""

    def __init__(self, doc: Doc, phrases: Sequence[Phrase]) -> None:
        self.doc = doc
        names = [one for one in phrases if one.kind == "name"]
        self.names = [one for one in names if not any(p.start == one.start and p.end < one.end for p in names)]
        self.at = {i: one for one in reversed(self.names) for i in range(one.start, one.end)}
        self.readings: dict[int, list[Proposition]] = defaultdict(list)
        for one in read(doc, Proposition):
            self.readings[one.predicate].append(one)
        self.meant = dict(self._meant())

    def _meant(self) -> Iterator[tuple[int, Phrase]]:
        """The names that descriptions stand for, by their heads: "the company"."""
        mentions = read(self.doc, Mention)
        for referent in read(self.doc, Referent):
            named = [mentions[n].head for n in referent.mentions if mentions[n].kind == "name"]
            for n in referent.mentions:
                if mentions[n].kind != "name" and named:
                    before = [head for head in named if head < mentions[n].head] or named[:1]
                    if before[-1] in self.at:
                        yield mentions[n].head, self.at[before[-1]]

    def find(self, words: Sequence[int], object_: Phrase, fits: Fits) -> Owner | None:
        """Whose the object is by these trigger words: their possessor, subject or antecedent, else the sentence's first name that fits."""
        node, before = root_of(self.doc, words), -1
        for _ in range(_STEPS):
            for token in self._beside(node, before, object_):
                found = self._pick(token, object_, fits)
                if found is not None:
                    return Owner(found, token, True)
            where = next((child for child in node.children if _asks_where(child, node)), None)
            found = self._antecedent(where.i, object_, fits) if where is not None else None
            if found is not None:
                return Owner(found, found.start, True)
            if node.head is node:
                break
            node, before = node.head, node.i
        first = self._first(object_.start, object_, fits)
        return Owner(first, first.start, False) if first is not None else None

    def _beside(self, node: Token, before: int, object_: Phrase) -> Iterator[int]:
        """The tokens that may stand for the owner at one step of the way up, the closest tie first."""
        inside = range(object_.start, object_.end)
        if node.pos_ in {"NOUN", "PROPN", "ADJ"} and node.i not in inside:
            yield from (child.i for child in node.children if child.dep_ == "poss" and child.i != before)
            for prep in node.children:
                if prep.dep_ == "prep" and prep.lower_ in _BELONGING:
                    yield from (c.i for c in prep.children if c.dep_ == "pobj" and c.i not in inside and c.i != before)
        arguments = [argument for reading in self.readings.get(node.i, ()) for argument in reading.arguments]
        for role in _ROLES:
            yield from (a.token for a in arguments if a.role == role and a.token not in inside)
        yield from (child.i for child in node.children if child.dep_ in {"nsubj", "nsubjpass"} and child.i not in inside)
        if node.dep_ in _MODIFYING:
            yield node.head.i

    def _pick(self, token: int, object_: Phrase, fits: Fits) -> Phrase | None:
        word = self.doc[token]
        if word.lower_ in _PRONOUNS:
            return self._first(token, object_, fits)
        if word.lower_ == "whose":
            return self._antecedent(token, object_, fits)
        found = self.at.get(token) or self.meant.get(token)
        return found if found is not None and _other(found, object_) and fits(found) else None

    def _antecedent(self, token: int, object_: Phrase, fits: Fits) -> Phrase | None:
        """The nearest name before a relative."""
        sentence = self.doc[token].sent
        near = (self.at[i] for i in range(token - 1, sentence.start - 1, -1) if i in self.at)
        return next((one for one in near if _other(one, object_) and fits(one)), None)

    def _first(self, token: int, object_: Phrase, fits: Fits) -> Phrase | None:
        """What a pronoun, or a sentence that doesn't tell, speaks of: the first name that fits, of its sentence, else of the text."""
        able = [one for one in self.names if _other(one, object_) and fits(one)]
        sentence = self.doc[token].sent
        if self.doc[token].lower_ in _PRONOUNS:
            return _head([one for one in able if one.start < token] or able)
        return _head([one for one in able if sentence.start <= one.start < sentence.end] or able)


def root_of(doc: Doc, words: Sequence[int]) -> Token:
    """The word of a trigger that is over its others; function words are so only by themselves."""
    tokens = [doc[i] for i in words if doc[i].pos_ not in _FUNCTION] or [doc[i] for i in words]
    return next((token for token in tokens if token.head not in tokens), tokens[0])


def _head(found: Iterable[Phrase]) -> Phrase | None:
    return next(iter(found), None)


def _other(one: Phrase, object_: Phrase) -> bool:
    return one.label != object_.label and not one.overlaps(object_)


def _asks_where(child: Token, node: Token) -> bool:
    """Whether a clause is said of a place or time before it: "where …", "in which …"."""
    if child.lower_ == "where":
        return child.i < node.i
    return child.dep_ == "prep" and any(c.lower_ in {"which", "whom"} for c in child.children)
