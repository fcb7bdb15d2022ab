"""Turtle and TriG: pretty, sorted, the same bytes for the same data."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from pyoxigraph import BlankNode, DefaultGraph, Literal, NamedNode, Quad, Triple

from kg import vocabulary as v
from kg.errors import UsageError
from kg.export.blanks import canonical

Node = NamedNode | BlankNode
Term = NamedNode | BlankNode | Literal | Triple

_LOCAL: Final = re.compile(r"[A-Za-z_][A-Za-z0-9_-]*")
_BARE: Final = {
    v.INTEGER: re.compile(r"[+-]?\d+"),
    v.DECIMAL: re.compile(r"[+-]?\d*\.\d+"),
    v.BOOLEAN: re.compile(r"true|false"),
}
"""Literals that Turtle writes without quotation marks."""
_WIDTH: Final = 120
"""Longer lists of objects have a line for each."""
_FIRST_PREDICATES: Final = (v.TYPE, v.LABEL)


def turtle(quads: Iterable[Quad]) -> str:
    """A graph as Turtle. UsageError where the quads are of several graphs."""
    listed = canonical(quads)
    if any(not isinstance(quad.graph_name, DefaultGraph) for quad in listed):
        raise UsageError("Turtle holds one graph alone: write article graphs and decisions as .trig or .nq.")
    return trig(listed)


def trig(quads: Iterable[Quad]) -> str:
    """Quads as TriG: the default graph, then each named graph in the order of their names."""
    graphs: dict[str, list[Quad]] = defaultdict(list)
    for quad in canonical(quads):
        graphs["" if isinstance(quad.graph_name, DefaultGraph) else str(quad.graph_name)].append(quad)
    shared = _shared(graphs.values())
    writer = _Writer()
    blocks = []
    for name, members in sorted(graphs.items()):
        body = "\n".join(writer.subjects(_Graph(members, shared)))
        blocks.append(f"GRAPH {writer.term_of_graph(name)} {{\n{_indented(body)}}}\n" if name else body)
    return "\n".join([writer.prefixes(), *blocks])


def _indented(text: str) -> str:
    return "".join(f"    {line}\n" if line else "\n" for line in text.removesuffix("\n").split("\n"))


class _Writer:
    """Writes terms, and remembers the prefixes that they need."""

    def __init__(self) -> None:
        self._used: set[str] = set()

    def prefixes(self) -> str:
        return "".join(f"@prefix {prefix}: <{v.PREFIXES[prefix]}> .\n" for prefix in sorted(self._used))

    def subjects(self, graph: _Graph) -> Iterator[str]:
        """A block for each subject; a blank node that stands in one place alone is written there."""
        for subject in graph.roots():
            head = self._node(subject) if graph.is_named(subject) else "[]"
            yield f"{head}{self._predicates(graph, subject, 1)} .\n"

    def term_of_graph(self, name: str) -> str:
        return self._iri(name[1:-1]) if name.startswith("<") else name

    def _predicates(self, graph: _Graph, subject: Node, depth: int) -> str:
        indent = "\n" + "    " * depth
        lines = []
        for predicate, objects in sorted(graph.rows(subject).items(), key=lambda row: _predicate_order(row[0])):
            written = sorted(self._object(graph, one, depth) for one in objects)
            name = "a" if predicate == v.TYPE else self._iri(predicate.value)
            line = f"{name} {' , '.join(written)}"
            lines.append(line if len(line) <= _WIDTH else f"{name}{indent}    " + f" ,{indent}    ".join(written))
        return (" " if len(lines) == 1 else indent) + f" ;{indent}".join(lines)

    def _object(self, graph: _Graph, term: Term, depth: int) -> str:
        if not isinstance(term, BlankNode) or graph.is_named(term):
            return self._node(term)
        members = graph.members(term)
        if members is not None:
            return f"( {' '.join(self._object(graph, one, depth) for one in members)} )"
        return f"[{self._predicates(graph, term, depth + 1)} ]" if graph.rows(term) else "[]"

    def _node(self, term: Term) -> str:
        if isinstance(term, NamedNode):
            return self._iri(term.value)
        if isinstance(term, Triple):
            return f"<<( {self._node(term.subject)} {self._iri(term.predicate.value)} {self._node(term.object)} )>>"
        return self._literal(term) if isinstance(term, Literal) else str(term)

    def _literal(self, term: Literal) -> str:
        bare = _BARE.get(term.datatype)
        if bare and bare.fullmatch(term.value):
            return term.value
        written = str(term)
        marker = f"^^<{term.datatype.value}>"
        return f"{written.removesuffix(marker)}^^{self._iri(term.datatype.value)}" if written.endswith(marker) else written

    def _iri(self, iri: str) -> str:
        for prefix, namespace in v.PREFIXES.items():
            if iri.startswith(namespace) and _LOCAL.fullmatch(iri, len(namespace)):
                self._used.add(prefix)
                return f"{prefix}:{iri.removeprefix(namespace)}"
        return str(NamedNode(iri))


class _Graph:
    """One graph's triples by subject and predicate, and which blank nodes need no name."""

    def __init__(self, quads: Iterable[Quad], shared: frozenset[BlankNode]) -> None:
        self._rows: dict[Node, dict[NamedNode, list[Term]]] = defaultdict(lambda: defaultdict(list))
        self._uses: Counter[BlankNode] = Counter(dict.fromkeys(shared, 2))
        for quad in quads:
            if isinstance(quad.subject, Triple):  # RDF 1.2 has none
                continue
            self._rows[quad.subject][quad.predicate].append(quad.object)
            self._uses.update(_blank_nodes(quad.object))
        self._cyclic = set(self._rows) - self._reached()

    def rows(self, subject: Node) -> Mapping[NamedNode, list[Term]]:
        return self._rows.get(subject, {})

    def roots(self) -> list[Node]:
        """The subjects that are written by themselves, IRIs first."""
        return sorted((one for one in self._rows if self._is_root(one)), key=lambda one: (isinstance(one, BlankNode), str(one)))

    def is_named(self, node: Term) -> bool:
        """Whether it's written by its IRI or label and not by what it holds."""
        return not isinstance(node, BlankNode) or self._uses[node] > 1 or node in self._cyclic

    def members(self, node: BlankNode) -> list[Term] | None:
        """The members of the list that begins here; None where it is no plain list."""
        found: list[Term] = []
        at: Term = node
        while at != v.NIL:
            rows = self.rows(at) if isinstance(at, BlankNode) else {}
            if set(rows) != {v.FIRST, v.REST} or any(len(one) != 1 for one in rows.values()) or self.is_named(at):
                return None
            found.append(rows[v.FIRST][0])
            at = rows[v.REST][0]
        return found

    def _is_root(self, node: Node) -> bool:
        return isinstance(node, NamedNode) or self._uses[node] != 1 or node in self._cyclic

    def _reached(self) -> set[Node]:
        """All that is written when a node that is used once is written where it's used: not what hangs on itself alone."""
        todo: list[Node] = [one for one in self._rows if isinstance(one, NamedNode) or self._uses[one] != 1]
        reached: set[Node] = set()
        while todo:
            node = todo.pop()
            if node not in reached:
                reached.add(node)
                todo += [one for objects in self.rows(node).values() for one in objects if isinstance(one, BlankNode)]
        return reached


def _shared(graphs: Iterable[Iterable[Quad]]) -> frozenset[BlankNode]:
    """The blank nodes that several graphs speak of, and which so need a name."""
    times = Counter(node for graph in graphs for node in {one for quad in graph for part in quad.triple for one in _blank_nodes(part)})
    return frozenset(node for node, number in times.items() if number > 1)


def _blank_nodes(term: Term) -> Iterator[BlankNode]:
    """The blank nodes that a term is or mentions; one that a triple term mentions counts twice, for it can't be written there."""
    if isinstance(term, BlankNode):
        yield term
    elif isinstance(term, Triple):
        for part in (term.subject, term.object):
            yield from (one for one in _blank_nodes(part) for _ in range(2))


def _predicate_order(predicate: NamedNode) -> tuple[int, str]:
    place = _FIRST_PREDICATES.index(predicate) if predicate in _FIRST_PREDICATES else len(_FIRST_PREDICATES)
    return place, predicate.value
