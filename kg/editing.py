"""Changing a store: each change is one SPARQL Update request that brings the view up to date with it, so that nobody sees half."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from pyoxigraph import NamedNode, Quad

from kg.article import Article
from kg.errors import StoreError, UsageError
from kg.identity.decisions import Decision, decision_iri, decision_quads
from kg.iris import DEFAULT_BASE, article_iri, checked_base
from kg.manifest import Entry, Manifest, Versions, entry_quads, manifest_quads, read_entry, read_manifest
from kg.ontology.model import Ontology
from kg.rdf import article_quads, by_iri
from kg.statement import Statement
from kg.store.interface import Store
from kg.store.text import data_text
from kg.view import Source, view_quads
from kg.view.lookup import Lookup
from kg.view.ontology import ontology_quads
from kg.view.reasoning import reasoned_anew
from kg.view.stored import drift, is_blank
from kg.view.touched import Difference, difference
from kg.view.version import ViewVersion, joins_otherwise, touches

_DROP_BLANK = "DELETE { ?s ?p ?o } WHERE { ?s ?p ?o FILTER(isBlank(?s) || isBlank(?o)) }"


@dataclass(frozen=True, slots=True)
class Prepared:
    """An article as it is to be written: the name of its graph, its entry, and the graph's quads (none: they are there already)."""

    graph: NamedNode
    entry: Entry
    quads: tuple[Quad, ...]


