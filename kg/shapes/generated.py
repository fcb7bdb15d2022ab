"""An ontology's domains, ranges, bounds and disjoint classes as SHACL shapes, one for each relation and class that sets a limit.

They say what `kg.view.constraints` holds statements against, for the graph in which every affirmed statement gives its plain triple.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import count
from typing import Final

from pyoxigraph import BlankNode, Literal, NamedNode, Quad

from kg import vocabulary as v
from kg.derivation import rules
from kg.literals import accepted, is_moment
from kg.ontology.model import Ontology, OntologyClass, Relation
from kg.rdf import Row
from kg.view.constraints import Limit, limits

Node = NamedNode | BlankNode
_SHAPE, _PROPERTY, _PATH, _MESSAGE = v.SH("NodeShape"), v.SH("property"), v.SH("path"), v.SH("message")
_FINER: Final = """SELECT $this WHERE {{
  $this <{relation}> ?value .
  FILTER NOT EXISTS {{ $this <{relation}> ?finer
    FILTER(STRSTARTS(STR(?finer), STR(?value)) && SUBSTR(STR(?finer), STRLEN(STR(?value)) + 1, 1) IN ("-", "T")) }}
}} GROUP BY $this HAVING (COUNT(DISTINCT ?value) > {most})"""
"""Who has more dates than may be, where a date that is also told more precisely isn't another one."""


def shapes(ontology: Ontology) -> list[Quad]:
    """The shapes, in the default graph. A shape is named by its relation or class: `…#hired` has `…#hiredShape`."""
    return [Quad(*row) for row in _Writer(ontology).rows()]


