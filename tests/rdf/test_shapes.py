"""What is built has the shape that the model promises."""

from __future__ import annotations

import random
from collections import Counter
from pathlib import Path

import pyshacl
import pytest
import rdflib
from pyoxigraph import Quad, RdfFormat, Triple, serialize

from kg import vocabulary as v
from kg.iris import article_iri
from kg.rdf import article_quads
from kg.view import Source, view
from tests.view.world import ONTOLOGY, article

SHAPES = Path(__file__).with_name("shapes.ttl")
KINDS = (v.NEWS_ARTICLE, v.STATEMENT, v.INFERENCE, v.AMOUNT_CLASS, v.TIME_CLASS, v.UNSTATED)

OTHERS = (v.WORDS, v.LABEL, v.KEY, v.DERIVED_FROM)


def built(articles: int) -> list[Quad]:
    """The view of so many random articles, in RDF 1.1."""
    sources = []
    for number in range(articles):
        told, statements = article(f"a{number}", 12, random.Random(number))
        sources.append(Source.of(article_iri(told.key), article_quads(told, statements)))
    return list(view(sources, (), ONTOLOGY, triple_terms=False))


def conforms(quads: list[Quad]) -> tuple[bool, str]:
    data = serialize([quad.triple for quad in quads], format=RdfFormat.N_TRIPLES)
    assert data is not None
    graph = rdflib.Graph().parse(data=data, format="nt")
    fine, _, report = pyshacl.validate(graph, shacl_graph=rdflib.Graph().parse(SHAPES), inference="none")
    return fine, report


def test_the_view_has_the_shapes_of_the_model() -> None:
    quads = built(6)
    counted = Counter(quad.object for quad in quads if quad.predicate == v.TYPE)
    assert [counted[kind] for kind in KINDS] == [6, 72, 55, 35, 43, 7]
    assert sum(quad.predicate == v.OBJECT_LABEL for quad in quads) == 5
    assert not any(isinstance(quad.object, Triple) for quad in quads)
    fine, report = conforms(quads)
    assert fine, report


@pytest.mark.parametrize(
    "lost",
    [
        v.RDF_SUBJECT,
        v.RDF_PREDICATE,
        v.RDF_OBJECT,
        v.STATUS,
        v.HAS_TARGET,
        v.HAS_SOURCE,
        v.HAS_SELECTOR,
        v.START,
        v.EXACT,
        v.OBJECT_LABEL,
        *OTHERS,
    ],
)
def test_without_any_part_it_hasnt(lost: object) -> None:
    quads = built(1)
    gone = next(quad for quad in quads if quad.predicate == lost and str(quad.subject).startswith("<urn:kg:"))
    fine, _ = conforms([quad for quad in quads if quad != gone])
    assert not fine


def test_nothing_conforms_that_says_more_than_once_or_rests_on_a_denial() -> None:
    quads = built(2)
    denied = next(quad.subject for quad in quads if quad.predicate == v.STATUS and quad.object == v.DENIED)
    inference = next(quad.subject for quad in quads if quad.object == v.INFERENCE)
    valued, entity = (next(quad.subject for quad in quads if quad.predicate == one) for one in (v.OBJECT_LABEL, v.NAMED))
    for extra in (
        Quad(valued, v.RDF_OBJECT, entity),
        Quad(inference, v.DERIVED_FROM, denied),
        Quad(denied, v.STATUS, v.AFFIRMED),
        Quad(inference, v.STATUS, v.AFFIRMED),
    ):
        assert not conforms([*quads, extra])[0]
