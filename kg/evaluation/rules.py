"""What the ontology says of how its relations are compared."""

from __future__ import annotations

from dataclasses import dataclass

from kg.ontology.model import Ontology


@dataclass(frozen=True, slots=True)
class Rules:
    """By local names: the `relations` that count (those with wordings: no other can be found), which of them are `symmetric`, and the
    pairs of `alternatives`, of which annotators mark either."""

    relations: frozenset[str]
    symmetric: frozenset[str] = frozenset()
    alternatives: frozenset[frozenset[str]] = frozenset()

    @classmethod
    def of(cls, ontology: Ontology) -> Rules:
        """The rules for facts that were extracted with this ontology."""
        stated = {iri: one for iri, one in ontology.relations.items() if one.examples or one.planned_examples}
        return cls(
            relations=frozenset(one.name for one in stated.values()),
            symmetric=frozenset(one.name for one in stated.values() if one.symmetric),
            alternatives=frozenset(
                frozenset({one.name, stated[other].name}) for one in stated.values() for other in one.alternatives if other in stated
            ),
        )

    def are_alternatives(self, one: str, other: str) -> bool:
        """Whether annotators may have marked one in place of the other."""
        return frozenset({one, other}) in self.alternatives
