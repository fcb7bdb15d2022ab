"""Parts of a store to be drawn: somebody's surroundings, the ways between two, what answers a query."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from pyoxigraph import NamedNode, Triple

from kg.errors import UsageError
from kg.path import paths
from kg.query.columns import texts
from kg.query.links import Link, links_at, said_by
from kg.query.names import resolve
from kg.query.run import Answer, Kind
from kg.query.statements import Term
from kg.store.interface import Store


@dataclass(frozen=True, slots=True)
class Part:
    """Statements and entities of a store, by IRI."""

    statements: frozenset[str] = frozenset()
    entities: frozenset[str] = frozenset()


def around(store: Store, entity: str, depth: int = 1) -> Part:
    """All that is said of an entity (an IRI or a name) and of those whom at most `depth` steps lead to, whatever the statements' status
    and direction; and what it says or reports itself.

    UsageError for a name that isn't one entity's.
    """
    centre = resolve(store, entity).value
    reached, last = {centre}, {centre}
    known: dict[str, Link] = {}
    for _ in range(depth):
        near = links_at(store, last)
        known.update((one.statement, one) for one in near)
        last = {end for one in near for end in one.ends} - reached
        reached |= last
    known.update((one.statement, one) for one in links_at(store, last) if reached.issuperset(one.ends))
    said = [one.statement for one in said_by(store, centre)] if depth else []
    return Part(frozenset([*known, *said]), frozenset([centre]))


def between(store: Store, start: str, end: str, *, any_status: bool = False) -> Part:
    """The ways between two entities that `kg.path.paths` finds, with all that says so. Raises UsageError as it does."""
    ends = frozenset(resolve(store, name).value for name in (start, end))
    found = paths(store, start, end, any_status=any_status)
    return Part(frozenset(one for path in found for arrow in path.arrows for one in arrow.statements), ends)


def answering(store: Store, answer: Answer) -> Part:
    """What a query answers: the statements among its terms; where it names none, all that joins the entities among them.

    UsageError where the answer is yes or no.
    """
    if answer.kind is Kind.BOOLEAN:
        raise UsageError("The query answers yes or no, which can't be drawn: ask for entities or statements with SELECT or CONSTRUCT.")
    iris = {one.value for one in _terms(answer) if isinstance(one, NamedNode)}
    statements = frozenset(iri for (iri,) in texts(store, "?id", "?id a kg:Statement .", iris))
    entities = frozenset(iri for (iri,) in texts(store, "?id", "?id kg:named ?any .", iris))
    if not statements:
        statements = frozenset(one.statement for one in links_at(store, entities) if entities.issuperset(one.ends))
    return Part(statements, entities)


def _terms(answer: Answer) -> Iterator[Term | None]:
    rows: Iterable[Iterable[Term | None]] = answer.solutions() if answer.kind is Kind.SOLUTIONS else answer.triples()
    for row in rows:
        for one in row:
            yield from _parts(one)


def _parts(term: Term | None) -> Iterator[Term | None]:
    """The term, and what a triple term holds."""
    yield term
    if isinstance(term, Triple):
        for one in term:
            yield from _parts(one)
