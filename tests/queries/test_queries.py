"""Each named query on its fixture: the same rows from the embedded store, a real SPARQL server, and rdflib over the exported TriG."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any

import pyoxigraph as ox
import pytest
import rdflib

from kg.query.named import Query, named_queries
from kg.query.run import run, terms
from kg.query.terms import term_text
from kg.store import open_store
from kg.store.oxigraph import OxigraphStore
from kg.store.text import bind
from tests.queries.told import HERE, as_trig, table

Row = list[str]
QUERIES = named_queries()
CASES = {path.parent.name: path for path in sorted(HERE.glob("*/case.toml"))}


def stored(name: str) -> OxigraphStore:
    store = OxigraphStore()
    store.load(ox.parse(path=str(CASES[name].with_name("store.trig")), format=ox.RdfFormat.TRIG))
    return store


def rows(solutions: Iterable[Mapping[str, Any]], columns: list[str]) -> list[Row]:
    return [[term_text(row[name]) for name in columns] for row in solutions]


def from_embedded(query: Query, name: str, arguments: dict[str, str], columns: list[str], _: str) -> list[Row]:
    return rows(run(stored(name), query, arguments), columns)  # type: ignore[arg-type]


def from_server(query: Query, name: str, arguments: dict[str, str], columns: list[str], endpoint: str) -> list[Row]:
    with open_store(endpoint) as server:
        server.load(stored(name).quads())
        return rows(run(server, query, arguments), columns)  # type: ignore[arg-type]


def from_rdflib(query: Query, name: str, arguments: dict[str, str], columns: list[str], _: str) -> list[Row]:
    data = rdflib.Dataset()
    data.parse(CASES[name].with_name("store.trig"), format="trig")
    found = data.query(bind(query.text, terms(stored(name), query, arguments)))
    return [[_from_rdflib(row.asdict().get(one)) for one in columns] for row in found]  # type: ignore[union-attr]


def _from_rdflib(term: Any) -> str:
    if term is None:
        return ""
    return term_text(ox.NamedNode(str(term)) if isinstance(term, rdflib.URIRef) else ox.Literal(str(term)))


@pytest.mark.parametrize("ask", [from_embedded, from_server, from_rdflib])
@pytest.mark.parametrize("name", CASES)
def test_rows(name: str, ask: Callable[..., list[Row]], endpoint: str) -> None:
    case = table(CASES[name])
    expected = case["expected"]
    found = ask(QUERIES[name], name, case.get("arguments", {}), expected["columns"], endpoint)
    assert found == expected["rows"]
    assert not [row for row in expected["absent"] if row in found]


@pytest.mark.parametrize("name", QUERIES)
def test_each_has_a_case(name: str) -> None:
    case = table(CASES[name])["expected"]
    assert case["rows"]
    assert case["absent"]
    assert all(len(row) == len(case["columns"]) for row in case["rows"] + case["absent"])


@pytest.mark.parametrize("name", CASES)
def test_fixtures_are_as_the_view_is_written_today(name: str) -> None:
    path: Path = CASES[name]
    assert path.with_name("store.trig").read_text(encoding="utf-8") == as_trig(table(path)), "write them anew: python -m tests.queries.told"


@pytest.mark.parametrize("name", QUERIES)
def test_every_query_has_help(name: str) -> None:
    query = QUERIES[name]
    assert query.title
    assert not query.title.endswith(".")
    for parameter in query.parameters:
        assert f"?{parameter.name}" in query.text.partition("SELECT")[2]


@pytest.mark.parametrize("name", QUERIES)
def test_rows_come_in_one_order_and_nothing_is_left_to_chance(name: str) -> None:
    body = query_body(QUERIES[name].text)
    assert "ORDER BY" in body
    assert "SAMPLE" not in body.upper()


def query_body(text: str) -> str:
    return "\n".join(line for line in text.splitlines() if not line.startswith("#"))


@pytest.mark.parametrize("ask", [from_embedded, from_rdflib])
@pytest.mark.parametrize("name", ["about", "denied", "paid", "timeline"])
def test_own_voice_leaves_out_what_others_say(name: str, ask: Callable[..., list[Row]]) -> None:
    arguments = table(CASES[name]).get("arguments", {})
    every = ask(QUERIES[name], name, arguments, ["speakerLabel", "statement"], "")
    own = ask(QUERIES[name], name, arguments | {"voice": "own"}, ["speakerLabel", "statement"], "")
    assert own == [row for row in every if row[0] == "Valley Post"]
    assert 0 < len(own) < len(every)


def test_own_voice_counts_what_the_articles_say_themselves() -> None:
    found = from_embedded(QUERIES["relations"], "relations", {"voice": "own"}, ["relationLabel", "statements", "denied"], "")
    assert found == [["hired", "3", "0"], ["met with", "1", "0"]]


@pytest.mark.parametrize("name", ["denied", "single", "timeline"])
def test_an_entity_narrows(name: str) -> None:
    columns = ["subjectLabel", "objectLabel"]
    every = from_embedded(QUERIES[name], name, {}, columns, "")
    of_reyes = from_embedded(QUERIES[name], name, {"entity": "tam reyes"}, columns, "")
    assert of_reyes == [row for row in every if "Tam Reyes" in row]
    assert of_reyes


@pytest.mark.parametrize("ask", [from_embedded, from_rdflib])
def test_queries_mark_what_the_ontology_does_not_allow(ask: Callable[..., list[Row]]) -> None:
    about = ask(QUERIES["about"], "violations", {"entity": "Oakfield Foods"}, ["objectLabel", "status", "violates"], "")
    assert about == [["Easton", "affirmed", "FunctionalProperty"], ["Norton", "planned", ""], ["Weston", "affirmed", "FunctionalProperty"]]
    single = ask(QUERIES["single"], "violations", {}, ["subjectLabel", "objectLabel", "violates"], "")
    assert ["Vance campaign", "Tam Reyes", "domain"] in single
    assert ask(QUERIES["central"], "violations", {}, ["entityLabel"], "") == []
