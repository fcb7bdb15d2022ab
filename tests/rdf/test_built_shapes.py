"""What a build of the examples writes, read back from its Turtle, has the shape that the model promises."""

from __future__ import annotations

from pathlib import Path

import pyshacl
import rdflib
from rdflib.namespace import RDF, Namespace

import kg

EXAMPLES = Path(__file__).parents[2] / "examples"
SHAPES = Path(__file__).with_name("shapes.ttl")
KG = Namespace("https://w3id.org/accordingto#")


def test_the_examples_turtle_has_the_shapes_of_the_model(tmp_path: Path) -> None:
    articles = sorted(path for path in EXAMPLES.iterdir() if path.name != "README.md")
    with kg.build(articles, tmp_path / "kg.db", jobs=1) as graph:
        assert graph.report is not None
        report = graph.report
        data = rdflib.Graph().parse(data=graph.to_turtle(), format="turtle")
    for status, number in report.statements.items():
        assert len(set(data.subjects(KG.status, KG[status.value]))) == number
    statements = set(data.subjects(RDF.type, KG.Statement))
    assert len(statements) == sum(report.statements.values()) > 40
    assert len(set(data.subjects(KG.named))) == report.entities > 0
    fine, _, why = pyshacl.validate(data, shacl_graph=rdflib.Graph().parse(SHAPES), inference="none")
    assert fine, why
