"""Articles → store: what is new or changed is extracted and written, what isn't is left alone."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from pyoxigraph import NamedNode, Quad, QuerySolutions

from kg import vocabulary as v
from kg.article import Article
from kg.changes import Changes, relations
from kg.collector import held_off, settled
from kg.editing import Editor, Prepared
from kg.errors import ArticleError, StatementError, StoreError
from kg.identity.clusters import Member, clusters, members
from kg.iris import DEFAULT_BASE, article_iri, checked_base
from kg.manifest import Entry, Manifest, Versions, entry_quads, manifest_quads
from kg.ontology.model import Ontology
from kg.rdf import STATUS_TERMS, article_quads, by_iri, check
from kg.readers.content import Skipped
from kg.statement import Extraction, Statement, Status
from kg.store import is_address, open_store
from kg.store.beside import Beside
from kg.store.interface import Store
from kg.store.oxigraph import OxigraphStore
from kg.view import view_of
from kg.view.stored import Sources
from kg.view.version import ViewVersion

Extract = Callable[[Iterable[Article]], Iterable[Extraction]]
"""An extractor over many articles, in any order; it goes through them once, as it needs them."""
Progress = Callable[[Article], None]
_TOGETHER: Final = 5_000
"""Quads of articles that are written as one change: a few articles, since a change of many takes little longer than that of one."""
_LEAST: Final = 100
"""Quads that an article counts as at least."""


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

    Where there is no store yet, a new folder is filled beside it and takes its place at the end; else each article is one change, a few
    of those that another ontology reads again are one, and one that stopped leaves the others. An article whose text, metadata and
    versions are those of last time is left as it is. A key met twice, or read below another folder than last time, is skipped unless
    `replace` is given. `base` begins all IRIs (None: the store's own, `urn:kg:` for a new one). `progress` is told of each article that
    was built. Raises StoreError and UsageError.
    """
    run = _Run(articles, versions, replace, progress or _ignore)
    with settled():
        return run.built_into(store_location, ontology, base, extract)


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

    def built_into(self, location: str | Path, ontology: Ontology, base: str | None, extract: Extract) -> BuildReport:
        """All articles in the store there, a new folder where there is none."""
        if is_address(location) or not _is_new(Path(location)):
            with open_store(location) as store:
                self._fill_by_and_by(_editor(store, ontology, base), extract)
                return self._report(store)
        path = Path(location)
        with Beside(path) as store:
            if self._replace:  # a second article of the same key takes the first one's place, which only an editor can do
                self._fill_by_and_by(_editor(store, ontology, base), extract)
            else:
                self._fill_at_once(store, ontology, checked_base(base or DEFAULT_BASE), extract)
        with open_store(path, read_only=True) as finished:
            return self._report(finished)

    def _fill_by_and_by(self, editor: Editor, extract: Extract) -> None:
        """Each article as one change of the store, seen by readers at once; of those that are read again some together."""
        waiting: dict[NamedNode, tuple[Extraction, Prepared]] = {}
        try:
            for one in extract(self._wanted(editor.entry, editor.base)):
                graph = article_iri(one.article.key, editor.base)
                if graph in waiting or sum(max(_LEAST, len(prepared.quads)) for _, prepared in waiting.values()) > _TOGETHER:
                    self._write(editor, waiting)
                if (prepared := self._prepared(editor, graph, one)) is not None:
                    waiting[graph] = one, prepared
                if one.article.key not in self._read_again:
                    self._write(editor, waiting)
        finally:
            self._write(editor, waiting)

    def _prepared(self, editor: Editor, graph: NamedNode, one: Extraction) -> Prepared | None:
        """The article, ready to be written; what can't be is skipped. Of one that is read again it is counted what changed."""
        try:
            statements = by_iri(one.article, self._fitting(one), base=editor.base)
            prepared = editor.prepared(one.article, statements.values(), self._versions)
        except (ArticleError, StatementError) as error:
            self._skip(one.article.key, str(error))
            return None
        if one.article.key in self._read_again:
            self._changes.add(relations(editor.store, graph), {iri: statement.relation for iri, statement in statements.items()})
        return prepared

    def _write(self, editor: Editor, waiting: dict[NamedNode, tuple[Extraction, Prepared]]) -> None:
        written = [*waiting.values()]
        waiting.clear()
        if written:
            editor.write([prepared for _, prepared in written])
        for one, _ in written:
            self._done(one)

    def _fill_at_once(self, store: OxigraphStore, ontology: Ontology, base: str, extract: Extract) -> None:
        """All articles, then their view, into a store that nobody reads yet."""
        found: list[Member] = []
        store.load(self._all_quads(extract(self._wanted(_nothing_before, base)), ontology, base, found))
        groups = clusters(found, (), ontology)
        store.load(view_of(groups, Sources(store), ontology, base=base, triple_terms=store.triple_terms))
        store.load(manifest_quads(Manifest(base, ontology.digest, ViewVersion.of(ontology).text)))
        store.settle()

    def _report(self, store: Store) -> BuildReport:
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
                again = one.key in self._keys  # what stands for it in the store may not be written yet
                self._keys.add(one.key)
                if again or self._is_wanted(one, before(article_iri(one.key, base)), base):
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


def _is_new(path: Path) -> bool:
    """Whether there is nothing yet where the store is to be."""
    try:
        return not path.exists() or (path.is_dir() and not any(path.iterdir()))
    except OSError as error:
        raise StoreError(f"{path} can't be looked into ({error.strerror or error}): check the folder and its permissions.") from error


def _editor(store: Store, ontology: Ontology, base: str | None) -> Editor:
    """What writes into the store, whose view may have to be made anew first."""
    with held_off():
        return Editor(store, ontology, base=base)


def _nothing_before(article: NamedNode) -> None:
    return None


def _ignore(article: Article) -> None:
    return None


def _counts(store: Store, pattern: str) -> dict[str, int]:
    """How often the pattern holds for each `?what`."""
    found = store.query(f"SELECT ?what (COUNT(*) AS ?n) {{ {pattern} }} GROUP BY ?what")
    assert isinstance(found, QuerySolutions)
    return {row["what"].value: int(row["n"].value) for row in found}
