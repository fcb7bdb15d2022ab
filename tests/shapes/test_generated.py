"""An ontology's limits as shapes: the very text, and that the shapes and the view keep out the same statements."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg import vocabulary as v
from kg.export.turtle import turtle
from kg.ontology.load import load
from kg.shapes.generated import shapes
from kg.shapes.validation import validate
from kg.store.oxigraph import OxigraphStore
from tests.view.test_constraints import ONTOLOGY
from tests.view.test_touched import Steps

GOLDEN = Path(__file__).with_name("golden.ttl")


def test_the_shapes_are_the_golden_file() -> None:
    assert turtle(shapes(ONTOLOGY)) == GOLDEN.read_text(encoding="utf-8")


def test_every_relation_and_no_class_of_the_package_has_a_shape() -> None:
    ontology = load()
    made = {quad.subject for quad in shapes(ontology) if quad.object == v.SH("NodeShape")}
    assert {one.value for one in made} == {f"{iri}Shape" for iri in ontology.relations}


@pytest.mark.parametrize("seed", range(4))
def test_shapes_find_the_statements_that_the_view_keeps_out(seed: int) -> None:
    steps = Steps(seed, OxigraphStore())
    found = 0
    for number, _ in enumerate(steps.run(12)):
        if number % 4 == 3:
            marked = {row["st"].value for row in steps.store.query(f"SELECT ?st {{ ?st {v.VIOLATES} ?axiom }}")}
            violations = validate(steps.store, steps.editor.ontology).violations
            assert {iri for one in violations for iri in one.kept_out} == marked
            assert all(one.kept_out and one.of_ontology for one in violations)
            found += len(marked)
    assert found
