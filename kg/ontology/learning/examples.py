"""Candidates for examples → patterns, all compiled at once; and what these find on subjects that they weren't learnt from."""

from __future__ import annotations

import hashlib
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from spacy.language import Language

from kg.extractors.wordings import Extractor
from kg.language.pipeline import layers
from kg.language.tokens import Doc
from kg.ontology.cache import compiled
from kg.ontology.learning.held_out import Tried
from kg.ontology.learning.samples import Fact, Sample, key
from kg.ontology.learning.sentences import Candidate
from kg.ontology.model import Ontology
from kg.ontology.patterns import Node, Pattern
from kg.statement import Statement, Status, Value


class Examples:
    """Candidates that give a stable pattern which no example gives before them, tried on what is held out.

    `unstable` are sentences of those that give no stable pattern, by relation; `repeated` is how many say what another example says.
    """

    def __init__(self, some: Sequence[Candidate], ontology: Ontology, nlp: Language) -> None:
        self._nlp = nlp
        self._stable: dict[tuple[str, str], Candidate] = {}
        self.unstable: dict[str, list[str]] = defaultdict(list)
        self.repeated = 0
        self._patterns: dict[tuple[str, str], list[Pattern]] = defaultdict(list)
        self._tries: Counter[tuple[str, str]] = Counter()
        self._right: Counter[tuple[str, str]] = Counter()
        if some:
            self._compile(some, ontology, nlp)

    def _compile(self, some: Sequence[Candidate], ontology: Ontology, nlp: Language) -> None:
        own = {(iri, text) for iri, one in ontology.relations.items() for text in one.examples}
        texts = {(one.relation, text) for one in some for text in one.texts} - own
        with nlp.select_pipes(disable=[name for name in nlp.pipe_names if name.startswith("kg") or name == "ner"]):
            found = compiled(with_examples(ontology, _by_relation(sorted(texts))), nlp)
        doubtful = {(one.relation, one.example) for one in found.doubts}
        known: dict[str, set[Node]] = defaultdict(set)
        for pattern in found.patterns:
            self._patterns[pattern.relation, pattern.example].append(pattern)
            if (pattern.relation, pattern.example) not in texts:
                known[pattern.relation].add(pattern.root)
        for one in some:
            wordings = [(one.relation, text) for text in one.texts]
            good = next((wording for wording in wordings if wording in self._patterns and wording not in doubtful), None)
            if not own.isdisjoint(wordings) or (good is not None and known[one.relation].issuperset(self._roots(good))):
                self.repeated += 1
            elif good is None:
                self.unstable[one.relation].append(one.texts[0])
            else:
                known[one.relation] |= self._roots(good)
                self._stable[good] = one
        for wording in texts - self._stable.keys():
            self._patterns.pop(wording, None)

    def _roots(self, wording: tuple[str, str]) -> set[Node]:
        return {pattern.root for pattern in self._patterns[wording]}

    def try_on(self, held_out: Sequence[Sample], ontology: Ontology) -> None:
        """Count what the candidates find in these samples that others than their subjects say. `ontology` is what others taught."""
        if not self._stable:
            return
        subjects = {one.group for one in held_out}
        tried = [wording for wording in self._patterns if wording not in self._stable or self._stable[wording].subjects - subjects]
        extractor = Extractor(_without_triggers(ontology), [pattern for wording in tried for pattern in self._patterns[wording]])
        parts = layers(ontology, self._nlp)
        for sample in held_out:
            doc = Doc(sample.doc.source)
            for layer in parts.values():
                layer(doc)
            for one in extractor.statements(doc, ""):
                if one.status is Status.AFFIRMED and one.subject is not None and one.wording is not None:
                    self._tries[one.relation, one.wording] += 1
                    self._right[one.relation, one.wording] += _is_told(one, sample)
            doc.close()

    def proposed(self) -> dict[str, list[Tried]]:
        """All stable ones by relation, with how they did, the best first."""
        found: dict[str, list[Tried]] = defaultdict(list)
        for wording, one in self._stable.items():
            found[one.relation].append(Tried(wording[1], one.support, self._tries[wording], self._right[wording]))
        return {iri: sorted(some, key=lambda one: (-one.right, one.found, -one.support, one.text)) for iri, some in found.items()}


def _is_told(one: Statement, sample: Sample) -> bool:
    """Whether a statement is among a sample's facts."""
    subjects = {key(label) for label in one.subject.labels} if one.subject is not None else set()
    objects = {key(one.object.lexical)} if isinstance(one.object, Value) else {key(label) for label in one.object.labels}
    return any(Fact(subject, one.relation, object_) in sample.facts for subject in subjects for object_ in objects)


def with_examples(ontology: Ontology, examples: Mapping[str, Iterable[str]]) -> Ontology:
    """The ontology with these examples by relation beside its own, its digest another where there are any."""
    added = {iri: tuple(texts) for iri, texts in examples.items()}
    relations = {iri: replace(one, examples=tuple(sorted({*one.examples, *added.get(iri, ())}))) for iri, one in ontology.relations.items()}
    digest = hashlib.sha256(f"{ontology.digest}\0{sorted(added.items())}".encode()).hexdigest()
    return replace(ontology, relations=relations, digest=f"sha256:{digest}")


def _by_relation(wordings: Iterable[tuple[str, str]]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = defaultdict(list)
    for iri, text in wordings:
        found[iri].append(text)
    return found


def _without_triggers(ontology: Ontology) -> Ontology:
    relations = {iri: replace(one, triggers=(), counter_triggers=()) for iri, one in ontology.relations.items()}
    return replace(ontology, relations=relations)
