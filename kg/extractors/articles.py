"""Articles → statements: the pipeline over many, in the order they came, with what went wrong beside what was found."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from spacy.language import Language

from kg.article import Article
from kg.language import pipeline
from kg.language.blocks import make_doc
from kg.language.model import load_model
from kg.statement import Statement


def create_pipeline(model: str | None = None, ontology_paths: Sequence[Path] | None = None) -> Language:
    """A spaCy pipeline that ends in statements."""
    nlp = load_model(model)
    nlp.add_pipe("kg_blocks", first=True)
    nlp.add_pipe("kg", config={"ontology": [str(p) for p in ontology_paths] if ontology_paths else None})
    return nlp


def read_article(nlp: Language, article: Article) -> tuple[Statement, ...]:
    """The statements of one article."""
    doc = make_doc(nlp, article)
    doc.user_data["kg.article"] = article.key
    return pipeline.statements(nlp(doc))
