"""What examples become: those that give no pattern or an unsure one, and wordings that two relations claim."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from itertools import combinations
from typing import Final

from kg.ontology.checking.examples import can_be_both
from kg.ontology.checking.findings import Finding, error, warning
from kg.ontology.checking.written import Written
from kg.ontology.compile import Doubt
from kg.ontology.model import Ontology, Relation
from kg.ontology.patterns import Node, Pattern

_READINGS: Final = 3  # that are told
_MOST: Final = 200  # wordings of one shape and word that are compared with one another

Classes = frozenset[str]


def doubtful(doubts: Sequence[Doubt], ontology: Ontology, written: Written) -> Iterator[Finding]:
    """Examples without a pattern, and those whose parses disagree, with the readings."""
    for one in doubts:
        relation = ontology.relations[one.relation]
        place = written.place(one.relation, one.example)
        sentence = f'"{one.example}" {one.why}'
        told = "; ".join(f"{number} × {reading}" for reading, number in one.readings[:_READINGS])
        if one.gives_pattern:
            yield warning("unsure", f"{sentence} ({told}).", relation.name, place)
        else:
            yield error("no pattern", f"{sentence}.", relation.name, place)


def clashes(patterns: Sequence[Pattern], ontology: Ontology, written: Written) -> Iterator[Finding]:
    """Wordings of two relations, unless nothing can be of the classes that both demand. Where the very words are the same and the classes
    too, both relations are always stated, which is an error; where only word classes meet, or not all classes do, it is a warning."""
    told: set[frozenset[tuple[str, str]]] = set()
    for (_, word), same in _alike(patterns).items():
        for one, other in combinations(same[:_MOST], 2):
            key = frozenset({(one.relation, one.example), (other.relation, other.example)})
            if one.relation == other.relation or key in told or not _is_same(one.root, other.root, _words):
                continue
            told.add(key)
            if written.is_ours(other.relation, other.example):  # it is told of a user's own wording, where one of the two is that
                one, other = other, one
            left, right = ontology.relations[one.relation], ontology.relations[other.relation]
            demands, others = _demands(one, left), _demands(other, right)
            if _are_joined(left, right) or not all(can_be_both(ontology, demands[slot], others[slot]) for slot in demands):
                continue
            place = written.place(other.relation, other.example)
            what = f'"{other.example}" says {right.name} where "{one.example}" says {left.name}'
            if demands == others and _is_same(one.root, other.root, _own_word):
                todo = "leave the wording to one of them, or join the two with kg:also, kg:alternative or rdfs:subPropertyOf"
                yield error("clash", f"{what}: {todo}.", right.name, place)
            else:
                sentence = f'{what}, in sentences with "{word}" that fit both: demand other classes, or join the two with kg:also.'
                yield warning("clash", sentence, right.name, place)


def _words(node: Node) -> frozenset[str]:
    return node.lemmas | {node.lemma}


def _own_word(node: Node) -> frozenset[str]:
    """The word of a node that stands for no other."""
    return frozenset() if node.lemmas else frozenset({node.lemma})


def _alike(patterns: Sequence[Pattern]) -> dict[tuple[object, str], list[Pattern]]:
    """Wordings by shape and each word of their root."""
    found: dict[tuple[object, str], list[Pattern]] = defaultdict(list)
    for one in patterns:
        if not one.counter:
            shape = _shape(one.root)
            for word in sorted(_words(one.root)):
                found[shape, word].append(one)
    return found


def _shape(node: Node) -> tuple[object, ...]:
    return node.kind, node.named, node.datatype, node.money, *sorted((role, _shape(child)) for role, child in node.edges)


def _is_same(one: Node, other: Node, words: Callable[[Node], frozenset[str]]) -> bool:
    """Whether two patterns of one shape have a word in common wherever they have words."""
    pairs = zip(_edges(one), _edges(other), strict=True)
    return not words(one).isdisjoint(words(other)) and all(_is_same(left, right, words) for left, right in pairs)


def _edges(node: Node) -> list[Node]:
    return [child for _, child in sorted(node.edges, key=lambda edge: (edge[0], _shape(edge[1])))]


def _demands(pattern: Pattern, relation: Relation) -> dict[str, Classes]:
    demanded = {"subject": relation.domain, "object": relation.range}
    todo = [pattern.root]
    slots: dict[str, Classes] = {}
    while todo:
        node = todo.pop()
        if node.kind in demanded:
            slots[node.kind] = node.classes or demanded[node.kind]
        todo.extend(child for _, child in node.edges)
    return slots


def _are_joined(one: Relation, other: Relation) -> bool:
    return any(b.iri in (*a.also, *a.supers, *a.alternatives, a.inverse) for a, b in ((one, other), (other, one)))
