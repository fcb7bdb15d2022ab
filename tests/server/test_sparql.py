"""`/sparql` by the SPARQL 1.1 Protocol, asked by hand and by those who ask it most."""

from __future__ import annotations

import csv
import json
import time
from concurrent.futures import ThreadPoolExecutor
from io import StringIO

import httpx
import pytest
import rdflib
from rdflib.plugins.stores.sparqlstore import SPARQLStore
from SPARQLWrapper import CSV, JSON, POST, POSTDIRECTLY, TURTLE, XML, SPARQLWrapper
from SPARQLWrapper.SPARQLExceptions import QueryBadFormed

PREFIXES = "PREFIX kg: <https://w3id.org/accordingto#> PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#> "
HIRED = PREFIXES + "SELECT ?vendor ?company { ?v kg:hired ?c . ?v rdfs:label ?vendor . ?c rdfs:label ?company } ORDER BY ?vendor"
GRAPH = PREFIXES + "CONSTRUCT { ?v kg:hired ?c } { ?v kg:hired ?c }"
ENDLESS = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l . FILTER(?a != ?d && ?g != ?j && ?a != ?l) }"


def ask(server: httpx.Client, query: str, accept: str = "application/sparql-results+json") -> httpx.Response:
    return server.get("/sparql", params={"query": query}, headers={"Accept": accept})


def rows(answer: httpx.Response) -> list[dict[str, str]]:
    assert answer.status_code == 200, answer.text
    return [{name: term["value"] for name, term in row.items()} for row in answer.json()["results"]["bindings"]]


def test_a_query_is_asked_in_three_ways(server: httpx.Client) -> None:
    expected = rows(ask(server, HIRED))
    assert {"vendor": "third-party vendor", "company": "Brightline Calls"} in expected
    accept = {"Accept": "application/sparql-results+json"}
    assert rows(server.post("/sparql", data={"query": HIRED}, headers=accept)) == expected
    direct = server.post("/sparql", content=HIRED, headers=accept | {"Content-Type": "application/sparql-query; charset=utf-8"})
    assert rows(direct) == expected


@pytest.mark.parametrize(
    ("accept", "media_type"),
    [
        ("application/sparql-results+json", "application/sparql-results+json"),
        ("", "application/sparql-results+json"),
        ("*/*", "application/sparql-results+json"),
        ("application/json", "application/json"),
        ("application/sparql-results+xml", "application/sparql-results+xml"),
        ("text/csv", "text/csv"),
        ("text/tab-separated-values;q=0.5, text/html", "text/tab-separated-values"),
        ("text/csv;q=0.2, application/sparql-results+xml;q=0.7", "application/sparql-results+xml"),
        ("*/*;q=0.1, text/*", "text/xml"),
    ],
)
def test_results_come_in_the_format_that_is_liked_best(server: httpx.Client, accept: str, media_type: str) -> None:
    answer = ask(server, HIRED, accept)
    assert answer.status_code == 200
    assert answer.headers["content-type"] == media_type
    assert "Brightline Calls" in answer.text


@pytest.mark.parametrize(
    ("media_type", "format"),
    [("text/turtle", "turtle"), ("application/n-triples", "nt"), ("application/ld+json", "json-ld"), ("application/rdf+xml", "xml")],
)
def test_a_graph_comes_in_every_format(server: httpx.Client, media_type: str, format: str) -> None:
    answer = ask(server, GRAPH, media_type)
    assert answer.headers["content-type"] == media_type
    expected = rdflib.Graph().parse(data=ask(server, GRAPH, "text/turtle").text, format="turtle")
    assert set(rdflib.Graph().parse(data=answer.text, format=format)) == set(expected)
    assert len(expected) > 0


def test_csv_is_csv(server: httpx.Client) -> None:
    found = list(csv.DictReader(StringIO(ask(server, HIRED, "text/csv").text)))
    assert {"vendor": "third-party vendor", "company": "Brightline Calls"} in found


def test_rows_are_counted_whatever_they_hold(server: httpx.Client) -> None:
    doubled = " ".join(f"BIND(CONCAT(?a{number}, ?a{number}) AS ?a{number + 1})" for number in range(16))
    answer = ask(server, f"SELECT (CONCAT('\"\\r\\n,', ?a16) AS ?a) {{ BIND('abc' AS ?a0) {doubled} }}", "text/csv")
    assert answer.text == 'a\r\n"""\r\n,' + "abc" * (1 << 16) + '"\r\n'


