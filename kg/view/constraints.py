"""What an ontology doesn't allow: an affirmed statement that violates an axiom is kept and marked, and gives no plain triple.

The axioms are a relation's domain and range, classes that have no member in common, and how many objects or subjects a relation may have.
Where it has more than it may, none of them wins, however many say it: all are kept out, until people reject those that are wrong.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from pyoxigraph import Literal, NamedNode

from kg import vocabulary as v
from kg.derivation import Node, Rules, Triple
from kg.literals import accepted, is_moment
from kg.ontology.model import Ontology
from kg.view.edges import Edge

Types = Mapping[NamedNode, frozenset[str]]
"""An entity → all its classes, those above its own among them."""


@dataclass(frozen=True, slots=True)
class Limit:
    """At most so many objects of a relation for one subject (`turned`: subjects for one object), and the axiom that says so.

    `holder` is the class of those whom it binds, `of` the class of what is counted; None: all.
    """

    axiom: NamedNode
    relation: NamedNode
    turned: bool
    most: int
    holder: str | None = None
    of: str | None = None


Place = tuple[Limit, Node]
"""A limit, and the entity that it binds (or the literal, where few may have the same)."""


class Constraints:
    """An ontology's axioms, ready to be held against statements."""

    def __init__(self, ontology: Ontology, rules: Rules) -> None:
        self._relations = ontology.relations
        self._apart = [(iri, other) for iri, one in ontology.classes.items() for other in one.disjoint if iri < other]
        self._gives = {iri: rules.alone(NamedNode(iri)) for iri in ontology.relations}
        self._limits: dict[NamedNode, list[Limit]] = defaultdict(list)
        for limit in limits(ontology, rules):
            self._limits[limit.relation].append(limit)

    def fits(self, triple: Triple, types: Types) -> bool:
        """Whether the triple's ends are what its relation may join."""
        return not self._unfitting(triple, types)

    def judged(self, edges: Iterable[Edge], types: Types) -> set[Edge]:
        """The edges, those that affirm with the axioms that they violate. All that is counted together must be among them."""
        found, fitting = set(), []
        for one in edges:
            unfitting = self._unfitting(one.triple, types) if one.affirmed else frozenset()
            if one.affirmed and not unfitting:
                fitting.append(one)
            else:
                found.add(replace(one, violates=unfitting))
        return found | self._counted(fitting, types)

    def places(self, edges: Iterable[Edge]) -> set[Place]:
        """Where the edges may be counted."""
        return {(limit, holder) for one in edges if one.affirmed for limit, holder, _ in self._counting(one.triple)}

    def counted_in(self, places: Iterable[Place]) -> tuple[set[tuple[Node, NamedNode]], set[tuple[NamedNode, Node]]]:
        """What all statements that are counted in one of these places have: a subject and relation, or a relation and object."""
        leading: dict[NamedNode, list[tuple[NamedNode, bool]]] = defaultdict(list)
        for iri, gives in self._gives.items():
            for relation, turned in gives:
                leading[relation].append((NamedNode(iri), turned))
        outgoing: set[tuple[Node, NamedNode]] = set()
        incoming: set[tuple[NamedNode, Node]] = set()
        for limit, holder in places:
            for relation, turned in leading[limit.relation]:
                if turned == limit.turned:
                    outgoing.add((holder, relation))
                else:
                    incoming.add((relation, holder))
        return outgoing, incoming

    def _unfitting(self, triple: Triple, types: Types) -> frozenset[NamedNode]:
        subject, relation, object = triple
        found = {v.DISJOINT_WITH} if self._is_torn(subject, types) or self._is_torn(object, types) else set()
        known = self._relations.get(relation.value)
        if known is not None:
            if not _is_one_of(subject, known.domain, types):
                found.add(v.DOMAIN)
            if not (_is_one_of(object, known.range, types) if known.datatype is None else _is_literal(object, known.datatype)):
                found.add(v.RANGE)
        return frozenset(found)

    def _is_torn(self, node: Node, types: Types) -> bool:
        """Whether it is of two classes that have no member in common."""
        own = types.get(node, frozenset()) if self._apart and isinstance(node, NamedNode) else frozenset()
        return any(one in own and other in own for one, other in self._apart)

    def _counted(self, fitting: Iterable[Edge], types: Types) -> set[Edge]:
        """The edges, whose ends fit, with the axioms by which there are too many of them."""
        counted: dict[Place, set[Node]] = defaultdict(set)
        places: dict[Edge, set[Place]] = {}
        for edge in fitting:
            places[edge] = set()
            for limit, holder, value in self._counting(edge.triple):
                if self._binds(limit, holder, value, types):
                    counted[limit, holder].add(value)
                    places[edge].add((limit, holder))
        exceeded = {place for place, values in counted.items() if number_of(values) > place[0].most}
        return {replace(edge, violates=frozenset(limit.axiom for limit, _ in held & exceeded)) for edge, held in places.items()}

    def _counting(self, triple: Triple) -> Iterator[tuple[Limit, Node, Node]]:
        """Each limit on what the triple gives by itself, whom it binds, and what it counts."""
        subject, relation, object = triple
        for gives, turned in self._gives.get(relation.value, ()):
            for limit in self._limits.get(gives, ()):
                yield (limit, subject, object) if turned == limit.turned else (limit, object, subject)

    def _binds(self, limit: Limit, holder: Node, value: Node, types: Types) -> bool:
        subject, object = (value, holder) if limit.turned else (holder, value)
        if not isinstance(subject, NamedNode) or self._unfitting((subject, limit.relation, object), types):
            return False
        return all(one is None or _is_one_of(node, frozenset({one}), types) for one, node in ((limit.holder, holder), (limit.of, value)))


def limits(ontology: Ontology, rules: Rules) -> Iterator[Limit]:
    """How many objects and subjects the relations may have.

    A relation that may follow from several triples has no limit: who was born in a town was born in its country too. (OWL 2 DL doesn't
    let it have one either.)
    """
    several = rules.composed
    for relation in ontology.relations.values():
        iri = NamedNode(relation.iri)
        if relation.functional and iri not in several:
            yield Limit(v.FUNCTIONAL, iri, turned=False, most=1)
        if relation.inverse_functional and iri not in several:
            yield Limit(v.INVERSE_FUNCTIONAL, iri, turned=True, most=1)
    for one in ontology.classes.values():
        for bound in one.at_most:
            if bound.relation in ontology.relations and NamedNode(bound.relation) not in several:
                yield Limit(v.MAX_CARDINALITY, NamedNode(bound.relation), False, bound.number, holder=one.iri, of=bound.of)


def number_of(values: Iterable[Node]) -> int:
    """How many different values there are; a year that is also told to the month or day is the same one."""
    known = set(values)
    moments = [one.value for one in known if isinstance(one, Literal) and is_moment(one.datatype)]
    coarser = {one for one in moments if any(other.startswith((f"{one}-", f"{one}T")) for other in moments)}
    return len(known) - len(coarser)


def _is_one_of(node: Node, classes: frozenset[str], types: Types) -> bool:
    return isinstance(node, NamedNode) and (not classes or not classes.isdisjoint(types.get(node, ())))


def _is_literal(node: Node, datatype: str) -> bool:
    allowed = accepted(datatype)
    return isinstance(node, Literal) and (allowed is None or node.datatype in allowed)
