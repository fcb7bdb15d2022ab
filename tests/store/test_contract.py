"""What both stores promise alike."""

from __future__ import annotations

import pytest
from pyoxigraph import BlankNode, DefaultGraph, Literal, NamedNode, Quad, QueryBoolean, QuerySolutions, QueryTriples, Triple

from kg.errors import QueryError, StoreError
from kg.store import open_store
from kg.store.interface import Store
from kg.store.text import data_text

A, B, P, G = (NamedNode(f"urn:test:{name}") for name in "abpg")
ODD = Literal("quote \" ' back\\slash \\u0041 \n\r\t \x01 } {GRAPH 😀 ?x # no comment")
DATA = [
    Quad(A, P, B),
    Quad(A, P, ODD),
    Quad(B, P, Literal(7)),
    Quad(A, P, A, G),
    Quad(B, P, ODD, G),
    Quad(A, NamedNode("urn:test:reifies"), Triple(A, P, ODD)),
]


def rows(store: Store, text: str, **parameters: NamedNode | Literal) -> list[tuple[object, ...]]:
    found = store.query(text, parameters=parameters)
    assert isinstance(found, QuerySolutions)
    return [tuple(solution) for solution in found]


def test_what_is_loaded_is_there(store: Store) -> None:
    store.load(DATA)
    assert set(store.quads()) == set(DATA)
    assert set(store.quads(DefaultGraph())) == {one for one in DATA if one.graph_name == DefaultGraph()}
    assert set(store.quads(G)) == {one for one in DATA if one.graph_name == G}


def test_what_is_inserted_and_deleted_as_text(store: Store) -> None:
    store.update(f"INSERT DATA {{ {data_text(DATA)} }}")
    assert set(store.quads()) == set(DATA)
    store.update(f"DELETE DATA {{ {data_text(DATA[1:])} }} ; INSERT DATA {{ {data_text([Quad(B, P, B, G)])} }}")
    assert set(store.quads()) == {DATA[0], Quad(B, P, B, G)}


def test_blank_nodes_stay_one_node_in_a_large_load(store: Store) -> None:
    joined = [Quad(A, P, BlankNode("x"))] + [Quad(A, P, Literal(n)) for n in range(6_000)] + [Quad(BlankNode("x"), P, B)]
    store.load(joined)
    assert rows(store, "SELECT ?o { <urn:test:a> <urn:test:p> ?x . ?x <urn:test:p> ?o FILTER(isBlank(?x)) }") == [(B,)]
    assert len(list(store.quads())) == len(joined)


def test_a_plain_query_sees_the_view_alone(store: Store) -> None:
    store.load(DATA)
    assert rows(store, "SELECT ?o { <urn:test:b> <urn:test:p> ?o }") == [(Literal(7),)]


def test_each_form_of_query_gives_its_results(store: Store) -> None:
    store.load(DATA)
    asked = store.query("ASK { <urn:test:a> ?p <urn:test:b> }")
    assert isinstance(asked, QueryBoolean)
    assert asked
    assert not store.query("ASK { <urn:test:b> ?p <urn:test:a> }")
    made = store.query("CONSTRUCT { ?o <urn:test:q> ?s } WHERE { ?s ?p ?o FILTER(isIRI(?o)) }")
    assert isinstance(made, QueryTriples)
    assert list(made) == [Triple(B, NamedNode("urn:test:q"), A)]


@pytest.mark.parametrize(
    ("query", "parameters", "expected"),
    [
        ("SELECT ?s { ?s <urn:test:p> ?o }", {"s": A}, [(A,), (A,)]),
        ("SELECT ?s WHERE { ?s <urn:test:p> ?o }", {"o": ODD}, [(A,)]),
        ("SELECT ?s { ?s <urn:test:p> ?o }", {"o": Literal('" } DROP ALL')}, []),
        ("# { ?o }\nSELECT (CONCAT('{', '}') AS ?x) ?o { ?s <urn:test:p> ?o FILTER(?o = ?wanted) }", {"wanted": B}, [(Literal("{}"), B)]),
        ("SELECT (COUNT(*) AS ?n) { { SELECT ?s ?o { ?s <urn:test:p> ?o } } UNION { ?s <urn:test:q> ?o } }", {"s": A}, [(Literal(2),)]),
        ("SELECT (COUNT(?o) AS ?n) { ?s <urn:test:p> ?o } GROUP BY ?s", {"s": B}, [(Literal(1),)]),
        ("PREFIX t: <urn:test:> SELECT $o { $s t:p $o }", {"s": B, "o": Literal(7)}, [(Literal(7),)]),
    ],
)
def test_parameters_are_bound_as_terms(
    store: Store, query: str, parameters: dict[str, NamedNode | Literal], expected: list[tuple[object, ...]]
) -> None:
    store.load(DATA)
    assert rows(store, query, **parameters) == expected
    assert set(store.quads()) == set(DATA)


def test_parameters_in_ask_construct_and_describe(store: Store) -> None:
    store.load(DATA)
    assert not store.query("ASK { ?s ?p 7 }", parameters={"s": A})
    assert store.query("ASK { ?s ?p 7 }", parameters={"s": B})
    made = store.query("CONSTRUCT { ?s <urn:test:q> ?o } WHERE { ?s <urn:test:p> ?o }", parameters={"o": B})
    assert list(made) == [Triple(A, NamedNode("urn:test:q"), B)]
    assert list(store.query("DESCRIBE ?s { ?s <urn:test:p> ?o }", parameters={"o": Literal(7)})) == [Triple(B, P, Literal(7))]


@pytest.mark.parametrize(
    ("text", "message"),
    [("SELECT ?s { ?s ?p }", "can't (be )?read"), ("SELEKT", "can't (be )?read"), ("SELECT ?s { ?s ?p ?o", "can't (be )?read")],
)
def test_a_query_that_cant_be_read(store: Store, text: str, message: str) -> None:
    with pytest.raises(QueryError, match=message) as caught:
        store.query(text)
    assert "\n" not in str(caught.value)
    assert len(str(caught.value)) < 400


def test_an_unknown_parameter_lists_the_known_ones(store: Store) -> None:
    with pytest.raises(QueryError, match=r"no variable \?entty .* \?entity, \?p$|are: \?entity, \?p"):
        store.query("SELECT ?entity { ?entity ?p '?entty' }", parameters={"entty": A})


def test_an_update_is_all_or_nothing(store: Store) -> None:
    store.load(DATA)
    with pytest.raises(QueryError):
        store.update("CLEAR ALL ; INSERT DATA { this is wrong }")
    with pytest.raises((QueryError, StoreError)):
        store.update("CLEAR DEFAULT ; CREATE GRAPH <urn:test:g>")  # the graph is there already, so the second operation fails
    assert set(store.quads()) == set(DATA)


def test_what_is_opened_for_reading_isnt_written(location: str) -> None:
    with open_store(location) as store:
        store.load(DATA)
    with open_store(location, read_only=True) as reader:
        assert set(reader.quads()) == set(DATA)
        with pytest.raises(StoreError, match="for reading only"):
            reader.update("CLEAR ALL")
