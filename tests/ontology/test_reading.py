"""Articles are read by a part of the ontology alone, and by no other part of it are they read otherwise."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from spacy.language import Language

from kg.article import Article
from kg.extractors.articles import read_articles
from kg.language.pipeline import Pipe, statements
from kg.ontology.load import load
from kg.ontology.model import AtMost, Ontology, OntologyClass, Relation
from kg.ontology.reading import REASONED, reading_digest

TEXT = """The Norvale campaign hired Tarnwick Freight of Boise, Idaho, a spokeswoman said on Monday. Ostrel Guarding, which is owned by
Halden Foods, sued Tarnwick Freight for $5 million. Its chief executive, Helen Marsh, met Gov. Peter Roe, who works for the state."""


class SealedRelation(Relation):
    """A relation that doesn't tell what only follows from it."""

    def __getattribute__(self, name: str) -> Any:
        assert name not in REASONED, f"articles are read by {name}: let kg.ontology.reading know"
        return super().__getattribute__(name)


class SealedClass(OntologyClass):
    """A class of the same kind; its equivalents may be asked for."""

    def __getattribute__(self, name: str) -> Any:
        assert name not in REASONED - {"equivalents"}, f"articles are read by {name}: let kg.ontology.reading know"
        return super().__getattribute__(name)


def _as(kind: Any, term: Any) -> Any:
    return kind(*(getattr(term, name) for name in term.__dataclass_fields__))


def test_articles_are_read_without_what_the_digest_leaves_out(nlp: Language) -> None:
    ours = load()
    classes = {iri: _as(SealedClass, one) for iri, one in ours.classes.items()}
    sealed = replace(ours, classes=classes, relations={iri: _as(SealedRelation, one) for iri, one in ours.relations.items()})
    ((_, doc),) = read_articles(nlp, [Article("a", TEXT, (), "a")])
    found = statements(doc)
    assert len(found) > 3
    pipe = Pipe(nlp, sealed)
    pipe.__dict__["extractor"] = type(nlp.get_pipe("kg").extractor)(sealed, _patterns(nlp))  # type: ignore[attr-defined]
    assert statements(pipe(doc)) == found


def _patterns(nlp: Language) -> Any:
    from kg.ontology.cache import compiled

    return compiled(load(), nlp).patterns


def test_a_digest_changes_with_what_articles_are_read_by() -> None:
    hired = Relation("urn:t:hired", "hired", "hired", "", examples=("[A] hired [B].",))
    firm = OntologyClass("urn:t:Firm", "Firm", "firm", at_most=(AtMost("urn:t:hired", 1),))

    def digest(relation: Relation = hired, one: OntologyClass = firm, *more: Relation) -> str:
        return reading_digest(Ontology({one.iri: one}, {r.iri: r for r in (relation, *more)}, "sha256:0"))

    axioms = {"inverse": "urn:t:hired_by", "symmetric": True, "chains": (("urn:t:hired", "urn:t:hired"),), "supers": ("urn:t:dealt",)}
    assert digest(replace(hired, **axioms), replace(firm, at_most=(), disjoint=("urn:t:Spot",))) == digest()  # type: ignore[arg-type]
    assert digest(hired, firm, Relation("urn:t:hired_by", "hired_by", "hired by", "")) == digest()
    told = [
        digest(replace(hired, examples=("[A] took on [B].",))),
        digest(replace(hired, range=frozenset({"urn:t:Firm"}))),
        digest(replace(hired, functional=True)),
        digest(hired, replace(firm, labels=("firm", "company"))),
        digest(hired, replace(firm, parents=("urn:t:Actor",))),
        digest(hired, firm, Relation("urn:t:fired", "fired", "fired", "", triggers=("dismissal",))),
        digest(replace(hired, also=("urn:t:paid",)), firm, Relation("urn:t:paid", "paid", "paid", "")),
    ]
    assert len({digest(), *told}) == 8
