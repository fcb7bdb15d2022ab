"""Files → the ontology in memory. Nothing is fetched but imports that the caller allows by name."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from pathlib import Path

import rdflib
from pyoxigraph import BlankNode, Literal, NamedNode
from rdflib import OWL, RDFS, SKOS

from kg.errors import OntologyError
from kg.ontology import bounds, kept, limits
from kg.ontology import vocabulary as kg
from kg.ontology.model import Individual, Ontology, OntologyClass, Relation
from kg.ontology.sources import Sources, sources
from kg.ontology.terms import CLASS_TYPES, RELATION_TYPES, Term, Terms, local_name, worded


def load(paths: Sequence[Path] | None = None, allow_imports: Collection[str] = ()) -> Ontology:
    """The ontology that these files, and those of these folders, make together; None: the one that comes with the package, which also
    stands beside them where they need it.

    Remote imports are refused but for those that `allow_imports` names. The model's own terms (`rdfs:isDefinedBy` the model) are left out.
    Classes and relations are in the order of the Turtle, all else in that of the alphabet but a class's labels (the preferred one is
    first) and a property chain. Raises OntologyError, which names file, line and column, or the term that is wrong.
    """
    key = kept.key(paths)
    known = kept.recall(key) if not allow_imports else None
    if known is not None:
        return known
    found = sources(paths, allow_imports)
    ontology = ontology_of(found)
    if not allow_imports and not found.imports_files:  # all that it was made from is in the key
        kept.keep(key, ontology)
    return ontology


def ontology_of(found: Sources) -> Ontology:
    """What these files say. Raises OntologyError, as `load` does."""
    terms = Terms(found.triples)
    classes = [_class(terms, iri) for iri in _bounded(terms.of_types(CLASS_TYPES), limits.MAX_CLASSES, "classes")]
    relations = [_relation(terms, iri) for iri in _bounded(terms.of_types(RELATION_TYPES), limits.MAX_RELATIONS, "relations")]
    individuals = [_individual(terms, iri, one.iri) for one in classes for iri in terms.of_types([one.iri])]
    examples = [text for one in relations for text in (*one.examples, *one.planned_examples, *one.counter_examples)]
    _bounded(examples, limits.MAX_EXAMPLES, "examples")
    _check_depth({one.iri: (*one.parents, *one.equivalents) for one in classes})
    _check_depth({one.iri: (*one.supers, *one.equivalents) for one in relations})
    return Ontology(
        classes={one.iri: one for one in classes},
        relations={one.iri: one for one in relations},
        digest=found.digest,
        individuals={one.iri: one for one in individuals},
        word_classes={local_name(iri): _words(terms, iri) for iri in terms.of_types([kg.WORD_CLASS])},
    )


def graph(paths: Sequence[Path] | None = None, allow_imports: Collection[str] = ()) -> rdflib.Graph:
    """All triples of the files that `load` would read, the model's terms included. Raises OntologyError."""
    return graph_of(sources(paths, allow_imports))


def graph_of(found: Sources) -> rdflib.Graph:
    """All triples of these files. Raises OntologyError for triple terms."""
    merged = rdflib.Graph(bind_namespaces="none")
    for triple in found.triples:
        merged.add((_rdflib(triple.subject), _rdflib(triple.predicate), _rdflib(triple.object)))
    return merged


def _bounded(found: list[str], most: int, what: str) -> list[str]:
    if len(found) > most:
        raise OntologyError(f"The ontology has {len(found):,} {what}, of which at most {most:,} can be used: name a part of it.")
    return found


def _check_depth(above: Mapping[str, Sequence[str]]) -> None:
    """Refuse hierarchies so deep that what is above each term would fill the memory; cycles end."""
    for iri in above:
        seen: set[str] = set()
        todo = [iri]
        while todo and len(seen) <= limits.MAX_ABOVE:
            one = todo.pop()
            if one not in seen:
                seen.add(one)
                todo.extend(above.get(one, ()))
        if len(seen) > limits.MAX_ABOVE:
            raise OntologyError(f"{local_name(iri)} has over {limits.MAX_ABOVE} terms above it: make the hierarchy flatter.")


def _rdflib(term: Term) -> rdflib.term.Identifier:
    """The same term for rdflib, which knows no triple terms."""
    if isinstance(term, NamedNode):
        return rdflib.URIRef(term.value)
    if isinstance(term, BlankNode):
        return rdflib.BNode(term.value)
    if isinstance(term, Literal):
        datatype = None if term.language else rdflib.URIRef(term.datatype.value)
        return rdflib.Literal(term.value, lang=term.language, datatype=None if datatype == rdflib.XSD.string else datatype)
    raise OntologyError(f"{term} is a triple term, which an ontology can't hold: write a plain triple.")


def _class(terms: Terms, iri: str) -> OntologyClass:
    name = local_name(iri)
    preferred = terms.texts(iri, SKOS.prefLabel) or _labels(terms, iri)
    return OntologyClass(
        iri=iri,
        name=name,
        label=_labels(terms, iri)[0],
        labels=tuple(dict.fromkeys(preferred + terms.texts(iri, SKOS.altLabel))),
        parents=terms.iris(iri, RDFS.subClassOf),
        equivalents=terms.either_way(iri, OWL.equivalentClass),
        ner_labels=terms.texts(iri, kg.NER_LABEL),
        pronouns=terms.texts(iri, kg.PRONOUN),
        speaks=terms.true(iri, kg.SPEAKS),
        passed_last=terms.true(iri, kg.PASSED_LAST),
        titles=terms.texts(iri, kg.TITLE),
        masculine=terms.texts(iri, kg.MASCULINE),
        feminine=terms.texts(iri, kg.FEMININE),
        hidden_labels=terms.texts(iri, SKOS.hiddenLabel),
        given_names=tuple(
            (text, pronoun)
            for kind, pronoun in ((kg.MASCULINE_NAME, "he"), (kg.FEMININE_NAME, "she"), (kg.GIVEN_NAME, ""))
            for text in terms.texts(iri, kind)
        ),
        plural=next(iter(terms.iris(iri, kg.PLURAL)), None),
        borne_by=next(iter(terms.iris(iri, kg.BORNE_BY)), None),
        default=terms.true(iri, kg.DEFAULT),
        disjoint=bounds.disjoint(terms, iri),
        at_most=bounds.at_most(terms, iri),
        known_only=terms.true(iri, kg.KNOWN_ONLY),
    )


