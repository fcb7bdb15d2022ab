"""Entities as the API gives them: found by their names, and each with what is said of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import Any, Final

from pyoxigraph import NamedNode

from kg.draw.labels import Labels, local_name
from kg.query.classes import narrowest, superclasses
from kg.query.columns import columns, texts
from kg.query.links import Link, links_at
from kg.query.names import resolve
from kg.server.kept import kept
from kg.server.paging import Place, listed, page
from kg.store.interface import Store

_NAMED: Final = "?id ?name"


@dataclass(frozen=True, slots=True)
class _Known:
    """An entity, its names (the best first) as they are compared, and how much is said of it."""

    id: str
    names: tuple[str, ...]
    said: int


def entities(store: Store, sought: str, class_: NamedNode | None, limit: int, after: str | None) -> dict[str, Any]:
    """A page of the entities that have what is sought in a name (""; all), those first whose names begin with it, and then those of whom
    most is said; of one class, or of any."""
    words = sought.casefold()
    of_class = None if class_ is None else {iri for (iri,) in texts(store, "?id", f"?id a {class_} .")}
    found: list[Place] = []
    for one in _known(store):
        fit = _fit(words, one.names)
        if fit is not None and (of_class is None or one.id in of_class):
            found.append((fit, -one.said, one.names[0], one.id))
    shown, next = page(found, lambda place: place, limit, after)
    return listed(described(store, [str(iri) for *_, iri in shown]), next)


@kept
def _known(store: Store) -> list[_Known]:
    best, others = (columns(store, _NAMED, f"?id kg:named ?any ; {name} ?name .") for name in ("rdfs:label", "skos:altLabel"))
    said = _said(store)
    return [_Known(iri, tuple(one.casefold() for one in (*names, *others.get(iri, ()))), said[iri]) for iri, names in best.items()]


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
    best = None
    for name in names:
        if sought in name:
            fit = 0 if name == sought else 1 if name.startswith(sought) else 2 if f" {sought}" in name else 3
            best = fit if best is None else min(best, fit)
    return best


def _said(store: Store) -> Counter[str]:
    """How many statements each entity is subject or object of."""
    found: Counter[str] = Counter()
    for end in ("subject", "object"):
        counts = f"{{ SELECT ?id (COUNT(?st) AS ?n) {{ ?st rdf:{end} ?id ; a kg:Statement }} GROUP BY ?id }} FILTER(isIRI(?id))"
        found.update({iri: int(number) for iri, number in texts(store, "?id ?n", counts)})
    return found


def _arrows(near: Iterable[Link]) -> Counter[str]:
    return Counter(end for subject, _, object, _ in {one.arrow for one in near} for end in {subject, object})
