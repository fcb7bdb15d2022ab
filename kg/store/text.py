"""Terms and quads as SPARQL text: escaped by their own serialisation, never pasted in."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import Final

from pyoxigraph import BlankNode, DefaultGraph, Literal, NamedNode, Quad, Triple

from kg.errors import QueryError

Term = NamedNode | BlankNode | Literal | Triple

_TOKEN: Final = re.compile(
    r"""
    (?P<skip> \#[^\n]*                                             # a comment
      | <(?![<(])[^<>"{}|^`\\\x00-\x20]*>                          # an IRI
      | \"\"\"(?:[^"\\]|\\.|\"(?!\"\"))*\"\"\" | '''(?:[^'\\]|\\.|'(?!''))*'''
      | "(?:[^"\\\n]|\\.)*" | '(?:[^'\\\n]|\\.)*' )
    | (?P<variable> [?$]\w+ )
    | (?P<word> [^\W\d][\w-]*:? )
    | (?P<mark> [{}] )
    """,
    re.VERBOSE | re.DOTALL,
)


def term_text(term: Term) -> str:
    """A term as SPARQL 1.2 writes it."""
    return f"<<( {term} )>>" if isinstance(term, Triple) else str(term)


def data_text(quads: Iterable[Quad]) -> str:
    """Quads as they stand between the braces of INSERT DATA or DELETE DATA, sorted by graph."""
    by_graph: dict[str, list[str]] = defaultdict(list)
    for quad in quads:
        graph = "" if isinstance(quad.graph_name, DefaultGraph) else str(quad.graph_name)
        by_graph[graph].append(f"{quad.subject} {quad.predicate} {term_text(quad.object)} .")
    parts = []
    for graph, rows in sorted(by_graph.items()):
        block = "\n".join(rows)
        parts.append(f"GRAPH {graph} {{\n{block}\n}}" if graph else block)
    return "\n".join(parts)


def values_text(variables: Sequence[str], rows: Iterable[Sequence[Term]]) -> str:
    """`VALUES (?a ?b) { (… …) … }`."""
    names = " ".join(f"?{name}" for name in variables)
    lines = "\n".join("(" + " ".join(map(term_text, row)) + ")" for row in rows)
    return f"VALUES ({names}) {{ {lines} }}"


def values_texts(variables: Sequence[str], rows: Iterable[Sequence[Term]], most: int) -> Iterator[str]:
    """The same in as many blocks as it takes, each of at most so many rows: what one query may ask about."""
    left = iter(rows)
    while some := list(islice(left, most)):
        yield values_text(variables, some)


def bind(text: str, parameters: Mapping[str, NamedNode | Literal] | None) -> str:
    """The query with the parameters as a VALUES block at the start of its outermost pattern.

    A parameter that is bound is joined with the pattern; one that isn't stays a free variable. QueryError where the query doesn't have
    such a variable, or no pattern in braces to bind it in.
    """
    if not parameters:
        return text
    names, place = _variables_and_pattern(text)
    for name in parameters:
        if name not in names:
            known = ", ".join(f"?{one}" for one in sorted(names)) or "none"
            raise QueryError(f"The query has no variable ?{name} to give a value; its variables are: {known}.")
    if place is None:
        raise QueryError("The query has no pattern in braces that a parameter could be bound in: write it with WHERE { … }.")
    block = values_text(list(parameters), [list(parameters.values())])
    return f"{text[:place]} {block} {text[place:]}"


def undeclared_prefixes(text: str) -> list[str]:
    """The prefixes, each with its colon, that a query uses and doesn't declare."""
    used: dict[str, None] = {}
    declared: set[str] = set()
    before = ""
    for kind, word, end in _tokens(text):
        if kind == "word" and word.endswith(":") and word != "_:":
            if before.upper() == "PREFIX":
                declared.add(word)
            elif text[: end - len(word)][-1:] not in (":", ".", "@"):
                used[word] = None
        before = word
    return [one for one in used if one not in declared]


def _variables_and_pattern(text: str) -> tuple[set[str], int | None]:
    """The names of a query's variables, and the place right after the brace that opens its outermost pattern."""
    names: set[str] = set()
    place: int | None = None
    depth, template = 0, False
    for kind, word, end in _tokens(text):
        if kind == "variable":
            names.add(word[1:])
        elif kind == "word" and depth == 0 and place is None:
            template = word.upper() == "CONSTRUCT"
        elif word == "{":
            if depth == 0 and place is None and not template:
                place = end
            depth += 1
        elif word == "}":
            depth -= 1
            template = template and depth > 0
    return names, place


def _tokens(text: str) -> Iterator[tuple[str, str, int]]:
    for match in _TOKEN.finditer(text):
        if match.lastgroup and match.lastgroup != "skip":
            yield match.lastgroup, match.group(), match.end()
