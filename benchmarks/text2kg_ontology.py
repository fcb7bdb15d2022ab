"""An ontology of Text2KGBench, which is JSON, as Turtle: concepts are classes, relations have domain, range and datatype."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import rdflib
from rdflib import RDF

NAMESPACE = "urn:text2kg:"
_DATATYPES = {"number": "xsd:decimal", "date": "xsd:date", "year": "xsd:gYear", "string": "xsd:string", "": "rdfs:Literal"}
_PREFIXES = f"""\
@prefix : <{NAMESPACE}> .
@prefix kg: <https://w3id.org/accordingto#> .
@prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
"""


def imported(ontology: Mapping[str, Any], names: Path) -> tuple[str, dict[str, str]]:
    """The Turtle, and the benchmark's labels of its relations by IRI. A name in capitals within is several words ("netIncome").

    `names` is Turtle of individuals, whose classes are declared too, so that it can stand beside.
    """
    known = sorted({str(one) for one in rdflib.Graph().parse(names).objects(None, RDF.type)})
    lines = [_PREFIXES, *(f"<{iri}> a owl:Class ." for iri in known)]
    classes = {str(one["qid"]): str(one["label"]) for one in ontology["concepts"]}
    taken = {_local(qid) for qid in classes}
    relations = {_apart(_local(str(one["label"])), taken): one for one in ontology["relations"]}
    for one in relations.values():
        for side in (_side(one, "domain"), _side(one, "range")):
            if side.lower() not in _DATATYPES:
                classes.setdefault(side, side)
    lines += [f"{_name(qid)} a owl:Class ; rdfs:label {_text(_words(label))} ." for qid, label in classes.items()]
    # Nobody speaks in the benchmark's sentences; and what its classes look like is to be learnt, not taken from ours.
    lines += [f"{_name(qid)} kg:speaks false ." for qid in classes]
    lines.append("")
    for key, one in relations.items():
        datatype = _DATATYPES.get(_side(one, "range").lower())
        kind = "owl:ObjectProperty" if datatype is None else "owl:DatatypeProperty"
        domain = f" ; rdfs:domain {_name(_side(one, 'domain'))}" if _side(one, "domain") in classes else ""
        range_ = datatype or _name(_side(one, "range"))
        label = f"rdfs:label {_text(_words(str(one['label'])))}"
        lines.append(f"{_name(key)} a {kind} ; {label}{domain} ; rdfs:range {range_} .")
    return "\n".join(lines) + "\n", {NAMESPACE + _local(key): str(one["label"]) for key, one in relations.items()}


def _side(relation: Mapping[str, Any], side: str) -> str:
    return str(relation.get(side) or "")


def _apart(name: str, taken: set[str]) -> str:
    """A relation's local name, which no class has."""
    return f"{name}-relation" if name in taken else name


def _words(label: str) -> str:
    return re.sub(r"(?<=[a-z0-9])(?=[A-Z])", " ", label.replace("_", " ")).lower()


def _local(text: str) -> str:
    return re.sub(r"\W+", "-", text).strip("-")


def _name(text: str) -> str:
    return f"<{NAMESPACE}{_local(text)}>"


def _text(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'
