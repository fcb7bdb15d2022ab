"""A store's view → a plain dict of what can be drawn, without a thought of how it looks."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Final, TypedDict

from pyoxigraph import QuerySolutions

from kg.draw.sentence import sentence_around
from kg.query.classes import narrowest, superclasses
from kg.query.statements import object_node
from kg.store.interface import Store
from kg.vocabulary import AFFIRMED, SPARQL_PREFIXES

NOT_STATED: Final = "not stated"
"""The label of a subject that the article doesn't state."""

_STATEMENTS: Final = """
SELECT * WHERE {
  ?id a kg:Statement ; rdf:subject ?subject ; rdf:predicate ?relation ; rdf:object ?object ; kg:status ?status .
  BIND(DATATYPE(?object) AS ?datatype) OPTIONAL { ?id kg:object_label ?object_label }
  OPTIONAL { ?id kg:modality ?modality }
  OPTIONAL { ?id oa:hasTarget ?target . ?target oa:hasSource ?article ; oa:hasSelector ?position, ?quotation .
             ?position oa:start ?start ; oa:end ?end . ?quotation oa:exact ?quote }
  OPTIONAL { ?id kg:amount ?how_much . ?how_much kg:words ?amount
             OPTIONAL { ?how_much kg:low ?low } OPTIONAL { ?how_much kg:high ?high }
             OPTIONAL { ?how_much kg:currency ?currency } OPTIONAL { ?how_much kg:unit ?unit } }
  OPTIONAL { ?id kg:when ?time . ?time kg:words ?when OPTIONAL { ?time kg:edtf ?edtf } }
}"""
_SPEAKERS: Final = "SELECT ?id ?speaker WHERE { ?id a kg:Statement ; kg:attributed_to ?speaker }"
_REPORTERS: Final = "SELECT ?id ?speaker WHERE { ?id a kg:Statement ; kg:reported_by ?speaker }"
_VIOLATIONS: Final = "SELECT ?id ?axiom WHERE { ?id kg:violates ?axiom }"
_INFERENCES: Final = """
SELECT ?subject ?relation ?object ?premise ?symmetric ?caution WHERE {
  ?id a kg:Inference ; rdf:subject ?subject ; rdf:predicate ?relation ; rdf:object ?object ; prov:wasDerivedFrom ?premise .
  FILTER(EXISTS { ?relation owl:propertyChainAxiom ?chain } || EXISTS { ?relation a owl:TransitiveProperty })
  BIND(EXISTS { ?relation a owl:SymmetricProperty } AS ?symmetric)
  OPTIONAL { ?id kg:caution ?caution }
}"""
_ARTICLES: Final = """
SELECT ?id ?title ?publisher ?published ?url WHERE {
  ?id a schema:NewsArticle
  OPTIONAL { ?id schema:headline ?title } OPTIONAL { ?id schema:publisher ?publisher }
  OPTIONAL { ?id schema:datePublished ?published } OPTIONAL { ?id schema:url ?url }
}"""
_TEXTS: Final = "SELECT ?id ?text WHERE { GRAPH ?id { ?id kg:text ?text } }"
_LABELS: Final = """
SELECT ?id ?label ?rank WHERE {
  { ?id rdfs:label ?label BIND(0 AS ?rank) } UNION { ?id skos:prefLabel ?label BIND(1 AS ?rank) }
  UNION { ?id skos:altLabel ?label BIND(2 AS ?rank) }
}"""
_TYPES: Final = "SELECT DISTINCT ?id ?class WHERE { ?id a ?class . ?id rdfs:label|kg:named ?any }"
_UNSTATED: Final = "SELECT ?id WHERE { ?id a kg:Unstated }"


class Amount(TypedDict):
    """How much: the article's words, and bounds (decimal numerals), ISO 4217 currency and unit where they say them."""

    words: str
    low: str | None
    high: str | None
    currency: str | None
    unit: str | None


