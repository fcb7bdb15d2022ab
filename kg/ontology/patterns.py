"""Patterns over propositions: what an example sentence becomes, and when a role in the text answers a role in a pattern."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, Literal

from kg.language.annotations import OF_OBJECT

NodeKind = Literal["literal", "subject", "object", "value", "anything", "clause", "money"]

TELLING: Final = 2
"""Words of a wording that says what kind of thing it speaks of, where nothing else says so."""
TELLING_OF_NAMES: Final = 3
"""How telling a wording is that says so even of what is named, whatever it was taken for."""
TELLING_OF_ALL: Final = 4
"""How telling one is that says so of nouns and of names."""
_DOING = " doing"
_SHOWN = {
    "subject": "SUBJECT",
    "object": "OBJECT",
    "value": "OBJECT",
    "literal": "",
    "anything": "something",
    "clause": "do something",
    "money": "money",
}

# What a noun that is said of somebody may take: "a spokesman for X", "X's spokesman", "the X spokesman", "a spokesman at X".
_BELONGING = frozenset({"poss", "compound", "of"})
_SAID_OF = _BELONGING | {"for", "at", "to", "with"}
_AGENT = frozenset({"poss", "by"})
_THEME = frozenset({"of", "compound"})


@dataclass(frozen=True, slots=True)
class Node:
    """One word of a pattern with what must hang on it.

    `lemma` is what a literal must be (a slot's, where its head noun is lexical), or one of `lemmas`, where it stands for a word class;
    `classes` the classes that a slot demands here; `named` whether it must be a name, as the example's own words for a root slot are.
    A `value` is an object that is a literal of `datatype`; it is an amount of money where the example's own words are (`money`).
    """

    kind: NodeKind
    lemma: str = ""
    classes: frozenset[str] = frozenset()
    edges: tuple[tuple[str, Node], ...] = ()
    lemmas: frozenset[str] = frozenset()
    named: bool = False
    datatype: str = ""
    money: bool = False


@dataclass(frozen=True, slots=True)
class Pattern:
    """A wording of a relation, as a tree rooted in its predicate; `literals` counts its words, `example` is the sentence it came from;
    `planned` says that it tells a plan, `counter` that it doesn't express the relation."""

    relation: str
    root: Node
    example: str
    literals: int
    nominal: bool
    planned: bool = False
    counter: bool = False

    @property
    def has_subject(self) -> bool:
        """Whether it has a place for the subject, or leaves it unstated for good."""
        return _has(self.root, "subject")


def _has(node: Node, kind: NodeKind) -> bool:
    return node.kind == kind or any(_has(child, kind) for _, child in node.edges)


def answers(wanted: str, given: str, *, nominal: bool, has_holder: bool, alone: bool = False) -> bool:
    """Whether an argument in the text (`given`) can be what a pattern asks for (`wanted`); `alone`: where it asks for nothing else."""
    if wanted == given:
        return True
    if given == OF_OBJECT:  # "revoked the licence of X" said as "revoked X's licence"
        return wanted == "of"
    if given.endswith(_DOING) or wanted.endswith(_DOING):  # "from interpreting", a noun or a verb
        return wanted.removesuffix(_DOING) == given.removesuffix(_DOING)
    if not nominal:
        return (wanted, given) in {("amod", "compound"), ("compound", "amod")}
    if {wanted, given} == {"amod", "compound"}:
        return True
    if has_holder:
        return (wanted in _SAID_OF and given in _BELONGING) or (wanted in {"poss", "compound"} and given in {"for", "of"})
    if alone and {wanted, given} <= _BELONGING:  # "on the payroll of X", "on X's payroll"
        return True
    return (wanted in _AGENT and given in _AGENT) or (wanted in _THEME and given in _THEME)


def in_words(node: Node, names: Mapping[str, str]) -> str:
    """A pattern on one line, for people: `hire(subj: SUBJECT, obj: OBJECT/Company)`; `names` are its classes' by IRI."""
    wanted = {node.datatype} if node.datatype else node.classes
    classes = "|".join(sorted(names.get(iri, iri.rpartition("#")[2] or iri) for iri in wanted))
    inner = ", ".join(f"{role}: {in_words(child, names)}" for role, child in node.edges)
    words = ":".join(part for part in (_SHOWN[node.kind], node.lemma) if part)
    return words + (f"/{classes}" if classes else "") + (f"({inner})" if inner else "")
