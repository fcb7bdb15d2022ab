"""Entities as the API gives them: found by their names, and each with what is said of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import Any, Final

from pyoxigraph import NamedNode

from kg.draw.labels import Labels, local_name
from kg.query.classes import narrowest, superclasses
from kg.query.columns import column, columns, texts
from kg.query.links import Link, links_at
from kg.query.names import resolve
from kg.server.paging import Place, listed, page
from kg.store.interface import Store

_NAMED: Final = "?id ?name"
_NAME: Final = "?id kg:named ?any ; rdfs:label|skos:altLabel ?name . "


@dataclass(frozen=True, slots=True)
class _Found:
    """An entity, how well a name of it fits what is sought (0 is best), and how much is said of it."""

    id: str
    fit: int
    said: int
    label: str

    @property
    def place(self) -> Place:
        return self.fit, -self.said, self.label.casefold(), self.id


def entities(store: Store, sought: str, class_: NamedNode | None, limit: int, after: str | None) -> dict[str, Any]:
    """A page of the entities that have what is sought in a name (""; all), those first whose names begin with it, and then those of whom
    most is said; of one class, or of any."""
    of_class = f"?id a {class_} . " if class_ is not None else ""
    names = columns(store, _NAMED, _NAME + of_class)
    fits = {iri: fit for iri, ones in names.items() if (fit := _fit(sought.casefold(), ones)) is not None}
    labels, said = column(store, _NAMED, "?id kg:named ?any ; rdfs:label ?name . " + of_class), _said(store)
    found = [_Found(iri, fit, said[iri], labels.get(iri, iri)) for iri, fit in fits.items()]
    shown, next = page(found, lambda one: one.place, limit, after)
    return listed(described(store, [one.id for one in shown]), next)


def entity(store: Store, name: str) -> dict[str, Any]:
    """The entity of this IRI or name, with its arrows counted by relation, direction and status. UsageError where it is none or several."""
    iri = resolve(store, name).value
    (found,) = described(store, [iri])
    near = links_at(store, [iri])
    labels = Labels(store, {one.relation for one in near})
    arrows = {one.arrow for one in near}
    counted = Counter((relation, subject == iri, status) for subject, relation, _, status in arrows)
    relations = [
        {"id": relation, "label": labels.best(relation), "outgoing": outgoing, "status": local_name(status), "arrows": number}
        for (relation, outgoing, status), number in sorted(counted.items(), key=lambda one: (-one[1], one[0]))
    ]
    return found | {"statements": len(near), "relations": relations}


def described(store: Store, iris: Collection[str]) -> list[dict[str, Any]]:
    """Entities with their names, their narrowest class, and how many arrows they have, in the order given."""
    labels, above = Labels(store, iris), superclasses(store)
    classes = columns(store, "?id ?class", "?id a ?class .", iris)
    arrows = _arrows(links_at(store, iris))
    return [
        {
            "id": iri,
            "label": labels.best(iri),
            "labels": labels.others(iri),
            "type": narrowest(set(classes.get(iri, ())), above),
            "arrows": arrows[iri],
        }
        for iri in iris
    ]


def _fit(sought: str, names: Iterable[str]) -> int | None:
    """0 where a name is what is sought, 1 where one begins with it, 2 where a word of one does, 3 where it stands elsewhere in one."""
    if not sought:
        return 0
    fits = []
    for name in map(str.casefold, names):
        if name == sought:
            return 0
        if name.startswith(sought):
            fits.append(1)
        elif f" {sought}" in name:
            fits.append(2)
        elif sought in name:
            fits.append(3)
    return min(fits, default=None)


def _said(store: Store) -> Counter[str]:
    """How many statements each entity is subject or object of."""
    found: Counter[str] = Counter()
    for end in ("subject", "object"):
        counts = f"{{ SELECT ?id (COUNT(?st) AS ?n) {{ ?st rdf:{end} ?id ; a kg:Statement }} GROUP BY ?id }} FILTER(isIRI(?id))"
        found.update({iri: int(number) for iri, number in texts(store, "?id ?n", counts)})
    return found


def _arrows(near: Iterable[Link]) -> Counter[str]:
    return Counter(end for subject, _, object, _ in {one.arrow for one in near} for end in {subject, object})
