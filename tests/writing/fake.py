"""An extractor for invented sentences such as "Ann Bell hired Cole Ltd." so that building is tested without a language model."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from pyoxigraph import QuerySolutions

from kg.article import Article
from kg.manifest import Versions
from kg.statement import Entity, Evidence, Extraction, Span, Statement, Status
from kg.store.interface import Store
from kg.vocabulary import RDF_PREDICATE, STATEMENT
from tests.view.world import FIRM, HUMAN, NS, ONTOLOGY, SPOT

VERSIONS = Versions("fake-1", ONTOLOGY.digest, "0.1")
_SENTENCE = re.compile(r"(?P<s>[A-Z][\w ]*?) (?P<no>didn't )?(?P<p>[a-z_]+) (?P<o>[A-Z][\w ]*)\.")
_CLASSES = {"Ann Bell": HUMAN, "Dorn": HUMAN, "Jail": FIRM, "Eastham": SPOT, "Fenland": SPOT}


def made(key: str, text: str, **known: str | None) -> Article:
    """An article, its short name the key's stem."""
    return Article(key, text, (), key.rpartition("/")[2].partition(".")[0], **known)  # type: ignore[arg-type]


def extract(articles: Iterable[Article]) -> Iterator[Extraction]:
    """What each article's sentences state; a sentence that says "oops" states words that aren't there."""
    for article in articles:
        found = tuple(_statement(article, match) for match in _SENTENCE.finditer(article.text))
        yield Extraction(article, found, ("a sentence of 9 words was too odd",) if "odd" in article.text else ())


def statement_of(store: Store, relation: str) -> str:
    """The IRI of the one statement of this relation."""
    found = store.query(f"SELECT ?st {{ ?st {RDF_PREDICATE} <{NS}{relation}> ; a {STATEMENT} }}")
    assert isinstance(found, QuerySolutions)
    (row,) = found
    return str(row["st"].value)


def _statement(article: Article, match: re.Match[str]) -> Statement:
    words = "oops" if "oops" in match["p"] else match[0]
    return Statement(
        article=article.key,
        relation=NS + match["p"],
        subject=_entity(match["s"]),
        object=_entity(match["o"]),
        status=Status.DENIED if match["no"] else Status.AFFIRMED,
        evidence=Evidence(match.start(), match.end(), words),
        subject_span=Span(*match.span("s")),
        object_span=Span(*match.span("o")),
    )


def _entity(label: str) -> Entity:
    return Entity(label.lower().replace(" ", "-"), _CLASSES.get(label, FIRM), label, (label,), True)
