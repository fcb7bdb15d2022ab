"""A SHACL validation report, read beside the store that it is about: each violation with the statements behind it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, cast

from pyoxigraph import Literal, NamedNode, RdfFormat, parse
from rdflib import RDF, SH, BNode, Graph
from rdflib.term import Node

from kg.query.entities import entities
from kg.query.statements import Row, statements
from kg.query.terms import local_name
from kg.shapes.data import Data
from kg.store.interface import Store

_NAMING: Final = (SH.targetSubjectsOf, SH.targetObjectsOf, SH.disjoint, SH.equals, SH.path, SH.inversePath)
"""What names a relation in a shape."""


@dataclass(frozen=True, slots=True)
class Thing:
    """What a report names: an entity with label and class (its local name), or anything else under its own text."""

    id: str
    label: str
    type: str | None = None


@dataclass(frozen=True, slots=True)
class Violation:
    """What violates a shape: `message` says how, `shape` is its IRI (None where it has none), `of_ontology` whether it was made from the
    ontology; `focus` is what violates it, with the `path` (a relation's IRI) and `value` that do, where there are such. `evidence` are
    rows of the statements behind it, `kept_out` the IRIs of those that give no plain triple."""

    message: str
    shape: str | None
    of_ontology: bool
    focus: Thing
    path: str | None
    value: Thing | None
    evidence: tuple[Row, ...]
    kept_out: frozenset[str]

    @property
    def place(self) -> tuple[bool, str, str, str, str, str]:
        """Where it stands in a list: the ontology's first, then by what violates."""
        return not self.of_ontology, self.focus.label, self.focus.id, self.message, self.path or "", self.value.id if self.value else ""


class Reader:
    """Reads a report on the data of a store; `wanted` are all shapes, `made` those of the ontology."""

    def __init__(self, store: Store, data: Data, report: Graph, wanted: Graph, made: Graph) -> None:
        self._data, self._report, self._wanted, self._made = data, report, wanted, made
        self._rows = {row["statement"]: row for row in statements(store)}
        self._entities = entities(store)
        self._kept_out = frozenset(one.value for one in data.kept_out)

    def violations(self) -> list[Violation]:
        """What the report holds, each once, in a fixed order."""
        found = [self._violation(one) for one in self._report.subjects(RDF.type, SH.ValidationResult)]
        distinct = {one.place: one for one in found}
        return [distinct[place] for place in sorted(distinct)]

    def _violation(self, result: Node) -> Violation:
        shape, focus = self._said(result, SH.sourceShape), self._said(result, SH.focusNode)
        value, path = self._said(result, SH.value), self._said(result, SH.resultPath)
        given = set(self._report.objects(result, SH.resultMessage))
        of_constraint = given - set(self._wanted.objects(shape, SH.message))  # pySHACL adds the shape's message to that of its query
        messages = sorted(map(str, of_constraint or given))
        rows = [self._rows[iri] for iri in sorted(self._evidence(shape, focus, value)) if iri in self._rows]
        return Violation(
            message=messages[0] if messages else "It violates a shape.",
            shape=self._named(shape),
            of_ontology=(shape, None, None) in self._made,
            focus=self._thing(focus),
            path=None if path is None or isinstance(path, BNode) else str(path),
            value=None if value is None or value == focus else self._thing(value),
            evidence=tuple(rows),
            kept_out=frozenset(row["statement"] for row in rows) & self._kept_out,
        )

    def _thing(self, node: Node | None) -> Thing:
        known = self._entities.get(str(node))
        return Thing(str(node), known["label"], local_name(known["class"])) if known else Thing(str(node), str(node))

    def _said(self, result: Node, predicate: Node) -> Node | None:
        return self._report.value(result, predicate)

    def _named(self, shape: Node | None) -> str | None:
        """The shape's IRI, or that of the shape that it is part of."""
        seen: set[Node] = set()
        while isinstance(shape, BNode) and shape not in seen:
            seen.add(shape)
            shape = min(self._wanted.subjects(None, shape), key=str, default=None)
        return None if shape is None or isinstance(shape, BNode) else str(shape)

    def _evidence(self, shape: Node | None, focus: Node | None, value: Node | None) -> set[str]:
        """The statements behind the plain triples of the shape's relations: those between focus and value, else all of the focus; of a
        shape that names no relation, all of the focus."""
        told = self._statement(str(focus))
        if told is not None:
            return {told}
        one, other = _oxigraph(focus), _oxigraph(value)
        triples = self._data.at(one) if one is not None else frozenset()
        named = [triple for triple in triples if triple[1].value in self._relations(shape)]
        between = [triple for triple in named if (triple[0], triple[2]) in ((one, other), (other, one))]
        return {statement.value for triple in between or named or triples for statement in self._data.resting[triple]}

    def _statement(self, iri: str) -> str | None:
        """The statement that this is or is a part of, such as its amount."""
        while "#" in iri:
            if iri in self._rows:
                return iri
            iri = iri[: max(iri.rfind("/"), iri.rfind("#"))]
        return None

    def _relations(self, shape: Node | None) -> set[str]:
        """The relations that the shape, what it is part of and its paths name."""
        nodes = {shape} if shape is not None else set[Node]()
        if isinstance(shape, BNode):
            nodes |= set(self._wanted.subjects(SH.property, shape))
        nodes |= {path for node in nodes for path in self._wanted.objects(node, SH.path)}
        return {str(iri) for node in nodes for name in _NAMING for iri in self._wanted.objects(node, name)}


def _oxigraph(term: Node | None) -> NamedNode | Literal | None:
    if term is None or isinstance(term, BNode):
        return None
    (quad,) = parse(f"<urn:s> <urn:p> {term.n3()} .", format=RdfFormat.N_TRIPLES)
    return cast(NamedNode | Literal, quad.object)
