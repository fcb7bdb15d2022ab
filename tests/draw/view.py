"""A view by hand: a store as `kg build` leaves it, made from a table of statements."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import pyoxigraph as ox

from kg.draw import plain
from kg.draw.reading import data
from kg.store.interface import Store
from kg.store.oxigraph import OxigraphStore

PREFIXES = """
@prefix kg: <https://w3id.org/accordingto#> .
@prefix oa: <http://www.w3.org/ns/oa#> .
@prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix prov: <http://www.w3.org/ns/prov#> .
@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix schema: <https://schema.org/> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix : <urn:kg:> .
"""


def store_of(trig_text: str) -> OxigraphStore:
    """A store in memory that holds this TriG."""
    store = OxigraphStore()
    store.load(ox.parse(trig_text, format=ox.RdfFormat.TRIG))
    return store


def plain_page(store: Store, *, title: str = "Who is connected to whom") -> str:
    """The page that is written where the front end wasn't built."""
    return plain.markup(data(store), title=title)


@dataclass(frozen=True)
class Said:
    """A row of the table: subject and object are keys of entities; the evidence is found in the text by its words."""

    subject: str
    relation: str
    object: str
    evidence: str
    speaker: str | None = None
    status: str = "affirmed"
    modality: str | None = None
    reported_by: str | None = None
    amount: str | None = None
    when: str | None = None
    article: str = "first"


@dataclass(frozen=True)
class Told:
    """An article's key, its text, and what is known of it, as Turtle literals' contents."""

    text: str
    title: str | None = None
    publisher: str | None = None
    published: str | None = None
    url: str | None = None


def literal(text: str) -> str:
    """A Turtle literal."""
    return str(ox.Literal(text))


def trig(
    articles: Mapping[str, Told], entities: Mapping[str, tuple[str, ...]], rows: Iterable[Said], axioms: str = "", more: str = ""
) -> str:
    """The TriG of a view: entities are key → (class, label, other labels…); a class of `Unstated` has no labels."""
    parts = [PREFIXES, axioms]
    for key, article in articles.items():
        parts.append(f"GRAPH :article\\/{key} {{ :article\\/{key} kg:text {literal(article.text)} . }}")
        known = {"headline": article.title, "publisher": article.publisher, "datePublished": article.published, "url": article.url}
        facts = [f"schema:{name} {literal(value)}" for name, value in known.items() if value is not None]
        parts.append(f":article\\/{key} a schema:NewsArticle ; {' ; '.join([*facts, f'kg:key {literal(key)}'])} .")
    for key, (type_, *labels) in entities.items():
        names = ["kg:named true", f"rdfs:label {literal(labels[0])}"] if labels else []
        names += [f"skos:altLabel {literal(label)}" for label in labels[1:]]
        parts.append(f":{key} {' ; '.join([f'a kg:{type_}', *names])} .")
    parts += [_statement(number, row, articles[row.article].text) for number, row in enumerate(rows)]
    return "\n".join([*parts, more])


def _statement(number: int, row: Said, text: str) -> str:
    start = text.index(row.evidence)
    iri = f"<urn:kg:article/{row.article}#s-{number:03}>"
    facts = [f"rdf:subject :{row.subject}", f"rdf:predicate kg:{row.relation}", f"rdf:object :{row.object}", f"kg:status kg:{row.status}"]
    facts += [f"kg:modality kg:{row.modality}"] if row.modality else []
    facts += [f"kg:attributed_to :{row.speaker}"] if row.speaker else []
    facts += [f"kg:reported_by :{row.reported_by}"] if row.reported_by else []
    facts += [f"kg:amount <urn:a{number}>"] if row.amount else []
    facts += [f"kg:when <urn:w{number}>"] if row.when else []
    lines = [f"{iri} a kg:Statement ; {' ; '.join(facts)} ; oa:hasTarget <urn:t{number}> ."]
    lines.append(f"<urn:t{number}> oa:hasSource :article\\/{row.article} ; oa:hasSelector <urn:p{number}>, <urn:q{number}> .")
    lines.append(f"<urn:p{number}> a oa:TextPositionSelector ; oa:start {start} ; oa:end {start + len(row.evidence)} .")
    lines.append(f"<urn:q{number}> a oa:TextQuoteSelector ; oa:exact {literal(row.evidence)} .")
    if row.amount:
        bounds = 'kg:low 7.25 ; kg:high 7.25 ; kg:currency "USD" ; kg:unit "hour"'
        lines.append(f"<urn:a{number}> a kg:Amount ; kg:words {literal(row.amount)} ; {bounds} .")
    if row.when:
        lines.append(f'<urn:w{number}> a kg:Time ; kg:words {literal(row.when)} ; kg:edtf "2019-12-11" .')
    return "\n".join(lines)
