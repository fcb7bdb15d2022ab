"""The triples that a change touches, between entities or of one and a literal: those it states, and those that follow or no longer do."""

from __future__ import annotations

from collections.abc import Iterable

from pyoxigraph import NamedNode

from kg.derivation import Rules, Triple, rules
from kg.iris import inference_iri
from kg.rdf import Row
from kg.view.edges import Edge, Inference, Pair, inferences, pair, triple_rows
from kg.view.lookup import Lookup


class Between:
    """The view's triples and inferences on every pair of entities that a change touches, as they are and as they must be.

    `old` and `new` are what the changed articles' statements affirm and deny before and after, `statements` the IRIs of both.
    """

    def __init__(self, lookup: Lookup, old: set[Edge], new: set[Edge], statements: set[NamedNode]) -> None:
        self._lookup = lookup
        axioms = rules(lookup.ontology)
        near = _near(lookup, axioms, _entities(one.triple for one in old | new))
        kept = {one for one in near if one.statement not in statements}
        altered = set(inferences(kept | old, axioms)) ^ set(inferences(kept | new, axioms))
        self._pairs = {one.pair for one in old | new} | {_pair(one) for one in altered}
        self._held = lookup.triples(self._pairs)
        stated = lookup.edges(self._held | {one.triple for one in new})
        self._edges = {one for one in stated if one.statement not in statements} | new
        self._following = [one for one in inferences(kept | self._edges, axioms) if _pair(one) in self._pairs]

    def old_rows(self) -> set[Row]:
        """As the store holds them."""
        return self._held | self._lookup.blocks(inference_iri(self._lookup.base, *one) for one in self._held)

    def new_rows(self) -> set[Row]:
        """As they must be."""
        return set(triple_rows(self._edges, self._following, self._lookup.base))


def _near(lookup: Lookup, axioms: Rules, nodes: set[NamedNode]) -> set[Edge]:
    """All that may take part in a proof between entities whose proofs may go through these nodes.

    These are the steps away from whatever leads to one of the nodes; a whole store is seldom near.
    """
    along, against = ({one for one, turned in axioms.steps if turned is way} for way in (False, True))
    leading, _ = _reached(lookup, nodes, against, along)
    _, triples = _reached(lookup, leading, along, against)
    return lookup.edges(triples)


def _reached(
    lookup: Lookup, start: set[NamedNode], along: Iterable[NamedNode], against: Iterable[NamedNode]
) -> tuple[set[NamedNode], set[Triple]]:
    """Where one comes from the start by any number of steps, and the triples walked."""
    seen, triples, frontier = set(start), set[Triple](), set(start)
    while frontier:
        walked = lookup.steps(frontier, along, against)
        triples |= walked
        frontier = _entities(walked) - seen
        seen |= frontier
    return seen, triples


def _entities(triples: Iterable[Triple]) -> set[NamedNode]:
    return {node for subject, _, object in triples for node in (subject, object) if isinstance(node, NamedNode)}


def _pair(inference: Inference) -> Pair:
    return pair(inference.triple[0], inference.triple[2])
