"""Layers on a Doc: written, read, kept by bytes."""

from __future__ import annotations

from dataclasses import fields
from typing import Any

import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.tokens import Doc, DocBin

from kg.language import annotations as layers
from kg.language.annotations import read, write

KINDS = [
    layers.BlockRange,
    layers.Mention,
    layers.Referent,
    layers.Proposition,
    layers.Attribution,
    layers.Certainty,
    layers.Quantity,
    layers.Time,
]
BLANK = spacy.blank("en")


def instances(kind: type[Any]) -> st.SearchStrategy[Any]:
    """Any instance, its numbers within what bytes hold."""
    indices = st.integers(0, 2**31)
    known = {"int": indices, "int | None": st.none() | indices, "tuple[int, ...]": st.lists(indices, max_size=3).map(tuple)}
    arguments = {"arguments": st.lists(st.builds(layers.Argument, st.text(max_size=5), indices), max_size=3).map(tuple)}
    numbers = {one.name: known[str(one.type)] for one in fields(kind) if str(one.type) in known}
    return st.builds(kind, **numbers, **{name: made for name, made in arguments.items() if name in kind.__slots__})


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: str(kind.__name__))
@settings(max_examples=10, deadline=None)
@given(data=st.data())
def test_what_is_written_is_read(kind: type[Any], data: st.DataObject) -> None:
    found = tuple(data.draw(st.lists(instances(kind), max_size=3)))
    doc = BLANK.make_doc("It rained.")
    write(doc, kind, found)
    assert read(doc, kind) == found
    kept = DocBin(store_user_data=True, docs=[doc]).to_bytes()
    assert read(next(iter(DocBin().from_bytes(kept).get_docs(BLANK.vocab))), kind) == found
    assert read(Doc(BLANK.vocab).from_bytes(doc.to_bytes()), kind) == found


def test_a_layer_takes_the_place_of_its_former_self() -> None:
    doc = BLANK.make_doc("It rained.")
    write(doc, layers.Time, (layers.Time(0, 1, None),))
    write(doc, layers.Time, (layers.Time(1, 2, "2019"),))
    assert read(doc, layers.Time) == (layers.Time(1, 2, "2019"),)


def test_a_layer_that_has_not_run_is_empty() -> None:
    assert read(BLANK.make_doc("It rained."), layers.Mention) == ()
