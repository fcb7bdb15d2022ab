"""What the page calls its terms, and where on it they stand."""

from __future__ import annotations

import re
from collections.abc import Iterable
from html import escape
from typing import Final

from kg.ontology.model import Ontology
from kg.ontology.terms import local_name

_PLAIN: Final = re.compile(r"[A-Za-z0-9_.-]{1,80}")


class Names:
    """Labels, and addresses on the page that are unique and of plain characters."""

    def __init__(self, ontology: Ontology) -> None:
        classes = {iri: one.label for iri, one in ontology.classes.items()}
        self.labels = classes | {iri: one.label for iri, one in ontology.relations.items()}
        self._ids: dict[str, str] = {}
        taken: set[str] = set()
        for kind, terms in (("class", ontology.classes), ("relation", ontology.relations)):
            for number, iri in enumerate(terms):
                name = local_name(iri)
                address = f"{kind}-{name}" if _PLAIN.fullmatch(name) and f"{kind}-{name}" not in taken else f"{kind}-{number}-"
                taken.add(address)
                self._ids[iri] = address

    def id(self, iri: str) -> str:
        """Where a class or relation stands."""
        return self._ids[iri]

    def link(self, iri: str) -> str:
        """A term as a link to where it stands, or out of the page, where that is an address on the web."""
        if iri in self._ids:
            return f'<a href="#{self._ids[iri]}">{escape(self.labels[iri])}</a>'
        if iri.startswith(("http://", "https://")):
            return f'<a class="out" rel="noopener noreferrer" href="{escape(iri)}">{escape(_short(iri))}</a>'
        return escape(_short(iri))

    def links(self, iris: Iterable[str], joined: str = ", ") -> str:
        """Some terms in the order of their labels."""
        return joined.join(self.link(iri) for iri in sorted(iris, key=lambda iri: (self.labels.get(iri, _short(iri)).lower(), iri)))


_PREFIXES: Final = {
    "http://purl.org/dc/terms/": "dcterms",
    "http://purl.org/vocab/bio/0.1/": "bio",
    "http://purl.org/vocab/relationship/": "rel",
    "http://www.w3.org/2001/XMLSchema#": "xsd",
    "http://www.w3.org/2000/01/rdf-schema#": "rdfs",
    "http://www.w3.org/ns/org#": "org",
    "http://www.w3.org/ns/prov#": "prov",
    "http://xmlns.com/foaf/0.1/": "foaf",
    "https://schema.org/": "schema",
    "https://w3id.org/ftm#": "ftm",
}


def _short(iri: str) -> str:
    return next((f"{prefix}:{iri.removeprefix(start)}" for start, prefix in _PREFIXES.items() if iri.startswith(start)), iri)
