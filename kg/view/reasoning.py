"""What an ontology's axioms make of all that the articles say, and what another ontology makes of a view whose articles stay the same."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from functools import partial

from pyoxigraph import NamedNode

from kg.derivation import rules
from kg.identity.clusters import clusters
from kg.ontology.model import Ontology
from kg.rdf import Row
from kg.view.blocks import ENTITY_PREDICATES, classes_of, entity_rows
from kg.view.constraints import Constraints, Types
from kg.view.edges import Edge, inferences, triple_rows
from kg.view.lookup import Lookup


def reasoned(said: Iterable[Edge], types: Types, ontology: Ontology, base: str) -> Iterator[Row]:
    """The plain triples, what follows from them, and what the ontology doesn't allow, of everything that is said of entities with these
    classes."""
    axioms = rules(ontology)
    constraints = Constraints(ontology, axioms)
    judged = constraints.judged(said, types)
    return triple_rows(judged, inferences(judged, axioms, partial(constraints.fits, types=types)), base)


def reasoned_anew(lookup: Lookup, changed: Collection[NamedNode]) -> tuple[set[Row], set[Row]]:
    """The rows of entities' classes and names, of triples and of what follows: as the store's view has them, and as the lookup's ontology
    makes them, which differs from the former one in these terms. Which entities are one must be as it was.

    The articles themselves aren't read: what they state the view tells.
    """
    relations = {*map(NamedNode, lookup.ontology.relations)}
    if relations.issuperset(changed) and relations.isdisjoint(ENTITY_PREDICATES):  # of no entity is anything said otherwise
        types = lookup.all_types()
        old, new = set[Row](), set[Row]()
    else:
        types, old, new = _entities_anew(lookup)
    old |= {row for row in lookup.along({*changed, *relations}) if row[0] in types} | lookup.inferences() | lookup.all_marks()
    new.update(reasoned(lookup.all_edges(), types, lookup.ontology, lookup.base))
    return old, new


def _entities_anew(lookup: Lookup) -> tuple[dict[NamedNode, frozenset[str]], set[Row], set[Row]]:
    """The classes of all entities, and the rows of their classes and names as they are and as they must be."""
    decisions = lookup.decisions()
    groups = clusters(lookup.live_members(lookup.entities(), decisions), decisions, lookup.ontology)
    types = {group.canonical: classes_of(group, lookup.ontology) for group in groups}
    return types, lookup.entity_blocks(types), {row for group in groups for row in entity_rows(group, lookup.ontology)}
