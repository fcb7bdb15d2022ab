"""Articles → store: what is new or changed is extracted and written, what isn't is left alone."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from pyoxigraph import NamedNode, Quad, QuerySolutions

from kg import vocabulary as v
from kg.article import Article
from kg.changes import Changes, relations
from kg.editing import Editor
from kg.errors import ArticleError, StatementError, StoreError
from kg.identity.clusters import Member, clusters, members
from kg.iris import DEFAULT_BASE, article_iri, checked_base
from kg.manifest import Entry, Manifest, Versions, entry_quads, manifest_quads
from kg.ontology.model import Ontology
from kg.rdf import STATUS_TERMS, article_quads, by_iri, check
from kg.readers.content import Skipped
from kg.statement import Extraction, Statement, Status
from kg.store import is_address, open_store
from kg.store.interface import Store
from kg.store.oxigraph import OxigraphStore, is_store
from kg.view import view_of
from kg.view.stored import Sources
from kg.view.version import view_version

Extract = Callable[[Iterable[Article]], Iterable[Extraction]]
"""An extractor over many articles, in any order; it goes through them once, as it needs them."""
Progress = Callable[[Article], None]


@dataclass(frozen=True, slots=True)
class BuildReport:
    """What a build did (`built`, `unchanged`, what was `skipped`, `problems` of what was built), what the store holds after it, and what
    another ontology `changed` in articles that stayed as they were (None: there were none)."""

    built: int
    unchanged: int
    skipped: tuple[Skipped, ...]
    problems: tuple[str, ...]
    articles: int
    statements: dict[Status, int]
    entities: int
    changed: Changes | None = None


def build(
    articles: Iterable[Article | Skipped],
    extract: Extract,
    store_location: str | Path,
    *,
    ontology: Ontology,
    versions: Versions,
    replace: bool = False,
    base: str | None = None,
    progress: Progress | None = None,
) -> BuildReport:
    """Read the articles into the store in a folder or at an address, and bring its view up to date.

    Where there is no store yet, a new folder is filled beside it and takes its place at the end; else each article is one change, and
    one that stopped leaves the others. An article whose text, metadata and versions are those of last time is left as it is. A key met
    twice, or read below another folder than last time, is skipped unless `replace` is given. `base` begins all IRIs (None: the
    store's own, `urn:kg:` for a new one). `progress` is told of each article that was built. Raises StoreError and UsageError.
    """
    run = _Run(articles, versions, replace, progress or _ignore)
    if is_address(store_location) or not _is_new(Path(store_location)):
        with open_store(store_location) as store:
            run.fill_one_by_one(Editor(store, ontology, base=base), extract)
            return run.report(store)
    path = Path(store_location)
    with _Beside(path) as store:
        if replace:  # a second article of the same key takes the first one's place, which only an editor can do
            run.fill_one_by_one(Editor(store, ontology, base=base), extract)
        else:
            run.fill_at_once(store, ontology, checked_base(base or DEFAULT_BASE), extract)
    with open_store(path, read_only=True) as finished:
        return run.report(finished)


class _Run:
    """One build: what comes in, what is done with it, and what is to be told of it."""

    def __init__(self, articles: Iterable[Article | Skipped], versions: Versions, replace: bool, progress: Progress) -> None:
        self._articles, self._versions, self._replace, self._progress = articles, versions, replace, progress
        self._keys: set[str] = set()
        self._built = self._unchanged = 0
        self._skipped: list[Skipped] = []
        self._problems: list[str] = []
        self._read_again: set[str] = set()
        self._changes = Changes()

    def fill_one_by_one(self, editor: Editor, extract: Extract) -> None:
        """Each article as one change of the store, seen by readers at once."""
        for one in extract(self._wanted(editor.entry, editor.base)):
            graph = article_iri(one.article.key, editor.base)
            before = relations(editor.store, graph) if one.article.key in self._read_again else None
            try:
                statements = by_iri(one.article, self._fitting(one), base=editor.base)
                editor.put(one.article, statements.values(), self._versions)
            except (ArticleError, StatementError) as error:
                self._skip(one.article.key, str(error))
            else:
                if before is not None:
                    self._changes.add(before, {iri: statement.relation for iri, statement in statements.items()})
                self._done(one)

    def fill_at_once(self, store: OxigraphStore, ontology: Ontology, base: str, extract: Extract) -> None:
        """All articles, then their view, into a store that nobody reads yet."""
        found: list[Member] = []
        store.load(self._all_quads(extract(self._wanted(_nothing_before, base)), ontology, base, found))
        groups = clusters(found, (), ontology)
        store.load(view_of(groups, Sources(store), ontology, base=base, triple_terms=store.triple_terms))
        store.load(manifest_quads(Manifest(base, ontology.digest, view_version(ontology))))
        store.settle()

    def report(self, store: Store) -> BuildReport:
        """What was done, and what the store holds now."""
        counted = _counts(store, f"?st a {v.STATEMENT} ; {v.STATUS} ?what")
        return BuildReport(
            built=self._built,
            unchanged=self._unchanged,
            skipped=tuple(self._skipped),
            problems=tuple(self._problems),
            articles=sum(_counts(store, f"?article a {v.NEWS_ARTICLE} BIND(1 AS ?what)").values()),
            statements={one: counted.get(STATUS_TERMS[one].value, 0) for one in Status},
            entities=sum(_counts(store, f"?entity {v.NAMED} ?what").values()),
            changed=self._changes if self._changes.articles else None,
        )

    def _wanted(self, before: Callable[[NamedNode], Entry | None], base: str) -> Iterator[Article]:
        """The articles that are to be extracted."""
        for one in self._articles:
            if isinstance(one, Skipped):
                self._skipped.append(one)
            elif one.key in self._keys and not self._replace:
                self._skip(one.key, "an article with this key was read before: rename one of the two, or give --replace to keep the last")
            else:
                self._keys.add(one.key)
                if self._is_wanted(one, before(article_iri(one.key, base)), base):
                    yield one

    def _is_wanted(self, article: Article, before: Entry | None, base: str) -> bool:
        now = Entry.of(article, self._versions, base)
        if before == now:
            self._unchanged += 1
            return False
        if before and before.folder and now.folder and before.folder != now.folder and not self._replace:
            self._skip(article.key, f"the store has it from {before.folder}, not {now.folder}: give --replace if it is the same article")
            return False
        if before and before.digest == now.digest and before.versions.ontology != now.versions.ontology:
            self._read_again.add(article.key)
        return True

    def _all_quads(self, extractions: Iterable[Extraction], ontology: Ontology, base: str, found: list[Member]) -> Iterator[Quad]:
        for one in extractions:
            graph = article_iri(one.article.key, base)
            try:
                statements = by_iri(one.article, self._fitting(one), base=base).values()
                quads = list(article_quads(one.article, statements, base=base))
            except (ArticleError, StatementError) as error:
                self._skip(one.article.key, str(error))
            else:
                found.extend(members(graph, statements, ontology))
                yield from quads
                yield from entry_quads(Entry.of(one.article, self._versions, base).stating(statements), base)
                self._done(one)

    def _fitting(self, extraction: Extraction) -> list[Statement]:
        """The statements whose words are at their offsets; the others are problems."""
        fitting = []
        for one in extraction.statements:
            try:
                check(extraction.article, one)
            except StatementError as error:
                self._problems.append(str(error))
            else:
                fitting.append(one)
        return fitting

    def _done(self, extraction: Extraction) -> None:
        self._built += 1
        self._problems.extend(f"{extraction.article.key}: {one}" for one in extraction.problems)
        self._progress(extraction.article)

    def _skip(self, key: str, reason: str) -> None:
        self._skipped.append(Skipped(key, reason, "error"))


_BUILDING: Final = ".{}.building"


class _Beside:
    """A new store beside a path, which takes the path's place when all went well and otherwise leaves nothing."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._building = path.with_name(_BUILDING.format(path.absolute().name))

    def __enter__(self) -> OxigraphStore:
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            if is_store(self._building):
                OxigraphStore(self._building).close()  # refused while another build is filling it
            if self._building.exists():
                shutil.rmtree(self._building)
        except OSError as error:
            raise StoreError(f"{self._path} can't be made ({error.strerror or error}): check the folder and its permissions.") from error
        try:
            self._store = OxigraphStore(self._building)
        except StoreError:
            shutil.rmtree(self._building, ignore_errors=True)
            raise
        return self._store

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        self._store.close()
        if kind is not None:
            shutil.rmtree(self._building, ignore_errors=True)
            return
        try:
            if self._path.exists():
                self._path.rmdir()
            self._building.rename(self._path)
        except OSError as error:
            shutil.rmtree(self._building, ignore_errors=True)
            raise StoreError(f"{self._path} can't be put in place ({error.strerror or error}): build again.") from error


def _is_new(path: Path) -> bool:
    """Whether there is nothing yet where the store is to be."""
    try:
        return not path.exists() or (path.is_dir() and not any(path.iterdir()))
    except OSError as error:
        raise StoreError(f"{path} can't be looked into ({error.strerror or error}): check the folder and its permissions.") from error


def _nothing_before(article: NamedNode) -> None:
    return None


def _ignore(article: Article) -> None:
    return None


def _counts(store: Store, pattern: str) -> dict[str, int]:
    """How often the pattern holds for each `?what`."""
    found = store.query(f"SELECT ?what (COUNT(*) AS ?n) {{ {pattern} }} GROUP BY ?what")
    assert isinstance(found, QuerySolutions)
    return {row["what"].value: int(row["n"].value) for row in found}