class When(TypedDict):
    """When: the article's words, and the EDTF date where they say one."""

    words: str
    edtf: str | None


class StatementData(TypedDict):
    """One thing that one article says: `speaker` is a node's id, None where the article speaks itself; `reported_by` the outer ones.

    `start` and `end` are code points in the article's text; `sentence` holds the evidence with what stands around it, and begins at
    `sentence_start`. Where the store has no text of the article, the sentence is the evidence alone.
    """

    id: str
    status: str
    modality: str | None
    speaker: str | None
    reported_by: list[str]
    amount: Amount | None
    when: When | None
    article: str | None
    start: int
    end: int
    sentence: str
    sentence_start: int


class Arrow(TypedDict):
    """All statements of one status that join the same two nodes by the same relation; `relation` is its IRI, `label` its name, `violates`
    what of the ontology keeps it out of the plain triples ("domain")."""

    subject: str
    relation: str
    label: str
    object: str
    status: str
    violates: list[str]
    statements: list[StatementData]


class DerivedArrow(TypedDict):
    """What follows from several statements; `premises` are those statements' ids, `cautions` why it may not hold ("disputed")."""

    subject: str
    relation: str
    label: str
    object: str
    premises: list[str]
    cautions: list[str]


class Node(TypedDict):
    """An entity: its best label, the other ones, and its class's IRI (None where the class, or who it is, isn't stated); or a literal of
    one entity: the article's words, what they come to, and the datatype."""

    id: str
    label: str
    labels: list[str]
    type: str | None


class Class(TypedDict):
    """A class in use or above one in use; `ancestors` are IRIs, the nearest first."""

    id: str
    name: str
    label: str
    ancestors: list[str]


class ArticleData(TypedDict):
    """An article's metadata and text; what isn't known is None."""

    id: str
    title: str | None
    publisher: str | None
    published: str | None
    url: str | None
    text: str | None


class Graph(TypedDict):
    """Everything that a drawing of a store shows, each list in a fixed order."""

    nodes: list[Node]
    arrows: list[Arrow]
    derived: list[DerivedArrow]
    classes: list[Class]
    articles: list[ArticleData]


Row = dict[str, str]


def data(store: Store) -> Graph:
    """What the store's view says, as nodes, arrows with their statements, and the articles behind them. Raises QueryError."""
    labels = _labels(store)
    articles = _articles(store)
    rows = _statement_rows(store)
    arrows = _arrows(store, rows, articles, labels)
    above = superclasses(store)
    nodes = _nodes(store, arrows, _literals(rows), labels, above)
    cited = {statement["article"] for arrow in arrows for statement in arrow["statements"]}
    return Graph(
        nodes=nodes,
        arrows=arrows,
        derived=_derived(store, arrows, labels),
        classes=_classes(nodes, labels, above),
        articles=[articles[one] for one in sorted(articles) if one in cited],
    )


def _rows(store: Store, query: str) -> Iterator[Row]:
    """The query's solutions as strings (an IRI's or a literal's own), unbound variables left out."""
    results = store.query(SPARQL_PREFIXES + query)
    assert isinstance(results, QuerySolutions)
    names = [variable.value for variable in results.variables]
    for solution in results:
        bound = {name: solution[name] for name in names}
        yield {name: str(term.value) for name, term in bound.items() if term is not None and hasattr(term, "value")}


def _sorted_rows(store: Store, query: str) -> list[Row]:
    return sorted(_rows(store, query), key=lambda row: sorted(row.items()))


def _local_name(iri: str) -> str:
    return re.split("[#/:]", iri.rstrip("#/:"))[-1]


def _labels(store: Store) -> dict[str, list[str]]:
    """Every resource's labels that show anything, the best first."""
    ranked: dict[str, list[tuple[str, str]]] = {}
    for row in _rows(store, _LABELS):
        if row["label"].strip():
            ranked.setdefault(row["id"], []).append((row["rank"], row["label"]))
    return {iri: list(dict.fromkeys(label for _, label in sorted(found))) for iri, found in ranked.items()}


