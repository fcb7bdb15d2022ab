"""What an article says: statements about entities, each with the words that say it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from kg.article import Article


class Status(StrEnum):
    """How sure the speaker is. Only what is affirmed may become a plain triple."""

    AFFIRMED = "affirmed"
    DENIED = "denied"
    POSSIBLE = "possible"
    PLANNED = "planned"


@dataclass(frozen=True, slots=True)
class Span:
    """A range of the article's text, in Unicode code points, end exclusive."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Evidence:
    """The words that state something: `text == article.text[start:end]`."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Entity:
    """Someone or something that one article speaks of.

    `key` is its slug, unique in the article (Unicode letters kept); `type` the IRI of its ontology class; `label` the best name;
    `labels` every name or noun phrase (no pronouns) by which the article calls it, best first; `named` whether the label is a proper name
    (only such may be one with an entity of another article without someone deciding so).
    """

    key: str
    type: str
    label: str
    labels: tuple[str, ...]
    named: bool


@dataclass(frozen=True, slots=True)
class Value:
    """What a relation to a literal has for its object: a date, a number, a text.

    `label` is the article's words; `lexical` what they come to in the datatype whose IRI is `datatype` ("1959", xsd:gYear), in the form
    that every store gives back as it is: an integer of whatever kind is xsd:integer.
    """

    label: str
    lexical: str
    datatype: str

    @property
    def labels(self) -> tuple[str, ...]:
        """What may be read for it: its words, and what they come to."""
        return tuple(dict.fromkeys((self.label, self.lexical)))


@dataclass(frozen=True, slots=True)
class Amount:
    """How much: the article's words, and what they come to.

    `low` and `high` are decimal numerals, bounds included (one may be absent: "up to $20"); `currency` is ISO 4217, absent for other
    quantities; `unit` is what is counted or per what ("month", "women").
    """

    words: str
    start: int
    end: int
    low: str | None = None
    high: str | None = None
    currency: str | None = None
    unit: str | None = None


@dataclass(frozen=True, slots=True)
class When:
    """When: the article's words, and EDTF at the words' own precision where they say a date; `former` is EDTF-less."""

    words: str
    start: int
    end: int
    edtf: str | None = None


@dataclass(frozen=True, slots=True)
class Statement:
    """One thing that one article says once.

    `article` is the article's key; `relation` the IRI of an ontology property. A `subject` that the article doesn't state is None.
    `modality` is only for a denial: of something possible or planned ("will not hire"). `attributed_to` is the nearest speaker, None where
    the article speaks itself; `reported_by` are the outer ones, nearest first. `subject_span` and `object_span` are where the two are
    named (a pronoun's range, if that is how); a value's are the words that say it. `wording` is the ontology's example that matched.
    """

    article: str
    relation: str
    subject: Entity | None
    object: Entity | Value
    status: Status
    evidence: Evidence
    subject_span: Span | None
    object_span: Span
    modality: Status | None = None
    attributed_to: Entity | None = None
    reported_by: tuple[Entity, ...] = ()
    amount: Amount | None = None
    when: When | None = None
    wording: str | None = None

    @property
    def entities(self) -> tuple[Entity, ...]:
        """Whom it speaks of and who speaks, as often as it does: subject, object, the nearest speaker and the outer ones."""
        named = (self.subject, self.object, self.attributed_to, *self.reported_by)
        return tuple(one for one in named if isinstance(one, Entity))

    @property
    def place(self) -> tuple[int, int, str, str]:
        """Where it stands among its article's statements, which are listed in the order of the text."""
        return self.evidence.start, self.object_span.start, self.relation, self.status


@dataclass(frozen=True, slots=True)
class Extraction:
    """What an extractor found in one article, and what it couldn't do there, a sentence each."""

    article: Article
    statements: tuple[Statement, ...]
    problems: tuple[str, ...] = ()
