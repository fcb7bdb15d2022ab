"""The view's statements and what follows from them, a row each: what tables, networks and paths are made of."""

from __future__ import annotations

from typing import Final

from pyoxigraph import BlankNode, Literal, NamedNode, QuerySolutions, Triple

from kg.iris import digest16
from kg.store.interface import Store
from kg.vocabulary import SPARQL_PREFIXES

Term = NamedNode | BlankNode | Literal | Triple
Row = dict[str, str]
"""Variable name → IRI or literal's text, without those that have no value."""

_STATEMENTS: Final = """
SELECT * WHERE {
  ?statement a kg:Statement ; kg:status ?status ; rdf:subject ?subject ; rdf:predicate ?relation ; rdf:object ?object .
  ?statement oa:hasTarget ?target . ?target oa:hasSource ?article ; oa:hasSelector ?position , ?quote .
  ?position oa:start ?start ; oa:end ?end . ?quote oa:exact ?sentence .
  OPTIONAL { ?subject rdfs:label ?subject_label }
  OPTIONAL { ?object rdfs:label ?object_label } OPTIONAL { ?statement kg:object_label ?object_label }
  BIND(DATATYPE(?object) AS ?datatype)
  OPTIONAL { ?statement kg:modality ?modality }
  OPTIONAL { ?statement kg:attributed_to ?speaker . ?speaker rdfs:label ?speaker_label }
  OPTIONAL { ?statement kg:amount ?how_much . ?how_much kg:words ?amount
    OPTIONAL { ?how_much kg:low ?low } OPTIONAL { ?how_much kg:high ?high }
    OPTIONAL { ?how_much kg:currency ?currency } OPTIONAL { ?how_much kg:unit ?unit } }
  OPTIONAL { { SELECT ?statement (MIN(STRAFTER(STR(?axiom), "#")) AS ?violates) { ?statement kg:violates ?axiom } GROUP BY ?statement } }
  OPTIONAL { ?statement kg:when ?time . ?time kg:words ?when OPTIONAL { ?time kg:edtf ?edtf } }
  OPTIONAL { ?article kg:doc ?doc } OPTIONAL { ?article schema:headline ?headline } OPTIONAL { ?article schema:publisher ?publisher }
  OPTIONAL { ?article schema:datePublished ?published } OPTIONAL { ?article schema:url ?url }
}"""
_INFERENCES: Final = """
SELECT ?inference ?subject ?relation ?object ?datatype ?premise WHERE {
  ?inference a kg:Inference ; rdf:subject ?subject ; rdf:predicate ?relation ; rdf:object ?object ; prov:wasDerivedFrom ?premise .
  FILTER NOT EXISTS { ?forward owl:inverseOf ?relation }
  BIND(DATATYPE(?object) AS ?datatype)
}"""
_COMPOSED: Final = """
SELECT DISTINCT ?relation WHERE {
  { ?relation owl:propertyChainAxiom ?chain } UNION { ?relation a owl:TransitiveProperty }
}"""


def statements(store: Store) -> list[Row]:
    """Every statement by IRI, with `subject`, `relation`, `object`, `status`, `sentence`, `start`, `end`, `article`, and where they are
    known labels, `modality`, `speaker`, `amount`, `when`, `violates` (the first axiom's name) and the article's metadata; an object that is
    a literal has its `datatype`."""
    return sorted(select(store, _STATEMENTS), key=lambda row: row["statement"])


def object_node(row: Row) -> str:
    """What stands for a statement's object where there are only nodes: the entity's IRI, or a literal's node."""
    return value_node(row["subject"], row["datatype"], row["object"]) if "datatype" in row else row["object"]


def value_node(subject: str, datatype: str, text: str) -> str:
    """A literal's node, which belongs to its subject alone, so that nobody is joined by a number."""
    return f"{subject}/value/{digest16(datatype + text)}"


def inferences(store: Store) -> list[Row]:
    """A row for each premise (a statement) of each triple that follows, but inverses."""
    return sorted(select(store, _INFERENCES), key=lambda row: (row["inference"], row["premise"]))


def composed_relations(store: Store) -> frozenset[str]:
    """The relations that follow from several steps: what else follows says of two entities what some statement already says of them."""
    return frozenset(row["relation"] for row in select(store, _COMPOSED))


def select(store: Store, query: str) -> list[Row]:
    """A SELECT's solutions as plain text; the vocabulary's prefixes may be used."""
    solutions = store.query(SPARQL_PREFIXES + query)
    assert isinstance(solutions, QuerySolutions)
    names = [one.value for one in solutions.variables]
    return [{name: plain_text(term) for name, term in zip(names, row, strict=True) if term is not None} for row in solutions]


def plain_text(term: Term) -> str:
    """An IRI, or a literal's text."""
    return str(term) if isinstance(term, Triple) else term.value
