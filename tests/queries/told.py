"""Fixture stores from tables: what articles say, in TOML → the quads of their graphs and of the view."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pyoxigraph as ox

from kg.article import Article, Block, Role
from kg.export.selection import Selection, selected
from kg.export.turtle import trig
from kg.iris import article_iri
from kg.ontology.load import load
from kg.rdf import article_quads
from kg.statement import Amount, Entity, Evidence, Span, Statement, Status, Value, When
from kg.store.oxigraph import OxigraphStore
from kg.view import Source, view

HERE = Path(__file__).parent
BOUNDS = ("low", "high", "currency", "unit")
KG = "https://w3id.org/accordingto#"
XSD = "http://www.w3.org/2001/XMLSchema#"


def table(path: Path) -> dict[str, Any]:
    """A fixture's table."""
    return tomllib.loads(path.read_text(encoding="utf-8"))


def quads(told: Mapping[str, Any]) -> Iterator[ox.Quad]:
    """The article graphs and the view of what is told: `entities` by key, and `article`s, each with what it `said`."""
    ontology = load([HERE / "ontology.ttl"])
    sources = []
    for row in told["article"]:
        article, statements = _article(row, told["entities"])
        graph = list(article_quads(article, statements))
        sources.append(Source.of(article_iri(article.key), graph))
        yield from graph
    yield from view(sources, (), ontology)


def store_of(told: Mapping[str, Any]) -> OxigraphStore:
    """A store in memory that holds it all."""
    store = OxigraphStore()
    store.load(quads(told))
    return store


def as_trig(told: Mapping[str, Any]) -> str:
    """The view as the export writes it: TriG of RDF 1.1."""
    return trig(selected(store_of(told), Selection()))


def _article(row: Mapping[str, Any], entities: Mapping[str, Any]) -> tuple[Article, list[Statement]]:
    text = "\n".join(dict.fromkeys(one["words"] for one in row["said"]))
    known = {name: row[name] for name in ("publisher", "published", "title", "url") if name in row}
    article = Article(key=row["key"], text=text, blocks=(Block(0, len(text), Role.PARAGRAPH),), doc=Path(row["key"]).stem, **known)
    return article, [_statement(article, one, entities) for one in row["said"]]


def _statement(article: Article, one: Mapping[str, Any], entities: Mapping[str, Any]) -> Statement:
    words = one["words"]
    start = article.text.index(words)

    def span(key: str) -> Span:
        label = next(name for name in entities[key]["labels"] if name in words)
        return Span(start + words.index(label), start + words.index(label) + len(label))

    def entity(key: str) -> Entity:
        kind, labels = entities[key]["class"], tuple(entities[key]["labels"])
        return Entity(key, KG + kind, labels[0], labels, entities[key].get("named", True))

    def at(part: str) -> tuple[str, int, int]:
        found = start + words.index(one[part])
        return one[part], found, found + len(one[part])

    return Statement(
        article=article.key,
        relation=KG + one["relation"],
        subject=entity(one["subject"]) if "subject" in one else None,
        object=Value(one["value"], one["lexical"], XSD + one["datatype"]) if "value" in one else entity(one["object"]),
        status=Status(one.get("status", "affirmed")),
        evidence=Evidence(start, start + len(words), words),
        subject_span=span(one["subject"]) if "subject" in one else None,
        object_span=Span(*at("value")[1:]) if "value" in one else span(one["object"]),
        modality=Status(one["modality"]) if "modality" in one else None,
        attributed_to=entity(one["by"]) if "by" in one else None,
        reported_by=tuple(map(entity, one.get("through", ()))),
        amount=Amount(*at("amount"), **{name: one[name] for name in BOUNDS if name in one}) if "amount" in one else None,
        when=When(*at("when"), edtf=one.get("edtf")) if "when" in one else None,
    )


if __name__ == "__main__":  # writes the fixture stores anew: python -m tests.queries.told
    for case in sorted(HERE.glob("*/case.toml")):
        case.with_name("store.trig").write_text(as_trig(table(case)), encoding="utf-8")
