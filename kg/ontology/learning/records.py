"""Annotated sentences as they are written down: a line of JSON each, or an article in the gold form with its text beside it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Literal

from pydantic import AliasChoices, Field, TypeAdapter, ValidationError

from kg.errors import UsageError

MOST = 10_000
"""Sentences that are learnt from; further ones are left out."""
_LONGEST = 5_000  # characters of a sentence
_MOST_BYTES = 100_000_000
_SUFFIXES = (".txt", ".md")


@dataclass(frozen=True, slots=True)
class Triple:
    """A fact of a sentence, as its annotator wrote it: labels, and the relation's local name, label or IRI."""

    subject: Annotated[str, Field(validation_alias=AliasChoices("sub", "subject"))]
    relation: Annotated[str, Field(validation_alias=AliasChoices("rel", "relation"))]
    object: Annotated[str, Field(validation_alias=AliasChoices("obj", "object"))]


@dataclass(frozen=True, slots=True)
class Record:
    """A text with its facts, and where it was read."""

    text: str
    triples: tuple[Triple, ...]
    place: str = ""


@dataclass(frozen=True, slots=True)
class _Line:
    text: Annotated[str, Field(validation_alias=AliasChoices("sent", "text"), min_length=1, max_length=_LONGEST)]
    triples: tuple[Triple, ...]


@dataclass(frozen=True, slots=True)
class _GoldEntity:
    labels: tuple[str, ...]
    mentions: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _GoldFact:
    s: str | None
    p: str
    o: str
    evidence: str
    polarity: Literal["affirmed", "negated"] = "affirmed"
    modality: Literal["asserted", "possible", "planned"] = "asserted"


@dataclass(frozen=True, slots=True)
class _GoldArticle:
    entities: dict[str, _GoldEntity]
    facts: tuple[_GoldFact, ...]


_LINE: TypeAdapter[_Line] = TypeAdapter(_Line)
_GOLD: TypeAdapter[_GoldArticle] = TypeAdapter(_GoldArticle)


def files(path: Path) -> list[Path]:
    """The files of examples that a path means: itself, else those of the folder that end in .jsonl or .json. Raises UsageError."""
    if not path.is_dir():
        return [path]
    found = sorted(one for one in path.iterdir() if one.suffix in {".jsonl", ".json"})
    if not found:
        raise UsageError(f"There are no examples in {path}: name a file of lines of JSON, or a folder of .jsonl and .json files.")
    return found


def read_records(paths: Iterable[Path]) -> tuple[list[Record], list[str]]:
    """The records of these files, and a sentence on each line or file that is none. Raises UsageError where a file can't be read."""
    records: list[Record] = []
    problems: list[str] = []
    for path in paths:
        for one in _gold(path) if path.suffix == ".json" else _lines(path):
            if isinstance(one, str):
                problems.append(one)
            elif len(records) == MOST:
                return records, [*problems, f"{one.place}: left out with all that follows, as {MOST:,} sentences were read before it."]
            else:
                records.append(one)
    return records, problems


def _lines(path: Path) -> Iterator[Record | str]:
    for number, line in enumerate(_content(path).split(b"\n"), 1):
        if not line.strip():
            continue
        try:
            found = _LINE.validate_json(line)
        except ValidationError as error:
            yield f"{path}, line {number}: {_reason(error)}"
        else:
            yield Record(found.text, found.triples, f"{path}, line {number}")


def _gold(path: Path) -> Iterator[Record | str]:
    """The paragraphs of an article that state something surely, each with the facts whose evidence it holds."""
    beside = [folder / f"{path.stem}{suffix}" for folder in (path.parent, path.parent.parent) for suffix in _SUFFIXES]
    text_path = next((one for one in beside if one.is_file()), None)
    if text_path is None:
        yield f"{path}: there is no {path.stem}.txt or .md beside it with the article's text."
        return
    try:
        article = _GOLD.validate_json(_content(path))
    except ValidationError as error:
        yield f"{path}: {_reason(error)}"
        return
    text = _content(text_path).decode("utf-8", "replace")
    told: dict[str, list[Triple]] = defaultdict(list)
    for fact in article.facts:
        paragraph = _paragraph(text, fact.evidence)
        sides = [_label(article.entities.get(key or ""), paragraph) for key in (fact.s, fact.o)]
        if fact.polarity == "affirmed" and fact.modality == "asserted" and paragraph and sides[0] and sides[1]:
            told[paragraph].append(Triple(sides[0], fact.p, sides[1]))
    for paragraph, triples in told.items():
        yield Record(paragraph, tuple(triples), str(path))


def _paragraph(text: str, evidence: str) -> str:
    at = text.find(evidence) if evidence else -1
    if at < 0:
        return ""
    end = text.find("\n", at + len(evidence))
    return text[text.rfind("\n", 0, at) + 1 : end if end >= 0 else len(text)].strip()[:_LONGEST]


def _label(entity: _GoldEntity | None, paragraph: str) -> str:
    """How a paragraph calls an entity: the first of its names that stands there."""
    names = (*entity.labels, *entity.mentions) if entity is not None else ()
    return next((name for name in names if name in paragraph), "")


def _content(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            data = file.read(_MOST_BYTES + 1)
    except OSError as error:
        raise UsageError(f"{path} can't be read ({error.strerror or error}): check its name and its permissions.") from error
    if len(data) > _MOST_BYTES:
        raise UsageError(f"{path} is larger than {_MOST_BYTES // 1_000_000} MB: split it, or take fewer examples.")
    return data


def _reason(error: ValidationError) -> str:
    first = error.errors(include_url=False)[0]
    place = ".".join(str(part) for part in first["loc"])
    message = first["msg"][:1].lower() + first["msg"][1:]
    return f"{place}: {message}." if place else f"{message}."
