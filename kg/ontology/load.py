"""Turtle files → the ontology in memory. Nothing is fetched: imports aren't followed, and all stays on this machine."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import rdflib
from pyoxigraph import BlankNode, Literal, NamedNode, RdfFormat, Triple, parse
from rdflib import OWL, RDF, RDFS, SKOS

from kg.errors import OntologyError
from kg.ontology import vocabulary as kg
from kg.ontology.model import Individual, Ontology, OntologyClass, Relation
from kg.resources import folder

MAX_BYTES = 20_000_000
"""A larger file is no ontology that a person edits, and would only fill the memory."""

Term = NamedNode | BlankNode | Literal | Triple

_CLASS_TYPES = (OWL.Class, RDFS.Class)
_RELATION_TYPES = (OWL.ObjectProperty, OWL.SymmetricProperty, OWL.TransitiveProperty, OWL.DatatypeProperty)


def load(paths: Sequence[Path] | None = None) -> Ontology:
    """The ontology that these Turtle files, and those of these folders, make together; None: the one that comes with the package.

    The model's own terms (`rdfs:isDefinedBy` the model) are left out. Classes and relations are in the order of the Turtle, all else in
    that of the alphabet but a class's labels (the preferred one is first) and a property chain. Raises OntologyError, which names file,
    line and column, or the term that is wrong.
    """
    contents = _read(paths)
    terms = _Terms(_parse(contents))
    classes = [_class(terms, iri) for iri in terms.of_types(_CLASS_TYPES)]
    relations = [_relation(terms, iri) for iri in terms.of_types(_RELATION_TYPES)]
    individuals = [_individual(terms, iri, one.iri) for one in classes for iri in terms.of_types([one.iri])]
    return Ontology(
        classes={one.iri: one for one in classes},
        relations={one.iri: one for one in relations},
        digest=_digest(data for _, data in contents),
        individuals={one.iri: one for one in individuals},
        word_classes={_local_name(iri): _words(terms, iri) for iri in terms.of_types([kg.WORD_CLASS])},
    )


def graph(paths: Sequence[Path] | None = None) -> rdflib.Graph:
    """All triples of these Turtle files and folders, the model's terms included (None: those of the package). Raises OntologyError."""
    merged = rdflib.Graph(bind_namespaces="none")
    for triple in _parse(_read(paths)):
        merged.add((_rdflib(triple.subject), _rdflib(triple.predicate), _rdflib(triple.object)))
    return merged


def _read(paths: Sequence[Path] | None) -> list[tuple[Path, bytes]]:
    """The files with their contents, each once, in the order given; a folder's in the order of their names."""
    chosen = [folder("ontology")] if paths is None else paths
    if not chosen:
        raise OntologyError("There is no ontology to load: name at least one Turtle file.")
    files = {path.resolve(): path for one in chosen for path in _files(one)}
    return [(path, _content(path)) for path in files.values()]


def _files(path: Path) -> list[Path]:
    found = sorted(path.glob("*.ttl")) if path.is_dir() else [path]
    if not found:
        raise OntologyError(f"The folder {path} has no Turtle file (.ttl) that could be an ontology: name another, or a file.")
    return found


