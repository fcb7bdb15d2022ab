"""What can be drawn of a store, as plain data: the form that every picture, page and answer shows."""

from __future__ import annotations

from typing import TypedDict


class Amount(TypedDict):
    """How much: the article's words, and bounds (decimal numerals), ISO 4217 currency and unit where they say them."""

    words: str
    low: str | None
    high: str | None
    currency: str | None
    unit: str | None


class When(TypedDict):
    """When: the article's words, and the EDTF date where they say one."""

    words: str
    edtf: str | None


class StatementData(TypedDict):
    """One thing that one article says: `speaker` is a node's id, None where the article speaks itself; `reported_by` the outer ones.

    `start` and `end` are code points in the article's text, and so are those of the sentence around them. Where the store has no text of
    the article, the sentence is the evidence alone, and `quote` its words; else the text has them, and `quote` is None.
    """

    id: str
    status: str
    modality: str | None
    speaker: str | None
    reported_by: list[str]
    amount: Amount | None
    when: When | None
    article: str | None
    start: int
    end: int
    sentence_start: int
    sentence_end: int
    quote: str | None


class Arrow(TypedDict):
    """All statements of one status that join the same two nodes by the same relation; `relation` is its IRI, `label` its name, `violates`
    what of the ontology keeps it out of the plain triples ("domain").

    `disputed`: one of them affirms what another statement denies, or the contrary, and neither amount nor time parts the two. `voices`:
    how many different ones say it, speakers and (by publisher, where that is known) articles that speak themselves.
    """

    subject: str
    relation: str
    label: str
    object: str
    status: str
    violates: list[str]
    disputed: bool
    voices: int
    statements: list[StatementData]


class DerivedArrow(TypedDict):
    """What follows from several statements; `premises` are those statements' ids, `cautions` why it may not hold ("disputed")."""

    subject: str
    relation: str
    label: str
    object: str
    premises: list[str]
    cautions: list[str]


class Node(TypedDict):
    """An entity: its best label, the other ones, and its class's IRI (None where the class, or who it is, isn't stated); or a literal of
    one entity: the article's words, what they come to, and the datatype. `hidden`: how many of its arrows the graph leaves out."""

    id: str
    label: str
    labels: list[str]
    type: str | None
    hidden: int


class Class(TypedDict):
    """A class in use or above one in use; `ancestors` are IRIs, the nearest first."""

    id: str
    name: str
    label: str
    ancestors: list[str]


class ArticleData(TypedDict):
    """An article's metadata and text; what isn't known is None."""

    id: str
    title: str | None
    publisher: str | None
    published: str | None
    url: str | None
    text: str | None


class Graph(TypedDict):
    """Everything that a drawing of a store shows, each list in a fixed order."""

    nodes: list[Node]
    arrows: list[Arrow]
    derived: list[DerivedArrow]
    classes: list[Class]
    articles: list[ArticleData]
