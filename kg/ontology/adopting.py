"""What a user's classes take over from ours that match them: the words and names by which their members are known.

Our Turtle says which classes match (`skos:closeMatch`, `skos:exactMatch`), else an equal label does. So whoever imports another vocabulary
need only add examples.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from pyoxigraph import Literal, NamedNode, Triple
from rdflib import RDFS, SKOS

from kg.ontology import vocabulary as kg
from kg.ontology.formats import Document
from kg.ontology.terms import CLASS_TYPES, Terms, worded

_MATCHES: Final = (str(SKOS.exactMatch), str(SKOS.closeMatch))
_MARKS: Final = frozenset(
    (kg.NER_LABEL, kg.PRONOUN, kg.SPEAKS, kg.TITLE, kg.MASCULINE, kg.FEMININE, kg.MASCULINE_NAME, kg.FEMININE_NAME, kg.GIVEN_NAME)
)
"""What says by more than nouns how members of a class are known."""
_NER_LABEL: Final = NamedNode(kg.NER_LABEL)
_PLACES: Final = ("GPE", "LOC")
_ACTORS: Final = ("ORG", "PERSON")
_WORDS: Final = frozenset((str(RDFS.label), str(SKOS.prefLabel), str(SKOS.altLabel)))


def adopted(given: Iterable[Document], ours: Iterable[Document]) -> Document | None:
    """What the classes of these files take over where they do without ours, as a document of its own.

    None where there is nothing, or where one of the classes says itself how its members are known. Each of our classes gives its words
    and marks to the classes that match it, or else to those that match its nearest class above.
    """
    theirs = [triple for one in given for triple in one.triples]
    if any(triple.predicate.value in _MARKS for triple in theirs):
        return None
    triples = [triple for one in ours for triple in one.triples]
    taking = _taking(Terms(triples), Terms(theirs))
    taken = [took for one in triples if isinstance(one.subject, NamedNode) for took in _taken(one, taking.get(one.subject, ()))]
    return _document(_apart(taken))


def _apart(taken: Sequence[Triple]) -> Iterator[Triple]:
    """Without the recogniser's places where a class takes over its people or firms: what is both would let "a unit of X" pass for a name
    such as "the city of X"."""
    labelled = {(one.subject, str(one.object.value)) for one in taken if one.predicate == _NER_LABEL and isinstance(one.object, Literal)}
    for one in taken:
        is_place = one.predicate == _NER_LABEL and isinstance(one.object, Literal) and one.object.value in _PLACES
        if not (is_place and any((one.subject, label) in labelled for label in _ACTORS)):
            yield one


def joined(given: Iterable[Document], ours: Iterable[Document]) -> Document | None:
    """Where ours stand beside files from elsewhere: our classes as sub-classes of those that match, so that what is known as one of ours
    fits there."""
    foreign = Terms(triple for one in given if one.foreign for triple in one.triples)
    terms = Terms(triple for one in ours for triple in one.triples)
    above = NamedNode(str(RDFS.subClassOf))
    matches = _matches(terms, foreign).items()
    return _document(Triple(NamedNode(iri), above, NamedNode(one)) for iri, found in matches for one in found if one != iri)


def _document(triples: Iterable[Triple]) -> Document | None:
    found = tuple(dict.fromkeys(triples))
    digest = hashlib.sha256("\n".join(sorted(map(str, found))).encode()).digest()
    return Document("what is taken over from ours", digest, 0, found, None) if found else None


def _matches(ours: Terms, foreign: Terms) -> dict[str, list[str]]:
    """Each of our classes with the classes from elsewhere that match it."""
    known = {_bare(iri): iri for iri in foreign.of_types(CLASS_TYPES)}
    by_label: dict[str, str] = {}
    for iri in known.values():
        for label in foreign.texts(iri, RDFS.label) or foreign.texts(iri, SKOS.prefLabel) or (worded(iri),):
            by_label.setdefault(worded(label).lower(), iri)
    found: dict[str, list[str]] = {}
    for iri in ours.of_types(CLASS_TYPES):
        matches = [known[_bare(one)] for match in _MATCHES for one in ours.iris(iri, match) if _bare(one) in known]
        same = by_label.get(ours.text(iri, RDFS.label, "").lower())
        found[iri] = matches or ([same] if same else [])
    return found


def _taking(ours: Terms, foreign: Terms) -> dict[NamedNode, list[NamedNode]]:
    """Each of our classes with the classes from elsewhere that take over what it says."""
    matches = _matches(ours, foreign)
    found: dict[NamedNode, list[NamedNode]] = defaultdict(list)
    for iri in matches:
        level, seen = [iri], {iri}
        while level and not any(matches.get(one) for one in level):
            level = [up for one in level for up in ours.iris(one, RDFS.subClassOf) if up not in seen]
            seen.update(level)
        found[NamedNode(iri)] = [NamedNode(match) for one in level for match in matches.get(one, ())]
    return found


def _taken(triple: Triple, taking: Iterable[NamedNode]) -> Iterator[Triple]:
    if not isinstance(triple.object, Literal):
        return
    predicate = triple.predicate.value
    if predicate in _WORDS:
        predicate = str(SKOS.altLabel)
    elif predicate == kg.PASSED_LAST or (not predicate.startswith(kg.NAMESPACE) and predicate != str(SKOS.hiddenLabel)):
        return  # which way a path takes is nothing that members are known by
    for one in taking:
        yield Triple(one, NamedNode(predicate), triple.object)


def _bare(iri: str) -> str:
    """Without the scheme: http and https name the same."""
    return iri.partition("://")[2] or iri