class _Writer:
    """Writes shapes; each blank node has a number of its own."""

    def __init__(self, ontology: Ontology) -> None:
        self._ontology = ontology
        self._limits = list(limits(ontology, rules(ontology)))
        self._numbers = count()

    def rows(self) -> Iterator[Row]:
        for relation in self._ontology.relations.values():
            yield from self._relation(relation)
        for one in self._ontology.classes.values():
            yield from self._class(one)

    def _relation(self, relation: Relation) -> Iterator[Row]:
        iri = NamedNode(relation.iri)
        shape = NamedNode(f"{relation.iri}Shape")
        yield shape, v.TYPE, _SHAPE
        yield shape, v.SH("targetSubjectsOf"), iri
        if relation.domain:
            yield from self._kinds(shape, relation.domain)
            yield shape, _MESSAGE, Literal(f"The subject of “{relation.label}” must be {self._names(relation.domain)}.")
        yield from self._range(shape, relation)
        for limit in self._of(iri, v.FUNCTIONAL):
            yield from self._bound(shape, limit, relation, f"“{relation.label}” has one object at most.")
        for limit in self._of(iri, v.INVERSE_FUNCTIONAL):
            inverse = NamedNode(f"{relation.iri}InverseShape")
            yield inverse, v.TYPE, _SHAPE
            yield inverse, v.SH("targetObjectsOf"), iri
            yield from self._bound(inverse, limit, relation, f"“{relation.label}” has one subject at most.")

    def _range(self, shape: NamedNode, relation: Relation) -> Iterator[Row]:
        node = self._blank()
        yield shape, _PROPERTY, node
        yield node, _PATH, NamedNode(relation.iri)
        if relation.datatype is not None:
            yield from self._literal(node, relation.datatype)
            wanted = f"a literal of the type {_name(relation.datatype)}"
        elif relation.range:
            yield from self._kinds(node, relation.range)
            wanted = self._names(relation.range)
        else:
            yield node, v.SH("nodeKind"), v.SH("IRI")
            wanted = "an entity"
        yield node, _MESSAGE, Literal(f"The object of “{relation.label}” must be {wanted}.")

    def _class(self, one: OntologyClass) -> Iterator[Row]:
        shape = NamedNode(f"{one.iri}Shape")
        bounds = [limit for limit in self._limits if limit.holder == one.iri]
        others = [other for other in one.disjoint if one.iri < other]
        if bounds or others:
            yield shape, v.TYPE, _SHAPE
            yield shape, v.SH("targetClass"), NamedNode(one.iri)
        for other in others:
            node = self._blank()
            yield shape, v.SH("not"), node
            yield node, v.SH("class"), NamedNode(other)
        if others:
            yield shape, _MESSAGE, Literal(f"Nothing that is {self._names([one.iri])} is {self._names(others)} too.")
        for limit in bounds:
            relation = self._ontology.relations[limit.relation.value]
            counted = f" that are {self._names([limit.of])}" if limit.of else ""
            text = f"“{relation.label}” has {limit.most} objects{counted} at most, of {self._names([one.iri])}."
            yield from self._bound(shape, limit, relation, text)

    def _of(self, relation: NamedNode, axiom: NamedNode) -> list[Limit]:
        return [one for one in self._limits if one.relation == relation and one.axiom == axiom]

    def _bound(self, shape: NamedNode, limit: Limit, relation: Relation, message: str) -> Iterator[Row]:
        """At most so many of those that the relation may join at all: what doesn't fit its range is another violation."""
        node = self._blank()
        if relation.datatype is not None and not limit.turned and is_moment(NamedNode(relation.datatype)):
            yield shape, v.SH("sparql"), node
            yield node, v.SH("select"), Literal(_FINER.format(relation=relation.iri, most=limit.most))
            yield node, _MESSAGE, Literal(message)
            return
        yield shape, _PROPERTY, node
        path: Node = self._blank() if limit.turned else limit.relation
        yield node, _PATH, path
        if isinstance(path, BlankNode):
            yield path, v.SH("inversePath"), limit.relation
        kinds = [classes for classes in (relation.domain if limit.turned else relation.range, [limit.of] if limit.of else []) if classes]
        datatype = relation.datatype if not limit.turned else None
        yield node, _MESSAGE, Literal(message)
        if not kinds and datatype is None:
            yield node, v.SH("maxCount"), Literal(limit.most)
            return
        counted = self._blank()
        yield node, v.SH("qualifiedMaxCount"), Literal(limit.most)
        yield node, v.SH("qualifiedValueShape"), counted
        if datatype is not None:
            yield from self._literal(counted, datatype)
        elif len(kinds) == 1:
            yield from self._kinds(counted, kinds[0])
        else:
            yield from self._all(counted, kinds)

    def _kinds(self, node: Node, classes: Iterable[str]) -> Iterator[Row]:
        """It is of one of these classes."""
        yield from self._any(node, v.SH("class"), [NamedNode(one) for one in sorted(classes)])

    def _literal(self, node: Node, datatype: str) -> Iterator[Row]:
        allowed = accepted(datatype)
        if allowed is None:
            yield node, v.SH("nodeKind"), v.SH("Literal")
        else:
            yield from self._any(node, v.SH("datatype"), sorted(allowed, key=str))

    def _any(self, node: Node, predicate: NamedNode, values: Sequence[NamedNode]) -> Iterator[Row]:
        if len(values) == 1:
            yield node, predicate, values[0]
            return
        ways = [self._blank() for _ in values]
        yield from self._list(node, v.SH("or"), ways)
        for way, value in zip(ways, values, strict=True):
            yield way, predicate, value

    def _all(self, node: Node, kinds: Iterable[Iterable[str]]) -> Iterator[Row]:
        parts = [(self._blank(), classes) for classes in kinds]
        yield from self._list(node, v.SH("and"), [part for part, _ in parts])
        for part, classes in parts:
            yield from self._kinds(part, classes)

    def _list(self, node: Node, predicate: NamedNode, members: Sequence[Node]) -> Iterator[Row]:
        places = [self._blank() for _ in members]
        yield node, predicate, places[0]
        for number, (place, member) in enumerate(zip(places, members, strict=True), start=1):
            yield place, v.FIRST, member
            yield place, v.REST, places[number] if number < len(places) else v.NIL

    def _names(self, classes: Iterable[str]) -> str:
        known = self._ontology.classes
        labels = sorted(known[one].label if one in known else _name(one) for one in classes)
        *most, last = [f"{'an' if one[:1].lower() in 'aeiou' else 'a'} {one}" for one in labels]
        return f"{', '.join(most)} or {last}" if most else last

    def _blank(self) -> BlankNode:
        return BlankNode(f"shape{next(self._numbers)}")


def _name(iri: str) -> str:
    return iri[max(iri.rfind(mark) for mark in "#/:") + 1 :]
