"""A store's view, or a part of it → the graph that is drawn, without a thought of how it looks."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Sequence
from typing import Final

from kg.draw.derived import derived_arrows
from kg.draw.disputes import disputed_arrows
from kg.draw.evidence import Evidence, voice
from kg.draw.graph import Arrow, Class, Graph, Node
from kg.draw.labels import Labels, local_name
from kg.draw.selecting import Part
from kg.query.classes import narrowest, superclasses
from kg.query.columns import columns, texts
from kg.query.links import ArrowKey, Link, links, links_at
from kg.store.interface import Store

NOT_STATED: Final = "someone (not stated)"
"""The label of a subject that the article doesn't state: before any relation it reads as what it is, and as nobody's name."""


def data(store: Store, part: Part | None = None) -> Graph:
    """What the store's view says, or this part of it: nodes, arrows with their statements, and the articles behind them.

    An arrow of which the part names one statement is there with all of them, so that nothing looks less sure, or told by fewer, than it
    is; and whether it is disputed is told by all that the store says. Raises QueryError.
    """
    if part is None:
        return _Reading(store, links(store)).graph()
    named = links(store, part.statements)
    near = links_at(store, {end for one in named for end in one.ends} | part.entities)
    arrows = {one.arrow for one in named}
    drawn, left = [one for one in near if one.arrow in arrows], [one for one in near if one.arrow not in arrows]
    return _PartReading(store, drawn, left, part.entities).graph()


class _Reading:
    """The whole of a store on its way to a graph."""

    def __init__(self, store: Store, drawn: Sequence[Link], left: Sequence[Link] = (), asked: Collection[str] = ()) -> None:
        """`drawn` are the statements of the arrows, `left` others near them, and `asked` entities that are nodes in any case."""
        self._store, self._drawn, self._left = store, drawn, left
        triples = {one.triple for one in drawn}
        self._contrary = [one for one in left if one.triple in triples]
        self._evidence = Evidence(store, self._only({one.statement for one in (*drawn, *self._contrary)}))
        self._values = self._literals()
        self._ends = {end for one in drawn for end in one.ends} | set(asked)
        self._entities = (self._ends | self._evidence.speakers(one.statement for one in drawn)) - self._values.keys()
        self._above = superclasses(store)
        self._types = self._narrowest()
        self._classes = {one for one in self._types.values() if one is not None} | {str(one["type"]) for one in self._values.values()}
        self._classes |= {one for iri in self._classes for one in self._above.get(iri, ())}
        self._labels = Labels(store, self._only(self._entities | self._classes | {one.relation for one in drawn}))

    def graph(self) -> Graph:
        arrows = self._arrows()
        cited = {one["article"] for arrow in arrows for one in arrow["statements"]}
        articles = self._evidence.articles
        return Graph(
            nodes=self._nodes(),
            arrows=arrows,
            derived=derived_arrows(self._store, self._drawn, self._labels.best, self._only({one.statement for one in self._drawn})),
            classes=[self._class(iri) for iri in sorted(self._classes)],
            articles=[articles[one] for one in sorted(articles) if one in cited],
        )

    def _only(self, iris: set[str]) -> set[str] | None:
        """The resources to ask the store about; None: all that it has, which is quicker than naming them."""
        return None

    def _hidden(self) -> Counter[str]:
        """How many arrows of each entity are left out."""
        return Counter()

    def _literals(self) -> dict[str, Node]:
        """The nodes of literals, each called as the first statement words it."""
        found: dict[str, Node] = {}
        for one in self._drawn:
            if one.value is not None and one.object not in found:
                value, datatype = one.value.value, one.value.datatype.value
                label = self._evidence.words.get(one.statement, value)
                others = [value] if value != label else []
                found[one.object] = Node(id=one.object, label=label, labels=others, type=datatype, hidden=0)
        return found

    def _narrowest(self) -> dict[str, str | None]:
        types = columns(self._store, "?id ?class", "?id rdfs:label ?any ; a ?class .", self._only(self._entities))
        return {iri: narrowest(set(types.get(iri, ())), self._above) for iri in self._entities}

    def _arrows(self) -> list[Arrow]:
        by_arrow: dict[ArrowKey, list[Link]] = defaultdict(list)
        for one in self._drawn:
            by_arrow[one.arrow].append(one)
        disputed = disputed_arrows([*self._drawn, *self._contrary], self._evidence)
        return [self._arrow(key, ones, key in disputed) for key, ones in sorted(by_arrow.items())]

    def _arrow(self, key: ArrowKey, ones: Sequence[Link], disputed: bool) -> Arrow:
        evidence = self._evidence
        statements = [evidence.of(one.statement, one.status) for one in ones]
        return Arrow(
            subject=key[0],
            relation=key[1],
            label=self._labels.best(key[1]),
            object=key[2],
            status=local_name(key[3]),
            violates=sorted({axiom for one in ones for axiom in evidence.violates.get(one.statement, ())}),
            disputed=disputed,
            voices=len({voice(one, evidence.articles) for one in statements}),
            statements=sorted(statements, key=lambda one: (one["article"] or "", one["start"], one["id"])),
        )

    def _nodes(self) -> list[Node]:
        """Who and what the arrows join, and who speaks."""
        unstated = {iri for (iri,) in texts(self._store, "?id", "?id a kg:Unstated .", self._only(self._entities))}
        hidden = self._hidden()
        nodes = dict(self._values)
        for iri in self._entities:
            label = NOT_STATED if iri in unstated else self._labels.best(iri)
            nodes[iri] = Node(id=iri, label=label, labels=self._labels.others(iri), type=self._types[iri], hidden=hidden[iri])
        return [nodes[iri] for iri in sorted(nodes)]

    def _class(self, iri: str) -> Class:
        return Class(id=iri, name=local_name(iri), label=self._labels.best(iri), ancestors=self._above.get(iri, []))


class _PartReading(_Reading):
    """A part of a store, which alone is asked for."""

    def _only(self, iris: set[str]) -> set[str] | None:
        return iris

    def _hidden(self) -> Counter[str]:
        speaking = links_at(self._store, self._entities - self._ends)
        drawn = {one.arrow for one in self._drawn}
        left = {one.arrow for one in (*self._left, *speaking)} - drawn
        return Counter(end for subject, _, object, _ in left for end in {subject, object})
