"""What a class's members look like: the recogniser's labels for them, or which known individuals they are."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from kg.extractors.cues import CueIndex
from kg.extractors.phrases import Phrase
from kg.ontology.learning.samples import NAMES, Sample
from kg.ontology.model import Individual, Ontology

_ENOUGH = 3  # members from which a class's look is told
_SHARE = 0.08  # of the members that look so
_OWNERS, _OWNERS_SHARE = 8, 0.05  # subjects of a relation from which, and share by which, its domain is told to be wider
_NOUNS = "noun"


@dataclass(frozen=True, slots=True)
class Look:
    """What was seen of a class's members: labels, how many members, classes of known individuals that belong to it, whether only known
    individuals do, and how many members each label was seen of."""

    labels: tuple[str, ...]
    members: int
    known: tuple[str, ...] = ()
    known_only: bool = False
    support: tuple[int, ...] = ()


def looks(samples: Sequence[Sample], ontology: Ontology) -> dict[str, Look]:
    """The look of each class that the Turtle says none of."""
    seen: dict[str, Counter[tuple[str, str]]] = defaultdict(Counter)
    for sample in samples:
        for n, relations in sample.objects.items():
            for relation in relations:
                for iri in ontology.relations[relation].range:
                    seen[iri][_kind(sample.phrases[n])] += 1
        for relation, owners in sample.owners.items():
            for iri in ontology.relations[relation].domain:
                seen[iri].update(_kind(one) for one in owners if one.known is None)
    used = {iri for one in ontology.relations.values() for iri in one.domain | one.range}
    told = {iri for iri, one in ontology.classes.items() if one.ner_labels or one.known_only}
    return {iri: _look(seen[iri]) for iri in ontology.classes if iri in used - told}


def _kind(phrase: Phrase) -> tuple[str, str]:
    if phrase.known is not None:
        return "known", phrase.known
    return (_NOUNS, "") if phrase.kind in {"noun", "quotation"} else ("name", phrase.ner)


def _look(seen: Counter[tuple[str, str]]) -> Look:
    total = sum(seen.values())
    if total < _ENOUGH:
        return Look(NAMES, total)
    often = {kind for kind, n in seen.items() if n >= _SHARE * total}
    known = tuple(sorted(name for how, name in often if how == "known"))
    labels = tuple(sorted(name for how, name in often if how == "name" and name))
    if (_NOUNS, "") in often:
        return Look((), total, known)
    support = tuple(seen["name", label] for label in labels)
    return Look(labels, total, known, known_only=bool(known) and not labels, support=support)


def wider_domains(samples: Sequence[Sample], index: CueIndex) -> dict[str, tuple[str, ...]]:
    """The classes, by relation, that its subjects turn out to have besides its domain's: local names, the domain's among them."""
    ontology = index.ontology
    owners: dict[str, list[Phrase]] = defaultdict(list)
    alike: dict[frozenset[str], list[Phrase]] = defaultdict(list)
    for sample in samples:
        for iri, some in sample.owners.items():
            owners[iri] += some
            alike[ontology.relations[iri].domain] += some
    found: dict[str, tuple[str, ...]] = {}
    for iri, relation in ontology.relations.items():
        some = owners[iri] if len(owners[iri]) >= _OWNERS else alike[relation.domain]
        strange = [one for one in some if relation.domain and not index.fits(one, relation.domain)]
        if len(some) >= _OWNERS and len(strange) >= _OWNERS_SHARE * len(some):
            wider = _fitting(strange, index)
            if wider:
                names = [ontology.classes[one].name for one in sorted(relation.domain) if one in ontology.classes]
                found[iri] = tuple(dict.fromkeys([*names, *(ontology.classes[one].name for one in wider)]))
    return found


def _fitting(some: Sequence[Phrase], index: CueIndex) -> list[str]:
    """The class that most of these phrases could be of, of several the one that fewest others could."""
    looks = {
        iri: len(one.ner_labels) for iri, one in index.ontology.classes.items() if one.known_only or (0 < len(one.ner_labels) < len(NAMES))
    }
    counts = {iri: sum(index.fits(phrase, frozenset({iri})) for phrase in some) for iri in looks}
    best = min(counts, key=lambda iri: (-counts[iri], looks[iri], iri), default=None)
    return [best] if best is not None and counts[best] * 2 >= len(some) else []


def individuals(samples: Sequence[Sample], ontology: Ontology) -> dict[str, tuple[str, tuple[str, ...]]]:
    """Names that objects are written differently from: name → (its class, the words that mean it)."""
    votes: dict[str, Counter[str]] = defaultdict(Counter)
    classes: dict[str, str] = {}
    for sample in samples:
        for words, name, relation in sample.writings:
            allowed = sorted(ontology.relations[relation].range & set(ontology.classes))
            if allowed and words not in ontology.by_name:
                votes[words][name.replace("_", " ")] += 1
                classes.setdefault(name.replace("_", " "), allowed[0])
    found: dict[str, list[str]] = defaultdict(list)
    for words, names in sorted(votes.items()):
        found[max(names, key=lambda name: (names[name], name))].append(words)
    return {name: (classes[name], tuple(words)) for name, words in sorted(found.items())}


def with_looks(ontology: Ontology, seen: Mapping[str, Look], names: Mapping[str, tuple[str, tuple[str, ...]]]) -> Ontology:
    """The ontology as it is with what was learnt of its classes."""
    classes = dict(ontology.classes)
    for iri, look in seen.items():
        classes[iri] = replace(classes[iri], ner_labels=look.labels, known_only=look.known_only)
    for iri, look in seen.items():
        for below in look.known:
            if below in classes and below != iri:
                classes[below] = replace(classes[below], parents=tuple(sorted({*classes[below].parents, iri})))
    extra = {iri_of(name): Individual(iri_of(name), of, name, (name, *words)) for name, (of, words) in names.items()}
    return Ontology(classes, ontology.relations, ontology.digest, {**ontology.individuals, **extra}, ontology.word_classes)


def iri_of(name: str) -> str:
    """An individual's IRI for its time in memory."""
    return f"urn:kg:individual/{name}"
