"""What shapes are held against: the view in RDF 1.1, and the plain triples of affirmed statements that it keeps out."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from pyoxigraph import NamedNode, QuerySolutions
from pyoxigraph import Triple as TripleTerm

from kg import vocabulary as v
from kg.derivation import Node, Triple, rules
from kg.export.selection import Selection, selected
from kg.ontology.model import Ontology
from kg.store.interface import Store
from kg.view.constraints import Constraints

_AFFIRMED = "SELECT ?st ?s ?p ?o { ?st kg:status kg:affirmed ; rdf:subject ?s ; rdf:predicate ?p ; rdf:object ?o . ?s kg:named ?any }"
_KEPT_OUT = "SELECT DISTINCT ?st { ?st kg:violates ?axiom }"
_PREMISES = "SELECT ?s ?p ?o ?st { ?i a kg:Inference ; rdf:subject ?s ; rdf:predicate ?p ; rdf:object ?o ; prov:wasDerivedFrom ?st }"
_TYPES = "SELECT ?s ?o { ?s kg:named ?any ; a ?o }"


@dataclass
class Data:
    """The triples, the statements that each plain one among them rests on, and which of those are kept out of the plain triples."""

    triples: list[TripleTerm]
    resting: Mapping[Triple, set[NamedNode]]
    kept_out: frozenset[NamedNode]

    def at(self, node: Node) -> frozenset[Triple]:
        """The plain triples that have this subject or object."""
        return frozenset(self._by_end.get(node, ()))

    @cached_property
    def _by_end(self) -> Mapping[Node, list[Triple]]:
        found: dict[Node, list[Triple]] = defaultdict(list)
        for one in self.resting:
            found[one[0]].append(one)
            found[one[2]].append(one)
        return found


def data_of(store: Store, ontology: Ontology) -> Data:
    """The store's view, completed by what it keeps out and what follows from each of those statements alone."""
    axioms = rules(ontology)
    constraints = Constraints(ontology, axioms)
    types: dict[NamedNode, frozenset[str]] = defaultdict(frozenset)
    for row in _rows(store, _TYPES):
        types[row["s"]] |= {row["o"].value}
    resting: dict[Triple, set[NamedNode]] = defaultdict(set)
    for row in _rows(store, _AFFIRMED):
        stated = (row["s"], row["p"], row["o"])
        for relation, turned in axioms.alone(row["p"]):
            one = (stated[2], relation, stated[0]) if turned else (stated[0], relation, stated[2])
            if one == stated or constraints.fits(one, types):
                resting[one].add(row["st"])
    for row in _rows(store, _PREMISES):
        resting[row["s"], row["p"], row["o"]].add(row["st"])
    viewed = dict.fromkeys(TripleTerm(one.subject, one.predicate, one.object) for one in selected(store, Selection()))
    completed = viewed | dict.fromkeys(TripleTerm(*one) for one in resting)
    return Data([*completed], resting, frozenset(row["st"] for row in _rows(store, _KEPT_OUT)))


def _rows(store: Store, query: str) -> QuerySolutions:
    found = store.query(v.SPARQL_PREFIXES + query)
    assert isinstance(found, QuerySolutions)
    return found
