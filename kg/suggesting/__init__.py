"""What the articles say between known entities that the ontology has no relation for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from spacy.language import Language

from kg.article import Article
from kg.errors import StoreError
from kg.extractors.articles import read_articles
from kg.graph import Graph
from kg.iris import article_iri
from kg.language.pipeline import Pipe
from kg.language.tokens import Doc
from kg.manifest import read_manifest
from kg.suggesting.finding import sayings
from kg.suggesting.grouping import Found, Suggestion, suggestions
from kg.suggesting.turtle import turtle


@dataclass(frozen=True, slots=True)
class Suggested:
    """The relations that are suggested, the same as Turtle, and how many propositions there are that no relation covers."""

    relations: tuple[Suggestion, ...]
    turtle: str
    propositions: int


def suggest_for(graph: Graph, nlp: Language, *, least: int = 2, most: int = 20) -> Suggested:
    """Relations that at least `least` propositions of the graph's articles would be of, most frequent first, at most `most`.

    `nlp` is what `create_pipeline` gives; its ontology is the one that is to grow. Raises StoreError where nothing was built.
    """
    pipe = nlp.get_pipe("kg")
    assert isinstance(pipe, Pipe)
    manifest = read_manifest(graph.store)
    if manifest is None:
        raise StoreError("The store has no articles: build it first with `kg build`.")
    found = list(_found(graph.articles(), nlp, pipe, manifest.base))
    with nlp.select_pipes(disable=[name for name in nlp.pipe_names if name.startswith("kg") or name == "ner"]):
        relations = suggestions(found, pipe.ontology, nlp, least=least, most=most)
    return Suggested(tuple(relations), turtle(relations, pipe.ontology), len(found))


def _found(articles: Iterable[Article], nlp: Language, pipe: Pipe, base: str) -> Iterator[Found]:
    for article, source in read_articles(nlp, articles):
        doc = Doc(source)
        yield from (Found(article_iri(article.key, base).value, one) for one in sayings(doc, pipe.extractor))
        doc.close()
