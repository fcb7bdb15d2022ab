"""What every store can do. All else stands on these few calls."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from types import TracebackType
from typing import Protocol, Self

from pyoxigraph import BlankNode, DefaultGraph, Literal, NamedNode, Quad, QueryBoolean, QuerySolutions, QueryTriples

Results = QuerySolutions | QueryBoolean | QueryTriples


@dataclass(frozen=True, slots=True)
class Dataset:
    """What a query sees in place of the view and all graphs, as SPARQL's FROM and FROM NAMED say it: the graphs that are merged into its
    default graph, and its named ones."""

    default: tuple[NamedNode, ...] = ()
    named: tuple[NamedNode, ...] = ()


class Store(Protocol):
    """Quads that can be asked and changed in SPARQL: embedded Oxigraph, or an endpoint. Closed at the end of a `with` block."""

    @property
    def triple_terms(self) -> bool:
        """Whether it holds RDF 1.2's triple terms (`rdf:reifies <<( s p o )>>`)."""
        ...

    def query(self, text: str, *, parameters: Mapping[str, NamedNode | Literal] | None = None, dataset: Dataset | None = None) -> Results:
        """Run a SPARQL query over the view, or over another dataset; parameters (variable name without `?` → term) are bound as terms.
        Raises QueryError."""
        ...

    def update(self, text: str) -> None:
        """Run one SPARQL Update request: all of its operations or none. Raises QueryError or StoreError."""
        ...

    def quads(self, graph: NamedNode | BlankNode | DefaultGraph | None = None) -> Iterator[Quad]:
        """The quads of one graph, or of all."""
        ...

    def load(self, quads: Iterable[Quad]) -> None:
        """Add many quads at once; stopped half way, some of them may be there."""
        ...

    def close(self) -> None:
        """Let go of the store; it can't be used afterwards. Results that somebody still holds keep a folder locked: read them first."""
        ...

    def __enter__(self) -> Self: ...

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None: ...
