"""facts.jsonl: one statement a line, as scorers and notebooks read it."""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from itertools import groupby
from typing import Any, Final, Literal

from pyoxigraph import NamedNode

from kg.export.selection import Selection
from kg.iris import statement_iri
from kg.query.entities import entities, other_labels
from kg.query.statements import Row, inferences, select, statements
from kg.query.terms import local_name
from kg.rdf import read_article
from kg.statement import Entity, Statement, Status, Value
from kg.store.interface import Store

Fact = dict[str, Any]
Polarity = Literal["affirmed", "negated"]
Modality = Literal["asserted", "possible", "planned"]
_DOCS: Final = "SELECT ?article ?doc ?key WHERE { ?article a schema:NewsArticle ; kg:doc ?doc ; kg:key ?key }"
_VIOLATIONS: Final = "SELECT ?statement ?axiom WHERE { ?statement kg:violates ?axiom }"
_MODALITIES: Final[dict[Status, Modality]] = {
    Status.AFFIRMED: "asserted",
    Status.POSSIBLE: "possible",
    Status.PLANNED: "planned",
}


def facts(store: Store, selection: Selection) -> str:
    """Every statement of the view, affirmed or not, as JSON Lines by document and place in it; with `derived`, what follows after them.

    A statement that the ontology doesn't allow tells which axioms it `violates`.
    """
    lines = list(_stated(store))
    if selection.derived:
        lines += _derived(store, {one["id"]: one for one in lines})
    return "".join(json.dumps(one, ensure_ascii=False) + "\n" for one in lines)


def documents(store: Store) -> dict[str, str]:
    """Article → the name that scorers know it by: the file's stem where only one has it, else the key without suffix."""
    rows = select(store, _DOCS)
    times = Counter(row["doc"] for row in rows)
    return {row["article"]: row["doc"] if times[row["doc"]] == 1 else _without_suffix(row["key"]) for row in rows}


def _without_suffix(key: str) -> str:
    head, slash, last = key.rpartition("/")
    stem, dot, _ = last.rpartition(".")
    return f"{head}{slash}{stem}" if dot and stem else key


def _stated(store: Store) -> Iterator[Fact]:
    viewed = {row["statement"]: row for row in statements(store)}
    violations: dict[str, list[str]] = defaultdict(list)
    for row in sorted(select(store, _VIOLATIONS), key=lambda row: row["axiom"]):
        violations[row["statement"]].append(local_name(row["axiom"]))
    for article, doc in sorted(documents(store).items(), key=lambda pair: (pair[1], pair[0])):
        graph = NamedNode(article)
        _, said = read_article(store.quads(graph))
        for one in said:
            iri = statement_iri(graph, one).value
            if iri in viewed:  # else it is rejected
                yield _fact(doc, article, one, viewed[iri], violations)


def _fact(doc: str, article: str, one: Statement, row: Row, violations: Mapping[str, list[str]]) -> Fact:
    polarity, modality = certainty(one)
    return {
        "id": row["statement"],
        "doc": doc,
        "article": article,
        "relation": local_name(one.relation),
        "polarity": polarity,
        "modality": modality,
        "subject": _entity(one.subject, row["subject"]) if one.subject else None,
        "object": _value(one.object) if isinstance(one.object, Value) else _entity(one.object, row["object"]),
        "sources": [_source(one.attributed_to, row["speaker"])] if one.attributed_to else [],
        "amount": one.amount.words if one.amount else None,
        "when": one.when.words if one.when else None,
        "evidence": {"start": one.evidence.start, "end": one.evidence.end, "text": one.evidence.text},
        "wording": one.wording,
        "derived": False,
    } | ({"violates": violations[row["statement"]]} if row["statement"] in violations else {})


def certainty(one: Statement) -> tuple[Polarity, Modality]:
    """A statement's status in two parts: whether it is affirmed or denied, and whether as a fact, a possibility or a plan."""
    if one.status is Status.DENIED:
        return "negated", _MODALITIES[one.modality or Status.AFFIRMED]
    return "affirmed", _MODALITIES[one.status]


def _entity(entity: Entity, canonical: str) -> Fact:
    return _source(entity, canonical) | {"type": local_name(entity.type)}


def _value(value: Value) -> Fact:
    shown = {"id": None, "label": value.label, "labels": list(value.labels), "type": local_name(value.datatype)}
    return shown | {"value": value.lexical, "datatype": value.datatype}


def _source(entity: Entity, canonical: str) -> Fact:
    return {"id": canonical, "label": entity.label, "labels": list(entity.labels)}


def _derived(store: Store, stated: dict[str, Fact]) -> Iterator[Fact]:
    known, others = entities(store), other_labels(store)

    def node(iri: str) -> Fact:
        label = known[iri]["label"]
        return {"id": iri, "label": label, "labels": [label, *others.get(iri, [])], "type": local_name(known[iri]["class"])}

    for inference, rows in groupby(inferences(store), key=lambda row: row["inference"]):
        group = list(rows)
        premises = [row["premise"] for row in group]
        yield {
            "id": inference,
            "doc": _common(stated, premises, "doc"),
            "article": _common(stated, premises, "article"),
            "relation": local_name(group[0]["relation"]),
            "polarity": "affirmed",
            "modality": "asserted",
            "subject": node(group[0]["subject"]),
            "object": stated[premises[0]]["object"] if "datatype" in group[0] else node(group[0]["object"]),
            "sources": [],
            "amount": None,
            "when": None,
            "evidence": None,
            "wording": None,
            "derived": True,
            "premises": premises,
        }


def _common(stated: dict[str, Fact], premises: list[str], key: str) -> str | None:
    """What all premises have there; None where they differ."""
    values = {stated[one][key] for one in premises if one in stated}
    return values.pop() if len(values) == 1 else None
