"""RDF terms as people read them."""

from __future__ import annotations

import re

from pyoxigraph import BlankNode, Literal, NamedNode, Triple

from kg.terminal import printable
from kg.vocabulary import KG, PREFIXES

Term = NamedNode | BlankNode | Literal | Triple


def local_name(iri: str) -> str:
    """What stands after the IRI's last `#` or `/`."""
    return re.split(r"[#/]", iri.rstrip("#/"))[-1]


def term_text(term: Term | None) -> str:
    """A term for people: an IRI of a known vocabulary with its prefix (ours without), a literal's text; no control characters."""
    if term is None:
        return ""
    if isinstance(term, Literal):
        return printable(term.value)
    if isinstance(term, NamedNode):
        for prefix, namespace in PREFIXES.items():
            if term.value.startswith(namespace):
                name = term.value.removeprefix(namespace)
                return printable(name if namespace == KG.iri else f"{prefix}:{name}")
        return printable(term.value)
    return printable(str(term))
