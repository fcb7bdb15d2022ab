"""What the view holds of each article, entity and statement. Each block has subjects of its own, so that it can be replaced alone."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Final

from pyoxigraph import Literal, NamedNode, Quad
from pyoxigraph import Triple as TripleTerm

from kg import vocabulary as v
from kg.article import Article
from kg.identity.clusters import Cluster
from kg.identity.decisions import Decision, Rejection, rejected
from kg.iris import entity_iri, statement_iri
from kg.literals import literal
from kg.ontology.model import Ontology
from kg.rdf import Row, metadata_rows, object_term, read_article, statement_rows, unstated
from kg.statement import Entity, Statement, Status
from kg.view.edges import Edge, amount_key, is_former, when_key

Canonical = Mapping[NamedNode, NamedNode]
"""An article's entity → the IRI that names it in the view."""


@dataclass(frozen=True, slots=True)
class Source:
    """An article's graph as it was read: its name, the article, and its statements by IRI."""

    graph: NamedNode
    article: Article
    statements: Mapping[NamedNode, Statement]

    @classmethod
    def of(cls, graph: NamedNode, quads: Iterable[Quad]) -> Source:
        article, statements = read_article(quads)
        return cls(graph, article, {statement_iri(graph, one): one for one in statements})

    def without_rejected(self, decisions: Iterable[Decision]) -> Source:
        """The same without the statements that people rejected."""
        rejections = [one for one in decisions if isinstance(one, Rejection) and one.article == self.graph]
        if not rejections:
            return self
        gone = rejected(self.statements, rejections)
        return Source(self.graph, self.article, {iri: one for iri, one in self.statements.items() if iri not in gone})


ENTITY_PREDICATES: Final = (v.TYPE, v.LABEL, v.ALT_LABEL, v.NAMED)
"""What an entity's block says; its other rows are plain triples."""


def source_rows(source: Source, canonical: Canonical, *, triple_terms: bool) -> Iterator[Row]:
    """The article's metadata, and its statements."""
    yield from metadata_rows(source.graph, source.article)
    for iri, statement in source.statements.items():
        yield from _statement_rows(iri, source.graph, statement, canonical, triple_terms)


def entity_rows(cluster: Cluster, ontology: Ontology) -> Iterator[Row]:
    """Classes (their own, and those above them) and labels of entities that are one."""
    iri = cluster.canonical
    for type in classes_of(cluster, ontology):
        yield iri, v.TYPE, NamedNode(type)
    label = cluster.label
    yield iri, v.LABEL, literal(label)
    for other in frozenset().union(*(one.labels for one in cluster.members)) - {label}:
        yield iri, v.ALT_LABEL, literal(other)
    yield iri, v.NAMED, Literal(any(one.named for one in cluster.members))


def classes_of(cluster: Cluster, ontology: Ontology) -> frozenset[str]:
    """The classes of entities that are one: their own, and those above them."""
    return ontology.classes_of(one.type for one in cluster.members)


def edges(source: Source, canonical: Canonical) -> Iterator[Edge]:
    """What the article's statements affirm or deny. A denial of what is only possible or planned denies no fact."""
    for iri, one in source.statements.items():
        affirms = one.status is Status.AFFIRMED
        denies = one.status is Status.DENIED and one.modality is None
        if one.subject is not None and (affirms or denies):
            entity = partial(_named, source.graph, canonical)
            triple = (entity(one.subject), NamedNode(one.relation), object_term(one, entity))
            yield Edge(iri, triple, affirms, amount_key(one.amount), when_key(one.when), is_former(one.when))


def _named(graph: NamedNode, canonical: Canonical, entity: Entity) -> NamedNode:
    return canonical[entity_iri(graph, entity.key)]


def _statement_rows(iri: NamedNode, graph: NamedNode, statement: Statement, canonical: Canonical, triple_terms: bool) -> Iterator[Row]:
    entity = partial(_named, graph, canonical)
    relation, object = NamedNode(statement.relation), object_term(statement, entity)
    if statement.subject is None:
        subject = unstated(iri)
        yield subject, v.TYPE, v.UNSTATED
    else:
        subject = entity(statement.subject)
    yield iri, v.RDF_SUBJECT, subject
    yield iri, v.RDF_PREDICATE, relation
    yield iri, v.RDF_OBJECT, object
    if triple_terms:
        yield iri, v.REIFIES, TripleTerm(subject, relation, object)
    yield from statement_rows(iri, graph, statement, entity)
