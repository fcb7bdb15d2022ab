"""Sentences that could be examples: the plain form of what the samples' propositions say of a subject and its object."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from kg.extractors.owners import Owners
from kg.extractors.phrases import Phrase
from kg.language.annotations import Argument, Proposition, read
from kg.language.tokens import Token
from kg.ontology.learning.samples import Sample, key
from kg.ontology.model import Ontology, Relation
from kg.ontology.phrasing import FORMS, Form, between, noun_lemma, with_article

_SUBJECTS: Final = 2
"""Subjects that something must be said of: what is said of one alone is tried on nothing that is held out."""
_MOST_OF_ONE, _MOST = 8, 240
"""Candidates of a relation, and of all: each is parsed some ten times when it is compiled."""
_WORDED: Final = 3
"""Sentences of a candidate, which differ in a verb's form."""
_PLAIN: Final = re.compile(r"[\w$€£][\w .,&'’$€£-]*")
_LONGEST: Final = 60
_LINKS: Final = frozenset({"of", "for", "to", "with", "at", "poss"})
"""What hangs on a noun that somebody is: "the captain of", "Pell's employer"."""
_PARTICIPLES: Final = frozenset({"VBN", "VBD"})


@dataclass(frozen=True, slots=True)
class Candidate:
    """What would tell a relation (an IRI), as sentences in the notation of examples, the plainest first, of which one will do; how many
    samples say so, and of which subjects (as samples name their `group`)."""

    relation: str
    texts: tuple[str, ...]
    support: int
    subjects: frozenset[str]


@dataclass(frozen=True, slots=True)
class _Said:
    """What a proposition says of a subject and an object: `words` stand between the two, `after` behind; what makes two say the same, and
    how plain its verb's form is."""

    same: tuple[str, ...]
    words: str
    subject_first: bool
    plain: int = 0
    after: str = ""


def candidates(samples: Sequence[Sample], ontology: Ontology) -> list[Candidate]:
    """The wordings that several subjects share, those that most share first."""
    sentences: dict[tuple[str, ...], dict[str, tuple[int, int, str]]] = defaultdict(dict)  # by their words, with how plain they are
    sources: dict[tuple[str, ...], set[int]] = defaultdict(set)
    for n, sample in enumerate(samples):
        for relation, said, names in _said(sample, ontology):
            same, rank = (relation.iri, *said.same), (said.plain, sum(map(len, names)), _sentence(said, *names))
            sentences[same][said.words] = min(rank, sentences[same].get(said.words, rank))
            sources[same].add(n)
    found = {same: _candidate(same[0], sentences[same], [samples[n] for n in sorted(ns)]) for same, ns in sources.items()}
    shared = [same for same, one in found.items() if len(one.subjects) >= _SUBJECTS]
    shared.sort(key=lambda same: (-len(found[same].subjects), -found[same].support, same))
    return [found[same] for same in _capped(shared)]


def _candidate(relation: str, sentences: Mapping[str, tuple[int, int, str]], sources: Sequence[Sample]) -> Candidate:
    texts = tuple(text for *_, text in sorted(sentences.values())[:_WORDED])
    return Candidate(relation, texts, len(sources), frozenset(one.group for one in sources))


def _capped(order: Iterable[tuple[str, ...]]) -> list[tuple[str, ...]]:
    numbers: Counter[str] = Counter()
    chosen: list[tuple[str, ...]] = []
    for one in order:
        numbers[one[0]] += 1
        if numbers[one[0]] <= _MOST_OF_ONE:
            chosen.append(one)
    return chosen[:_MOST]


def _sentence(said: _Said, subject: str, object_: str) -> str:
    if said.subject_first:
        text = f"[{subject[:1].upper()}{subject[1:]}] {said.words} [{object_}]"
    else:
        text = f"[o:{object_[:1].upper()}{object_[1:]}] {said.words} [s:{subject}]"
    return f"{text}{said.after}."


def _said(sample: Sample, ontology: Ontology) -> Iterator[tuple[Relation, _Said, tuple[str, str]]]:
    """What the sample says of a subject and an object of one of its facts, and the names of the two as they could stand in brackets."""
    told: Mapping[str, set[tuple[str, int]]] = defaultdict(set)
    for n, relations in sample.objects.items():
        for iri in relations:
            told[iri].update((fact.subject, n) for fact in sample.facts if fact.relation == iri)
    owners = Owners(sample.doc, sample.phrases)
    meant = {**owners.meant, **owners.at}
    readings = read(sample.doc, Proposition)
    roles = {(one.predicate, argument.role) for one in readings for argument in one.arguments}
    for one in readings:
        if (one.predicate, one.lemma.partition(" ")[2]) in roles:
            continue  # it only takes the preposition of another reading for a part of the verb
        for owner in one.arguments:
            subject = meant.get(owner.token)
            if subject is None:
                continue
            for iri, pairs in told.items():
                for n in sorted(n for name, n in pairs if name == key(subject.label)):
                    names = _name(sample, subject), _name(sample, sample.phrases[n])
                    if all(_PLAIN.fullmatch(name) and len(name) <= _LONGEST for name in names):
                        relation = ontology.relations[iri]
                        yield from ((relation, said, names) for said in _of(sample, one, owner, sample.phrases[n], relation))


