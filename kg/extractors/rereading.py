"""Sentences read a second time with plain names in place of their own: strange ones lead the parser astray.

It costs another parse, so only what few examples tell is sought so. A relation with many is found by another of its wordings.
"""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

import spacy.tokens

from kg.extractors.matching import Match
from kg.extractors.strange import Phrase, named, whole
from kg.language.annotations import Attribution, Mention, read
from kg.language.families import stem
from kg.language.tokens import Doc, Span, Token
from kg.ontology.model import Ontology
from kg.ontology.patterns import Node, Pattern

Parse = Callable[[Sequence[spacy.tokens.Doc]], Iterable[spacy.tokens.Doc]]
Layer = Callable[[Doc], Doc]
_PLAIN: Final = ("John", "Mary", "Peter", "Anna", "Paul", "Susan", "Mark", "Jane")
_FEW: Final = 8
"""Examples of a relation that is sought twice, at most."""
_LONGEST: Final = 80
"""Tokens of a sentence that is read again, at most."""


@dataclass(frozen=True, slots=True)
class Reading:
    """A sentence by itself as it is read with plain names, with its layers; `places` are its tokens' places in the article's Doc, `phrases`
    what the names stand for there."""

    doc: Doc
    places: Sequence[int]
    phrases: Sequence[Phrase]

    def in_article(self, match: Match) -> Match:
        """A match in this reading as one in the article."""
        places = self.places
        subject = places[match.subject] if match.subject is not None else None
        amount = places[match.amount] if match.amount is not None else None
        words = tuple(places[i] for i in match.words)
        return replace(match, trigger=places[match.trigger], subject=subject, object=places[match.object], amount=amount, words=words)

    def attribution_in_article(self, one: Attribution) -> Attribution:
        """An attribution in this reading as one in the article."""
        start, end = self._start, self._end
        return replace(
            one,
            source=self.places[one.source] if one.source is not None else None,
            source_start=start(one.source_start),
            source_end=end(one.source_end),
            cue_start=start(one.cue_start),
            cue_end=end(one.cue_end),
            content_start=start(one.content_start),
            content_end=end(one.content_end),
        )

    def _start(self, token: int) -> int:
        return self.places[min(token, len(self.places) - 1)]

    def _end(self, token: int) -> int:
        return self.places[token - 1] + 1 if token else self.places[0]


class Rereader:
    """Reads sentences again: `parse` gives Docs what a parser finds in them, `layers` run on them then."""

    def __init__(self, parse: Parse, layers: Sequence[Layer]) -> None:
        self._parse, self._layers = parse, layers

    def read(self, doc: Doc, sentences: Iterable[Span], sought: Sought) -> Iterator[Reading]:
        """Those of the sentences that have names and aren't too long, with others: for the names alone, and for the whole phrases that hold
        them. Each is only there until the next."""
        mentions = read(doc, Mention)
        told: list[_Plain] = []
        for sentence in sentences:
            names = named(sentence, mentions)
            wholes = [whole(doc, one, sentence, sought.turns_on) for one in names]
            told += [_plain(doc, sentence, phrases) for phrases in ([names] if wholes == names else [names, wholes])]
        told = [one for one in told if one.phrases and len(one.source) <= _LONGEST]
        for source, one in zip(self._parse([one.source for one in told]) if told else (), told, strict=True):
            plain = Doc(source)
            for layer in self._layers:
                plain = layer(plain)
            yield Reading(plain, one.places, one.phrases)
            plain.close()


@dataclass(frozen=True, slots=True)
class _Plain:
    """A sentence with plain names, each of one word; its tokens' places in the article's Doc; and what the names stand for."""

    source: spacy.tokens.Doc
    places: Sequence[int]
    phrases: Sequence[Phrase]


def _plain(doc: Doc, sentence: Span, phrases: Sequence[Phrase]) -> _Plain:
    words, spaces, places = list[str](), list[bool](), list[int]()
    plain: dict[str, str] = {}
    by_start = {one.start: one for one in phrases}
    i = sentence.start
    while i < sentence.end:
        phrase = by_start.get(i)
        if phrase is None:
            word, place, last = doc[i].text, i, i
        else:
            word = plain.setdefault(doc.words(phrase.start, phrase.end), _PLAIN[len(plain) % len(_PLAIN)])
            place, last = phrase.head, phrase.end - 1
        words.append(word)
        spaces.append(bool(doc[last].whitespace_))
        places.append(place)
        i = last + 1
    return _Plain(spacy.tokens.Doc(doc.source.vocab, words=words, spaces=spaces), places, phrases)


def few_examples(ontology: Ontology) -> frozenset[str]:
    """The relations that few examples tell, as a user's do."""
    return frozenset(iri for iri, one in ontology.relations.items() if len(one.examples) + len(one.planned_examples) <= _FEW)


class Sought:
    """The wordings that are sought twice: a verb's, of relations that few examples tell."""

    def __init__(self, few: Container[str], patterns: Sequence[Pattern]) -> None:
        self.patterns = tuple(one for one in patterns if one.relation in few and not one.nominal)
        self._others: dict[str, set[frozenset[frozenset[str]]]] = {}
        for one in self.patterns:
            for lemma in {one.root.lemma, *one.root.lemmas} - {""}:
                first, *rest = lemma.split()
                others = frozenset([*(frozenset({stem(word)}) for word in rest), *_below(one.root)])
                self._others.setdefault(stem(first), set()).add(others)

    def turns_on(self, token: Token) -> bool:
        """Whether such a wording may turn on a word."""
        return not self._others.keys().isdisjoint(_forms(token))

    def sentences(self, doc: Doc) -> Iterator[Span]:
        """The sentences that have all the words of such a wording, in whatever construction."""
        for sentence in doc.sents if self.patterns else ():
            words = {one for token in sentence for one in _forms(token)}
            if any(_has(words, others) for word in words & self._others.keys() for others in self._others[word]):
                yield sentence


def _forms(token: Token) -> tuple[str, str]:
    return stem(token.lower_), stem(token.lemma_)


def _has(words: set[str], others: frozenset[frozenset[str]]) -> bool:
    return all(not one.isdisjoint(words) for one in others)


def _below(node: Node) -> Iterator[frozenset[str]]:
    """The words below a pattern's root, each with those of its word class."""
    for _, child in node.edges:
        if child.lemma:
            yield frozenset(stem(word) for word in {child.lemma, *child.lemmas})
        yield from _below(child)
