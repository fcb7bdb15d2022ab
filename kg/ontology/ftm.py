"""A FollowTheMoney model → triples: schemata as classes, their properties as relations, and schemata that join two as one relation."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any, Final

import yaml
from pyoxigraph import Literal, NamedNode, Triple
from rdflib import OWL, RDF, RDFS, XSD

from kg.errors import OntologyError
from kg.ontology import limits
from kg.ontology.files import Source
from kg.ontology.terms import worded

NAMESPACE: Final = "https://w3id.org/ftm#"
_DATATYPES: Final = {"date": XSD.date, "number": XSD.decimal, "url": XSD.anyURI}
_LEFT_OUT: Final = ("stub", "hidden", "deprecated")
_Schemata = Mapping[str, Mapping[str, Any]]


def triples(source: Source) -> Iterator[Triple]:
    """What a schema's YAML, or the JSON dump of all schemata, says. Raises OntologyError for what is neither."""
    schemata = _schemata(source)
    for name, schema in schemata.items():
        edge = _edge(schema)
        if edge is None:
            yield from _class(name, schema)
            for key, one in _mapping(schema.get("properties")).items():
                yield from _relation(name, key, _mapping(one))
        else:
            yield from _joining(name, schema, edge, schemata)


def _schemata(source: Source) -> _Schemata:
    given = _mapping(_json(source) if source.suffix == ".json" else _yaml(source))
    found = {str(name): _mapping(one) for name, one in _mapping(given.get("schemata", given)).items()}
    if not found or not any({"label", "extends", "properties"} & set(one) for one in found.values()):
        raise OntologyError(f"{source.name} is no FollowTheMoney model: it has no schema with label, extends or properties.")
    return found


def _json(source: Source) -> Any:
    try:
        return json.loads(source.data)
    except json.JSONDecodeError as error:
        raise OntologyError(
            f"{source.name}, line {error.lineno}, column {error.colno}: this isn't JSON ({error.msg}); correct it."
        ) from error
    except (RecursionError, ValueError) as error:
        raise OntologyError(f"{source.name} is JSON that is nested or has numbers without end: name a FollowTheMoney model.") from error


def _yaml(source: Source) -> Any:
    text = source.data.decode("utf-8")
    depth = 0
    try:
        for event in yaml.parse(text, Loader=yaml.CSafeLoader):
            depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
            if isinstance(event, yaml.AliasEvent) or depth > limits.MAX_DEPTH:
                raise OntologyError(f"{source.name} has aliases or deep nesting, which no schema needs: write out what they stand for.")
        return yaml.load(text, Loader=yaml.CSafeLoader)
    except (yaml.YAMLError, ValueError) as error:
        mark = getattr(error, "problem_mark", None)
        place = f", line {mark.line + 1}, column {mark.column + 1}" if mark else ""
        raise OntologyError(
            f"{source.name}{place}: this isn't YAML ({getattr(error, 'problem', None) or 'it has a wrong value'})."
        ) from error


def _class(name: str, schema: Mapping[str, Any]) -> Iterator[Triple]:
    yield from _described(name, OWL.Class, _label(schema.get("label"), name), schema)
    for parent in _listed(schema.get("extends")):
        yield _triple(name, RDFS.subClassOf, _term(parent))


def _relation(schema: str, key: str, one: Mapping[str, Any]) -> Iterator[Triple]:
    if any(one.get(flag) for flag in _LEFT_OUT):
        return
    name = f"{schema}:{key}"
    is_entity = one.get("type") == "entity"
    yield from _described(name, OWL.ObjectProperty if is_entity else OWL.DatatypeProperty, _label(one.get("label"), key), one)
    yield _triple(name, RDFS.domain, _term(schema))
    if not is_entity:
        yield _triple(name, RDFS.range, NamedNode(str(_DATATYPES.get(str(one.get("type")), XSD.string))))
        return
    target = _target(one)
    if target:
        yield _triple(name, RDFS.range, _term(target))
    reverse = one.get("reverse")
    if target and reverse:
        inverse = f"{target}:{reverse.get('name') if isinstance(reverse, dict) else reverse}"
        yield _triple(inverse, RDF.type, NamedNode(str(OWL.ObjectProperty)))
        yield _triple(name, OWL.inverseOf, _term(inverse))


def _joining(name: str, schema: Mapping[str, Any], edge: tuple[str, str], schemata: _Schemata) -> Iterator[Triple]:
    """A schema that is an arrow between two: what else it has would hang on the arrow, and isn't told by a relation."""
    said = _mapping(schema.get("edge"))
    yield from _described(name, OWL.ObjectProperty, _label(said.get("label") or schema.get("label"), name), schema)
    if said.get("directed") is False:
        yield _triple(name, RDF.type, NamedNode(str(OWL.SymmetricProperty)))
    for side, key in ((RDFS.domain, edge[0]), (RDFS.range, edge[1])):
        if target := _target(_property(name, key, schemata)):
            yield _triple(name, side, _term(target))


def _edge(schema: Mapping[str, Any]) -> tuple[str, str] | None:
    said = _mapping(schema.get("edge"))
    ends = said.get("source") or schema.get("edgeSource"), said.get("target") or schema.get("edgeTarget")
    return (str(ends[0]), str(ends[1])) if all(ends) else None


def _property(schema: str, key: str, schemata: _Schemata) -> Mapping[str, Any]:
    """A property of a schema, its own or one from above."""
    seen: set[str] = set()
    todo = [schema]
    while todo:
        name = todo.pop()
        if name not in seen and name in schemata:
            seen.add(name)
            own = _mapping(schemata[name].get("properties"))
            if key in own:
                return _mapping(own[key])
            todo += _listed(schemata[name].get("extends"))
    return {}


def _target(one: Mapping[str, Any]) -> str:
    return str(one.get("range") or one.get("schema") or "")


def _described(name: str, kind: str, label: str, one: Mapping[str, Any]) -> Iterator[Triple]:
    yield _triple(name, RDF.type, NamedNode(str(kind)))
    yield _triple(name, RDFS.label, Literal(label))
    if isinstance(one.get("description"), str):
        yield _triple(name, RDFS.comment, Literal(" ".join(one["description"].split())))


def _label(given: Any, name: str) -> str:
    return " ".join(word if word.isupper() else word.lower() for word in str(given).split()) if given else worded(name)


def _triple(subject: str, predicate: str, value: NamedNode | Literal) -> Triple:
    return Triple(_term(subject), NamedNode(str(predicate)), value)


def _term(name: str) -> NamedNode:
    try:
        return NamedNode(NAMESPACE + name)
    except ValueError as error:
        raise OntologyError(f"{name[:60]!r} can't name a schema or property: use letters and digits.") from error


def _mapping(value: Any) -> dict[str, Any]:
    return {str(key): one for key, one in value.items()} if isinstance(value, dict) else {}


def _listed(value: Any) -> list[str]:
    return [str(one) for one in value] if isinstance(value, list) else [str(value)] if value else []
