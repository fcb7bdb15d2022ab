"""What statements say between two entities: which triples are affirmed, which of them are in dispute, and what follows."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from pyoxigraph import Literal, NamedNode

from kg import vocabulary as v
from kg.derivation import Node, Rules, Triple, anything, derive
from kg.iris import inference_iri
from kg.rdf import Row
from kg.statement import Amount, When

FORMER_WORDS: Final = frozenset({"former", "formerly", "ex", "ex-", "onetime", "one-time", "erstwhile"})
"""Words of a time that say that something is over."""

Pair = tuple[NamedNode, Node]
"""Two entities, the lesser IRI first; or an entity and a literal."""


@dataclass(frozen=True, slots=True)
class Edge:
    """A statement that affirms or denies a triple of canonical entities (its object may be a literal).

    `amount` and `when` as far as they could part two; `violates` the axioms that keep what it affirms out of the plain triples.
    """

    statement: NamedNode
    triple: Triple
    affirmed: bool
    amount: tuple[str | None, ...] | None = None
    when: str | None = None
    former: bool = False
    violates: frozenset[NamedNode] = frozenset()

    @property
    def pair(self) -> Pair:
        return pair(self.triple[0], self.triple[2])

    def contradicts(self, other: Edge) -> bool:
        """Whether one denies what the other affirms, and neither amount nor time parts them."""
        if self.affirmed == other.affirmed:
            return False
        apart = (self.amount and other.amount and self.amount != other.amount) or (self.when and other.when and self.when != other.when)
        return not apart


@dataclass(frozen=True, slots=True)
class Inference:
    """A triple that follows, the statements that it rests on, and what to be careful about: `disputed`, `former`."""

    triple: Triple
    premises: frozenset[NamedNode]
    cautions: frozenset[str]


def pair(subject: NamedNode, object: Node) -> Pair:
    """The two, of entities the lesser first."""
    return (object, subject) if isinstance(object, NamedNode) and object.value < subject.value else (subject, object)


def amount_key(amount: Amount | None) -> tuple[str | None, ...] | None:
    """What must be equal in two amounts that are the same: the numbers, or the words where there are none."""
    if amount is None:
        return None
    if amount.low is None and amount.high is None:
        return (amount.words.casefold(),)
    return amount.low, amount.high, amount.currency, amount.unit


def when_key(when: When | None) -> str | None:
    """What must be equal in two times that are the same."""
    return None if when is None else when.edtf or when.words.casefold()


def is_former(when: When | None) -> bool:
    """Whether the time says that it is over."""
    return when is not None and when.words.casefold() in FORMER_WORDS


def affirmed(edges: Iterable[Edge]) -> set[Triple]:
    """The triples that some edge affirms without violating anything."""
    return {one.triple for one in edges if one.affirmed and not one.violates}


def inferences(edges: Iterable[Edge], rules: Rules, fits: Callable[[Triple], bool] = anything) -> list[Inference]:
    """What follows from the edges that affirm and violate nothing, as far as it fits. A premise that is disputed or over marks what
    follows from it."""
    by_triple: dict[Triple, list[Edge]] = defaultdict(list)
    for edge in edges:
        by_triple[edge.triple].append(edge)
    supports = {triple: [one for one in known if one.affirmed and not one.violates] for triple, known in by_triple.items()}
    disputed = {triple for triple, known in by_triple.items() if any(one.contradicts(other) for one in known for other in supports[triple])}
    found = []
    for triple, proofs in derive((triple for triple, known in supports.items() if known), rules, fits).items():
        premises = frozenset().union(*proofs)
        resting = [one for premise in premises for one in supports[premise]]
        cautions = {"disputed" for premise in premises if premise in disputed} | {"former" for one in resting if one.former}
        found.append(Inference(triple, frozenset(one.statement for one in resting), frozenset(cautions)))
    return found


def triple_rows(edges: Collection[Edge], following: Iterable[Inference], base: str) -> Iterator[Row]:
    """The plain triples, affirmed and following, a node for each inference, and what keeps an affirmed triple from being plain."""
    yield from affirmed(edges)
    for edge in edges:
        for axiom in edge.violates:
            yield edge.statement, v.VIOLATES, axiom
    for one in following:
        subject, relation, object = one.triple
        yield subject, relation, object
        iri = inference_iri(base, *one.triple)
        yield iri, v.TYPE, v.INFERENCE
        yield iri, v.RDF_SUBJECT, subject
        yield iri, v.RDF_PREDICATE, relation
        yield iri, v.RDF_OBJECT, object
        for premise in one.premises:
            yield iri, v.DERIVED_FROM, premise
        for caution in one.cautions:
            yield iri, v.CAUTION, Literal(caution)
