"""What is asked of a store to recompute a part of its view."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from itertools import product

from pyoxigraph import Literal, NamedNode, QuerySolution, QuerySolutions
from pyoxigraph import Triple as TripleTerm

from kg import vocabulary as v
from kg.derivation import Node, Triple
from kg.identity.clusters import Member, members, telling_apart
from kg.identity.decisions import Decision, Rejection, read_decisions
from kg.identity.names import literal_key, name_key
from kg.iris import article_of, decisions_graph
from kg.ontology.model import Ontology
from kg.rdf import Row, Term, unstated
from kg.statement import Amount, When
from kg.store.interface import Store
from kg.store.text import values_text, values_texts
from kg.view.blocks import ENTITY_PREDICATES, Source
from kg.view.edges import Edge, Pair, amount_key, is_former, when_key

_ROWS_A_QUERY = 1_000

_NAMESAKES = "SELECT DISTINCT ?e {{ {values} GRAPH ?g {{ ?e kg:name_key ?key ; a ?type }} }}"
_ENTITIES = "SELECT ?e ?p ?o {{ {values} GRAPH ?g {{ ?e ?p ?o }} }}"
_NAMED = "SELECT DISTINCT ?e { GRAPH ?g { ?e kg:named ?named } }"
_INFERENCES = "SELECT ?s ?p ?o { ?s a kg:Inference ; ?p ?o }"
_FACTS = """SELECT ?e ?p ?o ?label {{ {values} {more}
  GRAPH ?g {{ ?st kg:subject ?e ; kg:relation ?p ; kg:status kg:affirmed ; kg:object ?o OPTIONAL {{ ?o rdfs:label ?label }} }} }}"""
_TRIPLES = "SELECT ?s ?p ?o {{ {values} ?s ?p ?o {more} }}"
_TYPES = "SELECT ?s ?o {{ {values} ?s a ?o {more} }}"
_MARKS = "SELECT ?s ?o {{ {values} ?s kg:violates ?o {more} }}"
_EDGES = """SELECT ?st ?s ?p ?o ?status ?words ?low ?high ?currency ?unit ?when ?edtf {{ {values} {more}
  ?st rdf:subject ?s ; rdf:predicate ?p ; rdf:object ?o ; a kg:Statement ; kg:status ?status .
  FILTER(?status = kg:affirmed || (?status = kg:denied && NOT EXISTS {{ ?st kg:modality ?modality }}))
  OPTIONAL {{ ?st kg:amount ?amount . ?amount kg:words ?words
    OPTIONAL {{ ?amount kg:low ?low }} OPTIONAL {{ ?amount kg:high ?high }}
    OPTIONAL {{ ?amount kg:currency ?currency }} OPTIONAL {{ ?amount kg:unit ?unit }} }}
  OPTIONAL {{ ?st kg:when ?time . ?time kg:words ?when OPTIONAL {{ ?time kg:edtf ?edtf }} }} }}"""


class Lookup:
    """Reads a store's article graphs, decisions and view; changes nothing."""

    def __init__(self, store: Store, ontology: Ontology, base: str) -> None:
        self.store, self.ontology, self.base = store, ontology, base

    def decisions(self) -> tuple[Decision, ...]:
        """All that people decided."""
        return read_decisions(self.store.quads(decisions_graph(self.base)))

    def source(self, graph: NamedNode) -> Source | None:
        """The article's graph, None where there is none."""
        quads = list(self.store.quads(graph))
        return Source.of(graph, quads) if quads else None

    def namesakes(self, keys: Iterable[tuple[str, str]]) -> set[NamedNode]:
        """Entities of this class (IRI) and name key."""
        rows = [(NamedNode(type), Literal(key)) for type, key in keys]
        return {row["e"] for row in self._rows(_NAMESAKES, ("type", "key"), rows)}

    def members(self, entities: Collection[NamedNode]) -> dict[NamedNode, Member]:
        """These entities as their articles' graphs show them, those that are there."""
        places = [(one, article_of(one)) for one in entities]
        known: dict[NamedNode, dict[NamedNode, list[Term]]] = defaultdict(lambda: defaultdict(list))
        for row in self._rows(_ENTITIES, ("e", "g"), places):
            known[row["e"]][row["p"]].append(row["o"])
        facts = self._facts(places)
        return {iri: _member(iri, rows, facts[iri]) for iri, rows in known.items() if v.LABEL in rows}

    def entities(self) -> set[NamedNode]:
        """All entities of all articles."""
        return {row["e"] for row in self._found(_NAMED)}

    def live_members(self, entities: Collection[NamedNode], decisions: Iterable[Decision]) -> Iterator[Member]:
        """These entities, as far as statements that nobody rejected name them."""
        rejections = [one for one in decisions if isinstance(one, Rejection)]
        rejecting = {iri for iri in entities if article_of(iri) in {one.article for one in rejections}}
        yield from self.members(set(entities) - rejecting).values()
        for graph in {article_of(iri) for iri in rejecting}:
            source = self.source(graph)
            if source is not None:
                live = source.without_rejected(rejections)
                yield from (one for one in members(graph, live.statements.values(), self.ontology) if one.iri in rejecting)

    def blocks(self, subjects: Iterable[NamedNode]) -> set[Row]:
        """All of the view's rows of these subjects."""
        return _triples(self._rows(_TRIPLES, ("s",), [(one,) for one in subjects]))

    def entity_blocks(self, entities: Iterable[NamedNode]) -> set[Row]:
        """What the view says of these entities, but not the triples they stand in."""
        chosen = f"FILTER(?p IN ({', '.join(map(str, ENTITY_PREDICATES))}))"  # far quicker than a second VALUES
        return _triples(self._rows(_TRIPLES, ("s",), [(one,) for one in entities], more=chosen))

    def triples(self, pairs: Iterable[Pair]) -> set[Triple]:
        """The plain triples between two entities, in both directions, or of an entity and a literal (of which some may be its labels)."""
        found = self._rows(_TRIPLES, ("s", "o"), _both_ways(pairs))
        return {(row["s"], row["p"], row["o"]) for row in found}

    def edges(self, triples: Iterable[Triple]) -> set[Edge]:
        """What the view's statements say of these triples, affirming or denying them."""
        if self.store.triple_terms:  # one look into an index, where subject and object of many statements would be compared
            terms = [(TripleTerm(*one),) for one in triples]
            found = self._rows(_EDGES, ("triple",), terms, more="?st rdf:reifies ?triple .")
        else:
            found = self._rows(_EDGES, ("s", "p", "o"), triples)
        return _edges(found)

    def all_edges(self) -> set[Edge]:
        """What all of the view's statements affirm or deny."""
        return _edges(self._found(_EDGES.format(values="", more="")))

    def edges_of(self, outgoing: Iterable[tuple[Node, NamedNode]], incoming: Iterable[tuple[NamedNode, Node]]) -> set[Edge]:
        """What the view's statements of these subjects and relations, and of these relations and objects, affirm or deny."""
        return _edges([*self._rows(_EDGES, ("s", "p"), outgoing), *self._rows(_EDGES, ("p", "o"), incoming)])

    def marks(self, statements: Iterable[NamedNode]) -> set[Row]:
        """What the view says that these statements violate."""
        found = self._rows(_MARKS, ("s",), [(one,) for one in statements])
        return {(row["s"], v.VIOLATES, row["o"]) for row in found}

    def all_marks(self) -> set[Row]:
        """What the view says that any statement violates."""
        return {(row["s"], v.VIOLATES, row["o"]) for row in self._found(_MARKS.format(values="", more=""))}

    def inferences(self) -> set[Row]:
        """All of the view's rows of what follows, but for the triples themselves."""
        return _triples(self._found(_INFERENCES))

    def along(self, relations: Iterable[NamedNode]) -> set[Row]:
        """The view's rows with these predicates, of whichever subjects."""
        return _triples(self._rows(_TRIPLES, ("p",), [(one,) for one in relations]))

    def types(self, entities: Iterable[NamedNode]) -> dict[NamedNode, frozenset[str]]:
        """The classes of these entities, as the view has them."""
        return _types(self._rows(_TYPES, ("s",), [(one,) for one in entities]))

    def all_types(self) -> dict[NamedNode, frozenset[str]]:
        """The classes of all entities, as the view has them."""
        return _types(self._found(_TYPES.format(values="?s kg:named ?named .", more="")))

    def steps(self, nodes: Collection[NamedNode], along: Iterable[NamedNode], against: Iterable[NamedNode]) -> set[Triple]:
        """The plain triples that lead away from these entities: along these relations, or against those."""
        found = [*self._rows(_TRIPLES, ("s", "p"), product(nodes, along)), *self._rows(_TRIPLES, ("p", "o"), product(against, nodes))]
        return {(row["s"], row["p"], row["o"]) for row in found}

    def _facts(self, places: list[tuple[NamedNode, NamedNode]]) -> dict[NamedNode, set[tuple[str, str]]]:
        found: dict[NamedNode, set[tuple[str, str]]] = defaultdict(set)
        relations = sorted(telling_apart(self.ontology))
        if relations:
            chosen = values_text(("p",), [(NamedNode(one),) for one in relations])
            for row in self._rows(_FACTS, ("e", "g"), places, more=chosen):
                key = literal_key(row["o"]) if isinstance(row["o"], Literal) else name_key(row["label"].value)
                found[row["e"]].add((row["p"].value, key))
        return found

    def _rows(self, template: str, names: tuple[str, ...], rows: Iterable[tuple[Term, ...]], *, more: str = "") -> Iterator[QuerySolution]:
        for values in values_texts(names, rows, _ROWS_A_QUERY):
            yield from self._found(template.format(values=values, more=more))

    def _found(self, text: str) -> QuerySolutions:
        found = self.store.query(v.SPARQL_PREFIXES + text)
        assert isinstance(found, QuerySolutions)
        return found


