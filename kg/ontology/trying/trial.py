"""One sentence, and what is found in it and why: for those who write an ontology and want to see at once whether it learnt."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from spacy.language import Language

from kg.article import Article, Block, Role
from kg.errors import UsageError
from kg.extractors.articles import read_articles
from kg.extractors.entities import Cast
from kg.extractors.matching import Match, Matcher
from kg.extractors.misses import Miss, Misses
from kg.language.annotations import Certainty, Mention, Proposition, Referent, read
from kg.language.notes import problems
from kg.language.pipeline import Pipe, statements
from kg.language.tokens import Doc
from kg.language.values import Values
from kg.ontology.model import Ontology
from kg.statement import Statement

LONGEST: Final = 20_000
"""Characters that may be tried."""
MISSES: Final = 10
"""Near misses that are told."""


@dataclass(frozen=True, slots=True)
class Spoken:
    """A phrase that stands for someone or something, with the names of the classes it could have, likeliest first."""

    words: str
    start: int
    end: int
    classes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Said:
    """A proposition: its predicate as it is written and in its base form, and its arguments as role and words."""

    words: str
    lemma: str
    arguments: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Why:
    """A statement, with the names of its relation and of the one whose example matched (another where the first is given also)."""

    statement: Statement
    relation: str
    example_of: str | None


@dataclass(frozen=True, slots=True)
class Near:
    """A wording that wasn't found though its trigger is there, and what it lacks."""

    relation: str
    example: str
    trigger: str
    lacks: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Mark:
    """A word that is part of a statement: its range, what it is there (`subject`, `object`, `trigger`), and the relation's name."""

    start: int
    end: int
    part: str
    relation: str


@dataclass(frozen=True, slots=True)
class Trial:
    """What a text gives, layer by layer; `doc` is the parse, `marks` its words that statements rest on."""

    text: str
    doc: Doc
    mentions: tuple[Spoken, ...]
    propositions: tuple[Said, ...]
    statements: tuple[Why, ...]
    misses: tuple[Near, ...]
    marks: tuple[Mark, ...]
    problems: tuple[str, ...]


def attempt(text: str, nlp: Language) -> Trial:
    """Read a text as if it were an article, with the pipeline that `create_pipeline` gives. Raises UsageError where it is empty or long."""
    text = text.encode("utf-8", "replace").decode()  # what no encoding has can't be read
    if not text.strip():
        raise UsageError("There is nothing to try: give a sentence.")
    if len(text) > LONGEST:
        raise UsageError(f"The text has {len(text):,} characters: try one of at most {LONGEST:,}, and build a store from longer ones.")
    pipe = nlp.get_pipe("kg")
    assert isinstance(pipe, Pipe)
    article = Article("The text", text, (Block(0, len(text), Role.PARAGRAPH),), "text")
    ((_, source),) = read_articles(nlp, [article])
    found = statements(source)
    doc = Doc(source)
    reader = _Reader(doc, pipe, found)
    return Trial(
        text,
        doc,
        tuple(reader.mentions()),
        tuple(reader.propositions()),
        tuple(reader.whys()),
        tuple(reader.misses()),
        tuple(reader.marks()),
        problems(source),
    )


class _Reader:
    """Reads off a Doc what its layers found."""

    def __init__(self, doc: Doc, pipe: Pipe, found: tuple[Statement, ...]) -> None:
        self.doc, self.found = doc, found
        self.ontology: Ontology = pipe.ontology
        self.cast = Cast(doc, pipe.ontology)
        self.index = pipe.extractor.index
        self.values = Values(doc)
        self.matches = Matcher(doc, self.index, self.cast.fits, self.cast.suits, self.values.says).matches()

    def mentions(self) -> Iterator[Spoken]:
        referents = {n: one for one in read(self.doc, Referent) for n in one.mentions}
        for n, one in enumerate(read(self.doc, Mention)):
            words = self.doc.words(one.start, one.end)
            start = self.doc[one.start].idx
            yield Spoken(words, start, start + len(words), self._names(referents[n].types if n in referents else one.types))

    def propositions(self) -> Iterator[Said]:
        for one in read(self.doc, Proposition):
            arguments = tuple((argument.role, self.doc[argument.token].text) for argument in one.arguments)
            if arguments:
                yield Said(self.doc[one.predicate].text, one.lemma, arguments)

    def whys(self) -> Iterator[Why]:
        for one in self.found:
            match = self._match(one)
            of = self.ontology.relations[match.pattern.relation].name if match is not None else None
            yield Why(one, self.ontology.relations[one.relation].name, of)

    def _match(self, one: Statement) -> Match | None:
        span = one.object_span
        same = [m for m in self.matches if m.pattern.example == one.wording and span.start <= self.doc[m.object].idx < span.end]
        return next((m for m in same if m.pattern.relation == one.relation), next(iter(same), None))

    def misses(self) -> Iterator[Near]:
        told = [self._match(one) for one in self.found]
        unsaid = [m for m in self.matches if m not in told]
        near = [Miss(m.pattern, m.trigger, (self._unsaid(m),), 0) for m in unsaid]
        looking = Misses(
            self.doc, self.index, self.cast.fits, self.cast.suits, self.values.says, classes=self._classes, known=self.ontology
        )
        near += looking.misses(MISSES)
        for one in near[:MISSES]:
            relation = self.ontology.relations[one.pattern.relation].name
            yield Near(relation, one.pattern.example, self.doc[one.trigger].text, one.lacks)

    def _unsaid(self, match: Match) -> str:
        certain = {one.predicate: one.modality for one in read(self.doc, Certainty)}
        if certain.get(match.trigger) == "unreal":
            return "it is found, but said neither to be so nor to be coming, as with “should” or “could”"
        if match.subject is None:
            return "it is found, but nobody is named who did it, and no person or firm to whom it was done"
        return "it is found, but both sides are one, or one of them names nobody"

    def marks(self) -> Iterator[Mark]:
        for one in self.found:
            relation = self.ontology.relations[one.relation].name
            match = self._match(one)
            if match is not None:
                trigger = self.doc[match.trigger]
                yield Mark(trigger.idx, trigger.idx + len(trigger), "trigger", relation)
            for part, span in (("subject", one.subject_span), ("object", one.object_span)):
                if span is not None:
                    yield Mark(span.start, span.end, part, relation)

    def _classes(self, token: int) -> tuple[str, ...]:
        n = self.cast.at.get(token)
        if n is None:
            return ()
        referent = self.cast.referent_of.get(n)
        return self._names(self.cast.referents[referent].types if referent is not None else self.cast.mentions[n].types)

    def _names(self, iris: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(self.ontology.classes[iri].name for iri in iris)