def _content(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            data = file.read(MAX_BYTES + 1)
    except OSError as error:
        raise OntologyError(f"The ontology {path} can't be read ({error.strerror}): check its name and its permissions.") from error
    if len(data) > MAX_BYTES:
        raise OntologyError(f"The ontology {path} is larger than {MAX_BYTES // 1_000_000} MB: split it, or name the right file.")
    return data.removeprefix(b"\xef\xbb\xbf")


def _digest(contents: Iterable[bytes]) -> str:
    """`sha256:` over the files' own digests, sorted: neither their names nor their order changes what they mean."""
    each = sorted(hashlib.sha256(data).digest() for data in contents)
    return "sha256:" + hashlib.sha256(b"".join(each)).hexdigest()


def _parse(contents: Iterable[tuple[Path, bytes]]) -> Iterator[Triple]:
    for path, data in contents:
        try:
            for quad in parse(data, format=RdfFormat.TURTLE, base_iri=kg.NAMESPACE, rename_blank_nodes=True):
                yield quad.triple
        except SyntaxError as error:
            why = (error.msg or "").partition(": ")[2] or error.msg
            place = f"{path}, line {error.lineno}, column {error.offset}"
            raise OntologyError(f"{place}: this isn't Turtle ({why}); correct it there.") from error


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


class _Terms:
    """The triples, by subject and predicate."""

    def __init__(self, triples: Iterable[Triple]) -> None:
        self._objects: dict[tuple[str, str], list[Term]] = defaultdict(list)
        self._stated_of: dict[tuple[str, str], list[str]] = defaultdict(list)
        self._by_type: dict[str, set[str]] = defaultdict(set)
        self._subjects: dict[str, None] = {}
        for triple in triples:
            self._objects[str(triple.subject), triple.predicate.value].append(triple.object)
            if isinstance(triple.subject, NamedNode) and isinstance(triple.object, NamedNode):
                self._stated_of[triple.object.value, triple.predicate.value].append(triple.subject.value)
            if triple.predicate.value == str(RDF.type) and isinstance(triple.subject, NamedNode) and isinstance(triple.object, NamedNode):
                self._by_type[triple.object.value].add(triple.subject.value)
                self._subjects[triple.subject.value] = None

    def of_types(self, types: Iterable[str]) -> list[str]:
        """IRIs that have one of these types and aren't the model's own, in the order of the Turtle: a name decides nothing."""
        found = {iri for one in types for iri in self._by_type[str(one)]}
        return [iri for iri in self._subjects if iri in found and kg.MODEL not in self.iris(iri, RDFS.isDefinedBy)]

    def has_type(self, iri: str, one: str) -> bool:
        return iri in self._by_type[str(one)]

    def objects(self, subject: NamedNode | BlankNode, predicate: str) -> list[Term]:
        return self._objects.get((str(subject), str(predicate)), [])

    def iris(self, iri: str, predicate: str) -> tuple[str, ...]:
        return tuple(sorted({one.value for one in self.objects(NamedNode(iri), predicate) if isinstance(one, NamedNode)}))

    def either_way(self, iri: str, predicate: str) -> tuple[str, ...]:
        """What a symmetric predicate joins it with, whichever of the two it is stated of."""
        return tuple(sorted({*self.iris(iri, predicate), *self._stated_of.get((iri, str(predicate)), ())} - {iri}))

    def texts(self, iri: str, predicate: str) -> tuple[str, ...]:
        return tuple(sorted({one.value for one in self.objects(NamedNode(iri), predicate) if isinstance(one, Literal)}))

    def text(self, iri: str, predicate: str, otherwise: str) -> str:
        return next(iter(self.texts(iri, predicate)), otherwise)

    def true(self, iri: str, predicate: str) -> bool:
        return any(one in ("true", "1") for one in self.texts(iri, predicate))

    def members(self, head: Term, of: str) -> tuple[str, ...]:
        """The IRIs in an RDF list, in its order."""
        found: list[str] = []
        seen: set[str] = set()
        while isinstance(head, BlankNode) and str(head) not in seen:
            seen.add(str(head))
            found.extend(one.value for one in self.objects(head, RDF.first) if isinstance(one, NamedNode))
            head = next(iter(self.objects(head, RDF.rest)), head)
        if head != NamedNode(str(RDF.nil)) or len(found) != len(seen):
            raise OntologyError(f"A list of {of} isn't a list of IRIs: write it in round brackets, with nothing but names inside.")
        return tuple(found)


def _class(terms: _Terms, iri: str) -> OntologyClass:
    name = _local_name(iri)
    preferred = terms.texts(iri, SKOS.prefLabel) or terms.texts(iri, RDFS.label)
    return OntologyClass(
        iri=iri,
        name=name,
        label=terms.text(iri, RDFS.label, name),
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
    )


def _words(terms: _Terms, iri: str) -> frozenset[str]:
    return frozenset(word.lower() for kind in (SKOS.prefLabel, SKOS.altLabel) for word in terms.texts(iri, kind))


def _individual(terms: _Terms, iri: str, of: str) -> Individual:
    preferred = terms.texts(iri, SKOS.prefLabel) or terms.texts(iri, RDFS.label)
    names = tuple(dict.fromkeys(preferred + terms.texts(iri, SKOS.altLabel)))
    return Individual(iri, of, next(iter(names), _local_name(iri)), names, terms.texts(iri, SKOS.hiddenLabel))


def _relation(terms: _Terms, iri: str) -> Relation:
    name = _local_name(iri)
    chains = terms.objects(NamedNode(iri), OWL.propertyChainAxiom)
    inverses = terms.iris(iri, OWL.inverseOf)
    if len(inverses) > 1:
        raise OntologyError(f"{name} has {len(inverses)} inverses ({', '.join(map(_local_name, inverses))}): leave one.")
    literal = terms.has_type(iri, OWL.DatatypeProperty)
    return Relation(
        iri=iri,
        name=name,
        label=terms.text(iri, RDFS.label, name),
        comment=terms.text(iri, RDFS.comment, ""),
        domain=_alternatives(terms, iri, RDFS.domain),
        range=frozenset() if literal else _alternatives(terms, iri, RDFS.range),
        inverse=next(iter(inverses), None),
        supers=terms.iris(iri, RDFS.subPropertyOf),
        symmetric=terms.has_type(iri, OWL.SymmetricProperty),
        transitive=terms.has_type(iri, OWL.TransitiveProperty),
        equivalents=terms.either_way(iri, OWL.equivalentProperty),
        chains=tuple(sorted(terms.members(one, f"{name}'s property chain") for one in chains)),
        also=terms.iris(iri, kg.ALSO),
        alternatives=terms.iris(iri, kg.ALTERNATIVE),
        examples=terms.texts(iri, kg.EXAMPLE),
        planned_examples=terms.texts(iri, kg.PLANNED_EXAMPLE),
        counter_examples=terms.texts(iri, kg.COUNTER_EXAMPLE),
        tells_apart=terms.true(iri, kg.TELLS_APART),
        datatype=_datatype(terms, iri) if literal else None,
    )


def _datatype(terms: _Terms, iri: str) -> str:
    """The range of a relation to literals; rdfs:Literal, which is whatever the words are, where it states none or a union."""
    stated = terms.objects(NamedNode(iri), RDFS.range)
    if terms.has_type(iri, OWL.ObjectProperty):
        raise OntologyError(f"{_local_name(iri)} is both an owl:ObjectProperty and an owl:DatatypeProperty: leave one.")
    if len(stated) > 1:
        raise OntologyError(f"{_local_name(iri)}'s range is stated {len(stated)} times: leave one datatype.")
    return next((one.value for one in stated if isinstance(one, NamedNode)), str(RDFS.Literal))


def _alternatives(terms: _Terms, iri: str, side: str) -> frozenset[str]:
    """The classes that a relation's domain or range allows; none: any."""
    stated = terms.objects(NamedNode(iri), side)
    what = f"{_local_name(iri)}'s {_local_name(side)}"
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


def _local_name(iri: str) -> str:
    """What stands after the last `#`, `/` or `:`."""
    return iri[max(iri.rfind(mark) for mark in "#/:") + 1 :]
