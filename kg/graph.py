"""A store as Python users meet it: asked, gone through, drawn and written in one line each."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self

from kg.article import Article
from kg.building import BuildReport
from kg.draw.picture import Picture
from kg.draw.reading import data
from kg.draw.selecting import answering, around, between
from kg.export.formats import exported, suffix_of, write
from kg.export.network import network
from kg.export.selection import Selection
from kg.identity.decisions import read_decisions
from kg.iris import decisions_graph
from kg.manifest import read_manifest
from kg.query.named import find
from kg.query.run import answer, run
from kg.statement import Statement
from kg.store import open_store
from kg.store.interface import Results, Store
from kg.view import Source
from kg.view.stored import Sources

if TYPE_CHECKING:
    from kg.export.network import Network


class Graph:
    """What articles say, opened for reading. Closed at the end of a `with` block; in a notebook it shows itself as a picture."""

    def __init__(self, store: Store, report: BuildReport | None = None) -> None:
        """`report` is what the build did that this graph comes from."""
        self.store, self.report = store, report

    def query(self, text_or_name: str, **parameters: str) -> Results:
        """The answer to SPARQL, to a query file, or to a named query such as `chain`; parameters by name (`entity="Procom"`).

        Raises QueryError where it can't be read or run, UsageError where a name or parameter isn't known.
        """
        return run(self.store, find(text_or_name), parameters)

    def statements(self) -> Iterator[Statement]:
        """Every statement that nobody rejected, as its article makes it, article by article."""
        for source in self._sources():
            yield from source.statements.values()

    def articles(self) -> Iterator[Article]:
        """Every article, with its text."""
        for source in self._sources():
            yield source.article

    def to_networkx(self) -> Network:
        """Entities as nodes (IRI; label, class), statements as edges: affirmed or not, see their `status`."""
        return network(self.store)

    def to_turtle(self) -> str:
        """The view as Turtle of RDF 1.1: the same store gives the same text."""
        return exported(self.store, ".ttl")

    def export(self, out: str | Path, selection: Selection | None = None) -> None:
        """Write a file in the format of its suffix. Raises UsageError for a suffix that is none, KgError where it can't be written."""
        write(self.store, Path(out), suffix_of(str(out)), selection)

    def picture(self) -> Picture:
        """All of it to be looked at."""
        return Picture(data(self.store))

    def around(self, entity: str, depth: int = 2) -> Picture:
        """What surrounds an entity (a name or IRI), as far as so many steps lead. Raises UsageError for a name that isn't one entity's."""
        part = around(self.store, entity, depth)
        return Picture(data(self.store, part), part.entities)

    def between(self, start: str, end: str, *, any_status: bool = False) -> Picture:
        """How two entities are connected, over what is affirmed or over anything. Raises UsageError as `around` does."""
        part = between(self.store, start, end, any_status=any_status)
        return Picture(data(self.store, part), part.entities)

    def answering(self, text_or_name: str, **parameters: str) -> Picture:
        """The statements, or what joins the entities, that a query answers. Raises as `query` does, and UsageError for a yes or no."""
        return Picture(data(self.store, answering(self.store, answer(self.store, find(text_or_name), parameters))))

    def close(self) -> None:
        """Let go of the store."""
        self.store.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()

    def _repr_mimebundle_(self, include: Iterable[str] | None = None, exclude: Container[str] | None = None) -> dict[str, str]:
        return self.picture()._repr_mimebundle_(include, exclude)

    def _sources(self) -> Iterator[Source]:
        manifest = read_manifest(self.store)
        decisions = read_decisions(self.store.quads(decisions_graph(manifest.base))) if manifest else ()
        return (source.without_rejected(decisions) for source in Sources(self.store))


def open_graph(location: str | Path = "kg.db") -> Graph:
    """The graph in a store's folder or at an endpoint's address. Raises StoreError where there is none."""
    return Graph(open_store(location, read_only=True))
