"""From what a user calls an entity to its IRI."""

from __future__ import annotations

import difflib
from collections import defaultdict
from collections.abc import Iterator
from typing import Final

from pyoxigraph import Literal, NamedNode, QuerySolutions

from kg.errors import UsageError
from kg.store.interface import Store
from kg.vocabulary import SPARQL_PREFIXES

_BY_IRI: Final = "SELECT ?entity WHERE { ?entity kg:named ?any }"
_BY_NAME: Final = """
SELECT DISTINCT ?entity ?label ?type WHERE {
  ?entity kg:named ?any ; rdfs:label ?label .
  FILTER(LCASE(STR(?label)) = LCASE(?wanted) || EXISTS { ?entity skos:altLabel ?other FILTER(LCASE(STR(?other)) = LCASE(?wanted)) })
  OPTIONAL { ?entity a ?class . ?class rdfs:label ?type }
} ORDER BY ?label ?entity ?type"""
_ALL_NAMES: Final = "SELECT DISTINCT ?name WHERE { ?entity kg:named ?any ; rdfs:label|skos:altLabel ?name } ORDER BY ?name"
_CANDIDATES: Final = 10
_NEAREST: Final = 3


def resolve(store: Store, name: str) -> NamedNode:
    """The entity with this IRI, or with this label or other name, whatever its case.

    UsageError where several have it (it lists them) or none has (it gives the nearest names).
    """
    iri = _as_iri(name)
    if iri is not None and any(_rows(store, _BY_IRI, entity=iri)):
        return iri
    found: dict[NamedNode, list[str]] = defaultdict(list)
    for entity, label, type in _rows(store, _BY_NAME, wanted=Literal(name.strip())):
        found[entity].append(f"{label.value} ({type.value})" if type else label.value)
    if len(found) == 1:
        return next(iter(found))
    if found:
        raise UsageError(_ambiguous(name, {entity.value: labels[0] for entity, labels in found.items()}))
    raise UsageError(_unknown(name, [row[0].value for row in _rows(store, _ALL_NAMES)]))


def _as_iri(name: str) -> NamedNode | None:
    text = name.strip().removeprefix("<").removesuffix(">")
    if ":" not in text or " " in text:
        return None
    try:
        return NamedNode(text)
    except ValueError:
        return None


def _rows(store: Store, query: str, **parameters: NamedNode | Literal) -> Iterator[tuple]:  # type: ignore[type-arg]
    solutions = store.query(SPARQL_PREFIXES + query, parameters=parameters)
    assert isinstance(solutions, QuerySolutions)
    for row in solutions:
        yield tuple(row)


def _ambiguous(name: str, candidates: dict[str, str]) -> str:
    lines = [f"  {label}  {iri}" for iri, label in list(candidates.items())[:_CANDIDATES]]
    if len(candidates) > _CANDIDATES:
        lines.append(f"  … and {len(candidates) - _CANDIDATES} more")
    return "\n".join([f"{name!r} names {len(candidates)} entities: give the IRI of the one you mean.", *lines])


def _unknown(name: str, names: list[str]) -> str:
    by_lower = {one.lower(): one for one in names}
    near = [by_lower[one] for one in difflib.get_close_matches(name.lower(), by_lower, _NEAREST, cutoff=0.5)]
    if not near:
        near = [one for one in names if name.lower() in one.lower()][:_NEAREST]
    hint = f"the nearest names are {', '.join(map(repr, near))}" if near else "give a name or IRI that the store has"
    return f"The store has no entity named {name!r}: {hint}."
