"""Gold: what people marked in articles, a JSON file each."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

from pydantic import Field, TypeAdapter, ValidationError

from kg.errors import UsageError
from kg.export.facts import Modality, Polarity


@dataclass(frozen=True, slots=True)
class GoldEntity:
    """Someone or something an article speaks of: its class's local name, the names that by themselves say who is meant, longest first,
    and other noun phrases (no pronouns) for it."""

    type: str
    labels: tuple[str, ...]
    mentions: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class GoldValue:
    """The object of a relation to literals: what the article's words come to ("8500", "1998-05"), as the literal is written."""

    value: str


@dataclass(frozen=True, slots=True)
class GoldFact:
    """What an article states. `subject` (None: not stated), `object` (if no literal) and `source` (None: the article itself) are keys of
    entities, `relation` is a local name, `evidence` the shortest words that state it; `amount` and `when` are words of the article."""

    subject: Annotated[str | None, Field(validation_alias="s")]
    relation: Annotated[str, Field(validation_alias="p")]
    object: Annotated[str | GoldValue, Field(validation_alias="o")]
    evidence: str
    polarity: Polarity = "affirmed"
    modality: Modality = "asserted"
    source: str | None = None
    amount: str | None = None
    when: str | None = None

    @property
    def is_sure(self) -> bool:
        """Whether it is neither denied nor possible nor planned."""
        return self.polarity == "affirmed" and self.modality == "asserted"


@dataclass(frozen=True, slots=True)
class GoldArticle:
    """All that is marked in one article; `name` is its file's stem."""

    name: str
    entities: dict[str, GoldEntity]
    facts: tuple[GoldFact, ...]


@dataclass(frozen=True, slots=True)
class _Record:
    entities: dict[str, GoldEntity]
    facts: tuple[GoldFact, ...]


_RECORD: TypeAdapter[_Record] = TypeAdapter(_Record)


def read_gold(folder: Path) -> tuple[GoldArticle, ...]:
    """The gold of a folder of NAME.json, by name. Raises UsageError, which names file and place."""
    paths = sorted(folder.glob("*.json"))
    if not paths:
        raise UsageError(f"There is no gold in {folder}: name a folder of files NAME.json, one an article.")
    return tuple(map(_article, paths))


def _article(path: Path) -> GoldArticle:
    try:
        record = _RECORD.validate_json(path.read_bytes())
    except OSError as error:
        raise UsageError(f"{path} can't be read ({error.strerror or error}): check it and its permissions.") from error
    except ValidationError as error:
        raise UsageError(f"{path} is no gold ({reason(error)}): correct it there.") from error
    for number, fact in enumerate(record.facts):
        named = {fact.subject, fact.source, None if isinstance(fact.object, GoldValue) else fact.object}
        unknown = _unknown(named, record.entities)
        if unknown:
            raise UsageError(f"{path}: facts.{number} names {unknown!r}, which isn't among its entities: add it there.")
    return GoldArticle(path.stem, record.entities, record.facts)


def _unknown(keys: Iterable[str | None], known: dict[str, GoldEntity]) -> str | None:
    return next((key for key in sorted(filter(None, keys)) if key not in known), None)


def reason(error: ValidationError) -> str:
    """Where a record is wrong first, and how."""
    first = error.errors(include_url=False)[0]
    place = ".".join(str(part) for part in first["loc"])
    message = first["msg"][:1].lower() + first["msg"][1:]
    return f"{place}: {message}" if place else message
