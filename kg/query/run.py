"""Running a query: its parameters as terms, its answer as bytes that can travel between processes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from pyoxigraph import (
    Literal,
    NamedNode,
    QueryBoolean,
    QueryResultsFormat,
    QuerySolutions,
    QueryTriples,
    RdfFormat,
    Triple,
    parse,
    parse_query_results,
)

from kg.errors import StoreError, UsageError
from kg.query.named import Parameter, Query, named_queries
from kg.query.names import resolve
from kg.query.safety import refuse_service
from kg.store.interface import Results, Store
from kg.store.text import bind


class Kind(StrEnum):
    """What a query answers: rows, yes or no, or a graph."""

    SOLUTIONS = "solutions"
    BOOLEAN = "boolean"
    TRIPLES = "triples"


@dataclass(frozen=True, slots=True)
class Answer:
    """A query's whole answer, serialised: SPARQL JSON results, or N-Triples for a graph."""

    kind: Kind
    data: bytes

    def solutions(self) -> QuerySolutions:
        results = parse_query_results(self.data, QueryResultsFormat.JSON)
        assert isinstance(results, QuerySolutions)
        return results

    def boolean(self) -> bool:
        results = parse_query_results(self.data, QueryResultsFormat.JSON)
        assert isinstance(results, QueryBoolean)
        return bool(results)

    def triples(self) -> list[Triple]:
        return [quad.triple for quad in parse(self.data, RdfFormat.N_TRIPLES)]


def run(store: Store, query: Query, arguments: Mapping[str, str] | None = None) -> Results:
    """Ask the store. Arguments are parameter name → what the user wrote; each becomes a term of its parameter's kind.

    UsageError for an unknown, missing or unfit argument and a name that isn't one entity's; QueryError for bad SPARQL and SERVICE.
    """
    text = bind(query.text, terms(store, query, arguments or {}))
    refuse_service(text)  # with its arguments in it: a query may be written so that one of them isn't read as the literal that it is
    return store.query(text)


def answer(store: Store, query: Query, arguments: Mapping[str, str] | None = None) -> Answer:
    """The same, read to its end."""
    results = run(store, query, arguments)
    try:
        if isinstance(results, QueryTriples):
            kind, data = Kind.TRIPLES, results.serialize(format=RdfFormat.N_TRIPLES)
        else:
            kind = Kind.BOOLEAN if isinstance(results, QueryBoolean) else Kind.SOLUTIONS
            data = results.serialize(format=QueryResultsFormat.JSON)
    except (OSError, RuntimeError) as error:
        raise StoreError(f"The query could not be finished ({error}): check the store with `kg verify`.") from error
    assert data is not None
    return Answer(kind, data)


def terms(store: Store, query: Query, arguments: Mapping[str, str]) -> dict[str, NamedNode | Literal]:
    """The parameters' values as terms."""
    declared = {one.name: one for one in query.parameters}
    for name in arguments:
        if name not in declared:
            raise UsageError(_no_parameter(name, declared))
    for one in query.parameters:
        if one.needed and one.name not in arguments:
            raise UsageError(f"The query {query.name} needs --{one.name}: {one.help}.")
    return {name: _term(store, declared[name], text) for name, text in arguments.items()}


def _no_parameter(name: str, declared: Iterable[str]) -> str:
    having = [one.name for one in named_queries().values() if name in {parameter.name for parameter in one.parameters}]
    only = f"only {', '.join(having)} {'have' if len(having) > 1 else 'has'} it" if having else "no named query has it"
    known = ", ".join(f"--{one}" for one in declared)
    return f"This query has no --{name}; {only}." + (f" Its parameters are: {known}." if known else "")


def _term(store: Store, parameter: Parameter, text: str) -> NamedNode | Literal:
    if parameter.kind == "entity":
        return resolve(store, text)
    if parameter.kind == "number":
        try:
            return Literal(int(text))
        except ValueError:
            raise UsageError(f"--{parameter.name} is a whole number, not {text!r}.") from None
    choices = parameter.kind.split("|")
    if parameter.kind != "text" and text not in choices:
        raise UsageError(f"--{parameter.name} is {' or '.join(choices)}, not {text!r}.")
    return Literal(text)
