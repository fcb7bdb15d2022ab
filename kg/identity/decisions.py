"""What people decided: these are the same, these are different, this statement is rejected, or right after all; by whom, why and when."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from pyoxigraph import Literal, NamedNode, Quad

from kg import vocabulary as v
from kg.iris import DEFAULT_BASE, article_iri, decisions_graph, digest16, statement_iri
from kg.literals import literal
from kg.rdf import Term
from kg.statement import Statement


@dataclass(frozen=True, slots=True)
class Same:
    """Two entities are one. `who`, `why` and `when` (an xsd:dateTime) are told to whoever reads the decision."""

    entities: tuple[NamedNode, NamedNode]
    who: str
    why: str
    when: str


@dataclass(frozen=True, slots=True)
class Different:
    """Two entities aren't one, whatever their names say, and nothing may join them through a third."""

    entities: tuple[NamedNode, NamedNode]
    who: str
    why: str
    when: str


@dataclass(frozen=True, slots=True)
class Rejection:
    """A statement is wrong. What it said is kept, so that the rejection also holds when the article is edited around it."""

    statement: NamedNode
    article: NamedNode
    relation: NamedNode
    subject_label: str | None
    object_label: str
    evidence: str
    who: str
    why: str
    when: str


@dataclass(frozen=True, slots=True)
class Restoration:
    """A statement that was rejected is right after all. It stands in the rejection's place and only tells why there is none."""

    statement: NamedNode
    article: NamedNode
    who: str
    why: str
    when: str


Decision = Same | Different | Rejection | Restoration

_KINDS: Final[dict[type[Same | Different], NamedNode]] = {Same: v.SAME, Different: v.DIFFERENT}


def reject_statement(statement: Statement, *, base: str = DEFAULT_BASE, who: str, why: str, when: str) -> Rejection:
    """The decision that this statement is wrong."""
    article = article_iri(statement.article, base)
    return Rejection(statement_iri(article, statement), article, *_said(statement), who, why, when)


def decision_iri(decision: Decision, base: str = DEFAULT_BASE) -> NamedNode:
    """`<base>decision/<digest>` of what is decided: deciding it again, or the contrary, replaces the decision."""
    content = sorted(one.value for one in decision.entities) if isinstance(decision, Same | Different) else [decision.statement.value]
    return NamedNode(f"{base}decision/{digest16(json.dumps(content))}")


def decision_quads(decision: Decision, base: str = DEFAULT_BASE) -> Iterator[Quad]:
    """The decision in the graph of decisions."""
    graph, iri = decisions_graph(base), decision_iri(decision, base)
    rows: list[tuple[NamedNode, Term]] = [
        (v.WHO, literal(decision.who)),
        (v.WHY, literal(decision.why)),
        (v.DECIDED_AT, Literal(decision.when, datatype=v.DATE_TIME)),
    ]
    if isinstance(decision, Rejection):
        rows += [
            (v.TYPE, v.REJECTION),
            (v.OF_STATEMENT, decision.statement),
            (v.OF_ARTICLE, decision.article),
            (v.RELATION, decision.relation),
            (v.OBJECT_LABEL, literal(decision.object_label)),
            (v.EVIDENCE, literal(decision.evidence)),
        ]
        if decision.subject_label is not None:
            rows.append((v.SUBJECT_LABEL, literal(decision.subject_label)))
    elif isinstance(decision, Restoration):
        rows += [(v.TYPE, v.RESTORATION), (v.OF_STATEMENT, decision.statement), (v.OF_ARTICLE, decision.article)]
    else:
        rows.append((v.TYPE, _KINDS[type(decision)]))
        rows += [(v.ENTITY, one) for one in decision.entities]
    return (Quad(iri, predicate, object, graph) for predicate, object in rows)


def read_decisions(quads: Iterable[Quad]) -> tuple[Decision, ...]:
    """The decisions in the quads of their graph, oldest first. The inverse of `decision_quads`."""
    rows: dict[str, dict[NamedNode, list[Term]]] = defaultdict(lambda: defaultdict(list))
    for quad in quads:
        rows[str(quad.subject)][quad.predicate].append(quad.object)
    found = [_decision(known) for _, known in sorted(rows.items())]
    return tuple(sorted(found, key=lambda one: one.when))


def rejected(statements: Mapping[NamedNode, Statement], rejections: Iterable[Rejection]) -> frozenset[NamedNode]:
    """Which of an article's statements (by IRI) are set aside by that article's rejections.

    A rejection holds for the statement it was made of; where that is gone, because the article was edited or read anew, for every
    statement that agrees with it in relation, labels and evidence.
    """
    found: set[NamedNode] = set()
    for rejection in rejections:
        agreeing = {iri for iri, one in statements.items() if _said(one) == _kept(rejection)}
        found |= {rejection.statement} if rejection.statement in agreeing else agreeing
    return frozenset(found)


def _said(statement: Statement) -> tuple[NamedNode, str | None, str, str]:
    subject = statement.subject.label if statement.subject else None
    return NamedNode(statement.relation), subject, statement.object.label, statement.evidence.text


def _kept(rejection: Rejection) -> tuple[NamedNode, str | None, str, str]:
    return rejection.relation, rejection.subject_label, rejection.object_label, rejection.evidence


def _decision(rows: dict[NamedNode, list[Term]]) -> Decision:
    def text(predicate: NamedNode) -> str:
        value = rows[predicate][0]
        assert isinstance(value, Literal)
        return value.value

    def node(predicate: NamedNode) -> NamedNode:
        value = rows[predicate][0]
        assert isinstance(value, NamedNode)
        return value

    noted = {"who": text(v.WHO), "why": text(v.WHY), "when": text(v.DECIDED_AT)}
    kind = node(v.TYPE)
    if kind == v.REJECTION:
        subject = text(v.SUBJECT_LABEL) if v.SUBJECT_LABEL in rows else None
        of, article, relation = node(v.OF_STATEMENT), node(v.OF_ARTICLE), node(v.RELATION)
        return Rejection(of, article, relation, subject, text(v.OBJECT_LABEL), text(v.EVIDENCE), **noted)
    if kind == v.RESTORATION:
        return Restoration(node(v.OF_STATEMENT), node(v.OF_ARTICLE), **noted)
    first, second = sorted((one for one in rows[v.ENTITY] if isinstance(one, NamedNode)), key=str)
    return Same((first, second), **noted) if kind == v.SAME else Different((first, second), **noted)
