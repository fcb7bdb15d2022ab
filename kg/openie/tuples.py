"""What open extraction gives: tuples of phrases, how each is worded, and how far that wording can be trusted."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType
from typing import Final


class Construction(StrEnum):
    """How a tuple is worded in its sentence; of two that hold, the one named later."""

    CLAUSE = "clause"
    COPULA = "copula"
    RELATIVE = "relative clause"
    CONTENT = "content clause"
    PARTICIPLE = "participle after a noun"
    ADVERBIAL = "adverbial clause"
    INFINITIVE = "infinitive"
    INTRANSITIVE = "verb without arguments"
    TITLE = "title"
    APPOSITION = "apposition"
    POSSESSIVE = "possessive"
    ATTACHMENT = "noun with preposition"


@dataclass(frozen=True, slots=True)
class OpenTuple:
    """Subject, relation and arguments in the sentence's own words and voice; a relation has its auxiliaries, negation and preposition."""

    subject: str
    relation: str
    arguments: tuple[str, ...]
    construction: Construction

    @property
    def confidence(self) -> float:
        """The share of words that a tuple of this construction has right, from 0 to 1."""
        return CONFIDENCE[self.construction]


@dataclass(frozen=True, slots=True)
class Nouns:
    """Which tuples are made where no verb says it: "is" for appositions and titles, "has" for possessives, "is in" for prepositions."""

    appositions: bool = True
    titles: bool = True
    possessives: bool = False
    attachments: bool = False


DEFAULT_NOUNS: Final = Nouns()
CONFIDENCE: Final[Mapping[Construction, float]] = MappingProxyType(
    {
        Construction.CLAUSE: 0.72,
        Construction.COPULA: 0.63,
        Construction.RELATIVE: 0.60,
        Construction.CONTENT: 0.52,
        Construction.ADVERBIAL: 0.51,
        Construction.PARTICIPLE: 0.51,
        Construction.TITLE: 0.51,
        Construction.APPOSITION: 0.46,
        Construction.INFINITIVE: 0.43,
        Construction.ATTACHMENT: 0.22,
        Construction.POSSESSIVE: 0.21,
        Construction.INTRANSITIVE: 0.10,
    }
)
"""Measured on the development half of CaRB (Bhardwaj, Aggarwal and Mausam 2019): the mean precision of each construction's tuples. Its
annotators seldom leave a tuple without arguments, and its matching counts none right where they gave one."""
