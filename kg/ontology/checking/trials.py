"""Leave-one-out: whether each example, said otherwise, is found by itself and by the others, and what else fires on it.

All wordings are compiled once; for a sentence made of an example what that example matches is dropped. Only syntax is tried: an argument
is taken to be of the classes that the example demands, or of its relation's domain or range, whatever its words are.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from spacy.language import Language

from kg.extractors.matching import Index, Match, Matcher, most_literal
from kg.language.annotations import Mention, write
from kg.language.propositions import propositions
from kg.language.quantities import quantities
from kg.language.tokens import Doc, Span
from kg.ontology.checking.participles import Participles
from kg.ontology.checking.variants import KINDS, Kind, Variant, refilled, varied
from kg.ontology.compile import Compiled
from kg.ontology.examples import FURTHER, OBJECT, Example, parse
from kg.ontology.model import Ontology, Relation

_BATCH = 256


@dataclass(frozen=True, slots=True)
class Trial:
    """One sentence made of an example, and what came of it.

    `found`: the example's relation is stated of its arguments; `found_without`: by other examples alone; `fired`: other relations that are
    stated of them, each with the example that says so.
    """

    relation: str
    example: str
    kind: Kind
    text: str
    found: bool
    found_without: bool
    fired: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Recall:
    """How many sentences were tried, how many were found, and how many without the example that they were made of."""

    tried: int = 0
    found: int = 0
    found_without: int = 0


def recalls(trials: Iterable[Trial]) -> dict[str, dict[Kind, Recall]]:
    """Figures by relation and kind of sentence; relations in the order of the trials."""
    counted: dict[str, dict[Kind, Counter[str]]] = defaultdict(lambda: {kind: Counter() for kind in KINDS})
    for one in trials:
        counted[one.relation][one.kind].update(tried=1, found=int(one.found), found_without=int(one.found_without))
    return {relation: {kind: Recall(**numbers) for kind, numbers in kinds.items()} for relation, kinds in counted.items()}


def try_examples(ontology: Ontology, wordings: Compiled, chosen: Sequence[tuple[Relation, str]], nlp: Language) -> Iterator[Trial]:
    """Try the chosen examples, which have patterns, against all wordings. `nlp` needs a tagger, a parser and a lemmatizer."""
    runner = _Runner(ontology, wordings)
    participles = Participles.of(nlp)
    for start in range(0, len(chosen), _BATCH):
        some = [(relation, text, parse(text)) for relation, text in chosen[start : start + _BATCH]]
        firsts = [refilled(example, relation.datatype) for relation, _, example in some]
        parsed = [Doc(doc) for doc in nlp.pipe([one.text for one in firsts], batch_size=_BATCH)]
        others = [
            (job, variant)
            for job, first, doc in zip(some, firsts, parsed, strict=True)
            if job[2].is_sentence
            for variant in varied(first, doc, participles)
        ]
        for job, first, doc in zip(some, firsts, parsed, strict=True):
            yield runner.trial(*job, first, doc)
        for (job, variant), source in zip(others, nlp.pipe([one.text for _, one in others], batch_size=_BATCH), strict=True):
            yield runner.trial(*job, variant, Doc(source))


class _Runner:
    def __init__(self, ontology: Ontology, wordings: Compiled) -> None:
        self.ontology = ontology
        self.index = Index(wordings.patterns, self._allowed)

    def _allowed(self, relation: str, slot: str) -> frozenset[str]:
        one = self.ontology.relations[relation]
        return one.domain if slot == "subject" else one.range

    def trial(self, relation: Relation, text: str, example: Example, variant: Variant, doc: Doc) -> Trial:
        """Match one sentence, with and without the example that it was made of."""
        places = self._places(relation, example, variant, doc)
        claims = [same for same in self._claims(doc, places) if _is_of(same[0], places)]
        winners = [one for same in claims for one in most_literal(same)]
        without = [one for same in claims if (kept := _without(same, relation.iri, text)) for one in most_literal(kept)]
        fired = {one.pattern.relation: one.pattern.example for one in winners if not self._are_joined(one.pattern.relation, relation)}
        return Trial(
            relation.iri,
            text,
            variant.kind,
            variant.text,
            found=self._states(winners, relation),
            found_without=self._states(without, relation),
            fired=tuple(sorted(fired.items())),
        )

    def _places(self, relation: Relation, example: Example, variant: Variant, doc: Doc) -> dict[str, tuple[int, frozenset[str]]]:
        """The head of each argument by its role, with the classes that it has."""
        found: dict[str, tuple[int, frozenset[str]]] = {}
        for slot, (start, end) in zip(example.slots, variant.ranges, strict=True):
            tokens = [token.i for token in doc if token.idx < end and token.idx + len(token) > start]
            if tokens:
                asked = self._allowed(relation.iri, slot.role) if slot.role != FURTHER else frozenset[str]()
                classes = frozenset(self.ontology.class_names[name] for name in slot.classes) or asked
                found[slot.role] = Span(doc, tokens[0], tokens[-1] + 1).root.i, classes
        mentions = [Mention(*_phrase(doc, head), head, "name" if doc[head].pos_ == "PROPN" else "noun", ()) for head, _ in found.values()]
        write(doc, Mention, tuple(sorted(mentions, key=lambda one: one.head)))
        return found

    def _claims(self, doc: Doc, places: Mapping[str, tuple[int, frozenset[str]]]) -> list[list[Match]]:
        propositions(doc)
        quantities(doc)
        classes = dict(places.values())
        values = {head for role, (head, _) in places.items() if role == OBJECT}

        def fits(token: int, wanted: frozenset[str], surely: bool) -> bool:
            if token not in classes:
                return False
            return not wanted or (bool(classes[token]) and all(self.ontology.is_a(iri, wanted) for iri in classes[token]))

        def suits(token: int, wanted: frozenset[str], words: int) -> bool:
            return fits(token, wanted, words == 0)

        return Matcher(doc, self.index, fits, suits, lambda token, datatype, money: token in values).claims()

    def _states(self, winners: Sequence[Match], relation: Relation) -> bool:
        relations = self.ontology.relations
        return any(relation.iri in (one.pattern.relation, *relations[one.pattern.relation].also) for one in winners)

    def _are_joined(self, iri: str, other: Relation) -> bool:
        one = self.ontology.relations[iri]
        return one == other or any(
            b.iri in (*a.also, *a.supers, *a.alternatives, *a.equivalents, a.inverse) for a, b in ((one, other), (other, one))
        )


def _phrase(doc: Doc, head: int) -> tuple[int, int]:
    """A noun with its compounds."""
    start = head
    while start > 0 and doc[start - 1].head.i == head and doc[start - 1].dep_ == "compound":
        start -= 1
    return start, head + 1


def _is_of(match: Match, places: Mapping[str, tuple[int, frozenset[str]]]) -> bool:
    """Whether what was matched joins the sentence's two arguments; where it has one alone, whether that is one of the two."""
    heads = {head for role, (head, _) in places.items() if role != FURTHER}
    return {one for one in (match.subject, match.object) if one is not None} == heads


def _without(same: Sequence[Match], relation: str, example: str) -> list[Match]:
    return [one for one in same if (one.pattern.relation, one.pattern.example) != (relation, example)]
