"""The classes of the view's entities: each has its own and all above it, and is shown with the narrowest."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Final

from kg.query.statements import select
from kg.store.interface import Store

_SUPERCLASSES: Final = "SELECT ?id ?super WHERE { ?id rdfs:subClassOf ?super . ?super rdfs:label ?any FILTER(isIRI(?super)) }"
_PASSED_LAST: Final = "SELECT ?id WHERE { ?id kg:passed_last true }"


def superclasses(store: Store) -> dict[str, list[str]]:
    """Class → its super-classes, the nearest first; the class itself isn't one of them, even where the axioms go round in a circle."""
    parents: dict[str, set[str]] = defaultdict(set)
    for row in select(store, _SUPERCLASSES):
        parents[row["id"]].add(row["super"])
    found = {}
    for iri in list(parents):
        steps = {iri: 0}
        todo = [iri]
        for one in todo:
            for parent in sorted(parents.get(one, ())):
                if parent not in steps:
                    steps[parent] = steps[one] + 1
                    todo.append(parent)
        found[iri] = sorted(steps.keys() - {iri}, key=lambda one: (steps[one], one))
    return found


def passed_last(store: Store) -> set[str]:
    """The classes whose members a path goes through only when there is no other way, as the ontology says."""
    return {row["id"] for row in select(store, _PASSED_LAST)}


def narrowest(types: set[str], above: Mapping[str, Sequence[str]]) -> str | None:
    """The class that no other of these is below; the least IRI where there are several."""
    wider = {one for other in types for one in above.get(other, ()) if one != other}
    return min(types - wider or types, default=None)
