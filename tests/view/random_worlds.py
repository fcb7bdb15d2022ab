"""Small random ontologies with all kinds of axioms, and random triples between a few entities."""

from __future__ import annotations

import random
from dataclasses import replace
from typing import Final

from pyoxigraph import NamedNode

from kg.derivation import Triple
from kg.ontology.model import Ontology, Relation

NS: Final = "urn:test:"
KINDS: Final = ("supers", "equivalents", "inverse", "symmetric", "transitive", "chains")
NAMES: Final = tuple("pqrstu")


def random_ontology(chance: random.Random) -> Ontology:
    """Six relations, most of them with one or two axioms: chains are of two or three steps, over whichever relations."""
    relations = {NS + name: Relation(NS + name, name, name, "") for name in NAMES}
    for iri in list(relations):
        for _ in range(chance.randrange(3)):
            relations[iri] = replace(relations[iri], **_axiom(chance, iri))
    for iri in list(relations):
        for other in relations[iri].equivalents:  # as the loader gives them, whichever of the two states it
            relations[other] = replace(relations[other], equivalents=tuple(sorted({*relations[other].equivalents, iri})))
    return Ontology({}, relations, "sha256:0")


def _axiom(chance: random.Random, iri: str) -> dict[str, object]:
    other = NS + chance.choice([name for name in NAMES if NS + name != iri])
    kind = chance.choice(KINDS)
    if kind == "chains":
        return {kind: (tuple(NS + chance.choice(NAMES) for _ in range(chance.choice((2, 2, 3)))),)}
    return {kind: {"supers": (other,), "equivalents": (other,), "inverse": other}.get(kind, True)}


def without(ontology: Ontology, kind: str) -> Ontology:
    """The same with no axiom of this kind."""
    empty = {"inverse": None, "symmetric": False, "transitive": False}.get(kind, ())
    return Ontology({}, {iri: replace(one, **{kind: empty}) for iri, one in ontology.relations.items()}, "sha256:0")


def random_triples(chance: random.Random, number: int, entities: int) -> set[Triple]:
    """Triples between so many entities, some of them from an entity to itself."""

    def node(name: str) -> NamedNode:
        return NamedNode(NS + name)

    def entity() -> NamedNode:
        return node(f"n{chance.randrange(entities)}")

    return {(entity(), node(chance.choice(NAMES)), entity()) for _ in range(number)}
