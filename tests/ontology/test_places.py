"""Where terms and literals stand in a Turtle text."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import Literal, NamedNode, RdfFormat, parse

from kg.ontology.checking.turtle import places
from kg.ontology.files import BASE
from kg.resources import folder

TEXT = '''@prefix : <http://x/#> .
PREFIX k: <http://k/>
:a a k:B ; # no "c" here: <http://no/>
  k:e """multi
"quoted" line""" , 'it\\'s', "tab\\tü\\u00e9"@en ; k:p ( :c [ k:q :d.e ] ) .
<#r> k:p :a.
[] k:p :c .
@base <http://base/> .
<r> k:p k:B .'''


def at(text: str, piece: str, number: int = 1) -> tuple[int, int]:
    """Line and column of the n-th occurrence."""
    start = -1
    for _ in range(number):
        start = text.index(piece, start + 1)
    return text.count("\n", 0, start) + 1, start - text.rfind("\n", 0, start)


@pytest.mark.parametrize(
    ("term", "value", "piece", "number"),
    [
        ("http://x/#a", None, ":a a", 1),
        ("http://x/#a", "http://k/B", "k:B", 1),
        ("http://x/#a", 'multi\n"quoted" line', '"""', 1),
        ("http://x/#a", "it's", "'it", 1),
        ("http://x/#a", "tab\tüé", '"tab', 1),
        ("http://x/#a", "http://x/#d.e", ":d.e", 1),
        ("http://x/#a", "http://no/", ":a a", 1),
        ("file:///ontology/#r", None, "<#r>", 1),
        ("file:///ontology/#r", "http://x/#a", ":a.", 1),
        ("http://base/r", "http://k/B", "k:B", 2),
    ],
)
def test_place(term: str, value: str | None, piece: str, number: int) -> None:
    place = places("x.ttl", TEXT, BASE).of(term, value)
    assert place is not None
    assert (place.line, place.column) == at(TEXT, piece, number)
    assert str(place) == f"x.ttl:{place.line}:{place.column}"


def test_every_triple_of_ours_has_its_place() -> None:
    for path in sorted(folder("ontology").glob("*.ttl")):
        known = places(str(path), path.read_text(encoding="utf-8"), BASE)
        for quad in parse(path.read_bytes(), format=RdfFormat.TURTLE, base_iri=BASE):
            if isinstance(quad.subject, NamedNode) and isinstance(quad.object, NamedNode | Literal):
                if isinstance(quad.object, Literal) and quad.object.datatype.value.endswith("boolean"):
                    continue  # `true` is written without quotation marks
                assert (quad.subject.value, quad.predicate.value) in known.said
                assert (quad.subject.value, quad.object.value) in known.said


@given(st.text(":a\"'\\<>#.;,[]()@^_ \n\té🙂"))
def test_any_text_is_read(text: str) -> None:
    places("x.ttl", text, BASE)


@pytest.mark.parametrize("piece", ['"', '"a\\', '"""a', "'\n\"", "<a", "a-", ":a.", "a.;", '""a', "@prefix ", "\\u", "["])
def test_time_grows_with_the_length_alone(piece: str) -> None:
    text = piece * (400_000 // len(piece))
    start = time.perf_counter()
    places("x.ttl", text, BASE)
    assert time.perf_counter() - start < 10