def test_yes_or_no(server: httpx.Client) -> None:
    assert ask(server, "ASK { ?s ?p ?o }").json()["boolean"] is True
    assert "<boolean>false</boolean>" in ask(server, "ASK { <urn:x> ?p ?o }", "application/sparql-results+xml").text


def test_what_nobody_can_give_is_not_acceptable(server: httpx.Client) -> None:
    answer = ask(server, HIRED, "image/png")
    assert answer.status_code == 406
    assert "text/csv" in answer.json()["error"]


def test_a_bad_query_is_refused_with_the_place_of_the_error(server: httpx.Client) -> None:
    answer = ask(server, "SELECT ?a {\n  ?a ?b }")
    assert answer.status_code == 400
    told = answer.json()
    assert (told["line"], told["column"]) == (2, 10)
    assert told["error"].startswith("The SPARQL can't be read at line 2, column 10")


@pytest.mark.parametrize(
    ("query", "why"),
    [
        ("SELECT * { SERVICE <http://127.0.0.1:1/sparql> { ?s ?p ?o } }", "SERVICE"),
        ("LOAD <http://127.0.0.1:1/data.ttl>", "line 1, column 1"),
        ("INSERT DATA { <urn:a> <urn:b> <urn:c> }", "line 1, column 1"),
        ("SELECT * { ?a ?b ?c . ?d ?e ?f } LIMIT 3000", "more than 1,000 rows"),
        ("SELECT ?nothing { ?a ?b ?c . ?d ?e ?f } LIMIT 1500", "more than 1,000 rows"),
        ("CONSTRUCT { ?a ?b ?f } { ?a ?b ?c . ?d ?e ?f }", "more than 1,000 triples"),
    ],
)
@pytest.mark.parametrize(
    "accept",
    ["*/*", "text/csv, text/turtle", "text/tab-separated-values, text/turtle", "application/sparql-results+xml, application/rdf+xml"],
)
def test_what_a_query_may_not(server: httpx.Client, query: str, why: str, accept: str) -> None:
    answer = ask(server, query, accept)
    assert answer.status_code == 400
    assert why in answer.json()["error"]


def test_a_dataset_is_no_address_that_is_fetched(server: httpx.Client) -> None:
    assert rows(ask(server, "SELECT * FROM <http://127.0.0.1:1/data.ttl> { ?s ?p ?o }")) == []


def test_updates_are_refused(server: httpx.Client) -> None:
    update = "INSERT DATA { <urn:a> <urn:b> <urn:c> }"
    posted = server.post("/sparql", data={"update": update})
    direct = server.post("/sparql", content=update, headers={"Content-Type": "application/sparql-update"})
    for answer in (posted, direct, server.get("/sparql", params={"update": update})):
        assert answer.status_code == 403
        assert "Updates aren't taken" in answer.json()["error"]
    assert ask(server, "ASK { <urn:a> ?p ?o }").json()["boolean"] is False


def test_other_requests(server: httpx.Client) -> None:
    assert server.get("/sparql").status_code == 400
    assert server.get("/sparql?query=ASK{}&query=ASK{}").status_code == 400
    assert server.get("/sparql?query=%FF").status_code == 400
    assert server.post("/sparql", content="ASK {}", headers={"Content-Type": "text/plain"}).status_code == 415
    assert server.post("/sparql", content=b"x" * 1_000_001, headers={"Content-Type": "application/sparql-query"}).status_code == 413
    refused = server.delete("/sparql")
    assert (refused.status_code, refused.headers["allow"]) == (405, "GET, HEAD, POST, OPTIONS")
    options = server.options("/sparql")
    assert (options.status_code, options.headers["allow"]) == (204, "GET, HEAD, POST, OPTIONS")
    head = server.head("/sparql", params={"query": HIRED})
    assert (head.status_code, head.content) == (200, b"")
    assert int(head.headers["content-length"]) == len(server.get("/sparql", params={"query": HIRED}).content)


