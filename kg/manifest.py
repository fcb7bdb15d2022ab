"""What a store was built from and with: for each article its digest and the versions that read it. Never exported."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass, field, replace
from importlib.metadata import PackageNotFoundError, version
from typing import Final

from pyoxigraph import Literal, NamedNode, Quad, QuerySolutions

from kg import vocabulary as v
from kg.article import Article
from kg.code import code_digest
from kg.iris import article_iri, manifest_graph
from kg.literals import literal
from kg.statement import Statement
from kg.store.interface import Store

_SOURCES: Final = ("extractors", "language", "ontology", "readers")


@dataclass(frozen=True, slots=True)
class Versions:
    """What the statements of an article depend on beside the article: the language model, a digest of what the ontology has for reading,
    the program."""

    model: str
    ontology: str
    code: str


@dataclass(frozen=True, slots=True)
class Entry:
    """An article as it was last built: a digest of its text and metadata, the folder its key is a path below, the versions, and a digest
    of its statements (None: not known), by which entries aren't compared."""

    article: NamedNode
    digest: str
    folder: str | None
    versions: Versions
    statements: str | None = field(default=None, compare=False)

    @classmethod
    def of(cls, article: Article, versions: Versions, base: str) -> Entry:
        known = {name: value for name, value in asdict(article).items() if name != "folder"}
        return cls(article_iri(article.key, base), _digest(json.dumps(known, sort_keys=True)), article.folder, versions)

    def stating(self, statements: Iterable[Statement]) -> Entry:
        """The same with these statements."""
        return replace(self, statements=_digest("\n".join(sorted(map(repr, statements)))))

    def makes_the_same(self, other: Entry) -> bool:
        """Whether the other's article graph is this one's: what read the article may differ, not what it found."""
        same = self.statements is not None and self.statements == other.statements and self.versions.code == other.versions.code
        return same and self.digest == other.digest


@dataclass(frozen=True, slots=True)
class Manifest:
    """The store's base, the digest of the ontology that it was built with last, and its `kg.view.version.ViewVersion` as text (None: not
    known)."""

    base: str
    ontology: str
    view: str | None = None


def manifest_quads(manifest: Manifest) -> Iterator[Quad]:
    """The manifest without its entries."""
    graph = manifest_graph(manifest.base)
    yield Quad(graph, v.TYPE, v.MANIFEST, graph)
    yield Quad(graph, v.BASE, Literal(manifest.base), graph)
    yield Quad(graph, v.ONTOLOGY_VERSION, Literal(manifest.ontology), graph)
    if manifest.view is not None:
        yield Quad(graph, v.VIEW_VERSION, Literal(manifest.view), graph)


def entry_quads(entry: Entry, base: str) -> Iterator[Quad]:
    """One article's entry."""
    graph = manifest_graph(base)
    rows = [
        (v.ARTICLE_DIGEST, entry.digest),
        (v.MODEL_VERSION, entry.versions.model),
        (v.ONTOLOGY_VERSION, entry.versions.ontology),
        (v.CODE_VERSION, entry.versions.code),
    ]
    rows += [
        (predicate, value) for predicate, value in ((v.FOLDER, entry.folder), (v.STATEMENTS_DIGEST, entry.statements)) if value is not None
    ]
    return (Quad(entry.article, predicate, literal(value), graph) for predicate, value in rows)


def read_manifest(store: Store) -> Manifest | None:
    """The store's manifest, None where nothing was built into it."""
    known = f"?g a {v.MANIFEST} ; {v.BASE} ?base ; {v.ONTOLOGY_VERSION} ?ontology OPTIONAL {{ ?g {v.VIEW_VERSION} ?view }}"
    found = store.query(f"SELECT ?base ?ontology ?view {{ GRAPH ?g {{ {known} }} }}")
    assert isinstance(found, QuerySolutions)
    return next((Manifest(row["base"].value, row["ontology"].value, row["view"].value if row["view"] else None) for row in found), None)


def read_entry(store: Store, article: NamedNode, base: str) -> Entry | None:
    """The article's entry, None where it isn't in the store."""
    found = store.query(f"SELECT ?p ?o {{ GRAPH {manifest_graph(base)} {{ {article} ?p ?o }} }}")
    assert isinstance(found, QuerySolutions)
    known = {row["p"]: row["o"].value for row in found}
    if v.ARTICLE_DIGEST not in known:
        return None
    versions = Versions(known[v.MODEL_VERSION], known[v.ONTOLOGY_VERSION], known[v.CODE_VERSION])
    return Entry(article, known[v.ARTICLE_DIGEST], known.get(v.FOLDER), versions, known.get(v.STATEMENTS_DIGEST))


def _digest(text: str) -> str:
    return "sha256:" + hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def code_version() -> str:
    """The version of the program that is installed, `unreleased` where it only lies there, and a digest of the code that reads."""
    try:
        installed = version("accordingto")
    except PackageNotFoundError:
        installed = "unreleased"
    return f"{installed}+{code_digest(*_SOURCES)[:16]}"
