"""Turtle and TriG: the same data read back, the same bytes each time."""

from __future__ import annotations

import random

import pyoxigraph as ox
import pytest
import rdflib
from hypothesis import given, settings
from hypothesis import strategies as st
from pyoxigraph import BlankNode, DefaultGraph, Literal, NamedNode, Quad, RdfFormat, Triple
from rdflib.compare import isomorphic

from kg.errors import UsageError
from kg.export.blanks import canonical
from kg.export.ntriples import nquads, ntriples
from kg.export.turtle import trig, turtle
from kg.vocabulary import KG, RDF, XSD

PREFIX = "@prefix : <http://a/> . @prefix kg: <https://w3id.org/accordingto#> .\n"

iris = st.sampled_from(
    [NamedNode("urn:x:a"), KG("hired"), KG("a.b"), KG("1x"), KG("x/y"), NamedNode("http://ä/ö#ü"), RDF("type"), RDF("first")]
)
blanks = st.sampled_from([BlankNode("b1"), BlankNode("b2"), BlankNode("b3")])
texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
literals = st.one_of(
    texts.map(Literal),
    texts.map(lambda text: Literal(text, language="en")),
    st.integers().map(Literal),
    st.booleans().map(Literal),
    st.sampled_from(["1.50", "-.5", "7", "1e3", "x", ""]).map(lambda text: Literal(text, datatype=XSD("decimal"))),
    st.sampled_from(["+1", "01", "1.0"]).map(lambda text: Literal(text, datatype=XSD("integer"))),
    texts.map(lambda text: Literal(text, datatype=KG("odd"))),
)
triples = st.builds(Triple, st.one_of(iris, blanks), iris, st.one_of(iris, literals))
terms = st.one_of(iris, blanks, literals, triples.filter(lambda one: isinstance(one.subject, NamedNode)))
quads = st.builds(
    Quad, st.one_of(iris, blanks), iris, terms, st.one_of(st.just(DefaultGraph()), st.just(NamedNode("urn:g:1")), st.just(KG("g2")))
)


def read(text: str, format: RdfFormat = RdfFormat.TRIG) -> list[Quad]:
    return canonical(ox.parse(text, format=format))


@given(st.lists(quads, max_size=12))
@settings(max_examples=200, deadline=None)
def test_trig_is_read_back_as_it_was(data: list[Quad]) -> None:
    assert read(trig(data)) == canonical(data)


@given(st.lists(quads, max_size=12), st.randoms())
@settings(max_examples=100, deadline=None)
def test_the_order_and_the_labels_of_blank_nodes_dont_matter(data: list[Quad], shuffle: random.Random) -> None:
    other = [_renamed(quad) for quad in data]
    shuffle.shuffle(other)
    assert trig(data) == trig(other)
    assert nquads(data) == nquads(other)


def _renamed(quad: Quad) -> Quad:
    def term(one: object) -> object:
        return BlankNode(f"other{9 - int(one.value[1])}") if isinstance(one, BlankNode) else one

    return Quad(term(quad.subject), quad.predicate, term(quad.object), quad.graph_name)  # type: ignore[arg-type]


def test_it_is_pretty() -> None:
    given = (
        PREFIX
        + """
        :b kg:hired :c , :a . :b a kg:Company ; <http://www.w3.org/2000/01/rdf-schema#label> "B" .
        :b kg:low 7.25 ; kg:start 3 ; kg:named true ; kg:odd "x"@en ; kg:domain [ kg:unionOf ( :x :y ) ; a kg:Class ] ; kg:loop _:l .
        _:l kg:loop _:l . :a a kg:Company ."""
    )
    assert (
        turtle(ox.parse(given, format=RdfFormat.TURTLE))
        == """@prefix kg: <https://w3id.org/accordingto#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .

<http://a/a> a kg:Company .

<http://a/b>
    a kg:Company ;
    rdfs:label "B" ;
    kg:domain [
        a kg:Class ;
        kg:unionOf ( <http://a/x> <http://a/y> ) ] ;
    kg:hired <http://a/a> , <http://a/c> ;
    kg:loop _:c14n0 ;
    kg:low 7.25 ;
    kg:named true ;
    kg:odd "x"@en ;
    kg:start 3 .

_:c14n0 kg:loop _:c14n0 .
"""
    )


def test_graphs_have_blocks_of_their_own() -> None:
    given = PREFIX + ":a kg:p :b . GRAPH :g { :a kg:q :b , :c . :d kg:p [] }"
    assert (
        trig(ox.parse(given, format=RdfFormat.TRIG))
        == """@prefix kg: <https://w3id.org/accordingto#> .

<http://a/a> kg:p <http://a/b> .

GRAPH <http://a/g> {
    <http://a/a> kg:q <http://a/b> , <http://a/c> .

    <http://a/d> kg:p [] .
}
"""
    )


def test_turtle_and_ntriples_hold_one_graph() -> None:
    data = list(ox.parse(PREFIX + "GRAPH :g { :a kg:q :b }", format=RdfFormat.TRIG))
    for write in (turtle, ntriples):
        with pytest.raises(UsageError, match="one graph alone"):
            write(data)


def test_rdflib_reads_the_same() -> None:
    data = list(ox.parse(PREFIX + ':a kg:p "x\\n\\"y\\\\" , 7.0 , true , [ kg:q ( 1 2 ) ] ; kg:r "z"^^kg:odd .', format=RdfFormat.TURTLE))
    ours, theirs = rdflib.Graph().parse(data=turtle(data), format="turtle"), rdflib.Graph().parse(data=ntriples(data), format="nt")
    assert len(ours) == len(data)
    assert isomorphic(ours, theirs)


def test_a_long_list_is_no_deep_recursion() -> None:
    items = " ".join(str(number) for number in range(5000))
    data = list(ox.parse(PREFIX + f":a kg:p ( {items} ) .", format=RdfFormat.TURTLE))
    assert read(turtle(data)) == canonical(data)