def _triples(rows: Iterable[QuerySolution]) -> set[Row]:
    return {(row["s"], row["p"], row["o"]) for row in rows}


def _types(rows: Iterable[QuerySolution]) -> dict[NamedNode, frozenset[str]]:
    found: dict[NamedNode, set[str]] = defaultdict(set)
    for row in rows:
        found[row["s"]].add(row["o"].value)
    return {iri: frozenset(types) for iri, types in found.items()}


def _edges(rows: Iterable[QuerySolution]) -> set[Edge]:
    return {_edge(row) for row in rows if row["s"] != unstated(row["st"])}


def _edge(row: QuerySolution) -> Edge:
    amount = when = None
    if row["words"] is not None:
        amount = Amount(row["words"].value, 0, 0, *(row[name].value if row[name] else None for name in ("low", "high", "currency", "unit")))
    if row["when"] is not None:
        when = When(row["when"].value, 0, 0, row["edtf"].value if row["edtf"] else None)
    triple = (row["s"], row["p"], row["o"])
    return Edge(row["st"], triple, row["status"] == v.AFFIRMED, amount_key(amount), when_key(when), is_former(when))


def _member(iri: NamedNode, rows: dict[NamedNode, list[Term]], facts: set[tuple[str, str]]) -> Member:
    texts = {predicate: [one.value for one in found if isinstance(one, Literal | NamedNode)] for predicate, found in rows.items()}
    label = texts[v.LABEL][0]
    labels = frozenset((label, *texts.get(v.ALT_LABEL, ())))
    key = texts.get(v.NAME_KEY, [None])[0]
    return Member(iri, texts[v.TYPE][0], label, labels, texts[v.NAMED][0] == "true", key, frozenset(facts))


def _both_ways(pairs: Iterable[Pair]) -> Iterator[Pair]:
    for one, other in pairs:
        yield one, other
        if one != other and isinstance(other, NamedNode):
            yield other, one
