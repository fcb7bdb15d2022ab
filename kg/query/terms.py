"""RDF terms as people read them."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

from pyoxigraph import BlankNode, Literal, NamedNode, Triple

from kg.vocabulary import KG, PREFIXES

Term = NamedNode | BlankNode | Literal | Triple

_TURNING: Final = "\u202a\u202b\u202d\u202e\u2066\u2067\u2068"
"""Characters that turn the direction of what follows."""


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


def printable(text: str) -> str:
    """The text on one line, without characters that would steer the terminal or turn the writing's direction."""
    spaced = " ".join(text.split())
    return "".join("\ufffd" if unicodedata.category(one) in ("Cc", "Cs") or one in _TURNING else one for one in spaced)
