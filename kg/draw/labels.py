"""What things are called where they are drawn."""

from __future__ import annotations

from collections.abc import Collection
from sys import intern
from typing import Final

from kg.query.columns import texts
from kg.store.interface import Store

_NAMES: Final = ("rdfs:label", "skos:prefLabel", "skos:altLabel")
"""The best first."""


class Labels:
    """The labels of some resources (None: of all) that show anything, the best first."""

    def __init__(self, store: Store, iris: Collection[str] | None = None) -> None:
        ranked: dict[str, list[tuple[int, str]]] = {}
        for rank, name in enumerate(_NAMES):
            for iri, label in texts(store, "?id ?label", f"?id {name} ?label .", iris):
                if label.strip():
                    ranked.setdefault(iri, []).append((rank, label))
        self._labels = {iri: list(dict.fromkeys(label for _, label in sorted(found))) for iri, found in ranked.items()}

    def best(self, iri: str) -> str:
        """The best label, else what the IRI ends in, made readable."""
        return self._labels[iri][0] if iri in self._labels else local_name(iri).replace("_", " ")

    def others(self, iri: str) -> list[str]:
        """The labels but the best."""
        return self._labels.get(iri, [])[1:]


def local_name(iri: str) -> str:
    """What stands after the IRI's last `#`, `/` or `:`."""
    iri = iri.rstrip("#/:")
    return intern(iri[max(map(iri.rfind, "#/:")) + 1 :])
