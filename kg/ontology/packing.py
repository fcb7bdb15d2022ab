"""Compiled wordings ⇄ JSON that is quick to read: what occurs often stands once, and is named by its number."""

from __future__ import annotations

import json
from collections.abc import Hashable, Iterable, Iterator, Mapping
from dataclasses import fields
from typing import Any

from kg.ontology.compile import Compiled, Doubt, Votes
from kg.ontology.patterns import Node, Pattern

_FIELDS = [one.name for one in fields(Node)]
_SETS = frozenset({"classes", "lemmas"})
_SET_PLACES = [place for place, name in enumerate(_FIELDS) if name in _SETS]
_PATTERN = [one.name for one in fields(Pattern)]


def pack(compiled: Compiled) -> bytes:
    """An ontology's compiled wordings."""
    nodes = _Nodes()
    patterns = [[nodes.number(one.root) if name == "root" else getattr(one, name) for name in _PATTERN] for one in compiled.patterns]
    doubts = [[d.relation, d.example, d.why, d.readings, d.gives_pattern] for d in compiled.doubts]
    return _json({"nodes": nodes.rows, "sets": nodes.sets, "patterns": patterns, "doubts": doubts})


def unpack(data: bytes) -> Compiled:
    """The same back. Raises ValueError where it isn't what `pack` gives."""
    with _Shape():
        held = json.loads(data)
        nodes = _nodes(held)
        root = _PATTERN.index("root")
        for row in held["patterns"]:
            row[root] = nodes[row[root]]
        patterns = tuple(Pattern(*row) for row in held["patterns"])
        doubts = tuple(Doubt(d[0], d[1], d[2], tuple((one, n) for one, n in d[3]), d[4]) for d in held["doubts"])
        return Compiled(patterns, doubts)


def pack_votes(votes: Mapping[str, Votes]) -> bytes:
    """What the parses of examples give, by the examples' keys."""
    nodes = _Nodes()
    rows = {key: [[-1 if node is None else nodes.number(node), n] for node, n in counted] for key, counted in votes.items()}
    return _json({"nodes": nodes.rows, "sets": nodes.sets, "votes": rows})


def unpack_votes(data: bytes) -> dict[str, Votes]:
    """The same back, in the same order. Raises ValueError where it isn't what `pack_votes` gives."""
    with _Shape():
        held = json.loads(data)
        nodes = _nodes(held)
        return {key: tuple((None if node == -1 else nodes[node], n) for node, n in counted) for key, counted in held["votes"].items()}


class _Shape:
    """Whatever goes wrong with data of another shape is a ValueError."""

    def __enter__(self) -> None:
        return None

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: object) -> None:
        if isinstance(error, KeyError | IndexError | TypeError | AttributeError):
            raise ValueError("these aren't wordings as they are packed") from error


class _Nodes:
    """Numbers for equal nodes and for equal sets of words; a node's children come before it."""

    def __init__(self) -> None:
        self.rows: list[list[Any]] = []
        self.sets: list[list[str]] = []
        self._numbers: dict[Hashable, int] = {}

    def number(self, node: Node) -> int:
        known = self._numbers.get(node)
        if known is None:
            edges = [part for role, child in node.edges for part in (role, self.number(child))]
            values = ((name, getattr(node, name)) for name in _FIELDS)
            self.rows.append([edges if name == "edges" else self._set(value) if name in _SETS else value for name, value in values])
            known = self._numbers[node] = len(self.rows) - 1
        return known

    def _set(self, words: frozenset[str]) -> int:
        known = self._numbers.get(words)
        if known is None:
            self.sets.append(sorted(words))
            known = self._numbers[words] = len(self.sets) - 1
        return known


def _nodes(held: Mapping[str, Any]) -> list[Node]:
    sets = [frozenset(words) for words in held["sets"]]
    edges = _FIELDS.index("edges")
    found: list[Node] = []
    for row in held["nodes"]:
        row[edges] = tuple((role, found[child]) for role, child in _pairs(row[edges]))
        for place in _SET_PLACES:
            row[place] = sets[row[place]]
        found.append(Node(*row))
    return found


def _pairs(edges: Iterable[Any]) -> Iterator[tuple[str, int]]:
    parts = iter(edges)
    return zip(parts, parts, strict=True)


def _json(held: Mapping[str, Any]) -> bytes:
    return json.dumps(held, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass")