class Editor:
    """Writes articles and decisions into a store that `kg` built or that is empty."""

    def __init__(self, store: Store, ontology: Ontology, *, base: str | None = None) -> None:
        """Prepare the store: an empty one gets its base (default `urn:kg:`), another ontology than last time a new view.

        Raises UsageError for a base that is none or another than the store's, StoreError where it holds something else.
        """
        self.store, self.ontology = store, ontology
        manifest = read_manifest(store)
        if manifest is not None and base not in (None, manifest.base):
            raise UsageError(f"The store's IRIs begin with {manifest.base}, not {base}: leave --base out, or build another store.")
        self.base = manifest.base if manifest else checked_base(base or DEFAULT_BASE)
        self._lookup = Lookup(store, ontology, self.base)
        if manifest is None and next(iter(store.quads()), None) is not None:
            raise StoreError("The store holds other data than kg's: name an empty one.")
        version = ViewVersion.of(ontology)
        now = Manifest(self.base, ontology.digest, version.text)
        before = ViewVersion.read(manifest.view) if manifest is not None and manifest.view is not None else None
        if manifest is None or before is None or joins_otherwise(store, before, version):
            self._recompute(manifest, now)
        elif manifest != now:
            self._adopt(before.changed(version), manifest, now)

    def entry(self, article: NamedNode) -> Entry | None:
        """What the manifest says of the article, None where it isn't in the store."""
        return read_entry(self.store, article, self.base)

    def decisions(self) -> tuple[Decision, ...]:
        """All that people decided, oldest first."""
        return self._lookup.decisions()

    def source(self, article: NamedNode) -> Source | None:
        """The article's graph, None where there is none."""
        return self._lookup.source(article)

    def put(self, article: Article, statements: Iterable[Statement], versions: Versions) -> None:
        """Add the article, or replace its former self. Raises StatementError or ArticleError, with nothing changed."""
        self.write([self.prepared(article, statements, versions)])

    def prepared(self, article: Article, statements: Iterable[Statement], versions: Versions) -> Prepared:
        """The article, ready to be written. Raises StatementError or ArticleError."""
        graph = article_iri(article.key, self.base)
        stated = by_iri(article, statements, base=self.base).values()
        before, entry = self.entry(graph), Entry.of(article, versions, self.base).stating(stated)
        same = before is not None and before.makes_the_same(entry)
        return Prepared(graph, entry, () if same else tuple(article_quads(article, stated, base=self.base)))

    def write(self, articles: Sequence[Prepared]) -> None:
        """Add these articles, each of them once, or replace their former selves, in one change."""
        new = {one.graph: Source.of(one.graph, one.quads) for one in articles if one.quads}
        change = difference(self._lookup, new, self.decisions()) if new else Difference(frozenset(), frozenset())
        held = {quad for graph in new for quad in self.store.quads(graph)} | {q for one in articles for q in self._entry_quads(one.graph)}
        coming = {quad for one in articles for quad in (*one.quads, *entry_quads(one.entry, self.base))}
        removed, added = [*(held - coming), *change.removed], [*(coming - held), *change.added]
        self.store.update(_update(removed=removed, added=added))

    def remove(self, article: NamedNode) -> None:
        """Take the article out: its graph, and what the view has from it."""
        change = difference(self._lookup, {article: None}, self.decisions())
        self.store.update(_update(drop=[article], removed=[*self._entry_quads(article), *change.removed], added=change.added))

    def decide(self, decision: Decision) -> None:
        """Keep the decision, in place of one about the same, and let it take effect."""
        self._replace(decision, [decision])

    def undo(self, decision: Decision) -> None:
        """Take the decision back."""
        self._replace(decision, [])

    def _replace(self, decision: Decision, by: list[Decision]) -> None:
        iri = decision_iri(decision, self.base)
        decided = self.decisions()
        former = [one for one in decided if decision_iri(one, self.base) == iri]
        change = difference(self._lookup, {}, [one for one in decided if one not in former] + by)
        removed = [*self._decision_quads(former), *change.removed]
        self.store.update(_update(removed=removed, added=[*self._decision_quads(by), *change.added]))

    def _recompute(self, former: Manifest | None, now: Manifest) -> None:
        """The whole view anew, in one request: for one that was none before, or in which other entities may be one."""
        change = drift(self.store, self.ontology, self.base)
        self._describe(change.extra, change.missing, former, now)

    def _adopt(self, changed: frozenset[str], former: Manifest, now: Manifest) -> None:
        """The ontology, which differs from the former one in these terms: what the view says of it, and what follows where they are in
        use."""
        if not changed:  # but in wordings
            self.store.update(_update(removed=manifest_quads(former), added=manifest_quads(now)))
            return
        terms = {NamedNode(iri) for iri in changed}
        old = {Quad(*row) for row in self._lookup.blocks(terms)}
        new = {quad for quad in ontology_quads(self.ontology) if quad.subject in terms}
        if touches(self.store, self.ontology, changed):
            was, becomes = reasoned_anew(self._lookup, terms)
            old.update(view_quads(was))
            new.update(view_quads(becomes))
        self._describe(old - new, new - old, former, now)

    def _describe(self, removed: Iterable[Quad], added: Iterable[Quad], former: Manifest | None, now: Manifest) -> None:
        """A change of the view with what it says of the ontology: all that hangs on blank nodes is written anew."""
        gone = [quad for quad in removed if not is_blank(quad)] + list(manifest_quads(former) if former else ())
        come = [quad for quad in added if not is_blank(quad)] + list(manifest_quads(now))
        blank = [quad for quad in ontology_quads(self.ontology) if is_blank(quad)]
        self.store.update(_update(first=[_DROP_BLANK], removed=gone, added=come + blank))

    def _entry_quads(self, article: NamedNode) -> list[Quad]:
        entry = self.entry(article)
        return list(entry_quads(entry, self.base)) if entry else []

    def _decision_quads(self, decisions: Iterable[Decision]) -> list[Quad]:
        return [quad for one in decisions for quad in decision_quads(one, self.base)]


def _update(*, first: Iterable[str] = (), drop: Iterable[NamedNode] = (), removed: Iterable[Quad] = (), added: Iterable[Quad] = ()) -> str:
    """One request of several operations: graphs and quads that go, then quads that come."""
    operations = [*first, *(f"DROP SILENT GRAPH {graph}" for graph in drop)]
    if gone := data_text(removed):
        operations.append(f"DELETE DATA {{ {gone} }}")
    if new := data_text(added):
        operations.append(f"INSERT DATA {{ {new} }}")
    return " ;\n".join(operations)
