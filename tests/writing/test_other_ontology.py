"""A store opened with another ontology has the view that this one makes, and is computed anew only where it must be."""

from __future__ import annotations

import random
from dataclasses import replace
from pathlib import Path

import pytest

from kg.building import build
from kg.editing import Editor
from kg.ontology.model import Ontology, OntologyClass
from kg.store import open_store
from kg.view.stored import drift
from tests.view.world import FIRM, NS, ONTOLOGY, relation
from tests.writing.fake import VERSIONS, extract, made

TEXTS = ("Cole Ltd runs Jail. Ann Bell hired Cole Ltd.", "Jail lies_in Eastham. Ann Bell didn't met Dorn. Eastham lies_in Fenland.")
RELATIONS, CLASSES = ONTOLOGY.relations, ONTOLOGY.classes


def with_relations(**changed: object) -> Ontology:
    """Relations by local name: with other axioms, new ones, or gone (None)."""
    found = dict(RELATIONS)
    for name, axioms in changed.items():
        if axioms is None:
            del found[NS + name]
        else:
            found[NS + name] = replace(found.get(NS + name, relation(name)), **axioms)  # type: ignore[arg-type]
    return replace(ONTOLOGY, relations=found, digest=f"sha256:{sorted(changed)}")


def with_class(name: str, **known: object) -> Ontology:
    iri = NS + name
    changed = replace(CLASSES.get(iri, OntologyClass(iri, name, name)), **known)  # type: ignore[arg-type]
    return replace(ONTOLOGY, classes={**CLASSES, iri: changed}, digest="sha256:class")


@pytest.fixture
def location(tmp_path: Path) -> Path:
    build([made(f"{n}.txt", text) for n, text in enumerate(TEXTS)], extract, tmp_path / "kg.db", ontology=ONTOLOGY, versions=VERSIONS)
    return tmp_path / "kg.db"


def opened_with(location: Path, ontology: Ontology, monkeypatch: pytest.MonkeyPatch) -> bool:
    """Whether the view was computed anew; it is the right one in any case."""
    anew: list[object] = []
    recompute = Editor._recompute
    monkeypatch.setattr(Editor, "_recompute", lambda self, *given: (anew.append(self), recompute(self, *given))[1])
    with open_store(location) as store:
        base = Editor(store, ontology).base
        assert not drift(store, ontology, base)
    return bool(anew)


@pytest.mark.parametrize(
    ("ontology", "anew"),
    [
        (with_relations(hired={"examples": ("[Ann] hired [Bell].",)}), False),
        (with_relations(insured={"supers": (NS + "deals_with",), "symmetric": True, "domain": frozenset({FIRM})}), False),
        (with_relations(insured={"domain": frozenset({FIRM, NS + "Spot"})}), False),
        (with_relations(hired_twice={"functional": True}, born={"label": "came to be"}), False),
        (with_relations(invented=None), True),
        (with_relations(beside={"supers": (NS + "registered_in",), "transitive": True}), True),
        (with_class("Ship", parents=(FIRM,)), False),
        (with_class("Ship", pronouns=("she",), labels=("ship",)), False),
        (with_class("Firm", labels=("firm", "company")), False),
        (with_relations(hired={"label": "took on"}), True),
        (with_relations(ran_by={"inverse": NS + "runs"}), True),
        (with_relations(holds={"equivalents": (NS + "runs",)}), True),
        (with_relations(two_away={"chains": ((NS + "lies_in", NS + "lies_in"),)}), True),
        (with_relations(deals_with=None), True),
        (with_relations(runs_in=None), True),
        (with_relations(lies_in={"transitive": False}), True),
        (with_class("Actor", label="doer"), True),
        (with_class("Firm", parents=()), True),
    ],
)
def test_the_view_is_what_the_ontology_makes_it(location: Path, ontology: Ontology, anew: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    assert opened_with(location, ontology, monkeypatch) is anew
    opened_with(location, ONTOLOGY, monkeypatch)


def test_a_relation_that_others_name_before_it_is_there(location: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    named = with_relations(hired={"supers": (NS + "employed",)})
    assert opened_with(location, named, monkeypatch)
    there = replace(named, relations={**named.relations, NS + "employed": relation("employed")}, digest="sha256:there")
    assert opened_with(location, there, monkeypatch)


def test_whatever_changes_the_view_is_right(location: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    chance = random.Random(4)
    kept = 0
    for n in range(30):
        gone, other, changed = chance.sample(sorted(RELATIONS), 3)
        left = {iri: one for iri, one in RELATIONS.items() if iri != gone or n % 2}
        axioms = [{"supers": (other,)}, {"inverse": other}, {"chains": ((other, other),)}, {"symmetric": True}, {"label": "x"}]
        if n % 3 and changed in left and left[changed].datatype is None:
            left[changed] = replace(left[changed], **chance.choice(axioms))  # type: ignore[arg-type]
        kept += not opened_with(location, replace(ONTOLOGY, relations=left, digest=f"sha256:{n}"), monkeypatch)
    assert kept
