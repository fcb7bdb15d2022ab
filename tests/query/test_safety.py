"""No query reaches the network; none that only speaks of services is refused."""

from __future__ import annotations

import pytest

from kg.errors import QueryError
from kg.query.named import parse
from kg.query.run import run
from kg.query.safety import refuse_service
from kg.store.oxigraph import OxigraphStore

REFUSED = [
    "SELECT * { SERVICE <http://127.0.0.1:9999/> { ?s ?p ?o } }",
    "SELECT * { service silent <http://127.0.0.1:9999/> { ?s ?p ?o } }",
    "PREFIX : <http://127.0.0.1:9999/> SELECT * {SERVICESILENT:x{}}",
    "PREFIX p: <http://127.0.0.1:9999/> SELECT * {SERVICE p:x{}}",
    "SELECT * { SERVICE ?where { ?s ?p ?o } }",
    "SELECT * { \\u0053ERVICE <http://127.0.0.1:9999/> { ?s ?p ?o } }",
    "SELECT * { SERVICE # {\n <http://127.0.0.1:9999/> #x\n { ?s ?p ?o } }",
    "SELECT * { ?s ?p 1SERVICE<http://127.0.0.1:9999/>{} }",
    "SELECT * { ?s ?p ?a FILTER(?a<'>') SERVICE <http://127.0.0.1:9999/>{} FILTER(?b='x') }",
    'SELECT * { ?s ?p "a"SERVICE <http://127.0.0.1:9999/>{} }',
    "PREFIX p: <http://127.0.0.1:9999/> SELECT * { SERVICE p:it\\'s { ?s ?p ?o } }",
    "PREFIX p: <http://127.0.0.1:9999/> SELECT * { SERVICE p:a\\#b#it's\n{ ?s ?p ?o } }",
    "SELECT * { VALUES ?a\u0301b { <http://127.0.0.1:9999/> } SERVICE ?a\u0301b { ?s ?p ?o } }",
    "SELECT * { SERVICE #\\u000a x\n <http://127.0.0.1:9999/> { ?s ?p ?o } }",
    "SELECT * { SERVICE SILENT #\\u000D x\n <http://127.0.0.1:9999/> { ?s ?p ?o } }",
]
ALLOWED = [
    'SELECT * { ?s ?p "Secret Service" }',
    "SELECT ?service ?x { ?service ?p ?x }",
    "SELECT * { ?x\u00b7service <urn:p> { } }",
    "SELECT * { ?my_service <urn:p> ?x . OPTIONAL { ?x ?service ?y } }",
    "PREFIX schema: <https://schema.org/> SELECT * { ?s schema:serviceType ?o . FILTER EXISTS { ?s ?p ?o } }",
    "# at your service: <here> {\nASK { }"[:20] + "\nASK { ?service ?p ?o . GRAPH ?g { ?a ?b ?c } }",
]


@pytest.mark.parametrize("text", REFUSED)
def test_refused(text: str) -> None:
    with pytest.raises(QueryError, match="SERVICE"):
        refuse_service(text)


@pytest.mark.parametrize("text", ALLOWED)
def test_allowed(text: str) -> None:
    refuse_service(text)


def test_an_argument_makes_no_service_clause_either() -> None:
    query = parse("#\n# ?x (text): a text\nSELECT (?a<'> {' AS ?b) ?x\n<http://127.0.0.1:9999/> { ?s ?p ?o } }")
    with pytest.raises(QueryError, match="SERVICE"):
        run(OxigraphStore(), query, {"x": "' AS ?b) { SERVICE #"})
