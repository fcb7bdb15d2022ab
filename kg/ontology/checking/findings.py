"""Findings: what is wrong with an ontology, each in one sentence that says what to do."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    """An error keeps something that was written from having any effect, or makes it mean what nobody can mean; all else is a warning."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True)
class Place:
    """Where something stands in a file; lines and columns count from 1, columns in code points."""

    file: str
    line: int | None = None
    column: int | None = None

    def __str__(self) -> str:
        return ":".join(str(part) for part in (self.file, self.line, self.column) if part is not None)


@dataclass(frozen=True, slots=True)
class Finding:
    """`kind` is a word for programs ("syntax", "unknown", …); `term` the local name of what it is about, None where that is a file."""

    severity: Severity
    kind: str
    sentence: str
    term: str | None = None
    place: Place | None = None


def error(kind: str, sentence: str, term: str | None = None, place: Place | None = None) -> Finding:
    return Finding(Severity.ERROR, kind, sentence, term, place)


def warning(kind: str, sentence: str, term: str | None = None, place: Place | None = None) -> Finding:
    return Finding(Severity.WARNING, kind, sentence, term, place)


def in_order(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Each once, by file, line and column; what has no place last."""
    return tuple(sorted(dict.fromkeys(findings), key=_key))


def _key(one: Finding) -> tuple[bool, str, int, int, str, str]:
    place = one.place or Place("")
    return one.place is None, place.file, place.line or 0, place.column or 0, one.kind, one.sentence
