"""What follows from what is affirmed: the part of OWL 2 RL that is about relations.

These are sub-, equivalent, inverse, symmetric and transitive relations and chains (the rules prp-spo1, prp-eqp, prp-inv, prp-symp,
prp-trp and prp-spo2). Which entities are one is known before, and a class only says what a relation may join.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import product
from typing import Final, TypeVar

from pyoxigraph import Literal, NamedNode

from kg.ontology.model import Ontology

Node = NamedNode | Literal
Triple = tuple[NamedNode, NamedNode, Node]
Proof = frozenset[Triple]
"""Affirmed triples from which another follows, none of them superfluous."""

MAX_PROOFS: Final = 16
"""Proofs kept of one triple, the shortest; more tell nobody more, and could be exponentially many."""
MAX_PREMISES: Final = 8
"""Triples that a proof may rest on where there are several; of longer ones only the shortest found is kept."""
LONGEST_PROOF: Final = 32
"""Triples that any proof may rest on: no office, firm or place is deeper within others, and a longer row of them only fills a store.

So all that follows from 32 triples or fewer is found, and of more what has a proof no longer than that.
"""

_Relation = Hashable
"""A relation's IRI, or the beginning of a chain."""
_Fact = tuple[NamedNode, _Relation, Node]
_Numbers = frozenset[int]
"""A proof, its triples by their places in the order of their IRIs: quick to join and to compare."""
_T = TypeVar("_T")


@dataclass(frozen=True)
class Rules:
    """An ontology's axioms as rules of one premise and of two.

    `single`: relation → (what follows, whether subject and object change places). `first` and `second`: relation → (the relation of
    the other step, what follows), for the first and the second of two steps. A longer chain has a relation of its own for each of its
    beginnings.
    """

    single: Mapping[_Relation, frozenset[tuple[_Relation, bool]]]
    first: Mapping[_Relation, frozenset[tuple[_Relation, _Relation]]]
    second: Mapping[_Relation, frozenset[tuple[_Relation, _Relation]]]

    def alone(self, relation: NamedNode) -> frozenset[tuple[NamedNode, bool]]:
        """What a triple of the relation gives by itself, the relation among it, and whether subject and object change places."""
        found: set[tuple[_Relation, bool]] = set()
        todo: list[tuple[_Relation, bool]] = [(relation, False)]
        while todo:
            one, turned = step = todo.pop()
            if step not in found:
                found.add(step)
                todo.extend((gives, turned ^ turns) for gives, turns in self.single.get(one, ()))
        return frozenset((one, turned) for one, turned in found if isinstance(one, NamedNode))

    @property
    def composed(self) -> frozenset[NamedNode]:
        """The relations that may follow from several triples."""
        heads = {gives for follows in self.first.values() for _, gives in follows if isinstance(gives, NamedNode)}
        return frozenset(one for head in heads for one, _ in self.alone(head))

    @property
    def steps(self) -> frozenset[tuple[NamedNode, bool]]:
        """The relations that a proof with several premises may walk along, and whether against their direction."""
        found: set[tuple[_Relation, bool]] = {(one, False) for one in (*self.first, *self.second)}
        while True:
            leading = {(one, turned ^ turns) for one, gives in self.single.items() for to, turns in gives for turned in _turns(found, to)}
            if leading <= found:
                return frozenset((one, turned) for one, turned in found if isinstance(one, NamedNode))
            found |= leading


def rules(ontology: Ontology) -> Rules:
    """The ontology's axioms between its own relations. What a relation to literals states follows for the wider ones alone."""
    single: dict[_Relation, set[tuple[_Relation, bool]]] = defaultdict(set)
    double: set[tuple[_Relation, _Relation, _Relation]] = set()
    literal = {one.iri for one in ontology.relations.values() if one.datatype is not None}
    for relation in ontology.relations.values():
        this = NamedNode(relation.iri)
        wider = {*relation.supers, *relation.equivalents} - {relation.iri}
        alike = (one for one in wider if one in ontology.relations and (one in literal) == (relation.iri in literal))
        single[this].update((NamedNode(one), False) for one in alike)
        if relation.iri in literal:
            continue
        if relation.inverse is not None and relation.inverse not in literal:
            single[this].add((NamedNode(relation.inverse), True))
            single[NamedNode(relation.inverse)].add((this, True))
        if relation.symmetric:
            single[this].add((this, True))
        if relation.transitive:
            double.add((this, this, this))
        for chain in relation.chains:
            if literal.isdisjoint(chain):
                double.update(_steps(this, tuple(NamedNode(one) for one in chain)))
    first: dict[_Relation, set[tuple[_Relation, _Relation]]] = defaultdict(set)
    second: dict[_Relation, set[tuple[_Relation, _Relation]]] = defaultdict(set)
    for one, other, gives in double:
        first[one].add((other, gives))
        second[other].add((one, gives))
    return Rules(_frozen(single), _frozen(first), _frozen(second))


def anything(triple: Triple) -> bool:
    """Fits every triple."""
    return True


