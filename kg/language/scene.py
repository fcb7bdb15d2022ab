"""What coreference knows while it reads a document: mentions, and the entities they have been given to so far."""

from __future__ import annotations

import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from kg.language.annotations import Mention, Proposition, read
from kg.language.clauses import is_plain
from kg.language.mentions import heads
from kg.language.speeches import Speeches
from kg.language.tokens import Doc, Token
from kg.ontology.model import Ontology
from kg.ontology.nouns import Nouns, nouns

REACH = 3  # sentences that a pronoun looks back


@dataclass(eq=False)
class Entity:
    """A referent in the making: `sentences` are those that spoke of it so far, `by_sentence` has all mentions that it was given,
    `ranked` its classes by their votes (None: to be counted anew), `several` the mentions of those whom it is together, `first` the token
    of its first mention."""

    mentions: list[int] = field(default_factory=list)
    names: Counter[tuple[str, ...]] = field(default_factory=Counter)
    descriptions: list[tuple[str, frozenset[str]]] = field(default_factory=list)
    votes: Counter[str] = field(default_factory=Counter)
    plural: bool = False
    gender: str = ""
    sentences: list[int] = field(default_factory=list)
    by_sentence: dict[int, list[int]] = field(default_factory=dict)
    ranked: tuple[str, ...] | None = None
    order: int = 0
    several: tuple[int, ...] = ()
    first: int = sys.maxsize

    def vote(self, iri: str, votes: int = 1) -> None:
        """Take it for a member of a class so much more."""
        self.votes[iri] += votes
        self.ranked = None


class Classes:
    """What the ontology's classes say of reference: nouns, and the pronouns that stand for their members."""

    def __init__(self, ontology: Ontology) -> None:
        self.ontology = ontology
        self.nouns: Nouns = nouns(ontology)
        own = {iri: frozenset(one.pronouns) for iri, one in ontology.classes.items()}
        above = {iri: frozenset().union(*(own.get(up, ()) for up in ontology.ancestors(iri))) for iri in own}
        self.pronouns: Mapping[str, frozenset[str]] = {iri: own[iri] or above[iri] for iri in own}
        self.place = {iri: n for n, iri in enumerate(ontology.classes)}
        self.persons = [iri for iri, one in ontology.classes.items() if one.given_names]

    def allows(self, iri: str, pronoun: str) -> bool:
        """Whether members of the class are called by the pronoun; a class that says nothing asks its super-classes."""
        return pronoun in self.pronouns.get(iri, ())