def _name(sample: Sample, phrase: Phrase) -> str:
    if phrase.kind == "value":
        return sample.doc.words(phrase.start, phrase.end)
    has_article = phrase.start > 0 and sample.doc[phrase.start - 1].lower_ == "the"
    return f"the {phrase.label}" if has_article else phrase.label


def _of(sample: Sample, one: Proposition, owner: Argument, object_: Phrase, relation: Relation) -> Iterator[_Said]:
    """What one proposition says of the two, with the object as one of its arguments, or as the number of one."""
    predicate = sample.doc[one.predicate]
    for argument in one.arguments:
        if argument.token == owner.token:
            continue
        token = sample.doc[argument.token]
        if object_.start <= token.i < object_.end:
            yield from _joined(sample, one, predicate, owner, argument)
        elif predicate.pos_ == "VERB" and (owner.role, argument.role) == ("subj", "obj") and _counts(token, object_, sample, relation):
            after = sample.doc.words(object_.end, token.i + 1)
            words = between("verb", one.lemma, predicate.lower_, predicate.tag_, "", "obj")
            yield _Said(("number", one.lemma, token.lemma_.lower()), words, True, _plainness(predicate), f" {after}")


def _counts(noun: Token, object_: Phrase, sample: Sample, relation: Relation) -> bool:
    """Whether a phrase is the number of a common noun behind it: "240 berths"."""
    near = relation.datatype is not None and object_.kind == "value" and object_.end <= noun.i <= object_.end + 1
    return near and noun.pos_ == "NOUN" and all(one.is_lower and one.is_alpha for one in sample.doc[object_.end : noun.i])


def _joined(sample: Sample, one: Proposition, predicate: Token, owner: Argument, object_: Argument) -> Iterator[_Said]:
    """The sentence of a proposition that has both as arguments."""
    for first, second, subject_first in ((owner, object_, True), (object_, owner, False)):
        if predicate.pos_ == "NOUN" and first.role == "holder" and second.role in _LINKS:
            role = "of" if second.role == "poss" else second.role
            for lemma, phrase in _phrases(predicate, one=True):
                words = between("noun", "", "", predicate.tag_, phrase, role)
                yield _Said(("noun", lemma, role, str(subject_first)), words, subject_first)
        elif predicate.pos_ == "VERB":
            form, role = _form(first.role, second.role, predicate)
            others = [sample.doc[a.token] for a in one.arguments if a.role == "obj" and a.token not in {first.token, second.token}]
            noun = others[0] if len(others) == 1 and others[0].pos_ == "NOUN" else None
            if form is None or (form == "verb" and role != "obj" and others and noun is None):
                continue
            for lemma, phrase in _phrases(noun, one=False) if noun is not None and role != "obj" else [("", "")]:
                words = between(form, one.lemma, predicate.lower_, predicate.tag_, phrase, role)
                yield _Said((form, one.lemma, lemma, role, str(subject_first)), words, subject_first, _plainness(predicate))


def _phrases(noun: Token, *, one: bool) -> Iterator[tuple[str, str]]:
    """A noun's base form and the noun with its article, by itself and with the adjectives before it: "person", "key person"."""
    lemma, phrase = noun_lemma(noun), with_article(noun, one=one)
    yield lemma, phrase
    adjectives = " ".join(child.lower_ for child in noun.lefts if child.dep_ == "amod" and child.is_lower and child.is_alpha)
    if adjectives:
        article, _, rest = phrase.partition(" ") if phrase.startswith(("a ", "an ", "the ")) else ("", "", phrase)
        indefinite = "an" if adjectives[0] in "aeio" else "a"
        yield f"{adjectives} {lemma}", f"{indefinite if article in {'a', 'an'} else article} {adjectives} {rest}".strip()


def _form(first: str, second: str, verb: Token) -> tuple[Form | None, str]:
    """How a verb joins its arguments of two roles, and the second's role in the sentence; None where it doesn't so."""
    preposition = second.isalpha() and second not in {"subj", "obj", "holder", "poss", "compound", "amod", "comp", "attr", "oprd", "appos"}
    if first == "subj" and (second == "obj" or preposition):
        return "verb", second
    if verb.tag_ in _PARTICIPLES and ((first == "obj" and preposition) or (first, second) == ("to", "obj")):
        return "agentless", second
    return None, ""


def _plainness(verb: Token) -> int:
    return FORMS.index(verb.tag_) if verb.tag_ in FORMS else len(FORMS)
