"""From what a user calls an entity to its IRI."""

from __future__ import annotations

import difflib
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import Final

from pyoxigraph import Literal, NamedNode, QuerySolutions

from kg.errors import UsageError
from kg.query.classes import narrowest, superclasses
from kg.query.columns import column, texts
from kg.store.interface import Store
from kg.vocabulary import SPARQL_PREFIXES

_BY_IRI: Final = "SELECT ?entity WHERE { ?entity kg:named ?any }"
_BY_NAME: Final = "SELECT DISTINCT ?any WHERE { ?any rdfs:label|skos:altLabel ?name FILTER(LCASE(STR(?name)) = LCASE(?wanted)) }"
_ALL_NAMES: Final = """
SELECT DISTINCT ?name ?entity ?label WHERE { ?entity kg:named ?any ; rdfs:label ?label ; rdfs:label|skos:altLabel ?name }
ORDER BY ?name ?label ?entity"""
_CANDIDATES: Final = 10
_NEAREST: Final = 3


def resolve(store: Store, name: str) -> NamedNode:
    """The entity with this IRI, or with this label or other name, whatever its case; else the only one with these words in a name.

    UsageError where several have it or them (it lists them) or none has (it gives the nearest names).
    """
    iri = _as_iri(name)
    if iri is not None and any(_rows(store, _BY_IRI, entity=iri)):
        return iri
    try:
        wanted = Literal(name.strip())
    except ValueError:  # half of a surrogate pair, as a command line in another encoding has: no name holds it
        raise UsageError(_unknown(name, [])) from None
    so_called = [one.value for (one,) in _rows(store, _BY_NAME, wanted=wanted) if isinstance(one, NamedNode)]
    found = column(store, "?id ?label", "?id kg:named ?any ; rdfs:label ?label .", so_called)
    if len(found) == 1:
        return NamedNode(next(iter(found)))
    if found:
        raise UsageError(_ambiguous(name, _with_classes(store, found)))
    names = list(_rows(store, _ALL_NAMES))
    words = _words(name) if iri is None else " "
    meant: dict[NamedNode, str] = {entity: label.value for known, entity, label in names if words != " " and words in _words(known.value)}
    if len(meant) == 1:
        return next(iter(meant))
    if meant:
        raise UsageError(_several(name, meant))
    raise UsageError(_unknown(name, list(dict.fromkeys(known.value for known, *_ in names))))


def _with_classes(store: Store, labels: Mapping[str, str]) -> dict[str, str]:
    """Each entity's label with its class, in the order of the labels."""
    above = superclasses(store)
    types: dict[str, dict[str, str]] = defaultdict(dict)
    for iri, class_, type in sorted(texts(store, "?id ?class ?type", "?id a ?class . ?class rdfs:label ?type .", labels)):
        types[iri].setdefault(class_, type)
    shown = {}
    for iri, label in sorted(labels.items(), key=lambda pair: (pair[1], pair[0])):
        own = types[iri].get(narrowest(set(types[iri]), above) or "")
        shown[iri] = f"{label} ({own})" if own else label
    return shown


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


def _words(name: str) -> str:
    """The words alone, in lower case, each between blanks."""
    return " ".join(["", *re.findall(r"\w+", name.lower()), ""])


def _several(name: str, meant: dict[NamedNode, str]) -> str:
    labels = list(meant.values())
    shown = [label if labels.count(label) == 1 else f"{label} {iri}" for iri, label in meant.items()]
    more = f", … and {len(shown) - _CANDIDATES} more" if len(shown) > _CANDIDATES else ""
    return f"{name!r} may mean: {', '.join(shown[:_CANDIDATES])}{more}; name one in full."


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