def test_another_dataset(server: httpx.Client) -> None:
    (article,) = {
        row["g"] for row in rows(ask(server, "SELECT DISTINCT ?g { GRAPH ?g { ?g a <https://schema.org/NewsArticle> } } LIMIT 1"))
    }
    count = "SELECT (COUNT(*) AS ?n) { ?s <https://w3id.org/accordingto#text> ?o }"
    assert rows(ask(server, count)) == [{"n": "0"}]
    accept = {"Accept": "application/sparql-results+json"}
    assert rows(server.get("/sparql", params={"query": count, "default-graph-uri": article}, headers=accept)) == [{"n": "1"}]
    named = {"query": "SELECT DISTINCT ?g { GRAPH ?g { ?s ?p ?o } }", "named-graph-uri": article}
    assert rows(server.post("/sparql", data=named, headers=accept)) == [{"g": article}]
    refused = server.get("/sparql", params={"query": count, "default-graph-uri": "no iri"})
    assert refused.status_code == 400
    assert "default-graph-uri" in refused.json()["error"]


def test_a_runaway_is_ended_and_slows_nobody(server: httpx.Client) -> None:
    with ThreadPoolExecutor(8) as pool:
        runaway = pool.submit(ask, server, ENDLESS)
        time.sleep(0.2)
        begun = time.monotonic()
        answers = list(pool.map(lambda _: ask(server, HIRED), range(60)))
        taken = time.monotonic() - begun
        assert all("Brightline Calls" in one.text for one in answers)
        assert not runaway.done(), f"sixty queries took {taken:.1f} s"
        ended = runaway.result(20)
    assert ended.status_code == 503
    assert "longer than 1.5 seconds" in ended.json()["error"]
    with ThreadPoolExecutor(2) as pool:  # and both workers stand there again
        assert all(one.status_code == 503 for one in pool.map(lambda _: ask(server, ENDLESS), range(2)))
    assert "Brightline Calls" in ask(server, HIRED).text


def test_what_kills_its_process_harms_no_other_query(server: httpx.Client) -> None:
    deep = "ASK { FILTER(" + "!" * 20_000 + "true) }"
    with ThreadPoolExecutor(8) as pool:
        answers = [pool.submit(ask, server, deep if number == 3 else HIRED) for number in range(12)]
        for number, one in enumerate(answers):
            assert one.result(30).status_code == (503 if number == 3 else 200)
    assert "ended without an answer" in ask(server, deep).json()["error"]


@pytest.mark.parametrize("method", ["GET", POST])
def test_sparqlwrapper(server: httpx.Client, method: str) -> None:
    client = SPARQLWrapper(f"{server.base_url}sparql")
    client.setMethod(method)
    client.setQuery(HIRED)
    client.setReturnFormat(JSON)
    found = client.queryAndConvert()
    assert {"vendor": "third-party vendor", "company": "Brightline Calls"} in [
        {name: term["value"] for name, term in row.items()} for row in found["results"]["bindings"]
    ]
    client.setReturnFormat(XML)
    assert "Brightline Calls" in client.queryAndConvert().toxml()
    client.setReturnFormat(CSV)
    assert b"Brightline" in client.queryAndConvert()
    client.resetQuery()
    client.setQuery(GRAPH)
    client.setReturnFormat(TURTLE)
    assert b"hired" in client.queryAndConvert()
    client.setQuery("SELECT ?a { ?a ")
    with pytest.raises(QueryBadFormed, match="line 1"):
        client.query()
    if method == POST:
        client.setRequestMethod(POSTDIRECTLY)
        client.setReturnFormat(JSON)
        client.setQuery(HIRED)
        assert client.queryAndConvert() == found


@pytest.mark.parametrize("method", ["GET", "POST", "POST_FORM"])
def test_rdflib_over_the_endpoint(server: httpx.Client, method: str) -> None:
    graph = rdflib.Graph(SPARQLStore(f"{server.base_url}sparql", method=method))
    found = {(str(row.vendor), str(row.company)) for row in graph.query(HIRED)}  # type: ignore[union-attr]
    assert ("third-party vendor", "Brightline Calls") in found
    hired = rdflib.URIRef("https://w3id.org/accordingto#hired")
    assert len(list(graph.triples((None, hired, None)))) == len(json.loads(ask(server, HIRED).text)["results"]["bindings"])
    assert len(graph.query(GRAPH)) > 0  # type: ignore[arg-type]
