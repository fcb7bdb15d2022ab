"""Suggestions as Turtle that a person reads, edits and gives with `--ontology`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Final

from kg.ontology import vocabulary as kg
from kg.ontology.model import Ontology
from kg.suggesting.grouping import Suggestion
from kg.terminal import printable

NAMESPACE: Final = "https://example.org/terms#"
"""What the new relations' IRIs begin with, until somebody gives them better ones."""
_HEAD: Final = f"""@prefix kg: <{kg.NAMESPACE}> .
@prefix my: <{NAMESPACE}> .
@prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
"""
_SHOWN: Final = 5
_NAME: Final = re.compile(r"[A-Za-z]\w*")


def turtle(suggestions: Iterable[Suggestion], ontology: Ontology) -> str:
    """All of them, each after how often it is said and of which classes, and before the sentences that say it."""
    return "\n".join([_HEAD, *(_block(one, ontology) for one in suggestions)])


def _block(one: Suggestion, ontology: Ontology) -> str:
    pairs = ", ".join(f"{number} {_label(first, ontology)} → {_label(second, ontology)}" for (first, second), number in one.classes)
    lines = [
        f"# {_counted(len(one.found), 'proposition')} in {_counted(one.articles, 'article')}: {pairs}",
        f"my:{one.name} a owl:ObjectProperty ;",
        f"    rdfs:label {_literal(one.label)} ;",
        *(f"    rdfs:{side} {_classes(classes)} ;" for side, classes in (("domain", one.domain), ("range", one.range))),
        f"    kg:example {_literal(one.example)} .",
        *(
            f"# {printable(each.article)} {each.saying.place.start}–{each.saying.place.end}: {printable(each.saying.place.text)}"
            for each in one.found[:_SHOWN]
        ),
    ]
    more = len(one.found) - _SHOWN
    return "\n".join([*lines, *([f"# and {more} more"] if more > 0 else []), ""])


def _classes(iris: Sequence[str]) -> str:
    terms = [_term(iri) for iri in iris]
    return terms[0] if len(terms) == 1 else f"[ a owl:Class ; owl:unionOf ( {' '.join(terms)} ) ]"


def _term(iri: str) -> str:
    local = iri.removeprefix(kg.NAMESPACE)
    return f"kg:{local}" if local != iri and _NAME.fullmatch(local) else f"<{iri}>"


def _literal(text: str) -> str:
    escaped = printable(text).replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


def _label(iri: str, ontology: Ontology) -> str:
    known = ontology.classes.get(iri)
    return printable(known.label if known is not None else iri)


def _counted(number: int, what: str) -> str:
    return f"{number} {what}{'' if number == 1 else 's'}"