def derive(affirmed: Iterable[Triple], rules: Rules, fits: Callable[[Triple], bool] = anything) -> dict[Triple, frozenset[Proof]]:
    """Each triple that follows and isn't itself affirmed, with its proofs.

    Nothing follows that relates a thing to itself or doesn't fit, and from what doesn't fit nothing follows.
    """
    given = sorted(set(affirmed), key=lambda one: ([term.value for term in one], str(one[2])))
    closure = _Closure(rules, fits)
    closure.run({one: frozenset({frozenset({number})}) for number, one in enumerate(given)})
    for one in given:
        del closure.proofs[one]
    return {
        (subject, relation, object): frozenset(frozenset(given[number] for number in proof) for proof in proofs)
        for (subject, relation, object), proofs in closure.proofs.items()
        if isinstance(relation, NamedNode) and subject != object
    }


def _frozen(table: Mapping[_Relation, set[tuple[_Relation, _T]]]) -> dict[_Relation, frozenset[tuple[_Relation, _T]]]:
    return {key: frozenset(value) for key, value in table.items()}


def _turns(steps: set[tuple[_Relation, bool]], relation: _Relation) -> list[bool]:
    return [turned for turned in (False, True) if (relation, turned) in steps]


def _steps(head: NamedNode, chain: tuple[NamedNode, ...]) -> Iterator[tuple[_Relation, _Relation, _Relation]]:
    """A chain as steps of two: its beginning and the next relation give a longer beginning, at the end the head."""
    if len(chain) < 2:
        return
    beginning: _Relation = chain[0]
    for length, relation in enumerate(chain[1:], start=2):
        gives: _Relation = head if length == len(chain) else (head, chain[:length])
        yield beginning, relation, gives
        beginning = gives


class _Closure:
    """The facts found so far, by rounds: what a round finds the next one uses, so that no order of the input matters."""

    def __init__(self, rules: Rules, fits: Callable[[Triple], bool]) -> None:
        self._rules, self._fits = rules, fits
        self.proofs: dict[_Fact, frozenset[_Numbers]] = {}
        self._objects: dict[tuple[_Relation, Node], set[Node]] = defaultdict(set)
        self._subjects: dict[tuple[_Relation, Node], set[NamedNode]] = defaultdict(set)

    def run(self, found: Mapping[_Fact, frozenset[_Numbers]]) -> None:
        while found:
            changed = [fact for fact, proofs in found.items() if self._learn(fact, proofs)]
            found = self._round(changed)

    def _learn(self, fact: _Fact, proofs: frozenset[_Numbers]) -> bool:
        """Whether these proofs tell anything new of the fact."""
        before = self.proofs.get(fact, frozenset())
        best = _best(before | proofs)
        if best == before:
            return False
        subject, relation, object = fact
        self.proofs[fact] = best
        self._objects[relation, subject].add(object)
        self._subjects[relation, object].add(subject)
        return True

    def _round(self, changed: Iterable[_Fact]) -> Mapping[_Fact, frozenset[_Numbers]]:
        found: dict[_Fact, set[_Numbers]] = defaultdict(set)
        for fact in changed:
            for conclusion, proofs in self._conclusions(fact):
                if conclusion in self.proofs or self._may_follow(*conclusion):
                    found[conclusion].update(proofs)
        return {fact: frozenset(proofs) for fact, proofs in found.items()}

    def _may_follow(self, subject: NamedNode, relation: _Relation, object: Node) -> bool:
        return not isinstance(relation, NamedNode) or self._fits((subject, relation, object))

    def _conclusions(self, fact: _Fact) -> Iterator[tuple[_Fact, Iterable[_Numbers]]]:
        subject, relation, object = fact
        for gives, turned in self._rules.single.get(relation, ()):
            if not turned:
                yield (subject, gives, object), self.proofs[fact]
            elif isinstance(object, NamedNode):
                yield (object, gives, subject), self.proofs[fact]
        if isinstance(object, Literal):
            return
        for other, gives in self._rules.first.get(relation, ()):
            for end in self._objects.get((other, object), ()):
                yield (subject, gives, end), self._both(fact, (object, other, end))
        for other, gives in self._rules.second.get(relation, ()):
            for start in self._subjects.get((other, subject), ()):
                yield (start, gives, object), self._both((start, other, subject), fact)

    def _both(self, first: _Fact, second: _Fact) -> Iterator[_Numbers]:
        for one, other in product(self.proofs[first], self.proofs[second]):
            joined = one | other
            if len(joined) <= LONGEST_PROOF:
                yield joined


def _best(proofs: frozenset[_Numbers]) -> frozenset[_Numbers]:
    """The shortest proofs, without those that hold another; of long ones a single one."""
    kept: list[_Numbers] = []
    for one in sorted(proofs, key=_order) if len(proofs) > 1 else proofs:
        if kept and len(one) > MAX_PREMISES:
            break
        if not any(shorter <= one for shorter in kept):
            kept.append(one)
        if len(kept) == MAX_PROOFS:
            break
    return frozenset(kept)


def _order(proof: _Numbers) -> tuple[int, list[int]]:
    return len(proof), sorted(proof)
