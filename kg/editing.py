"""Changing a store: each change is one SPARQL Update request that brings the view up to date with it, so that nobody sees half."""

from __future__ import annotations

from collections.abc import Iterable

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
from kg.view.stored import drift, is_blank, stored_view
from kg.view.touched import difference
from kg.view.version import changed_terms, touches, view_version

_DROP_BLANK = "DELETE { ?s ?p ?o } WHERE { ?s ?p ?o FILTER(isBlank(?s) || isBlank(?o)) }"


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
        now = Manifest(self.base, ontology.digest, view_version(ontology))
        if manifest is None or manifest.view is None or now.view is None:
            self._recompute(manifest, now)
        elif manifest != now:
            changed = changed_terms(manifest.view, now.view)
            if touches(store, ontology, changed):
                self._recompute(manifest, now)
            else:
                self._describe(changed, manifest, now)

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
        graph = article_iri(article.key, self.base)
        stated = by_iri(article, statements, base=self.base).values()
        before, entry = self.entry(graph), Entry.of(article, versions, self.base).stating(stated)
        if before is not None and before.makes_the_same(entry):
            self.store.update(_update(removed=entry_quads(before, self.base), added=entry_quads(entry, self.base)))
            return
        quads = list(article_quads(article, stated, base=self.base))
        change = difference(self._lookup, {graph: Source.of(graph, quads)}, self.decisions())
        added = [*quads, *entry_quads(entry, self.base), *change.added]
        self.store.update(_update(drop=[graph], removed=[*self._entry_quads(graph), *change.removed], added=added))

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
        """The whole view anew, in one request: for a new ontology, or none before."""
        change = drift(self.store, self.ontology, self.base)
        blank = [quad for quad in stored_view(self.store, self.ontology, self.base) if is_blank(quad)]
        removed = [quad for quad in change.extra if not is_blank(quad)] + list(manifest_quads(former) if former else ())
        added = [quad for quad in change.missing if not is_blank(quad)] + list(manifest_quads(now))
        self.store.update(_update(first=[_DROP_BLANK], removed=removed, added=added + blank))

    def _describe(self, changed: Iterable[str], former: Manifest, now: Manifest) -> None:
        """What the view says of the ontology anew: for one that differs in wordings, and in terms that nothing in the store is of."""
        terms = {NamedNode(iri) for iri in changed}
        told = list(ontology_quads(self.ontology)) if terms else []
        removed = [quad for quad in view_quads(self._lookup.blocks(terms)) if not is_blank(quad)] + list(manifest_quads(former))
        added = [quad for quad in told if is_blank(quad) or quad.subject in terms] + list(manifest_quads(now))
        self.store.update(_update(first=[_DROP_BLANK] if terms else [], removed=removed, added=added))

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