class Scene:
    """One document while its mentions are resolved, in the order of the text."""

    def __init__(self, classes: Classes, doc: Doc) -> None:
        self.classes, self.doc = classes, doc
        self.mentions = read(doc, Mention)
        self.at = heads(self.mentions)
        spoken = {doc[m.head].sent.start for m in self.mentions}
        numbers = {start: n for n, start in enumerate(sorted(spoken))}  # sentences that speak of anything, counted from the headline
        self.sentence_of = {m.head: numbers[doc[m.head].sent.start] for m in self.mentions}
        self.entity_of: dict[int, Entity] = {}
        self.entities: list[Entity] = []
        self.individuals: dict[str, Entity] = {}
        self.together: dict[frozenset[int], Entity] = {}
        self.seen_together = 0  # the mentions before which it was asked who is named side by side
        self._described: dict[str, dict[int, Entity]] = defaultdict(dict)
        self._modified: dict[str, dict[int, Entity]] = defaultdict(dict)
        self._named: dict[str, dict[int, Entity]] = defaultdict(dict)
        self._spoken_of: dict[int, dict[int, Entity]] = defaultdict(dict)
        self.partners: dict[int, list[Entity]] = defaultdict(list)  # the order of a wife or husband → whose
        self.said = _said_of(doc, read(doc, Proposition))
        self.said_with: dict[int, list[int]] = defaultdict(list)  # holder, or the noun itself → nouns that are said of it
        for over, holders in self.said.items():
            for token in {over, *holders}:
                self.said_with[token].append(over)
        self.speeches = Speeches(doc)

    def new(self) -> Entity:
        entity = Entity(order=len(self.entities))
        self.entities.append(entity)
        return entity

    def describe(self, entity: Entity, lemma: str, modifiers: frozenset[str]) -> None:
        """Note that an entity is called by a noun with these words before it."""
        if (lemma, modifiers) not in entity.descriptions:
            entity.descriptions.append((lemma, modifiers))
        self._described[lemma][entity.order] = entity
        for word in modifiers:
            self._modified[word][entity.order] = entity

    def called(self, lemma: str) -> list[Entity]:
        """Those called by a noun, the latest first."""
        known = self._described.get(lemma, {})
        return [known[order] for order in sorted(known, reverse=True)]

    def modified_by(self, words: Iterable[str]) -> list[Entity]:
        """Those that are described with one of these words before the noun, the first that came first."""
        return _in_order(self._modified.get(word, {}) for word in words)

    def name(self, entity: Entity, words: tuple[str, ...], keys: Iterable[str]) -> None:
        """Note that an entity is called by a name, which is found again under these keys."""
        entity.names[words] += 1
        for key in keys:
            self._named[key][entity.order] = entity

    def named(self, keys: Iterable[str]) -> list[Entity]:
        """Those with a name under one of the keys, the first that came first."""
        return _in_order(self._named.get(key, {}) for key in keys)

    def recent(self, first: int, last: int) -> list[Entity]:
        """Those that the text spoke of in these sentences, the first that came first."""
        return _in_order(self._spoken_of.get(sentence, {}) for sentence in range(first, last + 1))

    def add(self, entity: Entity, n: int) -> None:
        entity.mentions.append(n)
        self.place_at(entity, n)
        self.entity_of[n] = entity
        if self.mentions[n].kind != "name":
            self.speak_of(entity, n)

    def place_at(self, entity: Entity, n: int) -> None:
        """Note where an entity stands."""
        head = self.mentions[n].head
        entity.first = min(entity.first, head)
        entity.by_sentence.setdefault(self.sentence_of[head], []).append(n)

    def speak_of(self, entity: Entity, n: int) -> None:
        """Note that the text has come to one of an entity's mentions."""
        sentence = self.sentence_of[self.mentions[n].head]
        entity.sentences.append(sentence)
        self._spoken_of[sentence][entity.order] = entity

    def unite(self, entity: Entity, with_: Entity) -> None:
        """Give all that is known of an entity to another, which it turned out to be."""
        for sentence in entity.sentences:
            self._spoken_of[sentence].pop(entity.order, None)
            self._spoken_of[sentence][with_.order] = with_
        for n in entity.mentions:
            self.entity_of[n] = with_
        for sentence, mentions in entity.by_sentence.items():
            with_.by_sentence.setdefault(sentence, []).extend(mentions)
        with_.mentions += entity.mentions
        with_.first = min(with_.first, entity.first)
        with_.sentences = sorted([*with_.sentences, *entity.sentences])
        for iri, votes in entity.votes.items():
            with_.vote(iri, votes)
        for lemma, modifiers in entity.descriptions:
            self.describe(with_, lemma, modifiers)
        entity.mentions, entity.sentences, entity.by_sentence = [], [], {}

    def types(self, entity: Entity) -> tuple[str, ...]:
        """Its classes, likeliest first; of two as likely the narrower first."""
        if entity.ranked is None:
            entity.ranked = self._types(entity)
        return entity.ranked

    def _types(self, entity: Entity) -> tuple[str, ...]:
        ancestors = {iri: self.classes.ontology.ancestors(iri) for iri in entity.votes}
        support = {iri: sum(n for other, n in entity.votes.items() if other in ancestors[iri]) for iri in entity.votes}
        place = self.classes.place  # of two alike the one that the ontology names first
        return tuple(sorted(support, key=lambda iri: (-support[iri], -len(ancestors[iri]), place.get(iri, len(place)))))

    def is_called(self, entity: Entity, pronoun: str) -> bool:
        best = entity.votes.most_common(1)
        return bool(best) and bool(pronoun) and self.classes.allows(best[0][0], pronoun)

    def is_proper(self, token: int) -> bool:
        n = self.at.get(token)
        return self.doc[token].pos_ == "PROPN" or (n is not None and self.mentions[n].kind == "name")

    def names_in(self, start: int, end: int) -> list[Entity]:
        """Those who are called by name within a range of tokens."""
        numbers = {self.at[i] for i in range(start, end) if i in self.at}
        return [self.entity_of[n] for n in sorted(numbers) if self.mentions[n].kind == "name" and n in self.entity_of]

    def salience(self, entity: Entity, here: int, at: int) -> tuple[float, int]:
        """Recency first, then subjects, then names, then how much is said of it (after Lappin and Leass, thinned)."""
        best = 0.0
        last = -1
        near = [(sentence, n) for sentence in range(here - REACH - 1, here + 1) for n in entity.by_sentence.get(sentence, ())]
        for sentence, n in near:
            mention = self.mentions[n]
            if mention.head >= at:
                continue
            distance = here - sentence
            token = self.doc[mention.head]
            weight = 100.0 - 30 * distance
            weight += 40 if _is_subject(token) else 15 if token.dep_ == "dobj" else 0
            weight += 10 if mention.kind == "name" else 0
            weight -= 20 if token.dep_ in {"poss", "compound", "nmod"} else 0
            best = max(best, weight)
            last = max(last, mention.head)
        return best + min(len(entity.mentions), 8), last


def _in_order(several: Iterable[Mapping[int, Entity]]) -> list[Entity]:
    found = {order: entity for one in several for order, entity in one.items()}
    return [found[order] for order in sorted(found)]


def _said_of(doc: Doc, found: Iterable[Proposition]) -> dict[int, list[int]]:
    """Noun → those it is said of in apposition or as a title (not by a copula under negation)."""
    said: dict[int, list[int]] = {}
    for one in found:
        token = doc[one.predicate]
        for argument in one.arguments:
            as_complement = token.dep_ == "pobj" and token.head.lower_ == "as"
            if argument.role == "holder" and token.dep_ not in {"attr", "acomp", "oprd"} and not as_complement:
                said.setdefault(one.predicate, []).append(argument.token)
            elif argument.role == "holder" and token.dep_ == "attr" and is_plain(token.head):
                determiner = {c.lower_ for c in token.children if c.dep_ == "det"}
                if determiner & {"a", "an", "the"}:
                    said.setdefault(one.predicate, []).append(argument.token)
    return said


def _is_subject(token: Token) -> bool:
    return token.dep_ in {"nsubj", "nsubjpass"} or (token.dep_ == "conj" and token.head.dep_ in {"nsubj", "nsubjpass"})
