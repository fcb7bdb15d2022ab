"""Answers for people."""

from __future__ import annotations

import io

import pytest
from rich.console import Console

from kg.query.named import find, parse
from kg.query.run import answer, run
from kg.query.show import ShownPath, Step, show
from kg.query.terms import local_name
from kg.query.write import serialized
from kg.store.oxigraph import OxigraphStore
from kg.terminal import printable
from tests.export.conftest import fixture_store


def shown(store: OxigraphStore, text: str, width: int = 160) -> str:
    console = Console(file=io.StringIO(), width=width, highlight=False, markup=False)
    show(run(store, find(text)), console)  # type: ignore[arg-type]
    return console.file.getvalue()  # type: ignore[attr-defined, no-any-return]


def test_a_path_is_one_line_of_arrows_with_its_steps_below(store: OxigraphStore) -> None:
    blocks = shown(store, "chain", width=40).split("\n\n")
    line = "Lind campaign → contracted → third-party vendor → hired → Brightline Calls → operates_in → Mesa state prisons"
    (block,) = [one for one in blocks if one.startswith(f"{line}\n")]
    assert block.splitlines()[1:] == [
        "  contracted: The Lind campaign contracted with a third-party vendor. — Valley Post",
        "  hired: Brightline Calls was hired by the vendor, the Gazette reported. — Harbor Gazette",
        "  operates_in follows from:",
        "    Brightline operates two call centers. — Harbor Gazette",
        "    The two call centers are in Mesa state prisons. — Valley Post",
    ]


def test_any_query_that_gives_a_path_is_shown_as_one(store: OxigraphStore) -> None:
    text = 'SELECT * { VALUES (?entity1 ?relation1 ?direction1 ?entity2) { ("a" "paid" "←" "b") ("c" "hired" "→" UNDEF) } }'
    assert shown(store, text) == "a ← paid ← b\n\nc\n"


def test_a_path_may_turn() -> None:
    path = ShownPath(["A", "B", "C"], [Step("paid"), Step("hired", backwards=True)])
    assert path.line() == "A → paid → B ← hired ← C"


def test_labels_stand_in_place_of_iris(store: OxigraphStore) -> None:
    table = shown(
        store,
        "SELECT ?x ?xLabel ?status { ?x kg:named ?n ; rdfs:label ?xLabel . ?s kg:status ?status }".replace("SELECT", PREFIXES + "SELECT"),
    )
    assert "Lind campaign" in table
    assert "xLabel" not in table
    assert "urn:kg" not in table
    assert "affirmed" in table


PREFIXES = "PREFIX kg: <https://w3id.org/accordingto#> PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#> "


def test_too_many_columns_become_records(store: OxigraphStore) -> None:
    text = shown(store, "relations", width=40)
    assert "relation    hired" in text
    assert all(len(line) <= 40 for line in text.splitlines())


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a\x1b[31mb", "a\ufffd[31mb"),
        ("a\n\tb", "a b"),
        ("\u202eevil", "\ufffdevil"),
        ("[bold]x[/bold]", "[bold]x[/bold]"),
        ("naïve 🙂", "naïve 🙂"),
    ],
)
def test_nothing_steers_the_terminal(text: str, expected: str) -> None:
    assert printable(text) == expected


@pytest.mark.parametrize(("iri", "name"), [("http://a/b#c", "c"), ("http://a/b/", "b"), ("urn:kg:x", "urn:kg:x"), ("http://a/b#x/y", "y")])
def test_local_names(iri: str, name: str) -> None:
    assert local_name(iri) == name


@pytest.mark.parametrize(
    ("format", "beginning"), [("json", "{"), ("csv", "relation,relationLabel"), ("tsv", "?relation\t"), ("xml", "<?xml")]
)
def test_sparqls_own_formats(store: OxigraphStore, format: str, beginning: str) -> None:
    text = serialized(answer(store, find("relations")), format)
    assert text.startswith(beginning)
    assert "hired" in text
    assert text.endswith("\n")


def test_a_graph_is_turtle_and_rows_are_not(store: OxigraphStore) -> None:
    graph = answer(store, parse(PREFIXES + "CONSTRUCT { ?s kg:hired ?o } { ?s kg:hired ?o }"))
    assert "kg:hired" in serialized(graph, "turtle")
    with pytest.raises(Exception, match="--format turtle"):
        serialized(graph, "csv")
    with pytest.raises(Exception, match="CONSTRUCT and DESCRIBE"):
        serialized(answer(store, find("relations")), "turtle")
    assert "true" in serialized(answer(store, parse("ASK {}")), "json")
    assert "true" in serialized(answer(store, parse("ASK {}")), "csv")


def test_a_statement_is_an_arrow_that_shows_what_isnt_affirmed() -> None:
    assert shown(fixture_store("denied"), "denied").split("\n\n")[1].splitlines()[:2] == [
        "Oakfield Foods → hired (denied, planned) → Tam Reyes",
        "  Oakfield will not hire Reyes. — Valley Post",
    ]
    first = shown(fixture_store("paid"), "paid").splitlines()
    assert first[0] == (
        "Brightline Calls → paid → Tam Reyes  (amount $7.25 an hour, low 7.25, high 7.25, currency USD, unit hour, when May 2019)"
    )
    assert first[1].endswith("— officials")
    assert first[2].startswith("  urn:kg:article/wages-")
