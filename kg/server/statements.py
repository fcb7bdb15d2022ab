"""Statements and articles as the API gives them: each statement with its sentence, its speaker and its article."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from pyoxigraph import NamedNode

from kg.draw.evidence import Evidence
from kg.draw.evidence import articles as article_data
from kg.draw.graph import ArticleData
from kg.draw.labels import Labels, local_name
from kg.draw.reading import NOT_STATED
from kg.errors import UsageError
from kg.identity.decisions import Rejection, read_decisions
from kg.iris import decisions_graph
from kg.manifest import read_manifest
from kg.query.columns import columns, texts
from kg.query.links import Link, links
from kg.server.kept import kept
from kg.server.paging import listed
from kg.store.interface import Store

_OF_ARTICLE: Final = "?id oa:hasTarget ?target . ?target oa:hasSource "


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which statements: of an entity (in either place), of a relation, status, speaker and article; None: any."""

    entity: NamedNode | None = None
    relation: NamedNode | None = None
    status: NamedNode | None = None
    speaker: NamedNode | None = None
    article: NamedNode | None = None


def statements(store: Store, wanted: Wanted, limit: int, after: str | None) -> dict[str, Any]:
    """A page of them, by IRI, which is article by article."""
    shown, next = _page(_statements(store, wanted), limit, after)
    return listed(told(store, shown), next)


def told(store: Store, iris: Collection[str]) -> list[dict[str, Any]]:
    """These statements, whole, in the order of their articles' texts."""
    found = links(store, iris)
    evidence = Evidence(store, iris)
    ends = {end for one in found for end in one.ends if one.value is None or end == one.subject}
    labels = Labels(store, ends | {one.relation for one in found} | evidence.speakers(iris))
    unstated = {iri for (iri,) in texts(store, "?id", "?id a kg:Unstated .", ends)}
    items = [_told(one, evidence, labels, unstated) for one in found]
    return sorted(items, key=lambda one: (one["article"]["id"] if one["article"] else "", one["start"], one["id"]))


def articles(store: Store, limit: int, after: str | None) -> dict[str, Any]:
    """A page of the articles' metadata, by IRI, each with the number of its statements."""
    shown, next = _page(_articles(store), limit, after)
    stated = columns(store, "?article ?id", "?target oa:hasSource ?article . ?id oa:hasTarget ?target ; a kg:Statement .", shown)
    found = article_data(store, shown)
    return listed([_metadata(found[iri]) | {"statements": len(stated.get(iri, ()))} for iri in shown], next)


def article(store: Store, iri: NamedNode) -> dict[str, Any]:
    """An article with its text and its statements. UsageError where there is none."""
    found = article_data(store, [iri.value]).get(iri.value)
    if found is None:
        raise UsageError(f"The store has no article {iri.value}: see /api/articles.")
    return {**found, "statements": told(store, [one for (one,) in texts(store, "?id", f"{_OF_ARTICLE} {iri} .")])}


def rejections(store: Store) -> dict[str, Any]:
    """What people set aside, the last first."""
    manifest = read_manifest(store)
    decided = read_decisions(store.quads(decisions_graph(manifest.base))) if manifest else ()
    return listed([_rejection(one) for one in reversed(decided) if isinstance(one, Rejection)], None)


def _page(iris: Sequence[str], limit: int, after: str | None) -> tuple[Sequence[str], str | None]:
    """The sorted IRIs after one of them."""
    first = 0 if after is None else bisect_right(iris, after)
    shown = iris[first : first + limit]
    return shown, shown[-1] if first + limit < len(iris) else None


@kept
def _articles(store: Store) -> list[str]:
    return sorted({iri for (iri,) in texts(store, "?id", "?id a schema:NewsArticle .")})


@kept
def _statements(store: Store, wanted: Wanted) -> list[str]:
    return sorted({iri for (iri,) in texts(store, "?id", _pattern(wanted))})


def _pattern(wanted: Wanted) -> str:
    rows = ["?id a kg:Statement ."]
    if wanted.relation is not None:
        rows.append(f"?id rdf:predicate {wanted.relation} .")
    if wanted.status is not None:
        rows.append(f"?id kg:status {wanted.status} .")
    if wanted.speaker is not None:
        rows.append(f"?id kg:attributed_to {wanted.speaker} .")
    if wanted.article is not None:
        rows.append(f"{_OF_ARTICLE} {wanted.article} .")
    if wanted.entity is not None:
        rows.append(f"{{ ?id rdf:subject {wanted.entity} }} UNION {{ ?id rdf:object {wanted.entity} }}")
    return " ".join(rows)


def _told(link: Link, evidence: Evidence, labels: Labels, unstated: Collection[str]) -> dict[str, Any]:
    one = evidence.of(link.statement, link.status)
    known = evidence.articles.get(one["article"] or "")
    text = known["text"] if known else None
    sentence = one["quote"] if text is None else text[one["sentence_start"] : one["sentence_end"]]
    speaker = one["speaker"]
    words = evidence.words.get(link.statement, link.value.value) if link.value is not None else None
    return {
        **one,
        "subject": {"id": link.subject, "label": NOT_STATED if link.subject in unstated else labels.best(link.subject)},
        "relation": {"id": link.relation, "label": labels.best(link.relation)},
        "object": {"id": link.object, "label": words if words is not None else labels.best(link.object)},
        "speaker": {"id": speaker, "label": labels.best(speaker)} if speaker else None,
        "reported_by": [{"id": iri, "label": labels.best(iri)} for iri in one["reported_by"]],
        "violates": evidence.violates.get(link.statement, []),
        "article": _metadata(known) if known else None,
        "sentence": sentence,
        "quote": one["quote"] if text is None else text[one["start"] : one["end"]],
    }


def _metadata(one: ArticleData) -> dict[str, Any]:
    found: Mapping[str, Any] = one
    return {key: value for key, value in found.items() if key != "text"}


def _rejection(one: Rejection) -> dict[str, Any]:
    return {
        "statement": one.statement.value,
        "article": one.article.value,
        "subject": one.subject_label,
        "relation": local_name(one.relation.value).replace("_", " "),
        "object": one.object_label,
        "quote": one.evidence,
        "who": one.who,
        "why": one.why,
        "when": one.when,
    }
