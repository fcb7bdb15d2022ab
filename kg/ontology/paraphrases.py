"""What else says the same where an object is a literal: a date with another preposition, an attribute in another construction.

"The firm's revenue was $3 million" says what "the firm has a revenue of $3 million" does, and "the firm has 300 employees" what "the
firm's 300 employees" do: no word tells them apart but "have" and "be".
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from kg.language.values import is_date, is_text
from kg.ontology.patterns import Node

_DATE_ROLES = ("in", "on", "when")
_OWNED = ("poss", "of", "at")
_HAVE = Node("literal", "have")

Edge = tuple[str, Node]


def paraphrases(node: Node) -> list[Node]:
    """The pattern, and all others that say the same."""
    for n, (role, child) in enumerate(node.edges):
        if child.kind == "value" and is_date(child.datatype) and role in _DATE_ROLES:
            return [replace(node, edges=(*node.edges[:n], (one, child), *node.edges[n + 1 :])) for one in _DATE_ROLES]
    attribute, counted = _attribute(node), _counted(node)
    others = _attributes(*attribute) if attribute else _counts(*counted) if counted else []
    return list(dict.fromkeys([node, *others]))


def _attribute(node: Node) -> tuple[Node, Node, Node] | None:
    """An attribute's noun, whose it is, and what it comes to, where that is all that a pattern says."""
    if node.kind == "value" and not node.lemma and [role for role, _ in node.edges] == ["holder"]:
        return _owned(node.edges[0][1], replace(node, edges=()))
    if node.kind == "literal" and (value := _only(node.edges, "holder", "value")) is not None:
        return _owned(replace(node, edges=_without(node.edges, "holder")), value)
    if (noun := _had(node)) is not None and noun.kind == "literal" and len(node.edges) == 3:
        value, owner = _only(node.edges, "of", "value"), _only(node.edges, "subj", "subject")
        return (noun, owner, value) if value is not None and owner is not None else None
    return None


def _owned(noun: Node, value: Node) -> tuple[Node, Node, Node] | None:
    for role in _OWNED:
        if noun.kind == "literal" and (owner := _only(noun.edges, role, "subject")) is not None:
            return replace(noun, edges=_without(noun.edges, role)), owner, value
    return None


def _attributes(noun: Node, owner: Node, value: Node) -> list[Node]:
    """ "X's revenue was $3 million", either way round; "X has a revenue of $3 million", "X's revenue of …", "X's $3 million revenue"."""
    owned = _with(noun, ("poss", owner))
    found = [_with(owned, ("holder", value)), _with(value, ("holder", owned))]
    if is_text(value.datatype):  # "a slogan of hope" doesn't say what the slogan is
        return found
    return [
        *found,
        _with(_HAVE, ("obj", noun), ("of", value), ("subj", owner)),
        _with(owned, ("of", value)),
        _with(owned, ("compound", value)),
    ]


def _counted(node: Node) -> tuple[Node, Node] | None:
    """Whose something is and how many there are of it, where that is all that a pattern says and it says of what."""
    value = _had(node)
    if value is not None and value.kind == "value" and len(node.edges) == 2:
        owner = _only(node.edges, "subj", "subject")
        return (owner, value) if value.lemma and owner is not None else None
    if node.kind == "value" and node.lemma and len(node.edges) == 1 and node.edges[0][0] in _OWNED:
        owner = node.edges[0][1]
        return (owner, replace(node, edges=())) if owner.kind == "subject" else None
    return None


def _counts(owner: Node, value: Node) -> list[Node]:
    """ "X has 300 employees", "X's 300 employees", "the 300 employees of X"; "X, with 300 employees"."""
    return [_with(_HAVE, ("obj", value), ("subj", owner)), *(_with(value, (role, owner)) for role in _OWNED), _with(owner, ("with", value))]


def _had(node: Node) -> Node | None:
    """What somebody is said to have."""
    return dict(node.edges).get("obj") if node.kind == "literal" and node.lemma == "have" and not node.lemmas else None


def _only(edges: Sequence[Edge], role: str, kind: str) -> Node | None:
    """The node without any below it that stands in this role."""
    return next((child for one, child in edges if one == role and child.kind == kind and not child.edges), None)


def _without(edges: Sequence[Edge], role: str) -> tuple[Edge, ...]:
    return tuple(edge for edge in edges if edge[0] != role)


def _with(node: Node, *edges: Edge) -> Node:
    return replace(node, edges=tuple(sorted((*node.edges, *edges), key=lambda edge: edge[0])))
