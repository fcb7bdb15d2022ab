"""An ontology's triples, by subject and predicate."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from typing import Final

from pyoxigraph import BlankNode, Literal, NamedNode, Triple
from rdflib import OWL, RDF, RDFS

from kg.errors import OntologyError
from kg.ontology import limits
from kg.ontology import vocabulary as kg
from kg.ontology.model import namespace

Term = NamedNode | BlankNode | Literal | Triple

CLASS_TYPES: Final = (OWL.Class, RDFS.Class)
_WORD: Final = re.compile(r"[A-Z]+(?![a-z])|[A-Z][a-z]+|[^\W_A-Z]+|[^\W_]")
RELATION_TYPES: Final = (OWL.ObjectProperty, OWL.SymmetricProperty, OWL.TransitiveProperty, OWL.DatatypeProperty)

_TYPE: Final = str(RDF.type)  # looked up here, since rdflib takes its time over each


class Terms:
    """What is said of each term. Literals are read in English or without a language where there are such, else in every language."""

    def __init__(self, triples: Iterable[Triple]) -> None:
        self._objects: dict[tuple[str, str], list[Term]] = defaultdict(list)
        self._stated_of: dict[tuple[str, str], list[str]] = defaultdict(list)
        self._by_type: dict[str, set[str]] = defaultdict(set)
        self._unnamed: dict[str, list[BlankNode]] = defaultdict(list)
        self._subjects: dict[str, int] = {}
        self._listed: dict[tuple[str, str], dict[str, list[tuple[str, ...]]]] = {}
        for triple in triples:
            self._objects[str(triple.subject), triple.predicate.value].append(triple.object)
            if isinstance(triple.subject, NamedNode) and isinstance(triple.object, NamedNode):
                self._stated_of[triple.object.value, triple.predicate.value].append(triple.subject.value)
                if triple.predicate.value == _TYPE:
                    self._by_type[triple.object.value].add(triple.subject.value)
                    self._subjects.setdefault(triple.subject.value, len(self._subjects))
            elif isinstance(triple.subject, BlankNode) and isinstance(triple.object, NamedNode) and triple.predicate.value == str(RDF.type):
                self._unnamed[triple.object.value].append(triple.subject)

    def of_types(self, types: Iterable[str]) -> list[str]:
        """IRIs that have one of these types and aren't the model's own, in the order of the Turtle: a name decides nothing."""
        found = {iri for one in types for iri in self._by_type.get(str(one), ())}
        return [iri for iri in sorted(found, key=self._subjects.__getitem__) if kg.MODEL not in self.iris(iri, RDFS.isDefinedBy)]

    @property
    def declared(self) -> frozenset[str]:
        """All IRIs that have a type and aren't the model's own."""
        return frozenset(iri for iri in self._subjects if kg.MODEL not in self.iris(iri, RDFS.isDefinedBy))

    def has_type(self, iri: str, one: str) -> bool:
        return iri in self._by_type.get(str(one), ())

    def objects(self, subject: NamedNode | BlankNode, predicate: str) -> list[Term]:
        return self._objects.get((str(subject), str(predicate)), [])

    def iris(self, iri: str, predicate: str) -> tuple[str, ...]:
        return tuple(sorted({one.value for one in self.objects(NamedNode(iri), predicate) if isinstance(one, NamedNode)}))

    def either_way(self, iri: str, predicate: str) -> tuple[str, ...]:
        """What a symmetric predicate joins it with, whichever of the two it is stated of."""
        return tuple(sorted({*self.iris(iri, predicate), *self._stated_of.get((iri, str(predicate)), ())} - {iri}))

    def listed_with(self, iri: str, type: str, predicate: str) -> tuple[str, ...]:
        """The others in the lists that a nameless thing of this type joins it with."""
        if (type, predicate) not in self._listed:
            self._listed[type, predicate] = self._lists(type, predicate)
        return tuple(sorted({other for members in self._listed[type, predicate].get(iri, ()) for other in members} - {iri}))

    def _lists(self, type: str, predicate: str) -> dict[str, list[tuple[str, ...]]]:
        """IRI → the lists that it is in."""
        found: dict[str, list[tuple[str, ...]]] = defaultdict(list)
        for head in (head for one in self._unnamed.get(str(type), ()) for head in self.objects(one, predicate)):
            members = self.members(head, local_name(type))
            if len(members) > limits.MAX_LIST:
                raise OntologyError(f"A list of {local_name(type)} has {len(members):,} members: shorten it to {limits.MAX_LIST:,}.")
            for iri in members:
                found[iri].append(members)
        return found

    def texts(self, iri: str, predicate: str, most: int = limits.MAX_EXAMPLE) -> tuple[str, ...]:
        """The literals, sorted. Raises OntologyError for one that is longer than `most` characters."""
        given = [one for one in self.objects(NamedNode(iri), predicate) if isinstance(one, Literal)]
        for one in given:
            if len(one.value) > most:
                what = f"{local_name(predicate)} of {local_name(iri)}"
                raise OntologyError(f"The {what} has {len(one.value):,} characters ({one.value[:40]}…): shorten it to {most:,}.")
        return tuple(sorted({one.value for one in [one for one in given if _is_english(one)] or given}))

    def text(self, iri: str, predicate: str, otherwise: str, most: int = limits.MAX_EXAMPLE) -> str:
        return next(iter(self.texts(iri, predicate, most)), otherwise)

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


def local_name(iri: str) -> str:
    """What stands after the last `#`, `/` or `:`."""
    return iri.removeprefix(namespace(iri))


def worded(name: str) -> str:
    """A local name, or the one of an IRI, as the words that it is made of: "parentCompany" → "parent company"."""
    return " ".join(part if part.isupper() and len(part) > 1 else part.lower() for part in _WORD.findall(local_name(name))) or name


def _is_english(text: Literal) -> bool:
    return text.language is None or text.language.lower().partition("-")[0] == "en"
