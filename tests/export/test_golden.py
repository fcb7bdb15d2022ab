"""A short article's Turtle, to the byte as it stands in golden.ttl: one payment that someone tells of, one denial."""

from __future__ import annotations

from pathlib import Path

from pyoxigraph import Literal, NamedNode

import kg
from kg import vocabulary as v
from kg.export.selection import Selection, selected
from kg.export.turtle import turtle

GOLDEN = Path(__file__).with_name("golden.ttl")
TEXT = """Questions over a ferry landing

Quentin Marsh said that Wexcombe Holdings paid Larkfield Partners $40,000.
Delia Forth said that Wexcombe Holdings did not hire Larkfield Partners.
"""


def test_the_articles_turtle_is_the_golden_file(tmp_path: Path) -> None:
    article = tmp_path / "landing.txt"
    article.write_text(TEXT, encoding="utf-8")
    with kg.build([article], tmp_path / "kg.db", jobs=1) as graph:
        quads = [
            quad
            for quad in selected(graph.store, Selection())
            if isinstance(quad.subject, NamedNode) and quad.subject.value.startswith("urn:kg:")  # all but the ontology's axioms
        ]
        written = turtle(quads)
        whole = graph.to_turtle()
    assert written.encode() == GOLDEN.read_bytes()
    prefixes, *blocks = written.split("\n\n")
    assert set(prefixes.splitlines()) <= set(whole.splitlines())
    assert {block.rstrip() for block in blocks} <= {block.rstrip() for block in whole.split("\n\n")}

    (denied,) = (quad.subject for quad in quads if quad.predicate == v.STATUS and quad.object == v.DENIED)
    said = {quad.predicate: quad.object for quad in quads if quad.subject == denied}
    ends = {said[v.RDF_SUBJECT], said[v.RDF_OBJECT]}
    plain = {quad.predicate.value.partition("#")[2] for quad in quads if {quad.subject, quad.object} == ends}
    assert said[v.RDF_PREDICATE] == NamedNode("https://w3id.org/accordingto#hired")
    assert plain == {"paid", "paid_by", "dealing"}
    assert Literal("$40,000") in {quad.object for quad in quads}
