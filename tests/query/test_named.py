"""Queries by name, file and text, their help and their parameters."""

from __future__ import annotations

from pathlib import Path

import pytest
from pyoxigraph import Literal, QuerySolutions

from kg.errors import QueryError, UsageError
from kg.query.named import Parameter, find, help_text, named_queries, parse
from kg.query.run import run, terms
from kg.store.oxigraph import OxigraphStore

TEXT = """# Who is called so
#
# Some help.
#
# ?name (text, needed): what they are called
# ?most (number): how many at most
# ?mood (mild|wild): how
SELECT * { ?x rdfs:label ?name }
"""


def test_the_leading_comment_is_the_help() -> None:
    query = parse(TEXT, "called")
    assert (query.name, query.title, query.help) == ("called", "Who is called so", "Some help.")
    assert query.parameters == (
        Parameter("name", "text", "what they are called", needed=True),
        Parameter("most", "number", "how many at most"),
        Parameter("mood", "mild|wild", "how"),
    )


def test_at_least_eleven_come_with_the_package() -> None:
    found = named_queries()
    asked_for = {
        "about",
        "central",
        "chain",
        "connects",
        "denied",
        "disputed",
        "paid",
        "relations",
        "says",
        "single",
        "timeline",
        "unnamed",
    }
    assert asked_for <= set(found)
    shown = help_text(found)
    assert all(f"{name} " in shown and one.title in shown for name, one in found.items())
    assert "--entity ENTITY (needed)" in shown


def test_found_by_name_file_and_text(tmp_path: Path) -> None:
    assert find("chain").name == "chain"
    file = tmp_path / "mine.rq"
    file.write_text(TEXT, encoding="utf-8")
    assert find(str(file)).title == "Who is called so"
    assert find("ASK { ?s ?p ?o }").text == "ASK { ?s ?p ?o }"


def test_unknown_names_and_bad_files(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="did you mean 'chain'"):
        find("chian")
    binary = tmp_path / "x.rq"
    binary.write_bytes(b"\xff\xfe\x00")
    with pytest.raises(QueryError, match="can't be read"):
        find(str(binary))
    long = tmp_path / "long.rq"
    long.write_text("#" * 1_000_001, encoding="utf-8")
    with pytest.raises(QueryError, match="longer than"):
        find(str(long))


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ({}, "needs --name"),
        ({"name": "x", "nme": "y"}, "no --nme"),
        ({"name": "x", "most": "many"}, "whole number"),
        ({"name": "x", "mood": "cold"}, "mild or wild"),
    ],
)
def test_unfit_arguments(store: OxigraphStore, arguments: dict[str, str], message: str) -> None:
    with pytest.raises(UsageError, match=message):
        terms(store, parse(TEXT), arguments)


def test_arguments_become_terms(store: OxigraphStore) -> None:
    found = terms(store, parse(TEXT), {"name": '"} ?x', "most": "7", "mood": "wild"})
    assert found == {"name": Literal('"} ?x'), "most": Literal(7), "mood": Literal("wild")}


def test_a_hostile_argument_is_only_a_value(store: OxigraphStore) -> None:
    query = parse("# x\n# ?name (text, needed): a label\nSELECT ?x { ?x <http://www.w3.org/2000/01/rdf-schema#label> ?name }")
    for name in ('"} { ?x ?p ?o', "Lind campaign' . ?a ?b ?c", "\\"):
        found = run(store, query, {"name": name})
        assert isinstance(found, QuerySolutions)
        assert list(found) == []
    assert len(list(run(store, query, {"name": "Lind campaign"}))) == 1  # type: ignore[arg-type]


def test_service_is_refused_when_run(store: OxigraphStore) -> None:
    with pytest.raises(QueryError, match="SERVICE"):
        run(store, parse("SELECT * { SERVICE <http://127.0.0.1:9999/> { ?s ?p ?o } }"))


def test_what_no_encoding_gives_is_no_query() -> None:
    with pytest.raises(QueryError, match="UTF-8"):
        parse('SELECT * { ?s ?p "\udcff" }')


def test_load_is_no_query(store: OxigraphStore) -> None:
    with pytest.raises(QueryError):
        run(store, parse("LOAD <http://127.0.0.1:9999/x>"))


def test_a_parameter_that_others_have(store: OxigraphStore) -> None:
    with pytest.raises(UsageError, match=r"^This query has no --voice; only about, denied, .* have it\.$"):
        terms(store, parse("SELECT * { ?s ?p ?o }"), {"voice": "own"})
