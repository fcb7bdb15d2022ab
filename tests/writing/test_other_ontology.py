"""A store opened with another ontology has the view that this one makes, and is computed anew only where it must be."""

from __future__ import annotations

import random
from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest

from kg import editing
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


def opened_with(location: Path, ontology: Ontology, monkeypatch: pytest.MonkeyPatch) -> str:
    """What was computed anew of the view: "nothing" but what it says of the ontology, what is "reasoned", or "all"; the view is right."""
    anew = ["nothing"]
    recompute, reason = Editor._recompute, editing.reasoned_anew
    with monkeypatch.context() as patch:
        patch.setattr(Editor, "_recompute", lambda self, *given: (anew.append("all"), recompute(self, *given))[1])
        patch.setattr(editing, "reasoned_anew", lambda *given: (anew.append("reasoned"), reason(*given))[1])
        with open_store(location) as store:
            base = Editor(store, ontology).base
            assert not drift(store, ontology, base)
    return anew[-1]


@pytest.mark.parametrize(
    ("ontology", "anew"),
    [
        (with_relations(hired={"examples": ("[Ann] hired [Bell].",)}), "nothing"),
        (with_relations(insured={"supers": (NS + "deals_with",), "symmetric": True, "domain": frozenset({FIRM})}), "nothing"),
        (with_relations(insured={"domain": frozenset({FIRM, NS + "Spot"})}), "nothing"),
        (with_relations(hired_twice={"functional": True}, born={"label": "came to be"}), "nothing"),
        (with_relations(invented=None), "reasoned"),
        (with_relations(beside={"supers": (NS + "registered_in",), "transitive": True}), "reasoned"),
        (with_class("Ship", parents=(FIRM,)), "nothing"),
        (with_class("Ship", pronouns=("she",), labels=("ship",)), "nothing"),
        (with_class("Firm", labels=("firm", "company")), "nothing"),
        (with_relations(hired={"label": "took on"}), "reasoned"),
        (with_relations(ran_by={"inverse": NS + "runs"}), "reasoned"),
        (with_relations(holds={"equivalents": (NS + "runs",)}), "reasoned"),
        (with_relations(two_away={"chains": ((NS + "lies_in", NS + "lies_in"),)}), "reasoned"),
        (with_relations(deals_with=None), "reasoned"),
        (with_relations(runs_in=None), "reasoned"),
        (with_relations(lies_in={"transitive": False}), "reasoned"),
        (with_class("Actor", label="doer"), "reasoned"),
        (with_class("Firm", parents=()), "reasoned"),
        (with_class("Spot", disjoint=(FIRM,)), "reasoned"),
        (with_relations(runs={"range": frozenset({FIRM})}), "reasoned"),
        (with_relations(hired={"functional": True}), "reasoned"),
        (with_relations(hired={"tells_apart": True}), "all"),
        (with_relations(works_for={"tells_apart": False}), "nothing"),
        (with_class("Firm", pronouns=("he",)), "all"),
        (with_class("Human", pronouns=()), "all"),
        (with_class("Ship", pronouns=("she",)), "nothing"),
    ],
)
def test_the_view_is_what_the_ontology_makes_it(location: Path, ontology: Ontology, anew: str, monkeypatch: pytest.MonkeyPatch) -> None:
    assert opened_with(location, ontology, monkeypatch) == anew
    opened_with(location, ONTOLOGY, monkeypatch)


def test_a_relation_that_others_name_before_it_is_there(location: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    named = with_relations(hired={"supers": (NS + "employed",)})
    assert opened_with(location, named, monkeypatch) == "reasoned"
    there = replace(named, relations={**named.relations, NS + "employed": relation("employed")}, digest="sha256:there")
    assert opened_with(location, there, monkeypatch) == "reasoned"


def test_whatever_changes_the_view_is_right(location: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    chance = random.Random(4)
    anew: Counter[str] = Counter()
    for n in range(30):
        gone, other, changed = chance.sample(sorted(RELATIONS), 3)
        left = {iri: one for iri, one in RELATIONS.items() if iri != gone or n % 2}
        axioms = [{"supers": (other,)}, {"inverse": other}, {"chains": ((other, other),)}, {"symmetric": True}, {"label": "x"}]
        if n % 3 and changed in left and left[changed].datatype is None:
            left[changed] = replace(left[changed], **chance.choice(axioms))  # type: ignore[arg-type]
        anew[opened_with(location, replace(ONTOLOGY, relations=left, digest=f"sha256:{n}"), monkeypatch)] += 1
    assert anew["nothing"]
    assert anew["reasoned"] > 5
