"""The view's entities, a row each."""

from __future__ import annotations

from collections import defaultdict
from typing import Final

from kg.query.classes import narrowest, superclasses
from kg.query.statements import Row, select
from kg.store.interface import Store

_ENTITIES: Final = """
SELECT ?entity ?label ?class ?passed_last WHERE {
  ?entity kg:named ?any ; rdfs:label ?label ; a ?class
  OPTIONAL { ?class kg:passed_last ?passed_last }
}"""
_OTHER_LABELS: Final = "SELECT ?entity ?label WHERE { ?entity kg:named ?any ; skos:altLabel ?label }"


def entities(store: Store) -> dict[str, Row]:
    """Every entity's `label` and `class` (its narrowest; the least where there are several), and whether it is `passed_last`."""
    above = superclasses(store)
    rows: dict[str, list[Row]] = defaultdict(list)
    for row in sorted(select(store, _ENTITIES), key=lambda row: (row["entity"], row["class"])):
        rows[row["entity"]].append(row)
    return {iri: _entity(found, narrowest({row["class"] for row in found}, above) or "") for iri, found in rows.items()}


def _entity(rows: list[Row], own_class: str) -> Row:
    last = {"passed_last": "true"} if any(row.get("passed_last") == "true" for row in rows) else {}
    return {"entity": rows[0]["entity"], "label": rows[0]["label"], "class": own_class} | last


def other_labels(store: Store) -> dict[str, list[str]]:
    """Every entity's further names, sorted."""
    found: dict[str, list[str]] = {}
    for row in sorted(select(store, _OTHER_LABELS), key=lambda row: (row["entity"], row["label"])):
        found.setdefault(row["entity"], []).append(row["label"])
    return found
