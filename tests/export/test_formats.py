"""Every format: readable by its own tools, the same bytes each time, nothing asserted that was only denied."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from typing import Any

import networkx as nx
import pyoxigraph as ox
import pytest
import rdflib
from pyoxigraph import DefaultGraph, Literal, NamedNode, Quad, RdfFormat
from rdflib.compare import isomorphic

from kg import vocabulary as v
from kg.errors import KgError, UsageError
from kg.export.formats import FORMATS, exported, suffix_of, write
from kg.export.selection import Selection
from kg.export.table import safe
from kg.store.oxigraph import OxigraphStore
from tests.export.conftest import fixture_store
from tests.queries.told import quads, store_of

DENIED = {
    "entities": {"oak": {"class": "Company", "labels": ["Oakfield"]}, "tam": {"class": "Person", "labels": ["Tam Reyes"]}},
    "article": [
        {
            "key": "x.txt",
            "said": [
                {"subject": "oak", "relation": "hired", "object": "tam", "words": "Oakfield never hired Tam Reyes.", "status": "denied"}
            ],
        }
    ],
}
DENIED_VALUE = {
    "entities": DENIED["entities"],
    "article": [
        {
            "key": "x.txt",
            "said": [
                {
                    "subject": "oak",
                    "relation": "staff",
                    "value": "300 people",
                    "lexical": "300",
                    "datatype": "integer",
                    "words": "Oakfield never employed 300 people.",
                    "status": "denied",
                }
            ],
        }
    ],
}
DENIALS = {"hired": DENIED, "staff": DENIED_VALUE}
QUAD_FORMATS = {".ttl": RdfFormat.TURTLE, ".trig": RdfFormat.TRIG, ".nt": RdfFormat.N_TRIPLES, ".nq": RdfFormat.N_QUADS}


def view_of(store: OxigraphStore) -> rdflib.Graph:
    return rdflib.Graph().parse(data=exported(store, ".nt"), format="nt")


@pytest.mark.parametrize("suffix", FORMATS)
def test_the_same_store_gives_the_same_text_whatever_its_order(store: OxigraphStore, suffix: str) -> None:
    other = OxigraphStore()
    other.load(sorted(store.quads(), key=str, reverse=True))
    assert exported(store, suffix) == exported(other, suffix)


@pytest.mark.parametrize(
    ("suffix", "format"), [(".ttl", "turtle"), (".trig", "trig"), (".nq", "nquads"), (".rdf", "xml"), (".jsonld", "json-ld")]
)
def test_rdflib_reads_the_view(store: OxigraphStore, suffix: str, format: str) -> None:
    read = rdflib.Dataset().parse(data=exported(store, suffix), format=format)
    graph = read.default_graph if isinstance(read, rdflib.Dataset) else read
    assert len(graph) > 100
    assert isomorphic(graph, view_of(store))


@pytest.mark.parametrize("rdf12", [False, True])
@pytest.mark.parametrize("suffix", QUAD_FORMATS)
@pytest.mark.parametrize("relation", DENIALS)
def test_a_lone_denial_is_no_plain_triple(relation: str, suffix: str, rdf12: bool) -> None:
    with store_of(DENIALS[relation]) as store:
        everything = suffix in (".trig", ".nq")
        text = exported(store, suffix, Selection(everything=everything, rdf12=rdf12))
    read = list(ox.parse(text, format=QUAD_FORMATS[suffix]))
    hired = v.KG(relation)
    assert any(quad.predicate == v.RDF_PREDICATE and quad.object == hired for quad in read)
    assert not [quad for quad in read if quad.predicate == hired]
    assert any(isinstance(quad.object, ox.Triple) and quad.object.predicate == hired for quad in read) is rdf12


@pytest.mark.parametrize("suffix", [".jsonld", ".rdf"])
@pytest.mark.parametrize("relation", DENIALS)
def test_a_lone_denial_is_none_in_the_others(relation: str, suffix: str) -> None:
    with store_of(DENIALS[relation]) as store:
        text = exported(store, suffix)
    read = rdflib.Dataset().parse(data=text, format={".jsonld": "json-ld", ".rdf": "xml"}[suffix])
    assert list(read.triples((None, rdflib.RDF.predicate, rdflib.URIRef(v.KG(relation).value))))
    assert not list(read.triples((None, rdflib.URIRef(v.KG(relation).value), None)))


def test_all_holds_the_article_graphs_and_never_the_manifest(store: OxigraphStore) -> None:
    manifest = NamedNode("urn:kg:manifest")
    store.load([Quad(manifest, v.TYPE, v.MANIFEST, manifest), Quad(manifest, v.FOLDER, Literal("/home/someone"), manifest)])
    text = exported(store, ".trig", Selection(everything=True))
    assert "kg:text" in text
    assert "/home/someone" not in text
    assert "kg:text" not in exported(store, ".trig")
    with pytest.raises(UsageError, match="one graph"):
        exported(store, ".ttl", Selection(everything=True))


@pytest.mark.parametrize("suffix", [".rdf", ".jsonld"])
def test_triple_terms_where_there_are_none_are_refused(store: OxigraphStore, suffix: str) -> None:
    with pytest.raises(UsageError, match="--rdf12"):
        exported(store, suffix, Selection(rdf12=True))


def test_what_xml_cannot_hold_is_said() -> None:
    store = OxigraphStore()
    store.load([Quad(NamedNode("urn:a"), v.LABEL, Literal("bell\x07"), DefaultGraph())])
    with pytest.raises(KgError, match="control character"):
        exported(store, ".rdf")


@pytest.mark.parametrize(
    ("cell", "expected"), [("=1+1", "'=1+1"), ("+1", "'+1"), ("-1", "'-1"), ("@x", "'@x"), ("\tx", "'\tx"), ("a=b", "a=b"), ("", "")]
)
def test_no_cell_is_a_formula(cell: str, expected: str) -> None:
    assert safe(cell) == expected


def test_the_table_has_a_row_for_each_statement(wages: OxigraphStore) -> None:
    rows = list(csv.DictReader(io.StringIO(exported(wages, ".csv"))))
    assert len(rows) == 5
    (paid,) = [row for row in rows if row["amount"] == "$7.25 an hour"]
    assert (paid["subject_label"], paid["subject_class"], paid["relation"], paid["object_label"]) == (
        "Brightline Calls",
        "Company",
        "paid",
        "Tam Reyes",
    )
    assert (paid["status"], paid["low"], paid["currency"], paid["unit"], paid["edtf"]) == ("affirmed", "7.25", "USD", "hour", "2019-05")
    assert (paid["speaker_label"], paid["publisher"], paid["doc"]) == ("officials", "Valley Post", "wages")
    assert [row["status"] for row in rows].count("denied") == 1


def test_a_literal_is_in_its_cells_with_words_and_datatype() -> None:
    with store_of(DENIED_VALUE) as store:
        (row,) = csv.DictReader(io.StringIO(exported(store, ".csv")))
    assert (row["object"], row["object_label"], row["object_class"], row["status"]) == ("300", "300 people", "integer", "denied")


def test_hostile_words_stay_in_their_cell() -> None:
    told: dict[str, Any] = json.loads(json.dumps(DENIED))
    told["article"][0]["said"][0]["words"] = '=cmd("x"),\n"Oakfield" Tam Reyes'
    with store_of(told) as store:
        (row,) = csv.DictReader(io.StringIO(exported(store, ".csv")))
    assert row["sentence"] == '\'=cmd("x"),\n"Oakfield" Tam Reyes'


def test_a_lone_carriage_return_ends_no_row() -> None:
    told: dict[str, Any] = json.loads(json.dumps(DENIED))
    told["article"][0]["said"][0]["words"] = "Oakfield\r=cmd() Tam Reyes"
    with store_of(told) as store:
        (row,) = csv.DictReader(io.StringIO(exported(store, ".csv"), newline=""))
    assert row["sentence"] == "Oakfield\r=cmd() Tam Reyes"


@pytest.mark.parametrize(
    ("suffix", "read"), [(".graphml", nx.parse_graphml), (".gexf", lambda text: nx.read_gexf(io.BytesIO(text.encode())))]
)
def test_networks_are_read_back(wages: OxigraphStore, suffix: str, read: Any) -> None:
    graph = read(exported(wages, suffix))
    assert graph.number_of_edges() == 5
    labels = {known["label"] for _, known in graph.nodes(data=True)}
    assert labels == {"Brightline Calls", "Tam Reyes", "Oakfield Foods", "Ora Vance", "officials", "not stated"}
    assert sorted(known["status"] for *_, known in graph.edges(data=True)) == ["affirmed"] * 4 + ["denied"]


@pytest.mark.parametrize(
    ("suffix", "read"), [(".graphml", nx.parse_graphml), (".gexf", lambda text: nx.read_gexf(io.BytesIO(text.encode())))]
)
def test_a_literal_is_a_node_of_its_subject_alone(suffix: str, read: Any) -> None:
    told: dict[str, Any] = json.loads(json.dumps(DENIED_VALUE))
    (said,) = told["article"][0]["said"]
    told["article"][0]["said"].append({**said, "subject": "tam", "words": "Tam Reyes employs 300 people.", "status": "affirmed"})
    with store_of(told) as store:
        graph = read(exported(store, suffix))
    literals = [known for _, known in graph.nodes(data=True) if known.get("class") == "integer"]
    assert [(known["label"], known["value"]) for known in literals] == [("300 people", "300")] * 2
    assert nx.number_weakly_connected_components(graph) == 2


def test_a_network_holds_no_character_that_xml_cant_and_no_date_of_today() -> None:
    told: dict[str, Any] = json.loads(json.dumps(DENIED))
    told["article"][0]["said"][0]["words"] = "Oakfield\x0b never hired Tam Reyes <&>."
    with store_of(told) as store:
        for suffix in (".graphml", ".gexf"):
            text = exported(store, suffix)
            assert "\x0b" not in text
            assert "lastmodified" not in text
            assert "&lt;&amp;&gt;" in text


def test_suffixes() -> None:
    assert suffix_of("a/b.TTL") == ".ttl"
    assert suffix_of(".nq") == ".nq"
    for name in ("x", "x.doc", "-"):
        with pytest.raises(UsageError, match="use one of"):
            suffix_of(name)


def test_a_file_is_there_whole_or_not_at_all(store: OxigraphStore, tmp_path: Path) -> None:
    out = tmp_path / "out.ttl"
    write(store, out, ".ttl")
    assert out.read_text(encoding="utf-8") == exported(store, ".ttl")
    assert list(tmp_path.iterdir()) == [out]
    with pytest.raises(KgError, match="can't be written"):
        write(store, tmp_path / "nowhere" / "out.ttl", ".ttl")


def test_what_is_derived_is_only_for_facts(store: OxigraphStore) -> None:
    with pytest.raises(UsageError, match="--derived"):
        exported(store, ".ttl", Selection(derived=True))


def test_everything_the_fixture_says_is_loaded() -> None:
    assert len(list(quads(DENIED))) > 50
    assert len(list(fixture_store("chain").quads())) > 300