def _labels(terms: Terms, iri: str) -> tuple[str, ...]:
    """How it is called: its labels, else the words of its local name, also where a label is nothing but that."""
    name = local_name(iri)
    given = terms.texts(iri, RDFS.label) or terms.texts(iri, SKOS.prefLabel) or (name,)
    return tuple(worded(name) if label == name else label for label in given)


def _words(terms: Terms, iri: str) -> frozenset[str]:
    return frozenset(word.lower() for kind in (SKOS.prefLabel, SKOS.altLabel) for word in terms.texts(iri, kind))


def _individual(terms: Terms, iri: str, of: str) -> Individual:
    preferred = terms.texts(iri, SKOS.prefLabel) or terms.texts(iri, RDFS.label)
    names = tuple(dict.fromkeys(preferred + terms.texts(iri, SKOS.altLabel)))
    marks, closes = terms.texts(iri, SKOS.hiddenLabel), terms.true(iri, kg.CLOSES_NAME)
    return Individual(iri, of, next(iter(names), local_name(iri)), names, marks, closes)


def _relation(terms: Terms, iri: str) -> Relation:
    name = local_name(iri)
    chains = terms.objects(NamedNode(iri), OWL.propertyChainAxiom)
    inverses = terms.iris(iri, OWL.inverseOf)
    if len(inverses) > 1:
        raise OntologyError(f"{name} has {len(inverses)} inverses ({', '.join(map(local_name, inverses))}): leave one.")
    literal = terms.has_type(iri, OWL.DatatypeProperty)
    return Relation(
        iri=iri,
        name=name,
        label=_labels(terms, iri)[0],
        comment=terms.text(iri, RDFS.comment, "", limits.MAX_COMMENT),
        domain=_alternatives(terms, iri, RDFS.domain),
        range=frozenset() if literal else _alternatives(terms, iri, RDFS.range),
        inverse=next(iter(inverses), None),
        supers=terms.iris(iri, RDFS.subPropertyOf),
        symmetric=terms.has_type(iri, OWL.SymmetricProperty),
        transitive=terms.has_type(iri, OWL.TransitiveProperty),
        equivalents=terms.either_way(iri, OWL.equivalentProperty),
        chains=tuple(sorted(_chain(terms, one, name) for one in chains)),
        also=terms.iris(iri, kg.ALSO),
        alternatives=terms.iris(iri, kg.ALTERNATIVE),
        examples=terms.texts(iri, kg.EXAMPLE),
        planned_examples=terms.texts(iri, kg.PLANNED_EXAMPLE),
        counter_examples=terms.texts(iri, kg.COUNTER_EXAMPLE),
        triggers=terms.texts(iri, kg.TRIGGER),
        counter_triggers=terms.texts(iri, kg.COUNTER_TRIGGER),
        one_object=terms.true(iri, kg.ONE_OBJECT),
        tells_apart=terms.true(iri, kg.TELLS_APART),
        datatype=_datatype(terms, iri) if literal else None,
        functional=terms.has_type(iri, OWL.FunctionalProperty),
        inverse_functional=terms.has_type(iri, OWL.InverseFunctionalProperty),
    )


def _datatype(terms: Terms, iri: str) -> str:
    """The range of a relation to literals; rdfs:Literal, which is whatever the words are, where it states none or a union."""
    stated = terms.objects(NamedNode(iri), RDFS.range)
    if terms.has_type(iri, OWL.ObjectProperty):
        raise OntologyError(f"{local_name(iri)} is both an owl:ObjectProperty and an owl:DatatypeProperty: leave one.")
    if len(stated) > 1:
        raise OntologyError(f"{local_name(iri)}'s range is stated {len(stated)} times: leave one datatype.")
    return next((one.value for one in stated if isinstance(one, NamedNode)), str(RDFS.Literal))


def _chain(terms: Terms, head: Term, name: str) -> tuple[str, ...]:
    chain = terms.members(head, f"{name}'s property chain")
    if len(chain) > limits.MAX_CHAIN:
        raise OntologyError(f"{name}'s property chain has {len(chain):,} relations: shorten it to {limits.MAX_CHAIN}.")
    return chain


def _alternatives(terms: Terms, iri: str, side: str) -> frozenset[str]:
    """The classes that a relation's domain or range allows; none: any."""
    stated = terms.objects(NamedNode(iri), side)
    what = f"{local_name(iri)}'s {local_name(side)}"
    if len(stated) > 1:
        raise OntologyError(f"{what} is stated {len(stated)} times, which would mean all of them at once: join them in one owl:unionOf.")
    found: list[str] = []
    for one in stated:
        if isinstance(one, NamedNode):
            found.append(one.value)
        elif isinstance(one, BlankNode):
            for union in terms.objects(one, OWL.unionOf):
                found.extend(terms.members(union, what))
    if stated and not found:
        raise OntologyError(f"{what} is neither a class nor an owl:unionOf of classes: name one.")
    return frozenset(found)
