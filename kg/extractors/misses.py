"""Near misses: wordings whose trigger word is in a text and which aren't found there, with what they lack."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from heapq import nsmallest
from typing import Final

from kg.extractors.matching import Fits, Index, Match, Matcher, Says, Suits, most_literal
from kg.language.annotations import Proposition
from kg.language.tokens import Doc
from kg.ontology.model import Ontology
from kg.ontology.patterns import Node, Pattern

_ROLES: Final = {
    "subj": "who does it",
    "obj": "what it is done to",
    "holder": "who is it",
    "poss": "whose it is",
    "comp": "a clause after it",
    "compound": "a noun before it",
    "amod": "an adjective before it",
    "appos": "a name beside it",
    "attr": "what it is",
    "oprd": "what it is called",
    "acomp": "how it is",
}
_WORDS: Final = 3  # of a word class, that are told
_LACKS: Final = 3  # that are told of one wording; one that lacks more is far from the text
_WORD_WEIGHT: Final = 2


@dataclass(frozen=True, slots=True)
class Lack:
    """What a wording lacks, as a clause. A word weighs more than an argument: with other words it is another wording."""

    why: str
    weight: int = 1


@dataclass(frozen=True, slots=True)
class Miss:
    """A wording that isn't found: its predicate's token, and what it lacks, a clause each. `distance` is what that weighs; what was found,
    and then not stated, is nearest."""

    pattern: Pattern
    trigger: int
    lacks: tuple[str, ...]
    distance: int


class Misses(Matcher):
    """Finds near misses in one Doc. `classes(token)` are the names of those that a word can have; `known` the ontology."""

    def __init__(
        self, doc: Doc, index: Index, fits: Fits, suits: Suits, says: Says, *, classes: Callable[[int], tuple[str, ...]], known: Ontology
    ) -> None:
        super().__init__(doc, index, fits, suits, says)
        self.classes, self.known = classes, known

    def misses(self, most: int) -> list[Miss]:
        """The nearest, at most so many and one of each relation's at each predicate, nearest first."""
        claims = self.claims()
        found = {(m.trigger, m.pattern.relation) for same in claims for m in most_literal(same)}
        best: dict[tuple[int, str], Miss] = {}
        for miss in (*self._lost(claims), *self._unanswered()):
            place = miss.trigger, miss.pattern.relation
            if place not in found and (place not in best or _rank(miss) < _rank(best[place])):
                best[place] = miss
        return nsmallest(most, best.values(), key=_rank)

    def _lost(self, claims: list[list[Match]]) -> Iterator[Miss]:
        """What was found, where another wording won."""
        for same in claims:
            winners = most_literal(same)
            for match in same:
                if match.pattern.counter or any(match.pattern.relation == one.pattern.relation for one in winners):
                    continue
                counter = next((m.pattern for m in same if m.pattern.counter and m.pattern.relation == match.pattern.relation), None)
                why = f'the wording "{winners[0].pattern.example}" says more of it' if winners else "another wording won"
                if counter is not None:
                    why = f'its counter-example "{counter.example}" won'
                yield Miss(match.pattern, match.trigger, (why,), 0)

    def _unanswered(self) -> Iterator[Miss]:
        for token, readings in self.readings.items():
            for reading in readings:
                for candidate in self.index.by_word.get(reading.lemma, ()):
                    if not candidate.pattern.counter:
                        lacks = self._lacks(candidate.pattern.root, token, reading, candidate.pattern)
                        if 0 < len(lacks) <= _LACKS:
                            why = tuple(one.why for one in sorted(lacks, key=lambda one: one.weight))
                            yield Miss(candidate.pattern, token, why, _weight(lacks))

    def _lacks(self, node: Node, token: int, reading: Proposition | None, pattern: Pattern) -> list[Lack]:
        """What a pattern's word and all that must hang on it lack at a word of the text."""
        found = [] if self._is(node, token, pattern) else [self._mismatch(node, token, pattern)]
        for role, child in node.edges:
            if reading is None:
                found.append(_missing(role, child))
            elif next(self._edge(role, child, token, reading, node, pattern), None) is None:
                found += self._edge_lacks(role, child, token, reading, node, pattern)
        return found

    def _edge_lacks(self, role: str, child: Node, token: int, reading: Proposition, node: Node, pattern: Pattern) -> list[Lack]:
        """What lacks where nothing answers an edge: all of it, or what the nearest argument in its role lacks."""
        nominal = reading.predicate in self.readings and self.tags[token] in {"NOUN", "PROPN", "ADJ"}
        has_holder = any(one == "holder" for one, _ in node.edges)
        answering = self._answering(role, reading, nominal, has_holder, len(node.edges) == 1)
        near = [
            self._lacks(child, one.token, below, pattern)
            for one in answering
            for below in ([*self.readings.get(one.token, ())] if child.edges else []) or [None]
        ]
        mere = Lack(f"{_what(child)} is a mere word before it, and no name")
        return min((lacks or [mere] for lacks in near), key=_weight, default=[_missing(role, child)])

    def _mismatch(self, node: Node, token: int, pattern: Pattern) -> Lack:
        word = self.doc[token].text
        if node.kind == "literal":
            return Lack(f'"{word}" stands where {_what(node)} is wanted', _WORD_WEIGHT)
        if node.kind in {"money", "value"}:
            return Lack(f'"{word}" is no {_what(node).split(" ", 1)[1]}')
        if node.lemma and self.lemmas[token] != node.lemma:
            return Lack(f'"{word}" stands where the {node.kind} is the word "{node.lemma}"', _WORD_WEIGHT)
        if node.named and token not in self.proper:
            return Lack(f'the {node.kind} "{word}" is no name')
        wanted = node.classes or self.allowed(pattern.relation, node.kind)
        names = " or ".join(sorted(self.known.classes[iri].name for iri in wanted if iri in self.known.classes)) or "something"
        classes = self.classes(token)
        is_what = f"can be {' or '.join(classes)}" if classes else "is of no known class"
        return Lack(f'the {node.kind} "{word}" {is_what}, where {names} is wanted')


def _weight(lacks: list[Lack]) -> int:
    return sum(one.weight for one in lacks)


def _rank(miss: Miss) -> tuple[int, int, int, str, str]:
    return miss.distance, -miss.pattern.literals, miss.trigger, miss.pattern.relation, miss.pattern.example


def _missing(role: str, child: Node) -> Lack:
    return Lack(f"{_ROLES.get(role, f'“{role} …”')} is missing ({_what(child)})", max(1, _size(child)))


def _size(node: Node) -> int:
    """What a word weighs with all that must hang on it."""
    own = _WORD_WEIGHT if node.kind == "literal" or node.lemma else int(node.kind not in {"anything", "clause"})
    return own + sum(_size(child) for _, child in node.edges)


def _what(node: Node) -> str:
    """What a pattern asks for, in words."""
    if node.kind == "literal":
        words = sorted(node.lemmas - {node.lemma})
        others = f" or {' or '.join(words[: _WORDS - 1])}" if words else ""
        return f'the word "{node.lemma}"{others}' + (" and so on" if len(words) >= _WORDS else "")
    if node.kind == "value":
        return "an amount of money" if node.money else f"a {node.datatype.rpartition('#')[2]}"
    wild = {"anything": "anything", "clause": "what is done", "money": "an amount of money"}
    return wild.get(node.kind, f"the {node.kind}")
