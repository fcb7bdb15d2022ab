"""What statements say between two entities: which triples are affirmed, which of them are in dispute, and what follows."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from pyoxigraph import Literal, NamedNode

from kg import vocabulary as v
from kg.derivation import Node, Rules, Triple, derive
from kg.iris import inference_iri
from kg.rdf import Row
from kg.statement import Amount, When

FORMER_WORDS: Final = frozenset({"former", "formerly", "ex", "ex-", "onetime", "one-time", "erstwhile"})
"""Words of a time that say that something is over."""

Pair = tuple[NamedNode, Node]
"""Two entities, the lesser IRI first; or an entity and a literal."""


@dataclass(frozen=True, slots=True)
class Edge:
    """A statement that affirms or denies a triple of canonical entities (or of one and a literal); `amount` and `when` as far as they
    could part two."""

    statement: NamedNode
    triple: Triple
    affirmed: bool
    amount: tuple[str | None, ...] | None = None
    when: str | None = None
    former: bool = False

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
    """The triples that some edge affirms."""
    return {one.triple for one in edges if one.affirmed}


def inferences(edges: Iterable[Edge], rules: Rules) -> list[Inference]:
    """What follows from the affirmed edges. A premise that is disputed or over marks what follows from it."""
    by_triple: dict[Triple, list[Edge]] = defaultdict(list)
    for edge in edges:
        by_triple[edge.triple].append(edge)
    supports = {triple: [one for one in known if one.affirmed] for triple, known in by_triple.items()}
    disputed = {triple for triple, known in by_triple.items() if any(one.contradicts(other) for one in known for other in supports[triple])}
    found = []
    for triple, proofs in derive((triple for triple, known in supports.items() if known), rules).items():
        premises = frozenset().union(*proofs)
        resting = [one for premise in premises for one in supports[premise]]
        cautions = {"disputed" for premise in premises if premise in disputed} | {"former" for one in resting if one.former}
        found.append(Inference(triple, frozenset(one.statement for one in resting), frozenset(cautions)))
    return found


def triple_rows(edges: Iterable[Edge], following: Iterable[Inference], base: str) -> Iterator[Row]:
    """The plain triples, affirmed and following, and a node for each inference."""
    yield from affirmed(edges)
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
