"""What the layers find, as frozen dataclasses of token offsets, and how they hang on the Doc.

A layer lives in `doc.user_data` in plain lists and numbers, so that DocBin, pickle and `n_process` keep it; `read` gives it back typed.
Every token index counts in the Doc; every range has its end exclusive.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal, TypeVar

import spacy.tokens
from pydantic import TypeAdapter

from kg.language.tokens import Doc

Kind = Literal["name", "noun", "pronoun", "modifier"]
OF_OBJECT = "of object"
Stance = Literal["speech", "thought", "knowledge", "wish", "attitude"]


@dataclass(frozen=True, slots=True)
class BlockRange:
    """The tokens of one block of the article, with its role."""

    start: int
    end: int
    role: str


@dataclass(frozen=True, slots=True)
class Mention:
    """A phrase that stands for someone or something.

    `start`, `end`: the phrase without determiner and without what follows its head (a name: all of the name); `head`: its head token;
    `types`: the IRIs of the classes it could have, most likely first, empty where nothing tells; `told`: those that a name's own words
    tell, the others being the recogniser's guess (another phrase's words tell all of its types).
    """

    start: int
    end: int
    head: int
    kind: Kind
    types: tuple[str, ...]
    told: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Referent:
    """Mentions (indices into the layer of mentions) that mean one entity, in order; the classes that they agree on, likeliest first; and
    those that words tell. Where they mean several together ("Roe and Lee … They"), `several` are the mentions of these."""

    mentions: tuple[int, ...]
    types: tuple[str, ...]
    told: tuple[str, ...] = ()
    several: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Argument:
    """One argument of a predicate: its role in the normal form, and its head token.

    Roles: `subj` and `obj` are deep (a passive's agent is its subj); a preposition's role is its word ("with", "out of"), a dative's "to";
    `holder` is who a noun or adjective is said of (copula, apposition, title, "as"); `poss`, `compound`, `amod` modify a noun; `comp`
    is a clause; `attr` and `oprd` are nominal complements; `appos` joins two names; `of object` is whose a verb's object is.
    """

    role: str
    token: int


@dataclass(frozen=True, slots=True)
class Proposition:
    """A predicate in normal form: token, lemma with its particle ("bring in"), arguments, and whether it is a passive without agent."""

    predicate: int
    lemma: str
    arguments: tuple[Argument, ...]
    agentless: bool = False


@dataclass(frozen=True, slots=True)
class Attribution:
    """Who says what: the ranges of source, cue and content.

    `source` is the head token of who speaks, None where nobody is named; the range of the source is the words that stand for it beside the
    cue (of "Wood, who said …" source is "Wood", the range "who"). A content that is interrupted gives one attribution for each piece.
    `stance` is how the source stands to the content: it says it (`speech`), believes or fears it (`thought`), knows it, so that the
    article says it too (`knowledge`), wants it (`wish`), or speaks of it or judges it without saying that it is so (`attitude`).
    """

    source: int | None
    source_start: int
    source_end: int
    cue_start: int
    cue_end: int
    content_start: int
    content_end: int
    denies: bool = False
    doubts: bool = False
    stance: Stance = "speech"

    @property
    def claims(self) -> bool:
        """Whether the content is what the source holds true (or, where it denies, untrue)."""
        return self.stance in {"speech", "thought"}


@dataclass(frozen=True, slots=True)
class Certainty:
    """How sure a predicate is: whether it is negated, and `asserted`, `possible`, `planned`, or `unreal`, which says nothing of what is or
    will be ("banks should lend", "anyone can sue"). Absent: affirmed and asserted."""

    predicate: int
    negated: bool
    modality: Literal["asserted", "possible", "planned", "unreal"]


@dataclass(frozen=True, slots=True)
class Quantity:
    """Money or a counted amount: its tokens, bounds as decimal numerals, ISO 4217 currency, and what is counted or per what."""

    start: int
    end: int
    low: str | None
    high: str | None
    currency: str | None
    unit: str | None


@dataclass(frozen=True, slots=True)
class Time:
    """A time: its tokens, and EDTF at the words' precision where they say a date."""

    start: int
    end: int
    edtf: str | None


T = TypeVar("T")


_ADAPTERS: Mapping[type[Any], TypeAdapter[Any]] = {
    BlockRange: TypeAdapter(tuple[BlockRange, ...]),
    Mention: TypeAdapter(tuple[Mention, ...]),
    Referent: TypeAdapter(tuple[Referent, ...]),
    Proposition: TypeAdapter(tuple[Proposition, ...]),
    Attribution: TypeAdapter(tuple[Attribution, ...]),
    Certainty: TypeAdapter(tuple[Certainty, ...]),
    Quantity: TypeAdapter(tuple[Quantity, ...]),
    Time: TypeAdapter(tuple[Time, ...]),
}


def write(doc: Doc | spacy.tokens.Doc, kind: type[T], found: tuple[T, ...]) -> None:
    """Hang a layer on the Doc, in place of what was there."""
    if isinstance(doc, Doc):
        doc.layers[kind] = found
    doc.user_data[_slot(kind)] = _ADAPTERS[kind].dump_python(found, mode="json")


def read(doc: Doc | spacy.tokens.Doc, kind: type[T]) -> tuple[T, ...]:
    """A layer of the Doc; empty where its component hasn't run."""
    if isinstance(doc, Doc):
        if kind not in doc.layers:
            doc.layers[kind] = _typed(doc.source, kind)
        return doc.layers[kind]
    return _typed(doc, kind)


def _typed(doc: spacy.tokens.Doc, kind: type[T]) -> tuple[T, ...]:
    return tuple(_ADAPTERS[kind].validate_python(doc.user_data.get(_slot(kind), [])))


def _slot(kind: type[Any]) -> str:
    return f"kg.{kind.__name__}"
