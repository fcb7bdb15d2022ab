"""Extracted facts: from the file that `kg export` writes, from a store, or from statements at hand."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from kg.errors import UsageError
from kg.evaluation.gold import reason
from kg.export.facts import Modality, Polarity, certainty, facts
from kg.export.selection import Selection
from kg.query.terms import local_name
from kg.statement import Entity, Statement, Value
from kg.store import is_address, open_store


@dataclass(frozen=True, slots=True)
class FoundEntity:
    """An extracted entity: all names by which the article calls it, and its class's local name (None for a mere source). A literal has its
    words for a name, its datatype for a class, and the `value` that they come to."""

    label: str = ""
    labels: tuple[str, ...] = ()
    type: str | None = None
    id: str | None = ""
    value: str | None = None


@dataclass(frozen=True, slots=True)
class Passage:
    """The words that a fact rests on, and where they begin in the article."""

    text: str
    start: int = 0


@dataclass(frozen=True, slots=True)
class FoundFact:
    """One line of facts.jsonl, as far as it is scored; `wording` is the ontology's example that matched."""

    doc: str | None
    relation: str
    subject: FoundEntity | None
    object: FoundEntity | None
    polarity: Polarity = "affirmed"
    modality: Modality = "asserted"
    sources: tuple[FoundEntity, ...] = ()
    evidence: Passage | None = None
    wording: str | None = None
    derived: bool = False

    @property
    def is_sure(self) -> bool:
        """Whether it is given as neither denied nor possible nor planned."""
        return self.polarity == "affirmed" and self.modality == "asserted"


_FACT: TypeAdapter[FoundFact] = TypeAdapter(FoundFact)


def read_facts(location: str) -> tuple[FoundFact, ...]:
    """The facts of a file in JSON Lines, of a store's folder, or of a store at an address, derived ones too.

    Raises UsageError for a line that is no fact, StoreError for a store that can't be opened.
    """
    if is_address(location) or not Path(location).is_file():
        with open_store(location, read_only=True) as store:
            return tuple(_parsed(facts(store, Selection()).splitlines(), location))
    try:
        lines = Path(location).read_text(encoding="utf-8").split("\n")
    except OSError as error:
        raise UsageError(f"{location} can't be read ({error.strerror or error}): check it and its permissions.") from error
    except UnicodeDecodeError as error:
        raise UsageError(f"{location} isn't UTF-8: give facts as `kg export facts.jsonl` writes them.") from error
    return tuple(_parsed(lines, location))


def facts_of(statements: Iterable[Statement], doc: str) -> tuple[FoundFact, ...]:
    """The statements of one article as facts, as an export gives them and in its order."""
    return tuple(_fact(one, doc) for one in statements)


def _parsed(lines: Iterable[str], location: str) -> Iterator[FoundFact]:
    for number, line in enumerate(lines, 1):
        if line.strip():
            try:
                yield _FACT.validate_json(line)
            except ValidationError as error:
                what = f"{location}, line {number}, is no fact ({reason(error)})"
                raise UsageError(f"{what}: give facts as `kg export facts.jsonl` writes them.") from error


def _fact(one: Statement, doc: str) -> FoundFact:
    polarity, modality = certainty(one)
    return FoundFact(
        doc=doc,
        relation=local_name(one.relation),
        subject=_entity(one.subject) if one.subject else None,
        object=_value(one.object) if isinstance(one.object, Value) else _entity(one.object),
        polarity=polarity,
        modality=modality,
        sources=(_entity(one.attributed_to),) if one.attributed_to else (),
        evidence=Passage(one.evidence.text, one.evidence.start),
        wording=one.wording,
    )


def _entity(entity: Entity) -> FoundEntity:
    return FoundEntity(entity.label, entity.labels, local_name(entity.type), entity.key)


def _value(value: Value) -> FoundEntity:
    return FoundEntity(value.label, value.labels, local_name(value.datatype), None, value.lexical)
