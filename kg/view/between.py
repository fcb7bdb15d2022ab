"""The triples that a change touches, between entities or of one and a literal: those it states, and those that follow or no longer do."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import partial

from pyoxigraph import NamedNode

from kg.derivation import Rules, Triple, rules
from kg.iris import inference_iri
from kg.rdf import Row
from kg.view.constraints import Constraints, Types
from kg.view.edges import Edge, Inference, Pair, inferences, pair, triple_rows
from kg.view.lookup import Lookup


class Between:
    """The view's triples and inferences on every pair of entities that a change touches, as they are and as they must be.

    `old` and `new` are what the changed articles' statements affirm and deny before and after, `statements` the IRIs of both, `types` the
    classes that the entities of the changed articles have after. What other articles say counts with it where few may be related so.
    """

    def __init__(
        self, lookup: Lookup, old: set[Edge], new: set[Edge], statements: set[NamedNode], types: Mapping[NamedNode, frozenset[str]]
    ) -> None:
        self._lookup, self._statements = lookup, statements
        self._rules = rules(lookup.ontology)
        self._constraints = Constraints(lookup.ontology, self._rules)
        rivals = self._counted_with(old | new)
        self._beside = self._counted_with(old | new | rivals)
        near = rivals | self._others(_near(lookup, self._rules, _entities(one.triple for one in old | new | rivals)))
        before = lookup.types(_entities(one.triple for one in old | new | near | self._beside))
        after = {**before, **types}
        was, becomes = self._judged(near | old, before), self._judged(near | new, after)
        altered = set(self._inferences(was, before)) ^ set(self._inferences(becomes, after))
        self._pairs = {one.pair for one in old | new | rivals} | {_pair(one) for one in altered}
        self._held = lookup.triples(self._pairs)
        said = self._others(lookup.edges(self._held | {one.triple for one in new | rivals})) | new
        now = self._judged(near | said, after)
        shown = {one.statement for one in said}
        self._edges = {one for one in now if one.statement in shown}
        self._following = [one for one in self._inferences(now, after) if _pair(one) in self._pairs]

    def old_rows(self) -> set[Row]:
        """As the store holds them."""
        inferred = self._lookup.blocks(inference_iri(self._lookup.base, *one) for one in self._held)
        return self._held | inferred | self._lookup.marks(one.statement for one in self._others(self._edges))

    def new_rows(self) -> set[Row]:
        """As they must be."""
        return set(triple_rows(self._edges, self._following, self._lookup.base))

    def _others(self, edges: Iterable[Edge]) -> set[Edge]:
        """Those of articles that don't change."""
        return {one for one in edges if one.statement not in self._statements}

    def _counted_with(self, edges: Iterable[Edge]) -> set[Edge]:
        """What others say that is counted together with one of these."""
        return self._others(self._lookup.edges_of(*self._constraints.counted_in(self._constraints.places(edges))))

    def _judged(self, edges: set[Edge], types: Types) -> set[Edge]:
        shown = {one.statement for one in edges}
        return {one for one in self._constraints.judged(edges | self._beside, types) if one.statement in shown}

    def _inferences(self, judged: set[Edge], types: Types) -> list[Inference]:
        return inferences(judged, self._rules, partial(self._constraints.fits, types=types))


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
