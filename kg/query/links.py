"""What statements join, without their evidence: enough to walk a store and to choose a part of it."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from sys import intern
from typing import Final

from pyoxigraph import Literal

from kg.query.columns import terms
from kg.query.statements import Term, plain_text, value_node
from kg.store.interface import Store

_STATED: Final = "?id rdf:subject ?subject ; rdf:predicate ?relation ; rdf:object ?object ; kg:status ?status ."
_OF_STATEMENT: Final = "?id ?subject ?relation ?object ?status"
_OF_SUBJECT: Final = "?subject ?relation ?object ?status ?id"
_OF_OBJECT: Final = "?object ?subject ?relation ?status ?id"
_OF_SPEAKER: Final = "?speaker ?id"

ArrowKey = tuple[str, str, str, str]
"""Subject, relation, object and status."""


@dataclass(frozen=True, slots=True)
class Link:
    """A statement's IRI and those of what it joins, how, and with which status. An object that is a literal has a node of its own,
    which belongs to its subject alone, and its `value`."""

    statement: str
    subject: str
    relation: str
    object: str
    status: str
    value: Literal | None = None

    @property
    def triple(self) -> tuple[str, str, str]:
        return self.subject, self.relation, self.object

    @property
    def arrow(self) -> ArrowKey:
        """What it shares with the statements that are drawn as one arrow with it."""
        return self.subject, self.relation, self.object, self.status

    @property
    def ends(self) -> tuple[str, str]:
        return self.subject, self.object


def links(store: Store, statements: Collection[str] | None = None) -> list[Link]:
    """These statements, or all, by IRI."""
    rows = terms(store, _OF_STATEMENT, _STATED, statements)
    return _by_statement(_link(*row) for row in rows)


def links_at(store: Store, nodes: Collection[str]) -> list[Link]:
    """The statements that have one of these entities for their subject or object, by IRI."""
    outgoing = (
        _link(id, subject, relation, object, status) for subject, relation, object, status, id in terms(store, _OF_SUBJECT, _STATED, nodes)
    )
    incoming = (
        _link(id, subject, relation, object, status) for object, subject, relation, status, id in terms(store, _OF_OBJECT, _STATED, nodes)
    )
    return _by_statement([*outgoing, *incoming])


def said_by(store: Store, speaker: str) -> list[Link]:
    """The statements that somebody makes or reports."""
    found = terms(store, _OF_SPEAKER, "?id kg:attributed_to|kg:reported_by ?speaker .", [speaker])
    return links(store, {plain_text(id) for _, id in found})


def _by_statement(found: Iterable[Link]) -> list[Link]:
    unique = {one.statement: one for one in found}
    return [unique[iri] for iri in sorted(unique)]


def _link(statement: Term, subject: Term, relation: Term, object: Term, status: Term) -> Link:
    value = object if isinstance(object, Literal) else None
    iri, holder, name, kind = (intern(plain_text(one)) for one in (statement, subject, relation, status))
    node = intern(plain_text(object)) if value is None else value_node(holder, value.datatype.value, value.value)
    return Link(iri, holder, name, node, kind, value)
