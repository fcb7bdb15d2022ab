"""A few things of many resources at a time: simple queries whose answers are joined in Python.

One query with a dozen OPTIONALs is answered row by row; a large store answers a dozen simple ones, each one walk over an index, far sooner.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from sys import intern
from typing import Final

from pyoxigraph import NamedNode, QuerySolutions

from kg.query.statements import Term, plain_text
from kg.store.interface import Store
from kg.store.text import values_texts
from kg.vocabulary import SPARQL_PREFIXES

_A_QUERY: Final = 2_000
"""Resources that one query asks about: what endpoints take."""


def terms(store: Store, variables: str, pattern: str, among: Collection[str] | None = None) -> Iterator[tuple[Term, ...]]:
    """The solutions of a pattern that binds all of these variables (`?id ?class`), whose first is one of the IRIs `among` (None: any)."""
    if among is None:
        yield from _solutions(store, f"SELECT {variables} WHERE {{ {pattern} }}")
        return
    name = variables.split()[0].removeprefix("?")
    for values in values_texts((name,), ((NamedNode(iri),) for iri in sorted(among)), _A_QUERY):
        yield from _solutions(store, f"SELECT {variables} WHERE {{ {values} {pattern} }}")


def texts(store: Store, variables: str, pattern: str, among: Collection[str] | None = None) -> Iterator[tuple[str, ...]]:
    """The same as plain text: IRIs, and literals' own."""
    for row in terms(store, variables, pattern, among):
        yield tuple(intern(plain_text(one)) for one in row)


def column(store: Store, variables: str, pattern: str, among: Collection[str] | None = None) -> dict[str, str]:
    """The first variable's value → the second's, the least where there are several."""
    found: dict[str, str] = {}
    for key, value in texts(store, variables, pattern, among):
        if key not in found or value < found[key]:
            found[key] = value
    return found


def columns(store: Store, variables: str, pattern: str, among: Collection[str] | None = None) -> dict[str, list[str]]:
    """The first variable's value → the second's, all of them, sorted."""
    found: dict[str, set[str]] = {}
    for key, value in texts(store, variables, pattern, among):
        found.setdefault(key, set()).add(value)
    return {key: sorted(values) for key, values in found.items()}


def _solutions(store: Store, query: str) -> Iterator[tuple[Term, ...]]:
    found = store.query(SPARQL_PREFIXES + query)
    assert isinstance(found, QuerySolutions)
    for row in found:
        yield tuple(row)