def _label(iri: str, labels: Mapping[str, list[str]]) -> str:
    """The best label, else what the IRI ends in, made readable."""
    return labels[iri][0] if iri in labels else _local_name(iri).replace("_", " ")


def _articles(store: Store) -> dict[str, ArticleData]:
    texts = {row["id"]: row["text"] for row in _rows(store, _TEXTS)}
    found: dict[str, ArticleData] = {}
    for row in _sorted_rows(store, _ARTICLES):
        iri = row["id"]
        article = ArticleData(
            id=iri,
            title=row.get("title"),
            publisher=row.get("publisher"),
            published=row.get("published"),
            url=row.get("url"),
            text=texts.get(iri),
        )
        found.setdefault(iri, article)
    return found


def _speakers(store: Store, query: str, labels: Mapping[str, list[str]]) -> dict[str, list[str]]:
    """Statement → who says it, in the order of their labels."""
    found: dict[str, set[str]] = {}
    for row in _rows(store, query):
        found.setdefault(row["id"], set()).add(row["speaker"])
    return {iri: sorted(ones, key=lambda one: (_label(one, labels), one)) for iri, ones in found.items()}


def _statement_rows(store: Store) -> list[Row]:
    """A row for each statement."""
    return list({row["id"]: row for row in reversed(_sorted_rows(store, _STATEMENTS))}.values())[::-1]


def _literals(rows: Iterable[Row]) -> dict[str, Node]:
    """The nodes of literals, each called as the first statement words it."""
    found: dict[str, Node] = {}
    for row in rows:
        if "datatype" in row:
            label, value, iri = row.get("object_label", row["object"]), row["object"], object_node(row)
            found.setdefault(iri, Node(id=iri, label=label, labels=[value] if value != label else [], type=row["datatype"]))
    return found


def _arrows(store: Store, rows: Iterable[Row], articles: Mapping[str, ArticleData], labels: Mapping[str, list[str]]) -> list[Arrow]:
    speakers, reporters = _speakers(store, _SPEAKERS, labels), _speakers(store, _REPORTERS, labels)
    violations: dict[str, set[str]] = {}
    for row in _rows(store, _VIOLATIONS):
        violations.setdefault(row["id"], set()).add(_local_name(row["axiom"]))
    arrows: dict[tuple[str, str, str, str], Arrow] = {}
    for row in rows:
        statement = _statement(row, articles)
        statement["speaker"] = next(iter(speakers.get(row["id"], ())), None)
        statement["reported_by"] = reporters.get(row["id"], [])
        key = (row["subject"], row["relation"], object_node(row), statement["status"])
        if key not in arrows:
            label = _label(key[1], labels)
            arrows[key] = Arrow(subject=key[0], relation=key[1], label=label, object=key[2], status=key[3], violates=[], statements=[])
        arrows[key]["statements"].append(statement)
        arrows[key]["violates"] = sorted({*arrows[key]["violates"], *violations.get(row["id"], ())})
    for arrow in arrows.values():
        arrow["statements"].sort(key=lambda one: (one["article"] or "", one["start"], one["id"]))
    return [arrows[key] for key in sorted(arrows)]


def _statement(row: Row, articles: Mapping[str, ArticleData]) -> StatementData:
    """A row of the statements' query, with the sentence around its evidence."""
    start, end = int(row.get("start", 0)), int(row.get("end", 0))
    article = articles.get(row.get("article", ""))
    sentence, sentence_start = row.get("quote", ""), start
    if article is not None and article["text"] is not None and end > start:
        sentence_start, sentence_end = sentence_around(article["text"], start, end)
        sentence = article["text"][sentence_start:sentence_end]
    amount = Amount(
        words=row.get("amount", ""), low=row.get("low"), high=row.get("high"), currency=row.get("currency"), unit=row.get("unit")
    )
    return StatementData(
        id=row["id"],
        status=_local_name(row["status"]),
        modality=_local_name(row["modality"]) if "modality" in row else None,
        speaker=None,
        reported_by=[],
        amount=amount if "amount" in row else None,
        when=When(words=row["when"], edtf=row.get("edtf")) if "when" in row else None,
        article=row.get("article"),
        start=start,
        end=end,
        sentence=sentence,
        sentence_start=sentence_start,
    )


