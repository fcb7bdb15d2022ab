"""What follows is what an OWL 2 RL reasoner finds, and the view tells that reasoner enough to find it."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from functools import cache

import owlrl
import pytest
import rdflib
from pyoxigraph import BlankNode, DefaultGraph, Literal, NamedNode

from kg import vocabulary as v
from kg.derivation import LONGEST_PROOF, Triple, derive, rules
from kg.editing import Editor
from kg.identity.clusters import clusters, members
from kg.iris import entity_iri
from kg.literals import value_literal
from kg.manifest import Versions
from kg.ontology.model import Ontology, OntologyClass
from kg.statement import Status, Value
from kg.store.oxigraph import OxigraphStore
from kg.view.ontology import ontology_quads
from kg.view.stored import Sources
from tests.view.random_worlds import KINDS, random_ontology, random_triples, without
from tests.view.world import ACTOR, NS, SPOT, article
from tests.view.world import ONTOLOGY as STORE_ONTOLOGY

WORLDS = 60


def rdflib_term(term: NamedNode | BlankNode | Literal) -> rdflib.term.Identifier:
    if isinstance(term, NamedNode):
        return rdflib.URIRef(term.value)
    if isinstance(term, BlankNode):
        return rdflib.BNode(term.value)
    return rdflib.Literal(term.value, datatype=rdflib.URIRef(term.datatype.value), normalize=False)


def closure(rows: Iterable[tuple[NamedNode | BlankNode, NamedNode, NamedNode | BlankNode | Literal]], ontology: Ontology) -> rdflib.Graph:
    """All that owlrl finds, given the ontology's axioms as the view shows them."""
    graph = rdflib.Graph()
    for row in (*rows, *(quad.triple for quad in ontology_quads(ontology))):
        graph.add(tuple(map(rdflib_term, row)))
    reasoner = owlrl.DeductiveClosure(owlrl.OWLRL_Semantics, rdfs_closure=False, axiomatic_triples=False, datatype_axioms=False)
    reasoner.expand(graph)
    return graph


def between(graph: rdflib.Graph, ontology: Ontology) -> set[Triple]:
    """The graph's triples of the ontology's relations, but those that relate a thing to itself."""
    found = set()
    for subject, relation, object_ in graph:
        if str(relation) in ontology.relations and subject != object_:
            value = isinstance(object_, rdflib.Literal)
            other = Literal(str(object_), datatype=NamedNode(str(object_.datatype))) if value else NamedNode(str(object_))
            found.add((NamedNode(str(subject)), NamedNode(str(relation)), other))
    return found


@cache
def world(seed: int) -> tuple[Ontology, frozenset[Triple]]:
    chance = random.Random(seed)
    return random_ontology(chance), frozenset(random_triples(chance, chance.randrange(4, 13), 6))


def followed(given: Iterable[Triple], ontology: Ontology) -> set[Triple]:
    return set(derive(given, rules(ontology)))


@pytest.mark.parametrize("seed", range(WORLDS))
def test_what_follows_is_what_a_reasoner_finds(seed: int) -> None:
    ontology, given = world(seed)
    assert len(given) <= LONGEST_PROOF
    assert followed(given, ontology) == between(closure(given, ontology), ontology) - given


def test_every_kind_of_axiom_had_something_to_do() -> None:
    """Triples that follow in these worlds, all in all and for want of each kind of axiom."""
    found: Counter[str] = Counter()
    for seed in range(WORLDS):
        ontology, given = world(seed)
        everything = followed(given, ontology)
        found["all"] += len(everything)
        found.update({kind: len(everything - followed(given, without(ontology, kind))) for kind in KINDS})
    assert found == {"all": 1240, "supers": 376, "equivalents": 742, "inverse": 703, "symmetric": 426, "transitive": 246, "chains": 245}


ANY = "http://www.w3.org/2000/01/rdf-schema#Literal"
AGENT, THING = NS + "Agent", NS + "Thing"
STORED = Ontology(
    classes={
        **{iri: replace(one, at_most=(), disjoint=()) for iri, one in STORE_ONTOLOGY.classes.items()},
        ACTOR: OntologyClass(ACTOR, "Actor", "actor", parents=(THING, "urn:elsewhere:Agent"), equivalents=(AGENT,)),
        AGENT: OntologyClass(AGENT, "Agent", "agent", equivalents=(ACTOR,)),
        THING: OntologyClass(THING, "Thing", "thing"),
    },
    relations={
        iri: replace(one, domain=frozenset(), range=frozenset(), datatype=one.datatype and ANY, functional=False, inverse_functional=False)
        for iri, one in STORE_ONTOLOGY.relations.items()
    },
    digest="sha256:three",
)
"""The small world's ontology with more classes above its own, and without what tells a reasoner of classes and of who is one, and here
only filters."""


@pytest.mark.parametrize("seed", range(6))
def test_a_stores_view_is_what_a_reasoner_makes_of_what_is_affirmed_and_who_is_one(seed: int) -> None:
    store = OxigraphStore()
    editor = Editor(store, STORED)
    for key in "abcd":
        editor.put(*article(key, 9, random.Random(f"{seed}{key}")), Versions("model", STORED.digest, "code"))
    sources = list(Sources(store))
    everyone = clusters([one for source in sources for one in members(source.graph, source.statements.values(), STORED)], (), STORED)
    rows: set[Triple] = set()
    for source in sources:
        for one in source.statements.values():
            if one.subject and one.status is Status.AFFIRMED:
                subject = entity_iri(source.graph, one.subject.key)
                said = one.object
                object_ = value_literal(said) if isinstance(said, Value) else entity_iri(source.graph, said.key)
                rows.add((subject, NamedNode(one.relation), object_))
    for group in everyone:
        rows.update((one.iri, v.TYPE, NamedNode(one.type)) for one in group.members)
        rows.update((group.canonical, v.OWL("sameAs"), one.iri) for one in group.members[1:])
    assert sum(len(group.members) > 1 for group in everyone) > 3

    names = {group.canonical for group in everyone}
    reasoned = closure(rows, STORED)
    held = [quad.triple for quad in store.quads(DefaultGraph()) if quad.subject in names]
    plain = {(one.subject, one.predicate, one.object) for one in held if one.predicate.value in STORED.relations}
    assert {row for row in plain if row[0] != row[2]} == {
        row for row in between(reasoned, STORED) if row[0] in names and (row[2] in names or isinstance(row[2], Literal))
    }
    assert len(plain - rows) > 15
    assert any(isinstance(row[2], Literal) for row in plain - rows)
    types = {(one.subject.value, one.object.value) for one in held if one.predicate == v.TYPE}
    wanted = {iri.value for iri in names}
    found = {(str(one), str(kind)) for one, kind in reasoned.subject_objects(rdflib.RDF.type) if str(one) in wanted}
    assert types == {(one, kind) for one, kind in found if kind in STORED.classes}
    assert {kind for _, kind in types} == set(STORED.classes)
    assert not any({AGENT, SPOT} <= {kind for one, kind in types if one == iri} for iri in wanted)
