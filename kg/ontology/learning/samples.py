"""Annotated sentences, parsed: their phrases, what stands beside each, and which of them are the arguments of which facts."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from spacy.language import Language

from kg.article import Article, Block, Role
from kg.extractors.contexts import Contexts, Words
from kg.extractors.cues import read_literal
from kg.extractors.phrases import Phrase, phrases
from kg.language.blocks import make_doc
from kg.language.families import stem
from kg.language.pipeline import Pipe
from kg.language.tokens import Doc
from kg.language.values import Values
from kg.ontology.learning.records import Record, Triple
from kg.ontology.model import Ontology, OntologyClass, Relation

NAMES = ("EVENT", "FAC", "GPE", "LAW", "LOC", "NORP", "ORG", "PERSON", "PRODUCT", "WORK_OF_ART")
"""All of the recogniser's labels for names."""
_ANYTHING = "urn:kg:anything"
_STEM, _ENDING = 4, 3  # letters that two writings of one word have in common at least, and by which they differ at most


@dataclass(frozen=True, slots=True)
class Fact:
    """A triple with its relation's IRI and what its labels come to."""

    subject: str
    relation: str
    object: str


@dataclass(slots=True)
class Sample:
    """A parsed record. `objects` are the IRIs of the relations whose object a phrase is, by the phrase's number; `owners` the phrases
    that are subjects, by relation; `writings` other ways of writing an object, as (words, name, relation); `group` the subject that most
    of its facts share."""

    doc: Doc
    values: Values
    phrases: list[Phrase]
    rows: list[list[Words]]
    facts: frozenset[Fact]
    group: str
    objects: dict[int, set[str]] = field(default_factory=lambda: defaultdict(set))
    owners: dict[str, list[Phrase]] = field(default_factory=lambda: defaultdict(list))
    writings: list[tuple[str, str, str]] = field(default_factory=list)


def key(label: str) -> str:
    """What two writings of a label have in common: letters and figures, without accents, marks and a bracketed tail.

    >>> key("São_Paulo_(city)") == key("Sao Paulo")
    True
    """
    text = unicodedata.normalize("NFKD", label.replace("_", " ")).strip("\"' ")
    text = re.sub(r"\s*\([^()]*\)\s*$", "", text) or text
    return re.sub(r"[\W_]+", "", "".join(one for one in text if not unicodedata.combining(one))).lower()


def read_samples(records: Sequence[Record], ontology: Ontology, nlp: Language) -> tuple[list[Sample], list[str]]:
    """The records parsed, and a sentence on each relation that the ontology doesn't have."""
    names = _names(ontology)
    unknown: Counter[str] = Counter(t.relation for one in records for t in one.triples if key(t.relation) not in names)
    problems = [f"The relation {name!r} of {n} examples isn't in the ontology: add it there." for name, n in sorted(unknown.items())]
    if "kg_blocks" not in nlp.pipe_names:
        nlp.add_pipe("kg_blocks", first=True)
    pipe = Pipe(nlp, _with_anything(ontology))
    articles = (Article(str(n), one.text, (Block(0, len(one.text), Role.PARAGRAPH),), str(n)) for n, one in enumerate(records))
    with nlp.select_pipes(disable=[name for name in nlp.pipe_names if name == "kg"]):
        docs = nlp.pipe(make_doc(nlp, one) for one in articles)
        parsed = [_sample(_read(pipe, Doc(doc)), one, names, ontology) for doc, one in zip(docs, records, strict=True)]
    return parsed, problems


def _with_anything(ontology: Ontology) -> Ontology:
    """The ontology with one more class, of whatever has a name, so that names are found before it is known what they are."""
    anything = OntologyClass(_ANYTHING, "Anything", "anything", ner_labels=NAMES, pronouns=("he", "she", "it", "they", "who", "which"))
    return replace(ontology, classes={**ontology.classes, _ANYTHING: anything})


def _read(pipe: Pipe, doc: Doc) -> Doc:
    for layer in pipe.layers.values():
        layer(doc)
    return doc


def _names(ontology: Ontology) -> Mapping[str, Relation]:
    found: dict[str, Relation] = {}
    for one in ontology.relations.values():
        for name in (one.label, one.name, one.iri):
            found[key(name)] = one
    return found


def _sample(doc: Doc, record: Record, names: Mapping[str, Relation], ontology: Ontology) -> Sample:
    values = Values(doc)
    found = phrases(doc, values, ontology.by_name)
    contexts = Contexts(doc, found)
    known = [(names[key(t.relation)], t) for t in record.triples if key(t.relation) in names]
    subjects = Counter(key(t.subject) for _, t in known)
    group = min(subjects, key=lambda one: (-subjects[one], one), default="")
    facts = frozenset(Fact(key(t.subject), relation.iri, key(t.object)) for relation, t in known)
    sample = Sample(doc, values, found, [contexts.of(one) for one in found], facts, group)
    for relation, triple in known:
        _align(sample, relation, triple)
    return sample


def _align(sample: Sample, relation: Relation, triple: Triple) -> None:
    """Find the phrases that a triple's labels stand for."""
    hits = [n for n, one in enumerate(sample.phrases) if key(triple.object) in written(sample, one, relation)]
    if not hits and relation.datatype is None:
        alike = [n for n, one in enumerate(sample.phrases) if one.kind in {"name", "noun"} and _are_alike(triple.object, one.label)]
        hits = alike[:1]
        sample.writings += [(sample.doc.words(sample.phrases[n].start, sample.phrases[n].end), triple.object, relation.iri) for n in hits]
    for n in hits:
        sample.objects[n].add(relation.iri)
    owner = next((one for one in sample.phrases if one.kind == "name" and key(one.label) == key(triple.subject)), None)
    if owner is not None:
        sample.owners[relation.iri].append(owner)


def written(sample: Sample, phrase: Phrase, relation: Relation) -> set[str]:
    """The keys of what a phrase comes to as the object of a relation."""
    if relation.datatype is not None:
        literal = read_literal(sample.values, phrase, relation)
        return {key(literal.lexical)} if literal is not None else set()
    if phrase.kind == "value":
        return set()
    return {key(phrase.label), key(sample.doc.words(phrase.start, phrase.end))}


def _are_alike(name: str, words: str) -> bool:
    """Whether words are another writing of a name: singular and plural, initials, the same stems."""
    named, said = list(_stems(re.sub(r"\s*\(.*?\)", "", name.replace("_", " ")))), list(_stems(words))
    if not named or not said:
        return False
    if len(said) == 1 and len(named) > 1:
        return key(words) == "".join(one[0] for one in named)
    return len(named) == len(said) and all(map(_same_word, named, said))


def _stems(text: str) -> Iterator[str]:
    return (one for one in (stem(re.sub(r"\W", "", word)) for word in text.split()) if one)


def _same_word(one: str, other: str) -> bool:
    shorter, longer = sorted((one, other), key=len)
    return one == other or (longer.startswith(shorter) and len(longer) - len(shorter) <= _ENDING and len(shorter) >= _STEM)


def relations_of(samples: Iterable[Sample]) -> Counter[str]:
    """How many facts each relation has."""
    return Counter(fact.relation for one in samples for fact in one.facts)
