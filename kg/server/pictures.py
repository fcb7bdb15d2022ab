"""Graphs, ways and the ontology as the API gives them."""

from __future__ import annotations

import re
from typing import Any, Final

from kg.draw.graph import Graph
from kg.draw.labels import Labels, local_name
from kg.draw.reading import data
from kg.draw.selecting import Part, answering, around, between
from kg.errors import UsageError
from kg.path import Arrow, Path
from kg.path import paths as ways
from kg.query.columns import column, columns, texts
from kg.query.named import Query, named_queries, parse
from kg.query.run import answer
from kg.store.interface import Store
from kg.vocabulary import PREFIXES

_ALTERNATIVES: Final = "?id rdfs:{side}|rdfs:{side}/owl:unionOf/rdf:rest*/rdf:first ?class . FILTER(isIRI(?class))"


def everything(store: Store) -> Graph:
    """The whole store's graph."""
    return _without_texts(data(store))


def surroundings(store: Store, entity: str, depth: int) -> Graph:
    """What is around an entity (its IRI or name)."""
    return _without_texts(data(store, around(store, entity, depth)))


def connections(store: Store, start: str, end: str, any_status: bool) -> Graph:
    """The ways between two entities."""
    return _without_texts(data(store, between(store, start, end, any_status=any_status)))


def answered(store: Store, query: str, arguments: dict[str, str]) -> Graph:
    """What a query of this name, or this SPARQL, answers."""
    return _without_texts(data(store, _part(store, _query(query), arguments)))


def paths(store: Store, start: str, end: str, any_status: bool) -> dict[str, Any]:
    """The three shortest ways between two entities, each a list of steps with sentences and speakers, as `kg path` shows them."""
    found = ways(store, start, end, any_status=any_status)
    named = {iri for way in found for iri in (*way.entities, *(arrow.relation for arrow in way.arrows))}
    labels = Labels(store, named)
    return {"paths": [_steps(way, labels) for way in found]}


def ontology(store: Store) -> dict[str, Any]:
    """The classes and relations of the view, and the prefixes that queries may use."""
    parents = columns(store, "?id ?parent", "?id rdfs:subClassOf ?parent . FILTER(isIRI(?parent))")
    classes = _of_kind(store, "owl:Class")
    relations = sorted({*_of_kind(store, "owl:ObjectProperty"), *_of_kind(store, "owl:DatatypeProperty")})
    sides = {side: columns(store, "?id ?class", _ALTERNATIVES.format(side=side)) for side in ("domain", "range")}
    inverse = column(store, "?id ?other", "?id owl:inverseOf ?other .")
    labels, comments = Labels(store, {*classes, *relations}), column(store, "?id ?comment", "?id rdfs:comment ?comment .")

    def known(iri: str) -> dict[str, Any]:
        return {"id": iri, "name": local_name(iri), "label": labels.best(iri), "comment": comments.get(iri)}

    return {
        "prefixes": PREFIXES,
        "classes": [known(iri) | {"parents": parents.get(iri, [])} for iri in classes],
        "relations": [
            known(iri) | {side: found.get(iri, []) for side, found in sides.items()} | {"inverse": inverse.get(iri)} for iri in relations
        ],
    }


def queries() -> dict[str, Any]:
    """The named queries with their help and parameters."""
    return {"items": [_named(one) for one in named_queries().values()], "next": None}


def _named(one: Query) -> dict[str, Any]:
    parameters = [{"name": it.name, "kind": it.kind, "needed": it.needed, "help": it.help} for it in one.parameters]
    return {"name": one.name, "title": one.title, "help": one.help, "parameters": parameters, "text": one.text}


def _query(given: str) -> Query:
    """The query that is meant: a named one, or SPARQL itself. Never a file, as on the command line."""
    known = named_queries()
    if given in known:
        return known[given]
    if re.fullmatch(r"[\w-]*", given):
        raise UsageError(f"There is no query {given!r}; the named ones are {', '.join(sorted(known))}.")
    return parse(given)


def _part(store: Store, query: Query, arguments: dict[str, str]) -> Part:
    return answering(store, answer(store, query, arguments))


def _without_texts(graph: Graph) -> Graph:
    """The graph without its articles' texts, which are asked for one by one."""
    for one in graph["articles"]:
        one["text"] = None
    return graph


def _of_kind(store: Store, kind: str) -> list[str]:
    return sorted(iri for (iri,) in texts(store, "?id", f"?id a {kind} . FILTER(isIRI(?id))"))


def _steps(way: Path, labels: Labels) -> list[dict[str, Any]]:
    return [_step(entity, arrow, labels) for entity, arrow in zip(way.entities, way.arrows, strict=False)]


def _step(entity: str, arrow: Arrow, labels: Labels) -> dict[str, Any]:
    ends = {name: {"id": iri, "label": labels.best(iri)} for name, iri in (("subject", arrow.subject), ("object", arrow.object))}
    return {
        **ends,
        "relation": {"id": arrow.relation, "label": labels.best(arrow.relation)},
        "status": local_name(arrow.status),
        "allowed": arrow.allowed,
        "backwards": arrow.subject != entity,
        "said": [{"sentence": sentence, "speaker": speaker} for sentence, speaker in arrow.said],
        "statements": list(arrow.statements),
    }