def _derived(store: Store, arrows: Iterable[Arrow], labels: Mapping[str, list[str]]) -> list[DerivedArrow]:
    """What chain and transitive axioms give and no statement affirms.

    Whatever joins two nodes that one of its own premises joins already (an inverse, a super-property) would only repeat an arrow.
    """
    ends = {one["id"]: {arrow["subject"], arrow["object"]} for arrow in arrows for one in arrow["statements"]}
    status = _local_name(AFFIRMED.value)
    affirmed = {(arrow["subject"], arrow["relation"], arrow["object"]) for arrow in arrows if arrow["status"] == status}
    found: dict[tuple[str, str, str], DerivedArrow] = {}
    for row in _sorted_rows(store, _INFERENCES):
        subject, relation, target = row["subject"], row["relation"], row["object"]
        if row["symmetric"] == "true":
            subject, target = min(subject, target), max(subject, target)
        key = (subject, relation, target)
        if subject == target or key in affirmed or (row["symmetric"] == "true" and (target, relation, subject) in affirmed):
            continue
        if key not in found:
            label = _label(relation, labels)
            found[key] = DerivedArrow(subject=subject, relation=relation, label=label, object=target, premises=[], cautions=[])
        one = found[key]
        if row["premise"] in ends and row["premise"] not in one["premises"]:
            one["premises"].append(row["premise"])
        if "caution" in row and row["caution"] not in one["cautions"]:
            one["cautions"].append(row["caution"])
    return [one for _, one in sorted(found.items()) if one["premises"] and _is_new(one, ends)]


def _is_new(arrow: DerivedArrow, ends: Mapping[str, set[str]]) -> bool:
    """Whether none of its premises joins the same two nodes."""
    return all(ends[premise] != {arrow["subject"], arrow["object"]} for premise in arrow["premises"])


def _nodes(
    store: Store,
    arrows: Iterable[Arrow],
    literals: Mapping[str, Node],
    labels: Mapping[str, list[str]],
    above: Mapping[str, list[str]],
) -> list[Node]:
    """Who and what the arrows join, and who speaks."""
    used: set[str] = set()
    for arrow in arrows:
        used.update((arrow["subject"], arrow["object"]))
        for statement in arrow["statements"]:
            used.update(statement["reported_by"])
            used.update([statement["speaker"]] if statement["speaker"] else [])
    types: dict[str, set[str]] = {}
    for row in _rows(store, _TYPES):
        types.setdefault(row["id"], set()).add(row["class"])
    unstated = {row["id"] for row in _rows(store, _UNSTATED)}
    return [
        literals[iri]
        if iri in literals
        else Node(id=iri, label=NOT_STATED, labels=[], type=None)
        if iri in unstated
        else Node(id=iri, label=_label(iri, labels), labels=labels.get(iri, [])[1:], type=narrowest(types.get(iri, set()), above))
        for iri in sorted(used)
    ]


def _classes(nodes: Iterable[Node], labels: Mapping[str, list[str]], above: Mapping[str, list[str]]) -> list[Class]:
    """The nodes' classes and all above them."""
    used = {node["type"] for node in nodes if node["type"] is not None}
    used |= {one for iri in used for one in above.get(iri, ())}
    return [Class(id=iri, name=_local_name(iri), label=_label(iri, labels), ancestors=above.get(iri, [])) for iri in sorted(used)]
